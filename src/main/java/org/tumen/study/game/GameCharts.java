package org.tumen.study.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.game.Gain;
import org.tumen.analysis.game.PureEquilibria;
import org.tumen.chart.Picture;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The live charts of a game: what each profile is worth to each player, and what a change from it would gain. */
record GameCharts(Exploration study, GameStudy game, GameSolution solution, List<String> players) {
    private static final int MOST_TABLES = 48;
    private static final int ROWS_SHOWN = 60;

    /** Panels, columns and rows of a picture that can be read. */
    private static final int MOST_PANELS = 12;

    private static final int MOST_COLUMNS = 8;
    private static final int MOST_ROWS = 16;

    private int size(int player) {
        return solution.means().strategies(player);
    }

    /** A table of cells for each player and each choice of those beyond the second; none where there would be too many. */
    List<Chart> payoffs() {
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < players.size() && panels() * players.size() <= MOST_TABLES; p++) {
            charts.addAll(payoffs(p));
        }
        return charts;
    }

    /** The tables of a player as pictures, by name of the file; none where no table could be read. */
    Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        if (size(1) <= MOST_COLUMNS && size(0) <= MOST_ROWS && panels() <= MOST_PANELS) {
            for (int p = 0; p < players.size(); p++) {
                pictures.put(
                        "payoffs_" + game.names().get(p).replaceAll("[^A-Za-z0-9_-]", "_"),
                        ChartSheet.picture(worth(p), study.name(), payoffs(p)));
            }
        }
        return pictures;
    }

    private int panels() {
        return solution.means().profiles() / (size(0) * size(1));
    }

    private String worth(int player) {
        return "What each profile is worth to " + players.get(player);
    }

    private List<Chart> payoffs(int player) {
        return IntStream.range(0, panels())
                .mapToObj(panel -> payoffs(player, panel))
                .toList();
    }

    private Chart payoffs(int player, int panel) {
        // The last player's strategy varies fastest; the players beyond the second choose the panel.
        int[] profiles = IntStream.range(0, size(0) * size(1))
                .map(cell -> cell * panels() + panel)
                .toArray();
        List<String> down = new ArrayList<>(names(0));
        // The first strategy stands on top.
        Collections.reverse(down);
        Chart.Builder chart = Chart.of(
                        "payoffs_" + (player + 1) + "_" + (panel + 1),
                        worth(player) + others(panel),
                        players.get(player) + " wants "
                                + game.players().get(player).words()
                                + ". Mean payoffs and half the widths of their 95 % intervals, from "
                                + StudentisedMean.FEWEST_DIFFERING
                                + " runs or points on; framed: equilibria of the mean payoffs, with the share of resamples in which"
                                + " they are; dotted: a best reply of "
                                + players.get(player) + " to the others. " + facts())
                .x(players.get(1), names(1))
                .y(players.get(0), down)
                .cells(
                        "Payoff of " + players.get(player),
                        Arrays.stream(profiles).mapToDouble(this::across).toArray(),
                        Arrays.stream(profiles).mapToDouble(this::upwards).toArray(),
                        Arrays.stream(profiles)
                                .mapToDouble(i -> solution.means().payoffs()[player][i])
                                .toArray(),
                        Arrays.stream(profiles)
                                .mapToDouble(i -> solution.halfWidth(i, player))
                                .toArray());
        mark(
                chart,
                "Equilibrium",
                profiles,
                solution.pure()::contains,
                i -> "equilibrium"
                        + (Double.isNaN(solution.probability(i))
                                ? ""
                                : ", " + Numbers.percent(solution.probability(i))));
        mark(
                chart,
                "Best reply of " + players.get(player),
                profiles,
                i -> PureEquilibria.bestReplies(solution.means(), player, i)
                        .contains(solution.means().profile(i)[player]),
                null);
        return chart.build();
    }

    private void mark(
            Chart.Builder chart, String name, int[] profiles, IntPredicate which, @Nullable IntFunction<String> label) {
        List<Integer> of = Arrays.stream(profiles).filter(which).boxed().toList();
        if (of.isEmpty()) {
            return;
        }
        if (label == null) {
            double[] x = of.stream().mapToDouble(this::across).toArray();
            double[] y = of.stream().mapToDouble(this::upwards).toArray();
            chart.add(Chart.Shape.POINTS, name, x, y).hue(Chart.Series.MUTED);
        } else {
            chart.points(name, of, this::across, this::upwards, label::apply);
        }
    }

    private double across(int profile) {
        return solution.means().profile(profile)[1];
    }

    private double upwards(int profile) {
        return size(0) - 1 - solution.means().profile(profile)[0];
    }

    private List<String> names(int player) {
        return solution.means().strategies().get(player).stream()
                .map(Texts::words)
                .toList();
    }

    private String others(int panel) {
        int[] first = solution.means().profile(panel);
        StringBuilder text = new StringBuilder();
        for (int p = 2; p < players.size(); p++) {
            text.append(p == 2 ? ", where " : " and ")
                    .append(players.get(p))
                    .append(" plays ")
                    .append(names(p).get(first[p]));
        }
        return text.toString();
    }

    private String facts() {
        return Texts.upper(DiplomacySim.origin(study.seed()));
    }

    /** The greatest gain by a change from each profile, the least first. */
    Chart regret() {
        List<Integer> rows = IntStream.range(0, solution.means().profiles())
                .filter(i -> solution.played().regret(i) != null)
                .boxed()
                .sorted(Comparator.comparingDouble(this::gain))
                .limit(ROWS_SHOWN)
                .toList();
        return Chart.of(
                        "regret",
                        "The most that one player gains by a change of its own",
                        "In the payoff of the player who changes, from paired runs; intervals hold for all profiles together; a dot alone:"
                                + " too few runs for one. Where all of an interval lies left of the line nobody gains"
                                + solution.moreThan() + ": the profile is an equilibrium. " + facts())
                .x("Greatest gain", "payoff")
                .rows(
                        "Greatest gain",
                        rows,
                        solution::name,
                        this::gain,
                        i -> solution.standing(i).regret())
                .upright(solution.tolerance(), solution.tolerance() == 0 ? "no gain" : "tolerance")
                .build();
    }

    private double gain(int profile) {
        Gain regret = solution.played().regret(profile);
        return regret == null ? 0 : regret.mean();
    }
}
