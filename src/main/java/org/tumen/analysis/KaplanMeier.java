package org.tumen.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The product-limit estimate of the share of runs still without an event, with a pointwise band. The arrays are not
 * copied and not to be changed; they hold one entry for each time at which an event happened.
 *
 * <p>Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
 * Statistical Association 53 (1958) 457–481; variance by M. Greenwood (1926); band on the scale log(−log S), so that it
 * stays within 0 and 1: J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (1980). Where
 * all are censored at one horizon, S is a share of runs and the band its {@link ShareLimits exact limits}.
 *
 * @param time the times of events, ascending
 * @param atRisk how many were without an event and uncensored just before each time
 * @param events how many events there were at each time
 * @param survival S just after each time
 * @param lower the lower end of the pointwise 95 % band; where censoring is mixed, NaN where S is 0
 * @param upper the upper end of the pointwise 95 % band; where censoring is mixed, NaN where S is 0
 * @param n the number observed
 * @param horizon the greatest time observed, event or not: the curve says nothing after it
 */
public record KaplanMeier(
        double[] time,
        long[] atRisk,
        long[] events,
        double[] survival,
        double[] lower,
        double[] upper,
        long n,
        double horizon) {
    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

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
        KaplanMeier curve = of(times, i -> Math.min(times[i], horizon), i -> times[i] < horizon);
        double[] low = new double[curve.time.length];
        double[] high = new double[curve.time.length];
        for (int j = 0; j < low.length; j++) {
            double share = curve.survival[j];
            double independent = share * (1 - share) / times.length;
            double error = clusters.areSingle() ? 0 : clusters.standardError(without(times, curve.time[j]));
            double runs = ShareLimits.counting(ShareLimits.worth(independent, error, clusters), LEVEL, clusters);
            low[j] = ShareLimits.of(share, runs, (1 - LEVEL) / 2);
            high[j] = ShareLimits.of(share, runs, (1 + LEVEL) / 2);
        }
        return new KaplanMeier(
                curve.time, curve.atRisk, curve.events, curve.survival, low, high, curve.n, curve.horizon);
    }

    /** The same for runs that have a point of the parameters each. */
    public static KaplanMeier of(double[] times, double horizon) {
        return of(times, horizon, Clusters.single(times.length));
    }

    /** For each run 1 when the event did not happen up to a time, else 0. */
    private static double[] without(double[] times, double until) {
        return Arrays.stream(times).map(t -> t > until ? 1 : 0).toArray();
    }

    /**
     * The estimate for any right censoring.
     *
     * @param times the time of the event or of censoring; finite, not changed
     * @param event whether the event happened; a censoring at the time of an event counts as after it
     * @throws IllegalArgumentException when there are no times, one is not finite, or the lengths differ
     */
    public static KaplanMeier of(double[] times, boolean[] event) {
        if (times.length != event.length) {
            throw new IllegalArgumentException(times.length + " times but " + event.length + " event flags");
        }
        return of(times, i -> times[i], i -> event[i]);
    }

    private static KaplanMeier of(double[] times, IntToDoubleFunction time, IntPredicate event) {
        OutcomeSummary.requireFinite(times);
        NavigableMap<Double, Ended> tally = new TreeMap<>();
        for (int i = 0; i < times.length; i++) {
            // The zeros of either sign are one time.
            Ended ended = tally.computeIfAbsent(time.applyAsDouble(i) + 0.0, t -> new Ended());
            if (event.test(i)) {
                ended.events++;
            } else {
                ended.censored++;
            }
        }
        int steps =
                (int) tally.values().stream().filter(ended -> ended.events > 0).count();
        double[] distinct = new double[steps];
        long[] risk = new long[steps];
        long[] deaths = new long[steps];
        long left = times.length;
        int step = 0;
        for (Map.Entry<Double, Ended> entry : tally.entrySet()) {
            Ended ended = entry.getValue();
            if (ended.events > 0) {
                distinct[step] = entry.getKey();
                risk[step] = left;
                deaths[step] = ended.events;
                step++;
            }
            left -= ended.events + ended.censored;
        }
        return estimate(distinct, risk, deaths, times.length, tally.lastKey());
    }

    /** How many runs ended at a time, with the event or without. */
    private static final class Ended {
        private long events;
        private long censored;
    }

    private static KaplanMeier estimate(double[] time, long[] atRisk, long[] events, long n, double horizon) {
        double[] survival = new double[time.length];
        double[] lower = new double[time.length];
        double[] upper = new double[time.length];
        double s = 1;
        double greenwood = 0;
        for (int j = 0; j < time.length; j++) {
            long left = atRisk[j] - events[j];
            s *= (double) left / atRisk[j];
            greenwood += (double) events[j] / ((double) atRisk[j] * left);
            survival[j] = s;
            double spread = Z * Math.sqrt(greenwood) / Math.abs(Math.log(s));
            lower[j] = left == 0 ? Double.NaN : Math.pow(s, Math.exp(spread));
            upper[j] = left == 0 ? Double.NaN : Math.pow(s, Math.exp(-spread));
        }
        return new KaplanMeier(time, atRisk, events, survival, lower, upper, n, horizon);
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
     * How many are without an event just before a time. Exact where all censoring is at the horizon; else those censored
     * between the times of two events are counted until the next event.
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
