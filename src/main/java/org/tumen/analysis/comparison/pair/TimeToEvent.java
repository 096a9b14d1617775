package org.tumen.analysis.comparison.pair;

import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.comparison.MeanDifference;

/**
 * Times to an event that may not happen before the horizon. All censoring is at the horizon, so that the restricted mean
 * time up to it, the area under the Kaplan–Meier curve (P. Royston and M. K. B. Parmar, BMC Med. Res. Methodol. 13 (2013)
 * 152), is the plain mean of the censored times, and its difference the {@link MeanDifference} of the outcome.
 *
 * @param horizon weeks a run lasts
 * @param baselineHappened share of the baseline's runs in which the event happened
 * @param armHappened the same for the arm
 * @param baselineRestrictedMean mean weeks without the event, up to the horizon
 * @param armRestrictedMean the same for the arm
 * @param logRank test of equal hazards; group 1 is the arm
 */
public record TimeToEvent(
        double horizon,
        double baselineHappened,
        double armHappened,
        double baselineRestrictedMean,
        double armRestrictedMean,
        LogRank logRank) {

    public static TimeToEvent of(double[] baseline, double[] arm, double horizon, Clusters clusters) {
        double[] b = restricted(baseline, horizon);
        double[] a = restricted(arm, horizon);
        boolean[] happenedB = happened(baseline, horizon);
        boolean[] happenedA = happened(arm, horizon);
        return new TimeToEvent(
                horizon,
                share(happenedB),
                share(happenedA),
                StatUtils.mean(b),
                StatUtils.mean(a),
                LogRank.paired(a, happenedA, b, happenedB, clusters));
    }

    private static double[] restricted(double[] times, double horizon) {
        double[] restricted = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            restricted[i] = Math.min(times[i], horizon) + 0.0;
        }
        return restricted;
    }

    private static boolean[] happened(double[] times, double horizon) {
        boolean[] happened = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            happened[i] = times[i] < horizon;
        }
        return happened;
    }

    private static double share(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return (double) count / flags.length;
    }
}
