package org.tumen.study.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.game.EmpiricalGame;
import org.tumen.analysis.game.Equilibria;
import org.tumen.analysis.game.Gain;
import org.tumen.analysis.game.ManyPlayerEquilibria;
import org.tumen.analysis.game.MixedProfile;
import org.tumen.analysis.game.NormalForm;
import org.tumen.analysis.game.PureEquilibria;
import org.tumen.analysis.game.Standing;
import org.tumen.analysis.game.TwoPlayerEquilibria;
import org.tumen.draw.DrawSequence;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** A game that was played and solved: its equilibria and how sure they are. */
final class GameSolution {
    private static final int STARTS = 20;
    private static final double REGRET = 1e-9;
    private static final long MOST_SUPPORTS = 200_000;
    private static final int RESAMPLES = 200;
    private static final double TAIL = 0.025;
    private static final double TWO_SIDED_95 = 1.96;
    private static final double ROUNDING = 1e-9;

    private final EmpiricalGame played;
    private final NormalForm means;
    private final List<Standing> standings;
    private final double[] probability;
    private final double tolerance;
    private final double decided;
    private final int plannedRuns;
    private final long seed;
    private final boolean complete;
    private final List<Integer> pure;
    private final List<Equilibrium> equilibria = new ArrayList<>();

    /**
     * An equilibrium of the mean payoffs.
     *
     * @param profile who plays what with which probability
     * @param pure the number of the profile where nobody mixes; −1 where somebody does
     * @param share the share of resamples of the runs in which it is one, of a mixed one with the same strategies in play; NaN
     *     where the runs are too few to tell
     * @param ranges by player and strategy, the middle 95 % of its probability over those resamples; empty where nobody mixes, and
     *     where the runs are too few
     */
    record Equilibrium(MixedProfile profile, int pure, double share, List<List<Interval>> ranges) {
        boolean mixed() {
            return pure < 0;
        }
    }

    /**
     * Solves a game.
     *
     * @param probability by profile, the share of resamples in which it is an equilibrium
     * @param tolerance the gain that still counts as none
     * @param decided the confidence at which all profiles together are decided
     * @param plannedRuns the number of runs at which intervals are narrowest
     */
    GameSolution(
            EmpiricalGame played,
            List<Standing> standings,
            double[] probability,
            double tolerance,
            double decided,
            int plannedRuns,
            long seed) {
        this.played = played;
        this.standings = standings;
        this.probability = probability;
        this.tolerance = tolerance;
        this.decided = decided;
        this.plannedRuns = plannedRuns;
        this.seed = seed;
        means = played.means();
        pure = PureEquilibria.of(means, tolerance);
        pure.forEach(i -> equilibria.add(new Equilibrium(MixedProfile.pure(means, i), i, probability[i], List.of())));
        Equilibria found = solved(means);
        complete = found.complete();
        List<MixedProfile> mixed = found.profiles().stream()
                .filter(profile -> !supports(profile).stream().allMatch(s -> s.size() == 1))
                .toList();
        equilibria.addAll(mixed(mixed));
    }

    private Equilibria solved(NormalForm game) {
        try {
            return game.players().size() == 2
                    ? TwoPlayerEquilibria.of(game)
                    : ManyPlayerEquilibria.of(game, STARTS, REGRET, MOST_SUPPORTS, seed);
        } catch (IllegalArgumentException e) {
            // More strategies than support enumeration serves: the pure equilibria remain.
            return new Equilibria(List.of(), false, 0);
        }
    }

    private List<List<Integer>> supports(MixedProfile profile) {
        return IntStream.range(0, players()).mapToObj(profile::support).toList();
    }

    /** The equilibrium of a game with the same strategies in play as in another's. */
    private Optional<MixedProfile> alike(NormalForm game, MixedProfile other) {
        long[] inPlay = supports(other).stream()
                .mapToLong(s -> s.stream().mapToLong(i -> 1L << i).sum())
                .toArray();
        return game.players().size() == 2
                ? TwoPlayerEquilibria.on(game, inPlay)
                : ManyPlayerEquilibria.on(game, STARTS, REGRET, seed, inPlay);
    }

    /** Looks in resamples of the game for its mixed equilibria, to see how sure they are. */
    private List<Equilibrium> mixed(List<MixedProfile> found) {
        if (!played.tells()) {
            return found.stream()
                    .map(profile -> new Equilibrium(profile, -1, Double.NaN, List.of()))
                    .toList();
        }
        List<List<MixedProfile>> again = new ArrayList<>();
        found.forEach(profile -> again.add(new ArrayList<>()));
        DrawSequence draws = new DrawSequence(seed, "mixed equilibria");
        for (int b = 0; b < RESAMPLES && !found.isEmpty(); b++) {
            NormalForm resampled = played.resampled(draws.startAt(b));
            for (int e = 0; e < found.size(); e++) {
                alike(resampled, found.get(e)).ifPresent(again.get(e)::add);
            }
        }
        return IntStream.range(0, found.size())
                .mapToObj(e -> new Equilibrium(
                        found.get(e), -1, (double) again.get(e).size() / RESAMPLES, ranges(again.get(e))))
                .toList();
    }

    private List<List<Interval>> ranges(List<MixedProfile> again) {
        if (again.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, players())
                .mapToObj(p -> IntStream.range(0, means.strategies(p))
                        .mapToObj(s -> {
                            double[] sorted = again.stream()
                                    .mapToDouble(profile -> profile.probability(p, s))
                                    .sorted()
                                    .toArray();
                            int last = sorted.length - 1;
                            return new Interval(
                                    sorted[(int) (TAIL * last)], sorted[(int) Math.ceil((1 - TAIL) * last)]);
                        })
                        .toList())
                .toList();
    }

    EmpiricalGame played() {
        return played;
    }

    NormalForm means() {
        return means;
    }

    int players() {
        return means.players().size();
    }

    /** The equilibria, pure ones first. */
    List<Equilibrium> equilibria() {
        return Collections.unmodifiableList(equilibria);
    }

    /** The profiles that are equilibria of the mean payoffs. */
    List<Integer> pure() {
        return pure;
    }

    /** Whether every combination of strategies in play was tried. */
    boolean complete() {
        return complete;
    }

    Standing standing(int profile) {
        return standings.get(profile);
    }

    /** The profiles that are undecided. */
    List<Integer> open() {
        return IntStream.range(0, standings.size())
                .filter(i -> standings.get(i).state() == Standing.State.UNDECIDED)
                .boxed()
                .toList();
    }

    /** The share of resamples in which a profile is an equilibrium. */
    double probability(int profile) {
        return probability[profile];
    }

    double tolerance() {
        return tolerance;
    }

    /** What a gain has to exceed to count, as part of a sentence; empty without a tolerance. */
    String moreThan() {
        return tolerance == 0 ? "" : " more than " + Numbers.shown(tolerance);
    }

    double decided() {
        return decided;
    }

    double halfWidth(int profile, int player) {
        return played.halfWidth(profile, player, plannedRuns);
    }

    /** About how many runs would decide a profile, in words. */
    String runsToDecide(int profile) {
        long runs = played.runsToDecide(profile, decided, tolerance, plannedRuns);
        return runs > 100_000_000 ? "more than 100,000,000" : "about " + Numbers.count(runs);
    }

    /** What each player would gain by each strategy that it does not play for certain. */
    List<Gain> gains(Equilibrium equilibrium) {
        return equilibrium.mixed() ? played.gains(equilibrium.profile()) : played.gains(equilibrium.pure());
    }

    /** The interval of such a gain; null where there are too few runs for one. */
    @Nullable
    Interval interval(Equilibrium equilibrium, Gain gain) {
        if (equilibrium.mixed()) {
            return played.tells(gain.runs()) ? Interval.around(gain.mean(), TWO_SIDED_95 * gain.standardError()) : null;
        }
        return played.interval(equilibrium.pure(), gain, decided, plannedRuns);
    }

    /** Whether in an equilibrium a strategy that is not played does exactly as well: mixtures with it may be equilibria too. */
    boolean tied() {
        return equilibria.stream()
                .anyMatch(equilibrium -> gains(equilibrium).stream()
                        .filter(gain -> equilibrium.profile().probability(gain.player(), gain.strategy()) == 0)
                        .anyMatch(gain -> Math.abs(gain.mean()) <= ROUNDING * means.stake(gain.player())));
    }

    List<String> strategies(int profile) {
        int[] of = means.profile(profile);
        return IntStream.range(0, of.length)
                .mapToObj(p -> means.strategies().get(p).get(of[p]))
                .toList();
    }

    /** A strategy for readers. */
    String strategy(int player, int strategy) {
        return Texts.words(means.strategies().get(player).get(strategy));
    }

    String name(int profile) {
        return Texts.words(String.join(", ", strategies(profile)));
    }

    /** How many runs the profiles have, in words. */
    String runs() {
        int least =
                Arrays.stream(played.runs()).mapToInt(r -> r[0].length).min().orElse(0);
        int most = Arrays.stream(played.runs()).mapToInt(r -> r[0].length).max().orElse(0);
        return Numbers.count(least) + (least == most ? "" : " to " + Numbers.count(most)) + " runs each";
    }
}
