package org.tumen.analysis.comparison;

/**
 * Stochastic dominance between an arm and its baseline, in the direction in which the outcome is better.
 *
 * <p>First order: at every threshold the arm is no likelier to be worse than it. Second order: at every threshold the
 * expected shortfall below it is no larger, so that everyone who prefers better to worse and dislikes risk prefers the
 * arm. The largest violation is, at first order, a difference of probabilities; at second order one of expected
 * shortfalls in units of the outcome. Thresholds are all values that occur, or, with more than 1,024 distinct ones, as
 * many groups of neighbouring values.
 *
 * <p>The tests are those of G. F. Barrett and S. G. Donald, "Consistent tests for stochastic dominance", Econometrica 71
 * (2003) 71–104: the hypothesis is that one dominates weakly, the statistic the largest violation, its distribution that
 * of the recentred bootstrap; here pairs are resampled, which keeps the dependence. A small p-value speaks against
 * dominance. The shares of resamples in which dominance holds strictly say how sure the finding is; they are a measure
 * of confidence and not a p-value, and are small where distributions nearly touch.
 *
 * @param order 1 or 2
 * @param finding which dominates on the data
 * @param armShare share of resamples in which the arm dominates
 * @param baselineShare share of resamples in which the baseline dominates
 * @param armViolation largest violation of the arm's dominance, 0 when it dominates weakly
 * @param baselineViolation largest violation of the baseline's dominance
 * @param armPValue p-value of the hypothesis that the arm dominates
 * @param baselinePValue p-value of the hypothesis that the baseline dominates
 */
public record Dominance(
        int order,
        Finding finding,
        double armShare,
        double baselineShare,
        double armViolation,
        double baselineViolation,
        double armPValue,
        double baselinePValue) {

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

    static Dominance of(int order, DominanceReplicates replicates) {
        double arm = replicates.armViolation();
        double baseline = replicates.baselineViolation();
        double rounding = order == 1 ? 0 : 1e-12 * Math.max(arm, baseline);
        return new Dominance(
                order,
                finding(arm > rounding, baseline > rounding),
                replicates.armShare(),
                replicates.baselineShare(),
                arm,
                baseline,
                replicates.armPValue(),
                replicates.baselinePValue());
    }

    private static Finding finding(boolean armViolated, boolean baselineViolated) {
        if (armViolated) {
            return baselineViolated ? Finding.NEITHER : Finding.BASELINE;
        }
        return baselineViolated ? Finding.ARM : Finding.EQUAL;
    }
}
