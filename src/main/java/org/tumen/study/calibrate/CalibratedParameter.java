package org.tumen.study.calibrate;

import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.calibration.Posterior;

/**
 * A parameter, before and after the record was taken into account.
 *
 * @param name its path, or the name of a weight of the vote model
 * @param support where its prior lies
 * @param priorMean mean of the prior
 * @param priorSd its standard deviation
 * @param priorKurtosis its kurtosis, 3 for a normal one
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
        double priorKurtosis,
        double mean,
        double error,
        double sd,
        Interval central) {
    /** The level of the central intervals of posteriors. */
    private static final double LEVEL = 0.9;

    /** Effective points from which standard errors can be relied on. */
    static final int FEWEST_POINTS = StudentisedMean.FEWEST_DIFFERING;

    /** Of a parameter of a posterior, by its place there and in a prior of all; the prior may be of it alone. */
    static CalibratedParameter of(String name, Interval support, Posterior before, Posterior posterior, int place) {
        int own = before.points().get(0).size() == 1 ? 0 : place;
        return new CalibratedParameter(
                name,
                support,
                before.mean(own),
                Math.sqrt(before.variance(own)),
                before.kurtosis(own),
                posterior.mean(place),
                posterior.meanError(place),
                Math.sqrt(posterior.variance(place)),
                posterior.interval(place, LEVEL));
    }

    /** How much of the prior's spread the record took away: 1 − posterior sd / prior sd. */
    double contraction() {
        return 1 - sd / priorSd;
    }

    /** The standard error of a contraction that is 0: a standard deviation from n points is uncertain by √((κ − 1)/(4n)). */
    double contractionError(double points) {
        return Math.sqrt((priorKurtosis - 1) / (4 * points));
    }

    /** Whether the contraction of a posterior worth so many points is beyond two standard errors; of few points it cannot be told. */
    boolean narrowed(double points) {
        return points >= FEWEST_POINTS && contraction() > 2 * contractionError(points);
    }

    /** How far the mean has moved from the prior's, in standard errors of it. */
    double moved() {
        return Math.abs(mean - priorMean) / error;
    }
}
