package org.tumen.analysis.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.MeanDifference;

/**
 * The difference of an arm to the baseline over the prior.
 *
 * @param difference the mean over the draws, arm minus baseline, each point weighing the same
 * @param interval its interval, points being the independent draws (runs of a point are not); simultaneous over the arms, and
 *     a confidence sequence where the number of runs was chosen while looking; null where fewer than
 *     {@value StudentisedMean#FEWEST_DIFFERING} points differ
 * @param luck the variance of a run's difference at given parameters
 * @param parameters the variance of the expected difference over the prior
 * @param parameterShare the parameters' share of both; NaN when the difference never varies
 * @param parameterShareError its standard error
 * @param split how luck and parameters were told apart
 * @param better the share of worlds in which the arm is better in expectation, luck averaged out; where neither
 *     direction is better, in which it is higher
 * @param betterError the standard error of that share by the jackknife over parts of the points
 * @param betterInterval its 95 % interval, in which the errors of the mean and of the variance between worlds count too; 0 to 1
 *     where too few points differ
 * @param replicatesToTell about how many runs of each world would tell that share to half of {@link #WIDEST}; null when more worlds
 *     are needed
 */
public record UnderThePrior(
        String arm,
        double difference,
        @Nullable Interval interval,
        double luck,
        double parameters,
        double parameterShare,
        double parameterShareError,
        Split split,
        double better,
        double betterError,
        Interval betterInterval,
        @Nullable Integer replicatesToTell) {
    /** The widest interval with which a share of worlds is told at all. */
    static final double WIDEST = 0.4;

    /** The same with the difference as a comparison tells it, which of shares has an interval where it gives no verdict. */
    UnderThePrior within(MeanDifference told) {
        return new UnderThePrior(
                arm,
                told.difference(),
                told.tooFewDiffer() ? null : told.interval(),
                luck,
                parameters,
                parameterShare,
                parameterShareError,
                split,
                better,
                betterError,
                betterInterval,
                replicatesToTell);
    }

    /** Whether the difference is sure to have its sign. */
    public boolean signSure() {
        return interval != null && interval.excludesZero();
    }

    /** Whether the share of draws can be told. */
    public boolean shareTold() {
        return betterInterval.high() - betterInterval.low() <= WIDEST;
    }

    /**
     * In which share of draws of the parameters the arm is better, in a sentence; or that these runs cannot tell it, and what
     * could.
     *
     * @param word "better", or "higher" where neither direction is better
     */
    public String shareInWords(String word) {
        if (shareTold()) {
            return String.format(
                    Locale.ROOT,
                    "Chance averaged out, it is %s in %.0f %% of draws of the parameters (%.0f to %.0f %%).",
                    word,
                    100 * better,
                    100 * betterInterval.low(),
                    100 * betterInterval.high());
        }
        return "In what share of draws of the parameters it is " + word
                + ", chance averaged out, cannot be told from these runs; "
                + (replicatesToTell == null
                        ? "more draws are needed."
                        : "about " + replicatesToTell + " replicates of each draw would be needed.");
    }

    /** How luck and parameters are told apart. */
    public enum Split {
        /**
         * By analysis of variance over runs that share a point: unbiased, but that the variances of several arms are those of the
         * nearest covariance without negative eigenvalues, and none is below what a surface explains, so that small ones lean
         * upwards.
         */
        REPLICATES,
        /**
         * By what a surface (smooth functions of the parameters and products of pairs), fitted to other points, explains;
         * what it cannot follow counts as luck.
         */
        REGRESSION
    }
}
