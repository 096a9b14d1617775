package org.tumen.study.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.StoppingRule;
import org.tumen.analysis.game.Gain;
import org.tumen.analysis.game.PureEquilibria;
import org.tumen.analysis.game.Standing;
import org.tumen.experiment.DesignExperiment;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.scenario.ParameterLabels;
import org.tumen.study.Exploration;
import org.tumen.study.NamedParameters;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The tables of a game. */
record GameTables(Exploration study, GameStudy game, GameSolution solution, List<String> labels) {
    /** A strategy of a player in an equilibrium, and what playing it for certain would gain. */
    private record Played(
            int number,
            GameSolution.Equilibrium in,
            int player,
            int strategy,
            @Nullable Gain gain) {
        double probability() {
            return in.profile().probability(player, strategy);
        }

        /** None for a strategy in play: all of those are worth the same. */
        double mean() {
            return gain == null || probability() > 0 ? Double.NaN : gain.mean();
        }
    }

    /** Every strategy in every equilibrium: how often it is played, and what it would gain if it is not. */
    Table equilibria() {
        List<Played> rows = new ArrayList<>();
        for (int e = 0; e < solution.equilibria().size(); e++) {
            GameSolution.Equilibrium equilibrium = solution.equilibria().get(e);
            List<Gain> gains = solution.gains(equilibrium);
            for (int p = 0; p < labels.size(); p++) {
                for (int s = 0; s < solution.means().strategies(p); s++) {
                    int player = p;
                    int strategy = s;
                    rows.add(new Played(
                            e + 1,
                            equilibrium,
                            p,
                            s,
                            gains.stream()
                                    .filter(g -> g.player() == player && g.strategy() == strategy)
                                    .findFirst()
                                    .orElse(null)));
                }
            }
        }
        TableBuilder<Played> table = Table.of(
                        "equilibria",
                        "Gain: what the player would gain by playing the strategy instead, from paired runs. Its intervals hold for all"
                                + " profiles together at " + Numbers.shown(100 * solution.decided())
                                + " %; in a mixed equilibrium they are of 95 % each, and so is the range of a probability, over"
                                + " resamples of the runs.",
                        rows)
                .text("Equilibrium", r -> Integer.toString(r.number()))
                .text("Player", "player", Played::player, labels::get, game.names()::get)
                .text(
                        "Strategy",
                        r -> solution.strategy(r.player(), r.strategy()),
                        "strategy",
                        r -> solution.means().strategies().get(r.player()).get(r.strategy()));
        table.interval(
                "Probability", "probability", Played::probability, GameTables::range, Numbers::percent, Table.SHARE);
        return table.estimate("Gain", Played::mean, this::gain, "payoff")
                .text("Change to it", this::verdict)
                .marked(r -> r.probability() > 0)
                .build();
    }

    private static @Nullable Interval range(Played row) {
        return row.in().ranges().isEmpty() || row.probability() == 0
                ? null
                : row.in().ranges().get(row.player()).get(row.strategy());
    }

    private @Nullable Interval gain(Played row) {
        Gain gain = row.gain();
        return gain == null || !Double.isFinite(row.mean()) || nothing(gain) ? null : solution.interval(row.in(), gain);
    }

    private static boolean nothing(Gain gain) {
        return gain.mean() == 0 && gain.standardError() == 0;
    }

    private String verdict(Played row) {
        Gain gain = row.gain();
        if (row.probability() > 0 || gain == null) {
            return "in play";
        }
        Interval interval = gain(row);
        return nothing(gain)
                ? "changes nothing in any run"
                : interval == null
                        ? "too few runs"
                        : interval.high() < 0
                                ? "loses"
                                : interval.high() <= solution.tolerance()
                                        ? "gains no more than the tolerance"
                                        : interval.low() > solution.tolerance() ? "gains" : "undecided";
    }

    private List<Integer> profiles() {
        return IntStream.range(0, solution.means().profiles()).boxed().toList();
    }

    private TableBuilder<Integer> profiles(String name, String caption, List<Integer> rows) {
        TableBuilder<Integer> table =
                Table.of(name, caption, rows).storedText("arm", "the profile's runs", DesignExperiment::arm);
        for (int p = 0; p < labels.size(); p++) {
            int player = p;
            table.text(
                    labels.get(p),
                    i -> Texts.words(solution.strategies(i).get(player)),
                    game.names().get(p),
                    i -> solution.strategies(i).get(player));
        }
        return table.marked(solution.pure()::contains);
    }

    /** What each profile is worth to each player, and for whom it is a best reply. */
    Table payoffs() {
        TableBuilder<Integer> table = profiles(
                "payoffs",
                "Mean payoff of each player with its 95 % interval, which holds although runs were added while looking. Best reply"
                        + " of: whose strategy is the best against the others'; marked are the equilibria.",
                profiles());
        for (int p = 0; p < labels.size(); p++) {
            int player = p;
            table.estimate(
                    "Payoff of " + labels.get(p),
                    game.names().get(p) + "_payoff",
                    i -> solution.means().payoffs()[player][i],
                    i -> payoff(i, player),
                    "payoff");
        }
        return table.text("Best reply of", this::replies)
                .count("Runs", i -> solution.played().runs()[i][0].length, "runs")
                .build();
    }

    private @Nullable Interval payoff(int profile, int player) {
        double mean = solution.means().payoffs()[player][profile];
        double half = solution.halfWidth(profile, player);
        return Interval.orNull(mean - half, mean + half);
    }

    private String replies(int profile) {
        List<String> best = IntStream.range(0, labels.size())
                .filter(p -> best(profile, p))
                .mapToObj(labels::get)
                .toList();
        return best.isEmpty() ? "nobody" : Texts.listed(best);
    }

    private boolean best(int profile, int player) {
        return PureEquilibria.bestReplies(solution.means(), player, profile)
                .contains(solution.means().profile(profile)[player]);
    }

    /** Who would gain most by a change from each profile, and whether the profile is an equilibrium. */
    Table changes() {
        TableBuilder<Integer> table = profiles(
                        "changes",
                        "The change of one player's own that gains it most, from paired runs. The interval is of the greatest gain of"
                                + " all: where it lies below " + Numbers.shown(solution.tolerance())
                                + " the profile is an equilibrium; it holds for all profiles together at "
                                + Numbers.shown(100 * solution.decided())
                                + " %, although runs were added while looking, and there is none of fewer than "
                                + ConfidenceSequence.MINIMUM_RUNS
                                + " runs, or points of the parameters, or where fewer than "
                                + StoppingRule.MINIMUM_DIFFERING
                                + " differ. In resamples: the share of resamples of the runs in"
                                + " which the profile is an equilibrium, from "
                                + StudentisedMean.FEWEST_DIFFERING + " runs or points on.",
                        profiles())
                .text("Best change", this::change)
                .estimate("Gain", this::regret, this::regretInterval, "payoff");
        return table.text(
                        "Equilibrium",
                        i -> switch (solution.standing(i).state()) {
                            case EQUILIBRIUM -> "yes";
                            case NO_EQUILIBRIUM -> "no";
                            case UNDECIDED -> "undecided";
                        },
                        "equilibrium",
                        i -> Texts.key(solution.standing(i).state()))
                .tone(i -> solution.standing(i).state() == Standing.State.UNDECIDED
                        ? Table.Tone.OPEN
                        : solution.standing(i).state() == Standing.State.EQUILIBRIUM
                                ? Table.Tone.GOOD
                                : Table.Tone.PLAIN)
                .share("In resamples", "equilibrium_probability", solution::probability)
                .build();
    }

    private String change(int profile) {
        Gain regret = solution.played().regret(profile);
        return regret == null
                ? "nobody has a choice"
                : labels.get(regret.player()) + " to " + solution.strategy(regret.player(), regret.strategy());
    }

    private double regret(int profile) {
        Gain regret = solution.played().regret(profile);
        return regret == null ? Double.NaN : regret.mean();
    }

    private @Nullable Interval regretInterval(int profile) {
        Interval interval = solution.standing(profile).regret();
        return interval == null || interval.halfWidth() == 0 ? null : interval;
    }

    /** Who plays and for what. */
    Table players() {
        return Table.of("players", "The players; more of what a player wants is better for it.", game.players())
                .text("Player", p -> labels.get(game.players().indexOf(p)), "player", GameStudy.Player::name)
                .text("Wants", GameStudy.Player::words)
                .text(
                        "Strategies",
                        p -> Texts.listed(p.strategies().keySet().stream()
                                .map(Texts::words)
                                .toList()))
                .build();
    }

    private record Setting(int player, String strategy, Map<String, String> sets) {}

    /** What each strategy sets. */
    Table strategies() {
        List<Setting> rows = IntStream.range(0, labels.size())
                .boxed()
                .flatMap(p -> game.players().get(p).strategies().entrySet().stream()
                        .map(e -> new Setting(p, e.getKey(), e.getValue())))
                .toList();
        return Table.of(
                        "strategies",
                        "Each strategy lays these values over the scenario "
                                + study.base().scenario().name() + ".",
                        rows)
                .text("Player", "player", Setting::player, labels::get, game.names()::get)
                .text("Strategy", s -> Texts.words(s.strategy()), "strategy", Setting::strategy)
                .text(
                        "Sets",
                        s -> Texts.settings(
                                s.sets().keySet().stream().map(this::label).toList(),
                                List.copyOf(s.sets().values())),
                        "sets",
                        s -> String.join(
                                "; ",
                                s.sets().entrySet().stream()
                                        .map(e -> e.getKey() + "=" + e.getValue())
                                        .toList()))
                .build();
    }

    /** The parameters that strategies set. */
    Table set() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        game.players().stream()
                .flatMap(player -> player.strategies().values().stream())
                .forEach(sets -> sets.forEach((path, value) ->
                        values.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(value)));
        return new NamedParameters()
                .add(
                        study.base().scenario(),
                        values.entrySet().stream()
                                .map(e -> Exploration.Varied.choices(e.getKey(), List.copyOf(e.getValue()))
                                        .mayBe())
                                .toList())
                .table("factors", "The parameters that strategies set.");
    }

    private String label(String path) {
        return ParameterLabels.of(study.base().scenario(), path);
    }
}
