package org.tumen.analysis.comparison.pair;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * The largest distance between the distribution functions of arm and baseline, with the p-value of equal distributions for
 * paired runs, which may have ties and share points of the parameters.
 *
 * @param distance sup |F_arm − F_baseline|, in [0, 1]
 * @param pairedPValue by random swaps within clusters of runs, see {@link SwapTest}
 */
public record KolmogorovSmirnov(double distance, double pairedPValue) {
    private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

    public static KolmogorovSmirnov of(
            double[] sortedBaseline, double[] sortedArm, PairGrid grid, int permutations, long seed) {
        return new KolmogorovSmirnov(
                TEST.kolmogorovSmirnovStatistic(sortedBaseline, sortedArm), SwapTest.pValue(grid, permutations, seed));
    }
}
