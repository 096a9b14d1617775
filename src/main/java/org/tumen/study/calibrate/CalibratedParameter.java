package org.tumen.study.calibrate;

import org.tumen.analysis.Interval;
import org.tumen.analysis.calibration.Posterior;

/**
 * A parameter, before and after the record was taken into account.
 *
 * @param name its path, or the name of a weight of the vote model
 * @param support where its prior lies
 * @param priorMean mean of the prior
 * @param priorSd its standard deviation
 * @param mean mean of the posterior
 * @param error the standard error that its points leave in that mean
 * @param sd its standard deviation
 * @param central its central 90 % interval
 */
record CalibratedParameter(
        String name,
        Interval support,
        double priorMean,
        double priorSd,
        double mean,
        double error,
        double sd,
        Interval central) {
    /** The level of the central intervals of posteriors. */
    private static final double LEVEL = 0.9;

    /** Of a parameter of a posterior, by its place there. */
    static CalibratedParameter of(
            String name, Interval support, double priorMean, double priorSd, Posterior posterior, int place) {
        return new CalibratedParameter(
                name,
                support,
                priorMean,
                priorSd,
                posterior.mean(place),
                posterior.meanError(place),
                Math.sqrt(posterior.variance(place)),
                posterior.interval(place, LEVEL));
    }

    /** How much of the prior's spread the record took away: 1 − posterior sd / prior sd. */
    double contraction() {
        return 1 - sd / priorSd;
    }

    /** How far the mean has moved from the prior's, in standard deviations of the posterior. */
    double moved() {
        return Math.abs(mean - priorMean) / sd;
    }
}
