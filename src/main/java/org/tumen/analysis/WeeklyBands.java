package org.tumen.analysis;

import java.util.List;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;

/**
 * Quantiles of an index by week. Read from binned counts by linear interpolation within the bin in which a quantile
 * falls, so they are exact to the width of a bin (half a point). The arrays are not to be changed.
 *
 * @param quantiles for each level of {@link #LEVELS} the quantile at the end of each week, in index points
 */
public record WeeklyBands(List<double[]> quantiles) {
    /** The levels of the quantiles, in percent. */
    public static final List<Integer> LEVELS = List.of(5, 25, 50, 75, 95);

    /** @throws IllegalArgumentException when there is not one array for each level */
    public WeeklyBands {
        if (quantiles.size() != LEVELS.size()) {
            throw new IllegalArgumentException("bands need quantiles at " + LEVELS);
        }
        quantiles = List.copyOf(quantiles);
    }

    /**
     * Reads the bands of a series.
     *
     * @param counts the counts of a batch
     * @param series stability or tension
     * @throws IllegalArgumentException when the series is no index, or a week has no runs
     */
    public static WeeklyBands of(WeeklyCounts counts, WeeklySeries series) {
        if (series == WeeklySeries.STAGE) {
            throw new IllegalArgumentException("stages have shares, not quantiles");
        }
        return new WeeklyBands(LEVELS.stream()
                .map(level -> byWeek(counts, series, level / 100.0))
                .toList());
    }

    private static double[] byWeek(WeeklyCounts counts, WeeklySeries series, double p) {
        double[] values = new double[counts.weeks()];
        for (int week = 0; week < values.length; week++) {
            values[week] = quantile(counts, series, week, p);
        }
        return values;
    }

    private static double quantile(WeeklyCounts counts, WeeklySeries series, int week, double p) {
        double wanted = p * total(counts, series, week);
        double width = 100.0 / counts.width(series);
        double below = 0;
        for (int bin = 0; bin < counts.width(series); bin++) {
            long here = counts.count(series, week, bin);
            if (here > 0 && below + here >= wanted) {
                return width * (bin + (wanted - below) / here);
            }
            below += here;
        }
        throw new IllegalStateException("the counts of week " + week + " changed while they were read");
    }

    static long total(WeeklyCounts counts, WeeklySeries series, int week) {
        long total = 0;
        for (int bin = 0; bin < counts.width(series); bin++) {
            total += counts.count(series, week, bin);
        }
        if (total == 0) {
            throw new IllegalArgumentException("no runs were counted in week " + week);
        }
        return total;
    }

    public int weeks() {
        return quantiles.get(0).length;
    }

    /**
     * The quantile at a level by week.
     *
     * @param level one of {@link #LEVELS}
     * @throws IllegalArgumentException when it is another level
     */
    public double[] at(int level) {
        int place = LEVELS.indexOf(level);
        if (place < 0) {
            throw new IllegalArgumentException("quantiles are kept at " + LEVELS + ", not at " + level);
        }
        return quantiles.get(place);
    }
}
