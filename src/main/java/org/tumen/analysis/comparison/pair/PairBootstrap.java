package org.tumen.analysis.comparison.pair;

import java.util.Arrays;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;

/** One pass over the resamples of the clusters, from which quantile differences and dominance take what they need. */
public final class PairBootstrap {
    /**
     * The quantile differences in each resample, by probability, and on the whole grid: where two values are quantiles, for np
     * is whole, the lesser and the greater of the differences of the lower and of the upper ones.
     */
    final double[][] least;

    final double[][] greatest;

    final double[] gridQuantileDifferences;
    /** In how many resamples an arm dominates at order 1 and 2. */
    public final DominanceReplicates first;

    public final DominanceReplicates second;

    private final PairGrid grid;
    final double[] probabilities;
    private final int[] baseHistogram;
    private final int[] armHistogram;

    /**
     * Runs all resamples.
     *
     * @param grid the pairs
     * @param resamples a plan for as many clusters
     * @param probabilities of the quantiles, ascending
     * @param moreIsBetter orients dominance
     */
    public PairBootstrap(PairGrid grid, Resamples resamples, double[] probabilities, boolean moreIsBetter) {
        this.grid = grid;
        this.probabilities = probabilities;
        int count = resamples.count();
        baseHistogram = new int[grid.levels];
        armHistogram = new int[grid.levels];
        least = new double[probabilities.length][count];
        greatest = new double[probabilities.length][count];
        grid.histograms(baseHistogram, armHistogram);
        first = new DominanceReplicates(1, moreIsBetter, grid);
        second = new DominanceReplicates(2, moreIsBetter, grid);
        gridQuantileDifferences = new double[probabilities.length];
        differences(gridQuantileDifferences, false);
        double[] lower = new double[probabilities.length];
        double[] upper = new double[probabilities.length];
        for (int r = 0; r < count; r++) {
            grid.histograms(resamples.occurrences(r), baseHistogram, armHistogram);
            first.resample(baseHistogram, armHistogram);
            second.resample(baseHistogram, armHistogram);
            differences(lower, false);
            differences(upper, true);
            for (int p = 0; p < lower.length; p++) {
                least[p][r] = Math.min(lower[p], upper[p]);
                greatest[p][r] = Math.max(lower[p], upper[p]);
            }
        }
    }

    private void differences(double[] out, boolean upper) {
        // Clusters may differ in size, and resamples then in their number of runs.
        int runs = grid.runs;
        if (grid.clusters < grid.runs) {
            runs = 0;
            for (int number : armHistogram) {
                runs += number;
            }
        }
        Arrays.fill(out, 0);
        addQuantiles(armHistogram, runs, 1, upper, out);
        addQuantiles(baseHistogram, runs, -1, upper, out);
    }

    private void addQuantiles(int[] histogram, int runs, int sign, boolean upper, double[] out) {
        int level = 0;
        int atOrBelow = histogram[0];
        for (int p = 0; p < out.length; p++) {
            int rank =
                    upper ? runs + 1 - Columns.rank(runs, 1 - probabilities[p]) : Columns.rank(runs, probabilities[p]);
            while (atOrBelow < rank) {
                atOrBelow += histogram[++level];
            }
            out[p] += sign * grid.value[level];
        }
    }
}
