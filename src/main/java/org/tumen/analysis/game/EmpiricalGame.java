package org.tumen.analysis.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.StoppingRule;
import org.tumen.draw.DrawSequence;

/**
 * A game whose payoffs are estimated by simulation. Run j of every profile has the same random numbers (common random numbers), so
 * gains are judged by paired differences, whose error is far below that of the payoffs.
 *
 * <p>After M. P. Wellman, "Methods for empirical game-theoretic analysis", AAAI 2006. Profiles may have different numbers
 * of runs; a comparison uses the runs that both have, from the first on.
 *
 * @param players the players' names
 * @param strategies each player's strategies by name
 * @param runs [profile][player][run] payoffs; two runs or more of each profile
 * @param clusters which runs share a point of the drawn parameters, of as many runs as the profile that has most
 */
@SuppressWarnings("ArrayRecordComponent")
public record EmpiricalGame(List<String> players, List<List<String>> strategies, double[][][] runs, Clusters clusters) {
    private static final double PAYOFF_LEVEL = 0.95;

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

    /** A game of which every run has a point of the parameters of its own. */
    public EmpiricalGame(List<String> players, List<List<String>> strategies, double[][][] runs) {
        this(players, strategies, runs, Clusters.single(most(runs)));
    }

    private static int most(double[][][] runs) {
        return Arrays.stream(runs)
                .flatMap(Arrays::stream)
                .mapToInt(r -> r.length)
                .max()
                .orElse(0);
    }

    /** The game of mean payoffs. */
    public NormalForm means() {
        return ofEach(values -> Arrays.stream(values).average().orElseThrow());
    }

    /**
     * Half the width of a 95 % interval of a player's mean payoff in a profile, which holds although runs were added while
     * looking; NaN where {@linkplain #tells too few runs} were made.
     *
     * @param plannedRuns the number of runs at which it is narrowest, 2 or more; chosen before the runs
     */
    public double halfWidth(int profile, int player, int plannedRuns) {
        double[] payoffs = runs[profile][player];
        if (!tells(payoffs.length)) {
            return Double.NaN;
        }
        Clusters of = clusters.first(payoffs.length);
        return new ConfidenceSequence(PAYOFF_LEVEL, ConfidenceSequence.plannedClusters(plannedRuns, clusters))
                .halfWidth(of.count(), of.standardError(payoffs) * Math.sqrt(of.count()));
    }

    /** Whether so many runs are in so many clusters that the error of their mean can be relied on. */
    public boolean tells(int runs) {
        return clusters.first(runs).count() >= StudentisedMean.FEWEST_DIFFERING;
    }

    /** Whether resamples of the runs that all profiles have differ enough to show how unsure an equilibrium is. */
    public boolean tells() {
        return tells(common());
    }

    private int common() {
        return Arrays.stream(runs).mapToInt(r -> r[0].length).min().orElseThrow();
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
     * What each player would gain by each strategy that it does not play for certain in a mixed profile, such as an
     * equilibrium of {@link #means()}: near 0 for strategies in play, with the Monte Carlo error that the mixture was
     * computed under. Uses the runs that all profiles have.
     */
    public List<Gain> gains(MixedProfile mixed) {
        int common = Arrays.stream(runs).mapToInt(r -> r[0].length).min().orElseThrow();
        double[][][] differences = new double[players.size()][][];
        Arrays.setAll(differences, p -> new double[strategies.get(p).size()][common]);
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
                if (mixed.probability(p, s) < 1) {
                    gains.add(new Gain(
                            p,
                            s,
                            Arrays.stream(differences[p][s]).average().orElseThrow(),
                            standardErrorOf(differences[p][s]),
                            common));
                }
            }
        }
        return gains;
    }

    /**
     * The game of mean payoffs of a bootstrap resample of clusters, the same for every profile; of the runs that all have.
     *
     * @param draws at the place of the resample
     */
    public NormalForm resampled(DrawSequence draws) {
        int common = common();
        Clusters of = clusters.first(common);
        int[] picks = draws.resample(of.count());
        double[] sizes = of.sizes();
        double size = Arrays.stream(picks).mapToDouble(c -> sizes[c]).sum();
        return ofEach(values -> {
            double[] totals = of.totals(Arrays.copyOf(values, common));
            return Arrays.stream(picks).mapToDouble(c -> totals[c]).sum() / size;
        });
    }

    /** The game of one run alone. */
    private NormalForm run(int run) {
        return ofEach(values -> values[run]);
    }

    /** The game whose payoffs are told from the runs of each player in each profile. */
    private NormalForm ofEach(ToDoubleFunction<double[]> payoff) {
        double[][] payoffs = IntStream.range(0, players.size())
                .mapToObj(p -> Arrays.stream(runs)
                        .mapToDouble(r -> payoff.applyAsDouble(r[p]))
                        .toArray())
                .toArray(double[][]::new);
        return new NormalForm(players, strategies, payoffs);
    }

    /**
     * How sure it is that each profile is an equilibrium: the share of bootstrap resamples of clusters of runs in which no
     * mean gain exceeds a tolerance. All profiles meet the same resamples. A description and no decision, see
     * {@link #standings}.
     *
     * @param tolerance the gain that still counts as none, 0 or more
     * @param resamples how many, 1 or more
     * @return a share a profile; NaN where too few of its runs are in clusters of their own to {@linkplain #tells tell}
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
            Clusters common = clusters.first(differences.isEmpty() ? 1 : differences.get(0).length);
            // A cluster's excess over the tolerance adds up to the excess of the mean, whatever the sizes of clusters.
            double[] sizes = common.sizes();
            List<double[]> totals = differences.stream().map(common::totals).toList();
            int stable = 0;
            for (int b = 0; b < resamples; b++) {
                int[] picks = draws.startAt(b).resample(common.count());
                stable += totals.stream().allMatch(t -> excess(t, sizes, picks, tolerance) <= 0) ? 1 : 0;
            }
            probability[i] = tells(common.runs()) ? (double) stable / resamples : Double.NaN;
        }
        return probability;
    }

    private static double excess(double[] totals, double[] sizes, int[] picks, double tolerance) {
        double sum = 0;
        for (int c : picks) {
            sum += totals[c] - tolerance * sizes[c];
        }
        return sum;
    }

    /**
     * Which profiles are equilibria. With the stated confidence all decisions are right together, however often one looks
     * and adds runs to profiles that are undecided: each pair of profiles that one player's change joins has a confidence
     * sequence of its gain at a level shared among the pairs. A gain is judged from {@link ConfidenceSequence#MINIMUM_RUNS}
     * runs on of which {@link StoppingRule#MINIMUM_DIFFERING} differ; payoffs that are equal in each of
     * {@link StoppingRule#EQUAL_RUNS} runs are taken as equal.
     *
     * @param confidence between 0 and 1
     * @param tolerance the gain that still counts as none, 0 or more
     * @param plannedRuns the number of runs at which intervals are narrowest, 2 or more; chosen before the runs
     */
    public List<Standing> standings(double confidence, double tolerance, int plannedRuns) {
        ConfidenceSequence sequence = sequence(confidence, plannedRuns);
        return IntStream.range(0, runs.length)
                .mapToObj(i -> standing(i, sequence, tolerance))
                .toList();
    }

    /**
     * The interval of one gain from a profile, as it enters {@link #standings}: all such intervals hold together.
     *
     * @return the interval, or null where too few runs differ for one
     */
    public @Nullable Interval interval(int profile, Gain gain, double confidence, int plannedRuns) {
        double[] differences = differences(profile, gain.player(), gain.strategy(), Integer.MAX_VALUE);
        Interval interval = interval(differences, sequence(confidence, plannedRuns));
        return Double.isFinite(interval.low()) ? interval : null;
    }

    private ConfidenceSequence sequence(double confidence, int plannedRuns) {
        int changes = strategies.stream().mapToInt(s -> s.size() - 1).sum();
        // Each pair is met from both of its profiles.
        int pairs = Math.max(1, runs.length * changes / 2);
        return ConfidenceSequence.simultaneous(
                confidence, ConfidenceSequence.plannedClusters(plannedRuns, clusters), pairs);
    }

    private Standing standing(int profile, ConfidenceSequence sequence, double tolerance) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<Gain> gains = gains(profile);
        for (Gain gain : gains) {
            double[] differences = differences(profile, gain.player(), gain.strategy(), Integer.MAX_VALUE);
            Interval interval = interval(differences, sequence);
            low = Math.max(low, interval.low());
            high = Math.max(high, interval.high());
        }
        Standing.State state = low > tolerance
                ? Standing.State.NO_EQUILIBRIUM
                : high <= tolerance ? Standing.State.EQUILIBRIUM : Standing.State.UNDECIDED;
        return new Standing(state, Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high) : null);
    }

    private Interval interval(double[] differences, ConfidenceSequence sequence) {
        Clusters of = clusters.first(differences.length);
        int differing = of.nonZero(differences);
        if (differing == 0 && of.count() >= StoppingRule.EQUAL_RUNS) {
            return new Interval(0, 0);
        }
        if (of.count() < ConfidenceSequence.MINIMUM_RUNS || differing < StoppingRule.MINIMUM_DIFFERING) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double mean = Arrays.stream(differences).average().orElseThrow();
        return sequence.interval(of.count(), mean, of.standardError(differences) * Math.sqrt(of.count()));
    }

    /**
     * About how many runs would decide a profile, were the present estimates the truth: until the clearest profitable
     * change stands out of its error, or when none is profitable, until every change is clearly a loss.
     *
     * @param confidence as for {@link #standings}, and so the others
     * @return at least 2; {@link Long#MAX_VALUE} when a gain of nothing with an error cannot be decided
     */
    public long runsToDecide(int profile, double confidence, double tolerance, int plannedRuns) {
        ConfidenceSequence sequence = sequence(confidence, plannedRuns);
        long fewest = Long.MAX_VALUE;
        long most = ConfidenceSequence.MINIMUM_RUNS;
        boolean profitable = false;
        for (Gain gain : gains(profile)) {
            Clusters of = clusters.first(gain.runs());
            double spread = gain.standardError() * Math.sqrt(of.count());
            double distance = Math.abs(gain.mean() - tolerance);
            long needed = spread == 0
                    ? StoppingRule.EQUAL_RUNS
                    : distance == 0 ? Long.MAX_VALUE : sequence.runsFor(distance, spread);
            most = Math.max(most, needed);
            if (gain.mean() > tolerance) {
                profitable = true;
                fewest = Math.min(fewest, Math.max(needed, ConfidenceSequence.MINIMUM_RUNS));
            }
        }
        long needed = profitable ? fewest : most;
        double size = (double) clusters.runs() / clusters.count();
        return needed == Long.MAX_VALUE ? needed : (long) Math.ceil(needed * size);
    }

    /** The differences of all changes from a profile, over the runs that all of them have. */
    private List<double[]> commonDifferences(int profile) {
        int common = gains(profile).stream().mapToInt(Gain::runs).min().orElse(Integer.MAX_VALUE);
        return gains(profile).stream()
                .map(gain -> differences(profile, gain.player(), gain.strategy(), common))
                .toList();
    }

    private double[] differences(int profile, int player, int strategy, int most) {
        double[] here = runs[profile][player];
        double[] there = runs[Profiles.deviation(strategies, profile, player, strategy)][player];
        double[] differences = new double[Math.min(most, Math.min(here.length, there.length))];
        Arrays.setAll(differences, j -> there[j] - here[j]);
        return differences;
    }

    private double standardErrorOf(double[] values) {
        return clusters.first(values.length).standardError(values);
    }
}
