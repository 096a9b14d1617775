package org.tumen.analysis.hindcast;

import java.util.Arrays;
import org.tumen.analysis.Quantiles;

/**
 * A delay of the record beside the simulated ones, in weeks. Runs in which one of the two steps never came have none and
 * count as later.
 *
 * @param name from which step to which
 * @param recorded weeks in the record, counted as in a run: from the week of the one step to that of the other
 * @param runs number of runs
 * @param delays delays of the runs that have one, ascending
 * @param earlier share of all runs with a shorter delay than the record's
 * @param same share of all runs with the same delay
 */
public record DelayCheck(String name, int recorded, int runs, double[] delays, double earlier, double same) {
    /**
     * Compares.
     *
     * @param name from which step to which
     * @param recorded weeks in the record
     * @param all delays of all runs; NaN where a run has none
     */
    public static DelayCheck of(String name, int recorded, double[] all) {
        if (all.length == 0) {
            throw new IllegalArgumentException("needs a run");
        }
        double[] delays =
                Arrays.stream(all).filter(d -> !Double.isNaN(d)).sorted().toArray();
        double n = all.length;
        return new DelayCheck(
                name,
                recorded,
                all.length,
                delays,
                Arrays.stream(delays).filter(d -> d < recorded).count() / n,
                Arrays.stream(delays).filter(d -> d == recorded).count() / n);
    }

    /** Share of runs with a longer delay. */
    public double later() {
        return (double) delays.length / runs - earlier - same;
    }

    /** Share of runs in which a step never came. */
    public double never() {
        return 1 - (double) delays.length / runs;
    }

    /** A quantile among the runs that have a delay. */
    public double quantile(double p) {
        return Quantiles.of(delays, p);
    }
}
