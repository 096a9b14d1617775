package org.tumen.analysis.comparison;

import java.util.Arrays;

/**
 * Dominance statistics over resamples. Walking the levels from the worst to the best, G is the mass of the arm so far
 * less that of the baseline; order 1 looks at G, order 2 at its integral over the levels. The arm dominates when the
 * curve is nowhere above zero and somewhere below.
 */
final class DominanceReplicates {
    private final int order;
    private final boolean moreIsBetter;
    private final int levels;
    private final double[] gap;
    private final double[] observed;
    private final double scale;
    private double highest;
    private double lowest;
    private int armDominates;
    private int baselineDominates;
    private final double[] highestCentred;
    private final double[] lowestCentred;

    DominanceReplicates(int order, boolean moreIsBetter, PairGrid grid, int count) {
        this.order = order;
        this.moreIsBetter = moreIsBetter;
        this.levels = grid.levels;
        this.scale = 1.0 / grid.runs;
        this.gap = new double[levels];
        for (int k = 0; k + 1 < levels; k++) {
            gap[k] = order == 1 ? 1 : Math.abs(grid.value[index(k + 1)] - grid.value[index(k)]);
        }
        this.observed = new double[levels];
        this.highestCentred = new double[count];
        this.lowestCentred = new double[count];
    }

    /** The k-th level from the worst. */
    private int index(int k) {
        return moreIsBetter ? k : levels - 1 - k;
    }

    /** Takes in the histograms of the data. */
    void observe(int[] baseHistogram, int[] armHistogram) {
        int mass = 0;
        double area = 0;
        for (int k = 0; k + 1 < levels; k++) {
            int j = index(k);
            mass += armHistogram[j] - baseHistogram[j];
            area = order == 1 ? mass : area + mass * gap[k];
            observed[k] = area;
            highest = Math.max(highest, area);
            lowest = Math.min(lowest, area);
        }
    }

    /** Takes in the histograms of a resample. */
    void resample(int r, int[] baseHistogram, int[] armHistogram) {
        double high = 0;
        double low = 0;
        double highCentred = 0;
        double lowCentred = 0;
        int step = moreIsBetter ? 1 : -1;
        int j = index(0);
        int mass = 0;
        double area = 0;
        double keep = order == 1 ? 0 : 1;
        for (int k = 0; k + 1 < levels; k++, j += step) {
            mass += armHistogram[j] - baseHistogram[j];
            area = keep * area + mass * gap[k];
            double centred = area - observed[k];
            // Plain comparisons: Math.max costs several times as much for its care of NaN and signed zeros.
            high = area > high ? area : high;
            low = area < low ? area : low;
            highCentred = centred > highCentred ? centred : highCentred;
            lowCentred = centred < lowCentred ? centred : lowCentred;
        }
        double rounding = order == 1 ? 0 : 1e-9 * Math.max(high, -low);
        armDominates += high <= rounding && low < -rounding ? 1 : 0;
        baselineDominates += low >= -rounding && high > rounding ? 1 : 0;
        highestCentred[r] = highCentred;
        lowestCentred[r] = -lowCentred;
    }

    double armShare() {
        return (double) armDominates / highestCentred.length;
    }

    double baselineShare() {
        return (double) baselineDominates / highestCentred.length;
    }

    double armViolation() {
        return highest * scale;
    }

    double baselineViolation() {
        return -lowest * scale;
    }

    /** p-value of the hypothesis that the arm dominates weakly. */
    double armPValue() {
        return pValue(highest, highestCentred);
    }

    double baselinePValue() {
        return pValue(-lowest, lowestCentred);
    }

    private static double pValue(double violation, double[] centred) {
        if (violation <= 0) {
            return 1;
        }
        long reached = Arrays.stream(centred).filter(c -> c >= violation).count();
        return (1.0 + reached) / (1.0 + centred.length);
    }
}
