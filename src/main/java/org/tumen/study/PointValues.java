package org.tumen.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Quantiles;
import org.tumen.words.Numbers;

/**
 * One quantity at the points of a design. Arrays are not to be changed.
 *
 * @param key its name in files, of letters, digits, {@code _}, {@code -} and {@code .}
 * @param label its name in texts
 * @param unit its unit
 * @param rows a row a point, a column a run
 * @param clusters for each point which of its runs share a point of uncertain parameters
 */
public record PointValues(String key, String label, String unit, double[][] rows, List<Clusters> clusters) {
    private static final double LEVEL = 0.95;

    /** The mean of each point. */
    public double[] means() {
        return Arrays.stream(rows).mapToDouble(DesignOutcomes::mean).toArray();
    }

    /** Half the width of the 95 % interval of each point's mean; NaN where too few runs tell it. */
    public double[] halfWidths() {
        double[] widths = errors();
        Arrays.setAll(
                widths,
                i -> clusters.get(i).variesRarely(rows[i], Quantiles.of(rows[i], 0.5)) ? Double.NaN : widths[i]);
        return widths;
    }

    /**
     * Where 0 lies within Student's interval of a point's mean. What varies rarely has one here too: it is too narrow to be shown,
     * but tells a limit that lies far from all runs.
     */
    public boolean[] aboutZero() {
        double[] means = means();
        double[] errors = errors();
        boolean[] about = new boolean[means.length];
        for (int i = 0; i < about.length; i++) {
            about[i] = !(Math.abs(means[i]) > errors[i]);
        }
        return about;
    }

    private double[] errors() {
        double[] errors = new double[rows.length];
        // Points mostly have as many clusters as each other, and a quantile costs more than all else.
        Map<Integer, Double> quantiles = new HashMap<>();
        Arrays.setAll(errors, i -> {
            Clusters of = clusters.get(i);
            return quantiles.computeIfAbsent(of.count(), c -> of.quantile(LEVEL)) * of.standardError(rows[i]);
        });
        return errors;
    }

    /** The decimals that its means deserve: two significant digits of the middle half-width. */
    public int decimals() {
        double[] known =
                Arrays.stream(halfWidths()).filter(half -> half > 0).sorted().toArray();
        return known.length == 0 ? 3 : Numbers.decimals(known[known.length / 2]);
    }

    /** A quantile of the runs of each point. */
    public double[] quantiles(double p) {
        return Arrays.stream(rows).mapToDouble(row -> Quantiles.of(row, p)).toArray();
    }
}
