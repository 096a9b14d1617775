package org.tumen.analysis.value;

import org.tumen.analysis.comparison.Interval;

/**
 * The difference of an arm to the baseline over the prior.
 *
 * @param arm the arm
 * @param difference the mean over the draws, arm minus baseline, each point weighing the same
 * @param interval its interval, points being the independent draws (runs of a point are not)
 * @param luck the variance of a run's difference at given parameters
 * @param parameters the variance of the expected difference over the prior
 * @param parameterShare the parameters' share of both; NaN when the difference never varies
 * @param parameterShareError its standard error
 * @param split how luck and parameters were told apart
 * @param better the share of worlds in which the arm is better in expectation, luck averaged out; where neither
 *     direction is better, in which it is higher
 * @param betterError the standard error of that share
 */
public record UnderThePrior(
        String arm,
        double difference,
        Interval interval,
        double luck,
        double parameters,
        double parameterShare,
        double parameterShareError,
        Split split,
        double better,
        double betterError) {

    /** How luck and parameters are told apart. */
    public enum Split {
        /** By analysis of variance over runs that share a point; unbiased. */
        REPLICATES,
        /**
         * By what a surface (smooth functions of the parameters and products of pairs), fitted to other points, explains;
         * what it cannot follow counts as luck.
         */
        REGRESSION
    }
}
