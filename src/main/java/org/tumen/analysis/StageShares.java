package org.tumen.analysis;

import java.util.Arrays;
import java.util.List;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.world.Stage;

/**
 * The shares of runs in each stage of the deal by week. The arrays are not to be changed.
 *
 * @param shares for each stage, in the order of {@link Stage}, its share at the end of each week, 0..1
 */
public record StageShares(List<double[]> shares) {
    /** @throws IllegalArgumentException when there is not one array for each stage */
    public StageShares {
        if (shares.size() != Stage.values().length) {
            throw new IllegalArgumentException("shares need one array for each stage of the deal");
        }
        shares = List.copyOf(shares);
    }

    /**
     * Reads the shares from the counts of a batch.
     *
     * @throws IllegalArgumentException when a week has no runs
     */
    public static StageShares of(WeeklyCounts counts) {
        return new StageShares(Arrays.stream(Stage.values())
                .map(stage -> byWeek(counts, stage))
                .toList());
    }

    private static double[] byWeek(WeeklyCounts counts, Stage stage) {
        double[] share = new double[counts.weeks()];
        for (int week = 0; week < share.length; week++) {
            share[week] = (double) counts.count(WeeklySeries.STAGE, week, stage.ordinal())
                    / WeeklyBands.total(counts, WeeklySeries.STAGE, week);
        }
        return share;
    }

    /** The share of a stage by week. */
    public double[] of(Stage stage) {
        return shares.get(stage.ordinal());
    }

    public int weeks() {
        return shares.get(0).length;
    }
}
