package org.tumen.analysis.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.DrawSequence;

/**
 * A game whose payoffs are estimated by simulation. Run j of every profile has the same luck (common random numbers), so
 * gains are judged by paired differences, whose error is far below that of the payoffs.
 *
 * <p>After M. P. Wellman, "Methods for empirical game-theoretic analysis", AAAI 2006. Profiles may have different numbers
 * of runs; a comparison uses the runs that both have, from the first on.
 *
 * @param players the players' names
 * @param strategies each player's strategies by name
 * @param runs [profile][player][run] payoffs; two runs or more of each profile
 */
@SuppressWarnings("ArrayRecordComponent")
public record EmpiricalGame(List<String> players, List<List<String>> strategies, double[][][] runs) {
    /** @throws IllegalArgumentException when sizes do not agree */
    public EmpiricalGame {
        players = List.copyOf(players);
        strategies = strategies.stream().map(List::copyOf).toList();
        int profiles = Profiles.checkedCount(players, strategies);
        if (runs.length != profiles) {
            throw new IllegalArgumentException(
                    "the game has " + profiles + " profiles, but runs of " + runs.length + " were given");
        }
        for (int i = 0; i < profiles; i++) {
            for (double[] of : runs[i]) {
                if (runs[i].length != players.size() || of.length < 2 || of.length != runs[i][0].length) {
                    throw new IllegalArgumentException("profile " + (i + 1)
                            + " needs two runs or more, as many for each of the " + players.size() + " players");
                }
            }
        }
    }

    /** The game of mean payoffs. */
    public NormalForm means() {
        double[][] payoffs = new double[players.size()][runs.length];
        for (int p = 0; p < payoffs.length; p++) {
            for (int i = 0; i < runs.length; i++) {
                payoffs[p][i] = Arrays.stream(runs[i][p]).average().orElseThrow();
            }
        }
        return new NormalForm(players, strategies, payoffs);
    }

    /** The standard error of a player's mean payoff in a profile. */
    public double standardError(int profile, int player) {
        return standardErrorOf(runs[profile][player]);
    }

    /** What each player would gain by each change of its own, players and strategies in order; empty without choices. */
    public List<Gain> gains(int profile) {
        List<Gain> gains = new ArrayList<>();
        for (int p = 0; p < players.size(); p++) {
            int now = Profiles.profile(strategies, profile)[p];
            for (int s = 0; s < strategies.get(p).size(); s++) {
                if (s != now) {
                    double[] differences = differences(profile, p, s, Integer.MAX_VALUE);
                    gains.add(new Gain(
                            p,
                            s,
                            Arrays.stream(differences).average().orElseThrow(),
                            standardErrorOf(differences),
                            differences.length));
                }
            }
        }
        return gains;
    }

    /**
     * The greatest mean gain from a profile: its regret when positive. The greatest of several estimates is too high on
     * average, the more so the closer they are; its standard error does not include this.
     *
     * @return the gain, or null when no player has a choice
     */
    public @Nullable Gain regret(int profile) {
        return gains(profile).stream()
                .max(Comparator.comparingDouble(Gain::mean))
                .orElse(null);
    }

    /**
     * What each player would gain by each strategy against a mixed profile, such as an equilibrium of {@link #means()}:
     * near 0 for strategies in play, with the Monte Carlo error that the mixture was computed under. Uses the runs that
     * all profiles have.
     */
    public List<Gain> gains(MixedProfile mixed) {
        int common = Arrays.stream(runs).mapToInt(r -> r[0].length).min().orElseThrow();
        double[][][] differences = new double[players.size()][][];
        for (int p = 0; p < players.size(); p++) {
            differences[p] = new double[strategies.get(p).size()][common];
        }
        for (int j = 0; j < common; j++) {
            NormalForm one = run(j);
            for (int p = 0; p < players.size(); p++) {
                double now = one.payoff(p, mixed);
                double[] payoffs = one.payoffsAgainst(p, mixed);
                for (int s = 0; s < payoffs.length; s++) {
                    differences[p][s][j] = payoffs[s] - now;
                }
            }
        }
        List<Gain> gains = new ArrayList<>();
        for (int p = 0; p < players.size(); p++) {
            for (int s = 0; s < differences[p].length; s++) {
                gains.add(new Gain(
                        p,
                        s,
                        Arrays.stream(differences[p][s]).average().orElseThrow(),
                        standardErrorOf(differences[p][s]),
                        common));
            }
        }
        return gains;
    }

    /** The game of one run alone. */
    private NormalForm run(int run) {
        double[][] payoffs = new double[players.size()][runs.length];
        for (int p = 0; p < payoffs.length; p++) {
            for (int i = 0; i < runs.length; i++) {
                payoffs[p][i] = runs[i][p][run];
            }
        }
        return new NormalForm(players, strategies, payoffs);
    }

    /**
     * The probability that a profile is an equilibrium, given the Monte Carlo error: the share of bootstrap resamples of
     * the runs in which no mean gain exceeds a tolerance. All profiles meet the same resampled runs.
     *
     * @param tolerance the gain that still counts as none, 0 or more
     * @param resamples how many, 1 or more
     * @return a probability a profile
     */
    public double[] equilibriumProbability(double tolerance, int resamples, long seed) {
        if (resamples < 1 || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "resamples are 1 or more and the tolerance 0 or more, not " + resamples + " and " + tolerance);
        }
        DrawSequence draws = new DrawSequence(seed, "runs");
        double[] probability = new double[runs.length];
        for (int i = 0; i < runs.length; i++) {
            List<double[]> differences = commonDifferences(i);
            int stable = 0;
            for (int b = 0; b < resamples; b++) {
                int n = differences.isEmpty() ? 1 : differences.get(0).length;
                int[] picks = draws.startAt(b).resample(n);
                stable += differences.stream().allMatch(d -> mean(d, picks) <= tolerance) ? 1 : 0;
            }
            probability[i] = (double) stable / resamples;
        }
        return probability;
    }

    /** The profiles whose probability of being an equilibrium lies strictly between two bounds: they need more runs. */
    public static List<Integer> undecided(double[] probability, double lower, double upper) {
        List<Integer> undecided = new ArrayList<>();
        for (int i = 0; i < probability.length; i++) {
            if (probability[i] > lower && probability[i] < upper) {
                undecided.add(i);
            }
        }
        return undecided;
    }

    /**
     * About how many runs would decide a profile, were the present estimates the truth: until the clearest profitable
     * change stands out of its error, or when none is profitable, until every change is clearly a loss.
     *
     * @param confidence two-sided, between 0 and 1
     * @return at least 2; {@link Long#MAX_VALUE} when a gain of nothing with an error cannot be decided
     */
    public long runsToDecide(int profile, double confidence) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        double fewest = Double.POSITIVE_INFINITY;
        double most = 2;
        for (Gain gain : gains(profile)) {
            double ratio = gain.standardError() == 0 ? 0 : z * gain.standardError() / Math.abs(gain.mean());
            double needed = Math.max(2, gain.runs() * ratio * ratio);
            most = Math.max(most, needed);
            if (gain.mean() > 0) {
                fewest = Math.min(fewest, needed);
            }
        }
        double needed = Math.ceil(Double.isFinite(fewest) ? fewest : most);
        return needed >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) needed;
    }

    /** The differences of all changes from a profile, over the runs that all of them have. */
    private List<double[]> commonDifferences(int profile) {
        int common = Integer.MAX_VALUE;
        for (Gain gain : gains(profile)) {
            common = Math.min(common, gain.runs());
        }
        List<double[]> differences = new ArrayList<>();
        for (Gain gain : gains(profile)) {
            differences.add(differences(profile, gain.player(), gain.strategy(), common));
        }
        return differences;
    }

    private double[] differences(int profile, int player, int strategy, int most) {
        double[] here = runs[profile][player];
        double[] there = runs[Profiles.deviation(strategies, profile, player, strategy)][player];
        double[] differences = new double[Math.min(most, Math.min(here.length, there.length))];
        Arrays.setAll(differences, j -> there[j] - here[j]);
        return differences;
    }

    private static double mean(double[] values, int[] picks) {
        double sum = 0;
        for (int j : picks) {
            sum += values[j];
        }
        return sum / picks.length;
    }

    private static double standardErrorOf(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
