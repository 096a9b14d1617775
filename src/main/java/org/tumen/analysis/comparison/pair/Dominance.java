package org.tumen.analysis.comparison.pair;

/**
 * Stochastic dominance between an arm and its baseline, in the direction in which the outcome is better.
 *
 * <p>First order: at every threshold the arm is no likelier to be worse than it. Second order: at every threshold the
 * expected shortfall below it is no larger, so that everyone who prefers better to worse and dislikes risk prefers the
 * arm. Thresholds are all values that occur. That distributions do not cross on the data says little, for they may touch:
 * dominance is claimed only where it holds on the data, and strictly in so large a share of the resamples of clusters of
 * runs that the others, one more counted, are the row's part of the error of its table: few resamples claim nothing. In the
 * resamples, with more than 1,024 distinct values, thresholds are groups of neighbours, small ones towards the ends and single
 * values at them (see {@link PairGrid}).
 *
 * @param order 1 or 2
 * @param finding which dominates on the data
 * @param armShare share of resamples in which the arm dominates
 * @param baselineShare share of resamples in which the baseline dominates
 * @param claimedFrom the share of resamples from which dominance is claimed: some 0.95 for the only row of a table; above 1
 *     where the resamples, or the runs that differ, are too few to tell
 */
public record Dominance(int order, Finding finding, double armShare, double baselineShare, double claimedFrom) {

    /** Which of two distributions dominates. */
    public enum Finding {
        /** The arm does. */
        ARM,
        /** The baseline does. */
        BASELINE,
        /** The distributions are the same. */
        EQUAL,
        /** Neither does. */
        NEITHER
    }

    public static Dominance of(
            int order, double[] sortedBaseline, double[] sortedArm, DominanceReplicates replicates, double level) {
        double[] violations = violations(order, sortedBaseline, sortedArm, replicates.moreIsBetter());
        double rounding = order == 1 ? 0 : 1e-12 * Math.max(violations[0], violations[1]);
        return new Dominance(
                order,
                finding(violations[0] > rounding, violations[1] > rounding),
                replicates.armShare(),
                replicates.baselineShare(),
                claimedFrom(level, replicates.count()));
    }

    /** From which share on (1 + resamples without dominance)/(1 + resamples) is at most 1 − level. */
    private static double claimedFrom(double level, int resamples) {
        return 1 - ((1 - level) * (resamples + 1) - 1) / resamples - 1e-9;
    }

    /** What may be said to dominate: the finding where enough resamples agree, else {@link Finding#NEITHER}. */
    public Finding claimed() {
        boolean sure = finding == Finding.ARM && armShare >= claimedFrom
                || finding == Finding.BASELINE && baselineShare >= claimedFrom;
        return sure ? finding : Finding.NEITHER;
    }

    private static Finding finding(boolean armViolated, boolean baselineViolated) {
        if (armViolated) {
            return baselineViolated ? Finding.NEITHER : Finding.BASELINE;
        }
        return baselineViolated ? Finding.ARM : Finding.EQUAL;
    }

    /**
     * The largest violation of the arm's dominance and of the baseline's on the data: at first order differences of
     * probabilities, at second of expected shortfalls in units of the outcome.
     */
    public static double[] violations(int order, double[] sortedBaseline, double[] sortedArm, boolean moreIsBetter) {
        int n = sortedArm.length;
        int sign = moreIsBetter ? 1 : -1;
        int arm = 0;
        int baseline = 0;
        double high = 0;
        double low = 0;
        double area = 0;
        double last = Double.NaN;
        while (arm < n || baseline < n) {
            double a = arm < n ? sign * place(sortedArm, arm, moreIsBetter) : Double.POSITIVE_INFINITY;
            double b = baseline < n ? sign * place(sortedBaseline, baseline, moreIsBetter) : Double.POSITIVE_INFINITY;
            double here = Math.min(a, b);
            if (order == 2 && arm + baseline > 0) {
                area += (arm - baseline) * (here - last);
            }
            while (arm < n && sign * place(sortedArm, arm, moreIsBetter) == here) {
                arm++;
            }
            while (baseline < n && sign * place(sortedBaseline, baseline, moreIsBetter) == here) {
                baseline++;
            }
            area = order == 1 ? arm - baseline : area;
            high = Math.max(high, area);
            low = Math.min(low, area);
            last = here;
        }
        return new double[] {high / n, -low / n};
    }

    /** The value at a place from the worst. */
    private static double place(double[] sorted, int place, boolean moreIsBetter) {
        return sorted[moreIsBetter ? place : sorted.length - 1 - place];
    }
}
