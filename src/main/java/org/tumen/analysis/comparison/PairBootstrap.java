package org.tumen.analysis.comparison;

import java.util.Arrays;

/**
 * One pass over the resamples of the pairs, from which mean, quantile differences and dominance all take what they need.
 */
final class PairBootstrap {
    /** The mean difference in each resample. */
    final double[] means;
    /** The quantile differences in each resample, by probability, and on the whole grid. */
    final double[][] quantileDifferences;

    final double[] gridQuantileDifferences;
    /** The dominance statistics of order 1 and 2 in each resample, and on the whole grid. */
    final DominanceReplicates first;

    final DominanceReplicates second;

    private final PairGrid grid;
    private final int[] baseHistogram;
    private final int[] armHistogram;

    /**
     * Runs all resamples.
     *
     * @param grid the pairs
     * @param resamples a plan for as many observations
     * @param probabilities of the quantiles, ascending
     * @param moreIsBetter orients dominance
     */
    PairBootstrap(PairGrid grid, Resamples resamples, double[] probabilities, boolean moreIsBetter) {
        this.grid = grid;
        int count = resamples.count();
        baseHistogram = new int[grid.levels];
        armHistogram = new int[grid.levels];
        means = new double[count];
        quantileDifferences = new double[probabilities.length][count];
        int[] ranks = new int[probabilities.length];
        for (int p = 0; p < ranks.length; p++) {
            ranks[p] = Columns.rank(grid.runs, probabilities[p]);
        }
        grid.histograms(baseHistogram, armHistogram);
        first = new DominanceReplicates(1, moreIsBetter, grid, count);
        second = new DominanceReplicates(2, moreIsBetter, grid, count);
        first.observe(baseHistogram, armHistogram);
        second.observe(baseHistogram, armHistogram);
        gridQuantileDifferences = new double[ranks.length];
        differences(ranks, gridQuantileDifferences);
        double[] one = new double[ranks.length];
        for (int r = 0; r < count; r++) {
            byte[] occurrences = resamples.occurrences(r);
            grid.histograms(occurrences, baseHistogram, armHistogram);
            means[r] = grid.meanDifference(occurrences, baseHistogram, armHistogram);
            first.resample(r, baseHistogram, armHistogram);
            second.resample(r, baseHistogram, armHistogram);
            differences(ranks, one);
            for (int p = 0; p < ranks.length; p++) {
                quantileDifferences[p][r] = one[p];
            }
        }
    }

    private void differences(int[] ranks, double[] out) {
        Arrays.fill(out, 0);
        addQuantiles(armHistogram, ranks, 1, out);
        addQuantiles(baseHistogram, ranks, -1, out);
    }

    private void addQuantiles(int[] histogram, int[] ranks, int sign, double[] out) {
        int level = 0;
        int atOrBelow = histogram[0];
        for (int p = 0; p < ranks.length; p++) {
            while (atOrBelow < ranks[p]) {
                atOrBelow += histogram[++level];
            }
            out[p] += sign * grid.value[level];
        }
    }
}
