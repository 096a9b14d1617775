package org.tumen.analysis.comparison.pair;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Distributions;

/**
 * The log-rank test of equal hazards with right-censored times.
 *
 * <p>With at-risk numbers Y₁, Y₂ (sum Y) and events d₁ (of d in all) at each time, the statistic is U = Σ (d₁ − d Y₁/Y):
 * N. Mantel, Cancer Chemother. Rep. 50 (1966) 163–170; R. Peto and J. Peto, J. R. Statist. Soc. A 135 (1972) 185–207.
 *
 * <p>For runs on common random numbers U is set against the variance of its contributions by pair, or by cluster of pairs
 * where some share a point of the parameters (S.-H. Jung, "Rank tests for
 * matched survival data", Lifetime Data Analysis 5 (1999) 67–79; the same as the score test of Cox regression with the
 * robust variance of D. Y. Lin and L. J. Wei, J. Amer. Statist. Assoc. 84 (1989) 1074–1078, by pair): an individual of
 * group 1 contributes ∫ (1 − Y₁/Y) dM, one of group 2 −∫ (Y₁/Y) dM, where M is its martingale residual under the pooled
 * hazard.
 *
 * @param observed events in group 1
 * @param expected events expected there under equal hazards
 * @param pairedZ U over its paired standard error, positive when group 1 has the higher hazard
 * @param pairedPValue for paired runs; 1 when there was no event to compare or the pairs do not differ
 */
public record LogRank(double observed, double expected, double pairedZ, double pairedPValue) {

    /**
     * Compares an arm, group 1, with its baseline, runs censored at one horizon.
     *
     * @param baseline times of the events; the horizon or more where it did not happen
     * @param arm likewise
     */
    public static LogRank of(double[] baseline, double[] arm, double horizon, Clusters clusters) {
        return paired(
                restricted(arm, horizon),
                happened(arm, horizon),
                restricted(baseline, horizon),
                happened(baseline, horizon),
                clusters);
    }

    private static double[] restricted(double[] times, double horizon) {
        return Arrays.stream(times).map(t -> Math.min(t, horizon) + 0.0).toArray();
    }

    private static boolean[] happened(double[] times, double horizon) {
        boolean[] happened = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            happened[i] = times[i] < horizon;
        }
        return happened;
    }

    /**
     * Compares two groups paired by index.
     *
     * @param times1 times of group 1
     * @param events1 whether each time ends with the event; otherwise it is censored
     * @param times2 times of group 2
     * @param events2 likewise
     * @param clusters of the pairs
     * @throws IllegalArgumentException when the lengths differ
     */
    public static LogRank paired(
            double[] times1, boolean[] events1, double[] times2, boolean[] events2, Clusters clusters) {
        if (times1.length != times2.length || times1.length != events1.length || times2.length != events2.length) {
            throw new IllegalArgumentException("times and events of paired groups are as many");
        }
        Curve curve = new Curve(times1, events1, times2, events2);
        double[] contributions = new double[times1.length];
        Arrays.setAll(contributions, i -> curve.first(times1[i], events1[i]) + curve.second(times2[i], events2[i]));
        double squares = 0;
        double sum = 0;
        for (double c : clusters.totals(contributions)) {
            sum += c;
            squares += c * c;
        }
        double z = squares > 1e-20 ? sum / Math.sqrt(squares) : 0;
        return curve.result(z, Distributions.normalTwoSided(z));
    }

    /** Hazards, risk sets and the statistic over the distinct times. */
    private static final class Curve {
        private final double[] time;
        /** Y₁/Y at each time, and the cumulated ∫(1 − Y₁/Y) dΛ and ∫(Y₁/Y) dΛ up to it. */
        private final double[] share;

        private final double[] firstSum;
        private final double[] secondSum;
        private double observed;
        private double expected;

        Curve(double[] times1, boolean[] events1, double[] times2, boolean[] events2) {
            time = distinct(times1, times2);
            share = new double[time.length];
            firstSum = new double[time.length];
            secondSum = new double[time.length];
            int[] ends1 = count(times1, null);
            int[] ends2 = count(times2, null);
            int[] died1 = count(times1, events1);
            int[] died2 = count(times2, events2);
            double risk1 = times1.length;
            double risk2 = times2.length;
            double first = 0;
            double second = 0;
            for (int k = 0; k < time.length; k++) {
                double risk = risk1 + risk2;
                double events = died1[k] + died2[k];
                share[k] = risk1 / risk;
                first += (1 - share[k]) * events / risk;
                second += share[k] * events / risk;
                firstSum[k] = first;
                secondSum[k] = second;
                observed += died1[k];
                expected += events * share[k];
                risk1 -= ends1[k];
                risk2 -= ends2[k];
            }
        }

        private static double[] distinct(double[] times1, double[] times2) {
            double[] all = Arrays.copyOf(times1, times1.length + times2.length);
            System.arraycopy(times2, 0, all, times1.length, times2.length);
            Arrays.sort(all);
            int count = 0;
            for (int i = 0; i < all.length; i++) {
                if (i == 0 || all[i] > all[i - 1]) {
                    all[count++] = all[i];
                }
            }
            return Arrays.copyOf(all, count);
        }

        private int[] count(double[] times, boolean @Nullable [] only) {
            int[] counts = new int[time.length];
            for (int i = 0; i < times.length; i++) {
                if (only == null || only[i]) {
                    counts[Arrays.binarySearch(time, times[i])]++;
                }
            }
            return counts;
        }

        double first(double t, boolean event) {
            int k = Arrays.binarySearch(time, t);
            return (event ? 1 - share[k] : 0) - firstSum[k];
        }

        double second(double t, boolean event) {
            int k = Arrays.binarySearch(time, t);
            return (event ? -share[k] : 0) + secondSum[k];
        }

        LogRank result(double pairedZ, double pairedPValue) {
            return new LogRank(observed, expected, pairedZ, pairedPValue);
        }
    }
}
