package org.tumen.analysis.comparison;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * The largest distance between the distribution functions of arm and baseline, with two p-values.
 *
 * <p>The classical p-value supposes independent samples and continuous outcomes. Paired runs are usually correlated
 * upwards, which makes it conservative, and ties make it more so; it is given because readers know it. The paired p-value
 * is right for runs on the same luck and for ties: it comes from swapping arm and baseline within runs at random.
 *
 * @param distance sup |F_arm − F_baseline|, in [0, 1]
 * @param independentPValue by Commons Math: exact for up to 10,000 pairs of values, else Kolmogorov's limit
 * @param pairedPValue by random swaps within runs
 */
public record KolmogorovSmirnov(double distance, double independentPValue, double pairedPValue) {
    private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();
    private static final int EXACT_PRODUCT = 10_000;

    static KolmogorovSmirnov of(double[] sortedBaseline, double[] sortedArm, PairGrid grid, Settings settings) {
        double distance = TEST.kolmogorovSmirnovStatistic(sortedBaseline, sortedArm);
        return new KolmogorovSmirnov(
                distance,
                independent(distance, sortedArm.length),
                SwapTest.pValue(grid, settings.permutations(), settings.seed()));
    }

    private static double independent(double distance, int n) {
        if (distance == 0) {
            return 1;
        }
        double p =
                (long) n * n <= EXACT_PRODUCT ? TEST.exactP(distance, n, n, false) : TEST.approximateP(distance, n, n);
        return Math.min(1, Math.max(0, p));
    }
}
