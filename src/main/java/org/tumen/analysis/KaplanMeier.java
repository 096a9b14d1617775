package org.tumen.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The product-limit estimate of the share of runs still without an event, with a pointwise band. The arrays are not
 * copied and not to be changed; they hold one entry for each time at which an event happened.
 *
 * <p>Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
 * Statistical Association 53 (1958) 457–481. As all runs are censored at one horizon, S is a share of runs and the band its
 * {@link ShareLimits exact limits}.
 *
 * @param time the times of events, ascending
 * @param atRisk how many were without an event and uncensored just before each time
 * @param events how many events there were at each time
 * @param survival S just after each time
 * @param lower the lower end of the pointwise 95 % band
 * @param upper the upper end of the pointwise 95 % band
 * @param n the number observed
 */
public record KaplanMeier(
        double[] time, long[] atRisk, long[] events, double[] survival, double[] lower, double[] upper, long n) {
    private static final double LEVEL = 0.95;

    /**
     * The estimate for runs that all end at one horizon.
     *
     * @param times the time of the event, or the horizon or more when it did not happen; finite, not changed
     * @param horizon where every run is censored
     * @param clusters of these runs
     * @throws IllegalArgumentException when there are no times or one is not finite
     */
    public static KaplanMeier of(double[] times, double horizon, Clusters clusters) {
        OutcomeSummary.requireFinite(times);
        NavigableMap<Double, Long> ended = new TreeMap<>();
        for (double t : times) {
            // The zeros of either sign are one time.
            ended.merge(Math.min(t, horizon) + 0.0, 1L, Long::sum);
        }
        NavigableMap<Double, Long> happened = ended.headMap(horizon, false);
        int steps = happened.size();
        double[] time = new double[steps];
        long[] atRisk = new long[steps];
        long[] events = new long[steps];
        double[] survival = new double[steps];
        double[] lower = new double[steps];
        double[] upper = new double[steps];
        int named = 0;
        for (double t : happened.keySet()) {
            time[named++] = t;
        }
        double[] errors = clusters.areSingle() ? new double[steps] : errors(times, time, clusters);
        long left = times.length;
        double share = 1;
        int j = 0;
        for (Map.Entry<Double, Long> entry : happened.entrySet()) {
            atRisk[j] = left;
            events[j] = entry.getValue();
            left -= events[j];
            share *= (double) left / atRisk[j];
            survival[j] = share;
            double independent = share * (1 - share) / times.length;
            double runs = ShareLimits.counting(ShareLimits.worth(independent, errors[j], clusters), LEVEL, clusters);
            lower[j] = ShareLimits.of(share, runs, (1 - LEVEL) / 2);
            upper[j] = ShareLimits.of(share, runs, (1 + LEVEL) / 2);
            j++;
        }
        return new KaplanMeier(time, atRisk, events, survival, lower, upper, times.length);
    }

    /**
     * The standard error of the share without an event after each time: what {@link Clusters#standardError} says of the
     * runs' ones and zeros, for all times in one pass. Of a cluster of n runs with d events so far, d² grows by 2d + 1 and dn
     * by n at each further one; the deviations' squares are Σ(d − qn)² with q the share of all runs with an event.
     */
    private static double[] errors(double[] times, double[] time, Clusters clusters) {
        int runs = times.length;
        int[] step = new int[runs];
        for (int i = 0; i < runs; i++) {
            int place = Arrays.binarySearch(time, times[i] + 0.0);
            step[i] = place < 0 ? time.length : place;
        }
        // One entry more than times takes the runs without an event.
        long[] events = new long[time.length + 1];
        long[] squares = new long[time.length + 1];
        double[] products = new double[time.length + 1];
        double sizes = 0;
        for (int from = 0, to; from < runs; from = to) {
            to = clusters.end(from);
            Arrays.sort(step, from, to);
            double size = to - from;
            sizes += size * size;
            for (int i = from; i < to; i++) {
                events[step[i]]++;
                squares[step[i]] += 2L * (i - from) + 1;
                products[step[i]] += size;
            }
        }
        double[] errors = new double[time.length];
        for (int j = 0; j < errors.length; j++) {
            if (j > 0) {
                events[j] += events[j - 1];
                squares[j] += squares[j - 1];
                products[j] += products[j - 1];
            }
            double share = (double) events[j] / runs;
            errors[j] = clusters.error(Math.max(0, squares[j] - 2 * share * products[j] + share * share * sizes));
        }
        return errors;
    }

    /** The least time at which S is one half or less; empty when S stays above. */
    public OptionalDouble median() {
        return IntStream.range(0, time.length)
                .filter(j -> survival[j] <= 0.5)
                .mapToDouble(j -> time[j])
                .findFirst();
    }

    /** S at a time: 1 before the first event. */
    public double survivalAt(double t) {
        int last = lastNotAfter(t);
        return last < 0 ? 1 : survival[last];
    }

    /**
     * How many are without an event just before a time.
     */
    public long atRiskAt(double t) {
        int last = lastNotAfter(Math.nextDown(t));
        return last < 0 ? n : atRisk[last] - events[last];
    }

    private int lastNotAfter(double t) {
        int place = Arrays.binarySearch(time, t);
        return place >= 0 ? place : -place - 2;
    }
}
