package org.tumen.study.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.Quantiles;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/**
 * One quantity at the points of a design. Arrays are not to be changed.
 *
 * @param key its name in files, of letters, digits, {@code _}, {@code -} and {@code .}
 * @param label its name in texts
 * @param flag whether a value is 1 where something happened in the run, else 0
 * @param rows a row a point, a column a run
 * @param clusters for each point which of its runs share a point of uncertain parameters
 */
public record PointValues(
        String key, String label, String unit, boolean flag, double[][] rows, List<Clusters> clusters) {
    private static final double LEVEL = 0.95;

    /** Those of an outcome. */
    public static PointValues of(Outcome outcome, double[][] rows, List<Clusters> clusters) {
        return new PointValues(
                outcome.key(), outcome.label(), outcome.unit(), outcome.kind() == Kind.FLAG, rows, clusters);
    }

    public double[] means() {
        return Arrays.stream(rows).mapToDouble(DesignOutcomes::mean).toArray();
    }

    /** The 95 % interval of each point's mean, of a share of runs the exact one; null where too few runs tell it. */
    public List<@Nullable Interval> intervals() {
        double[] critical = criticalValues();
        List<@Nullable Interval> intervals = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Clusters of = clusters.get(i);
            if (flag) {
                intervals.add(OutcomeSummary.Share.of(rows[i], of).limits());
                continue;
            }
            boolean rare = of.variesRarely(rows[i]);
            intervals.add(rare ? null : of.meanInterval(rows[i], critical[i]));
        }
        return intervals;
    }

    /**
     * Where 0 lies within Student's interval of a point's mean. What varies rarely has one here too: it is too narrow to be shown,
     * but tells a limit that lies far from all runs.
     */
    public boolean[] aboutZero() {
        double[] means = means();
        double[] critical = criticalValues();
        boolean[] about = new boolean[means.length];
        for (int i = 0; i < about.length; i++) {
            about[i] = !(Math.abs(means[i]) > critical[i] * clusters.get(i).standardError(rows[i]));
        }
        return about;
    }

    private double[] criticalValues() {
        double[] critical = new double[rows.length];
        // Points mostly have as many clusters as each other, and a quantile costs more than all else.
        Map<Integer, Double> quantiles = new HashMap<>();
        Arrays.setAll(critical, i -> {
            Clusters of = clusters.get(i);
            return quantiles.computeIfAbsent(of.count(), c -> of.quantile(LEVEL));
        });
        return critical;
    }

    /** The decimals that its means deserve. */
    public int decimals() {
        return Numbers.decimals(intervals().stream().flatMap(Stream::ofNullable).mapToDouble(Interval::halfWidth))
                .orElse(3);
    }

    /** A quantile of the runs of each point. */
    public double[] quantiles(double p) {
        return Arrays.stream(rows).mapToDouble(row -> Quantiles.of(row, p)).toArray();
    }
}
