package org.tumen.analysis.comparison.pair;

/**
 * In how many resamples an arm dominates. Walking the levels from the worst to the best, G is the mass of the arm so far
 * less that of the baseline; order 1 looks at G, order 2 at its integral over the levels. The arm dominates when the curve
 * is nowhere above zero and somewhere below.
 */
final class DominanceReplicates {
    private final int order;
    private final int levels;
    private final double[] gap;
    private final boolean moreIsBetter;
    private int armDominates;
    private int baselineDominates;
    private int count;

    DominanceReplicates(int order, boolean moreIsBetter, PairGrid grid) {
        this.order = order;
        this.moreIsBetter = moreIsBetter;
        this.levels = grid.levels;
        this.gap = new double[levels];
        for (int k = 0; k + 1 < levels; k++) {
            gap[k] = order == 1 ? 1 : Math.abs(grid.value[index(k + 1)] - grid.value[index(k)]);
        }
    }

    /** The k-th level from the worst. */
    private int index(int k) {
        return moreIsBetter ? k : levels - 1 - k;
    }

    /** Takes in the histograms of a resample. */
    void resample(int[] baseHistogram, int[] armHistogram) {
        double high = 0;
        double low = 0;
        int step = moreIsBetter ? 1 : -1;
        int j = index(0);
        int mass = 0;
        double area = 0;
        double keep = order == 1 ? 0 : 1;
        for (int k = 0; k + 1 < levels; k++, j += step) {
            mass += armHistogram[j] - baseHistogram[j];
            area = keep * area + mass * gap[k];
            // Plain comparisons: Math.max costs several times as much for its care of NaN and signed zeros.
            high = area > high ? area : high;
            low = area < low ? area : low;
        }
        double rounding = order == 1 ? 0 : 1e-9 * Math.max(high, -low);
        armDominates += high <= rounding && low < -rounding ? 1 : 0;
        baselineDominates += low >= -rounding && high > rounding ? 1 : 0;
        count++;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** The number of resamples. */
    int count() {
        return count;
    }

    double armShare() {
        return (double) armDominates / count;
    }

    double baselineShare() {
        return (double) baselineDominates / count;
    }
}
