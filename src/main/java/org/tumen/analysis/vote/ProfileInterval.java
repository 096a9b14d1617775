package org.tumen.analysis.vote;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A profile-likelihood interval: the values of one parameter at which the highest penalised log-likelihood over all
 * others lies within half a chi-square quantile (one degree of freedom) of the maximum. The penalty is part of it, so
 * the interval is one of likelihood and weak prior together; an end at a bound of the search is open.
 *
 * @param parameter the parameter
 * @param low lower end
 * @param high upper end
 * @param openBelow whether the search's lower bound was reached
 * @param openAbove whether the search's upper bound was reached
 */
public record ProfileInterval(VoteParameter parameter, double low, double high, boolean openBelow, boolean openAbove) {
    private static final int HALVINGS = 12;

    /**
     * The interval of a parameter.
     *
     * @param fitter the fitter that made the fit
     * @param fit the fit
     * @param drafts the drafts it was made from
     * @param parameter the parameter
     * @param level confidence level, such as .9
     */
    public static ProfileInterval of(
            VoteFitter fitter, VoteFit fit, List<Draft> drafts, VoteParameter parameter, double level) {
        double drop = new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(level) / 2;
        double floor = fit.penalised() - drop;
        double estimate = fit.get(parameter);
        double low = end(fitter, drafts, parameter, estimate, parameter.low(), floor);
        double high = end(fitter, drafts, parameter, estimate, parameter.high(), floor);
        return new ProfileInterval(parameter, low, high, low == parameter.low(), high == parameter.high());
    }

    /** Bisection between the estimate, which is inside, and a bound. */
    private static double end(
            VoteFitter fitter,
            List<Draft> drafts,
            VoteParameter parameter,
            double estimate,
            double bound,
            double floor) {
        if (fitter.profile(drafts, parameter, bound) >= floor) {
            return bound;
        }
        double inside = estimate;
        double outside = bound;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (fitter.profile(drafts, parameter, middle) >= floor) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }
}
