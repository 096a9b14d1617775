package org.tumen.study.game;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.game.Gain;
import org.tumen.analysis.game.Standing;
import org.tumen.experiment.ActorNames;
import org.tumen.findings.Findings;
import org.tumen.study.Exploration;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What a game found: its equilibria, how sure they are, who would gain by a change, and the payoffs. */
final class GameFindings {
    private static final int MOST_TOLD = 3;
    private static final int ROWS_SHOWN = 16;

    private final Exploration study;
    private final GameStudy game;
    private final GameSolution solution;
    private final List<String> players;

    GameFindings(Exploration study, GameStudy game, GameSolution solution) {
        this.study = study;
        this.game = game;
        this.solution = solution;
        ActorNames names = new ActorNames(study.base().scenario());
        players = game.names().stream()
                .map(name -> names.label(name).equals(name) ? Texts.upper(Texts.words(name)) : names.label(name))
                .toList();
    }

    /** Where a pure equilibrium lies as a scenario, relative to the result folder. */
    static String file(GameSolution solution, int profile) {
        return "equilibria/" + String.join("-", solution.strategies(profile)).replaceAll("[^A-Za-z0-9_-]", "_")
                + ".yaml";
    }

    /** Begins the findings; the facts say how much was simulated. */
    Findings.Builder of(String facts) {
        GameTables tables = new GameTables(study, game, solution, players);
        GameCharts charts = new GameCharts(study, game, solution, players);
        Findings.Builder found = Findings.of("game", study.name(), study.description(), facts);
        solution.equilibria().stream().limit(MOST_TOLD).forEach(e -> found.answer(told(e)));
        if (solution.equilibria().size() != 1) {
            found.answer(count());
        }
        found.answer(sure());
        if (!solution.equilibria().isEmpty()) {
            found.section("equilibria", "Equilibria").table(tables.equilibria(), ROWS_SHOWN);
            if (!solution.pure().isEmpty()) {
                found.say("As scenarios in the folder of this result: "
                        + Texts.listed(solution.pure().stream()
                                .map(i -> file(solution, i))
                                .toList())
                        + ".");
            }
        }
        found.section("payoffs", "Payoffs").choice("Show", charts.payoffs());
        found.table(tables.payoffs(), ROWS_SHOWN);
        found.section("changes", "Who would gain by a change")
                .chart(charts.regret(), study.name() + ": " + String.join(", ", players))
                .table(tables.changes(), ROWS_SHOWN);
        charts.pictures().forEach(found::still);
        return found.details("players", "The players")
                .table(tables.players())
                .table(tables.strategies())
                .table(tables.set());
    }

    private String told(GameSolution.Equilibrium equilibrium) {
        return (equilibrium.mixed() ? mixed(equilibrium) : pure(equilibrium)) + " " + temptation(equilibrium);
    }

    private String pure(GameSolution.Equilibrium equilibrium) {
        List<String> strategies = solution.strategies(equilibrium.pure());
        String who = Texts.listed(IntStream.range(0, players.size())
                .mapToObj(p -> players.get(p) + " " + Texts.words(strategies.get(p)))
                .toList());
        String one = solution.equilibria().size() == 1 ? " the only equilibrium" : " an equilibrium";
        boolean settled = solution.standing(equilibrium.pure()).state() == Standing.State.EQUILIBRIUM;
        return who + " is" + one + (settled ? "" : " of the mean payoffs")
                + (solution.complete() || solution.equilibria().size() > 1 ? "" : " found")
                + (settled ? ": nobody gains" + solution.moreThan() + " by a change alone" : ", but that is undecided")
                + "." + inResamples(equilibrium, " It is one in ", "");
    }

    /** In which share of resamples it is one; runs that are too few for that tell nothing. */
    private static String inResamples(GameSolution.Equilibrium equilibrium, String before, String after) {
        return Double.isNaN(equilibrium.share())
                ? ""
                : before + Numbers.percent(equilibrium.share()) + " of resamples of the runs" + after + ".";
    }

    private String mixed(GameSolution.Equilibrium equilibrium) {
        List<String> parts = new ArrayList<>();
        for (int p = 0; p < players.size(); p++) {
            int player = p;
            List<Integer> support = equilibrium.profile().support(p);
            parts.add(players.get(p) + " "
                    + (support.size() == 1
                            ? solution.strategy(p, support.get(0))
                            : Texts.listed(support.stream()
                                    .map(s -> solution.strategy(player, s) + " with "
                                            + Numbers.percent(
                                                    equilibrium.profile().probability(player, s))
                                            + range(equilibrium, player, s))
                                    .toList())));
        }
        String share = inResamples(
                equilibrium, " The same strategies are in play in ", "; ranges are the middle 95 % of these");
        return "In " + (solution.equilibria().size() == 1 ? "the only" : "a")
                + " mixed equilibrium of the mean payoffs " + String.join("; ", parts) + "." + share;
    }

    private static String range(GameSolution.Equilibrium equilibrium, int player, int strategy) {
        if (equilibrium.ranges().isEmpty()) {
            return "";
        }
        Interval range = equilibrium.ranges().get(player).get(strategy);
        return " (" + Numbers.fixed(100 * range.low(), 0) + " to " + Numbers.fixed(100 * range.high(), 0) + ")";
    }

    /**
     * The change that comes nearest to a gain, of those to strategies that are not in play. Players may count in different
     * units, so that each gain is measured by what its player has at stake.
     */
    private String temptation(GameSolution.Equilibrium equilibrium) {
        Gain nearest = solution.gains(equilibrium).stream()
                .filter(g -> equilibrium.profile().probability(g.player(), g.strategy()) == 0)
                .max(Comparator.comparingDouble(g -> g.mean() / solution.means().stake(g.player())))
                .orElse(null);
        if (nearest == null) {
            return "Nobody has a strategy that is not in play.";
        }
        String who = players.get(nearest.player()) + "'s to " + solution.strategy(nearest.player(), nearest.strategy());
        if (nearest.mean() == 0 && nearest.standardError() == 0) {
            return "The change that comes nearest to a gain is " + who + ", which changes its payoff in no run.";
        }
        @Nullable Interval interval = solution.interval(equilibrium, nearest);
        int decimals = Numbers.decimals(interval == null ? nearest.standardError() : interval.halfWidth());
        double sign = nearest.mean() < 0 ? -1 : 1;
        Interval told = interval == null || sign > 0 ? interval : interval.negated();
        String size = told == null
                ? Numbers.fixed(sign * nearest.mean(), decimals) + " (too few runs for an interval)"
                : Numbers.interval(sign * nearest.mean(), told.low(), told.high(), decimals);
        return "The change that comes nearest to a gain is " + who + ", which would " + (sign < 0 ? "lose" : "gain")
                + " it " + size + " of its payoff.";
    }

    private String count() {
        if (solution.equilibria().isEmpty()) {
            return "No equilibrium was found"
                    + (solution.complete()
                            ? "."
                            : ": no profile of pure strategies is one, and not all mixtures were tried.");
        }
        long pure = solution.pure().size();
        long mixed = solution.equilibria().size() - pure;
        return "The mean payoffs have " + pure + " pure and " + mixed + " mixed "
                + (pure + mixed == 1 ? "equilibrium" : "equilibria")
                + (solution.complete() ? "." : "; the search for mixed ones was not exhaustive.")
                + (solution.tied()
                        ? " In at least one of them a strategy that is not played does exactly as well as those that are; mixtures with it"
                                + " may be equilibria too."
                        : "");
    }

    private String sure() {
        List<Integer> open = solution.open();
        if (open.isEmpty()) {
            return "Whether each of the " + solution.means().profiles()
                    + " profiles of pure strategies is an equilibrium is decided, for all of them together at "
                    + Numbers.shown(100 * solution.decided()) + " % confidence.";
        }
        return (open.size() == solution.means().profiles() ? "All " : open.size() + " of ")
                + solution.means().profiles() + " profiles are undecided: "
                + open.stream()
                        .limit(MOST_TOLD)
                        .map(i -> solution.name(i) + " (" + solution.runsToDecide(i) + " runs would decide)")
                        .collect(Collectors.joining("; "))
                + (open.size() > MOST_TOLD ? "; and others" : "") + ".";
    }
}
