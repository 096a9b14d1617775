package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * The model's season of launching by itself: each of a week's windows fires with probability Λ(drive + weight·c), where c is
 * hidden, standard normal in the long run, and moves by c ← persistence·c + √(1 − persistence²)·ξ a week. Trade, tension and
 * all else stay out of it.
 *
 * <p>What past weeks say of c is found by the exact recursions of a hidden Markov chain on a grid of {@value #POINTS} points
 * from −{@value #REACH} to {@value #REACH}.
 *
 * @param drive log-odds of a window at c = 0
 * @param weight log-odds per standard deviation of c
 * @param persistence share of c that lasts a week, 0 to 1 (1 excluded)
 * @param windows windows for launches in a week, at least 1
 */
public record LaunchCampaign(double drive, double weight, double persistence, int windows) {
    private static final int POINTS = 49;
    private static final double REACH = 4;
    private static final double STEP = 2 * REACH / (POINTS - 1);
    private static final Streams STREAMS = new Streams();
    private static final Stream WHICH = STREAMS.register("hindcast", "campaign");
    private static final Stream STATE = STREAMS.register("hindcast", "state");
    private static final Stream NOISE = STREAMS.register("hindcast", "noise");
    private static final Stream FIRES = STREAMS.register("hindcast", "fires");

    /**
     * What weeks of the past say.
     *
     * @param logLikelihood of the weeks, up to a constant that is the same for all campaigns of as many windows
     * @param state probabilities of the grid's points at the end of the last week
     */
    private record Filtered(double logLikelihood, double[] state) {}

    /** @throws IllegalArgumentException when a number is out of its range */
    public LaunchCampaign {
        if (!(persistence >= 0 && persistence < 1) || windows < 1) {
            throw new IllegalArgumentException("persistence " + persistence + ", windows " + windows);
        }
    }

    private static double point(int i) {
        return -REACH + i * STEP;
    }

    private double fires(double c) {
        return PortableMath.logistic(drive + weight * c);
    }

    private Filtered filter(int[] weeks) {
        double[][] moves = moves();
        double[] state = normal(0, 1);
        double logLikelihood = 0;
        for (int count : weeks) {
            int fired = Math.min(windows, count);
            double[] next = moved(state, moves);
            double sum = 0;
            for (int i = 0; i < POINTS; i++) {
                double p = fires(point(i));
                next[i] *= Math.pow(p, fired) * Math.pow(1 - p, windows - fired);
                sum += next[i];
            }
            for (int i = 0; i < POINTS; i++) {
                next[i] /= sum;
            }
            logLikelihood += Math.log(sum);
            state = next;
        }
        return new Filtered(logLikelihood, state);
    }

    private double[][] moves() {
        double sd = Math.max(STEP / 2, Math.sqrt(1 - persistence * persistence));
        double[][] moves = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            moves[i] = normal(persistence * point(i), sd);
        }
        return moves;
    }

    private static double[] normal(double mean, double sd) {
        double[] p = new double[POINTS];
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double z = (point(i) - mean) / sd;
            p[i] = Math.exp(-z * z / 2);
            sum += p[i];
        }
        for (int i = 0; i < POINTS; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static double[] moved(double[] state, double[][] moves) {
        double[] next = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < POINTS; j++) {
                next[j] += state[i] * moves[i][j];
            }
        }
        return next;
    }

    /**
     * Simulates weeks after a history, as the candidates see it: each path takes a candidate with the probability that the
     * history gives it, all being equally likely before, and a season from what the history says of it.
     *
     * @param candidates one or more, all with as many windows
     * @param history launches of each week so far, in order of time; more than the windows count as all of them
     * @param weeks how many weeks to simulate
     * @param paths how many times, at least 1
     * @param seed of the draws
     * @return launches by path and week
     */
    public static int[][] paths(List<LaunchCampaign> candidates, int[] history, int weeks, int paths, long seed) {
        List<Filtered> seen = candidates.stream().map(c -> c.filter(history)).toList();
        double most = seen.stream().mapToDouble(Filtered::logLikelihood).max().orElseThrow();
        double[] weights =
                seen.stream().mapToDouble(f -> Math.exp(f.logLikelihood - most)).toArray();
        int[][] counts = new int[paths][weeks];
        Draws draws = new Draws();
        for (int path = 0; path < paths; path++) {
            draws.startRun(seed, path);
            int which = picked(weights, draws.uniform(WHICH, 0));
            LaunchCampaign campaign = candidates.get(which);
            double c = point(picked(seen.get(which).state, draws.uniform(STATE, 0)))
                    + STEP * (draws.uniform(STATE, 1) - .5);
            double keeps = campaign.persistence;
            for (int week = 0; week < weeks; week++) {
                c = keeps * c + Math.sqrt(1 - keeps * keeps) * draws.normal(NOISE, week);
                double p = campaign.fires(c);
                for (int window = 0; window < campaign.windows; window++) {
                    counts[path][week] += draws.chance(FIRES, week * campaign.windows + window, p) ? 1 : 0;
                }
            }
        }
        return counts;
    }

    /** The grid of campaigns that a forecaster without knowledge of this one's level and persistence begins with. */
    public List<LaunchCampaign> alternatives() {
        List<LaunchCampaign> all = new ArrayList<>();
        for (double level : new double[] {-5, -4.5, -4, -3.5, -3, -2.5, -2, -1.5}) {
            for (double keeps : new double[] {.8, .9, .95, .975}) {
                all.add(new LaunchCampaign(level, weight, keeps, windows));
            }
        }
        return all;
    }

    private static int picked(double[] weights, double u) {
        double left = u * StatUtils.sum(weights);
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
