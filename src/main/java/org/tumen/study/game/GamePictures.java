package org.tumen.study.game;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.comparison.StudentisedMean;
import org.tumen.analysis.game.NormalForm;
import org.tumen.analysis.game.PureEquilibria;
import org.tumen.chart.PayoffTable;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The pictures of a game: the payoffs of each player as a table in colours, and the regret of each profile. */
record GamePictures(Exploration study, GameStudy game, GameSolution solution, List<String> players) {
    private static final int MOST_PANELS = 12;
    private static final int MOST_COLUMNS = 8;
    private static final int MOST_ROWS = 16;

    private NormalForm means() {
        return solution.means();
    }

    /** The pictures by name; payoffs as a table only where a table can be read. */
    Map<String, Picture> of() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        int panels = means().profiles() / (size(0) * size(1));
        if (size(1) <= MOST_COLUMNS && size(0) <= MOST_ROWS && panels <= MOST_PANELS) {
            for (int p = 0; p < game.players().size(); p++) {
                pictures.put("payoffs_" + game.names().get(p).replaceAll("[^A-Za-z0-9_-]", "_"), payoffs(p, panels));
            }
        }
        return pictures;
    }

    private int size(int player) {
        return means().strategies().get(player).size();
    }

    /** One player's payoffs: rows and columns are the first two players, a panel each choice of the others. */
    private Picture payoffs(int player, int panels) {
        double low = IntStream.range(0, means().profiles())
                .mapToDouble(i -> means().payoffs()[player][i])
                .min()
                .orElse(0);
        double high = IntStream.range(0, means().profiles())
                .mapToDouble(i -> means().payoffs()[player][i])
                .max()
                .orElse(1);
        int columns = panels == 1 ? 1 : size(1) > 3 ? 1 : 2;
        Sheet sheet = new Sheet(
                        "What each profile is worth to " + players.get(player),
                        study.name() + ": " + players.get(player) + " wants "
                                + game.players().get(player).words(),
                        "Mean payoff and half the width of its 95 % interval, from "
                                + StudentisedMean.FEWEST_DIFFERING
                                + " runs or points on. Underlined: a best reply of this player to the others."
                                + " Framed: equilibria of the mean payoffs, with the share of resamples in which they are. "
                                + Texts.upper(DiplomacySim.origin(study.seed())))
                .columns(columns);
        for (int panel = 0; panel < panels; panel++) {
            sheet.add(panel(player, panel, panels, low, high));
        }
        int rows = (panels + columns - 1) / columns;
        return sheet.picture(130 + rows * (70 + 46 * size(0)));
    }

    private PayoffTable panel(int player, int panel, int panels, double low, double high) {
        PayoffTable.Cell[][] cells = new PayoffTable.Cell[size(0)][size(1)];
        for (int row = 0; row < size(0); row++) {
            for (int column = 0; column < size(1); column++) {
                // The last player's strategy varies fastest; the players beyond the second choose the panel.
                int profile = (row * size(1) + column) * panels + panel;
                boolean best = PureEquilibria.bestReplies(means(), player, profile, 0)
                        .contains(means().profile(profile)[player]);
                boolean equilibrium = solution.pure().contains(profile);
                cells[row][column] = new PayoffTable.Cell(
                        means().payoffs()[player][profile],
                        within(means().payoffs()[player][profile], solution.halfWidth(profile, player)),
                        best,
                        equilibrium ? Numbers.percent(solution.probability(profile)) : "");
            }
        }
        List<String> others = new ArrayList<>();
        int[] first = means().profile(panel);
        for (int p = 2; p < game.players().size(); p++) {
            others.add(players.get(p) + " " + means().strategies().get(p).get(first[p]));
        }
        return new PayoffTable(
                String.join(", ", others),
                players.get(0),
                players.get(1),
                means().strategies().get(0),
                means().strategies().get(1),
                cells,
                low,
                high);
    }

    /** A mean with half of its interval, to the digits that it deserves. */
    static String within(double mean, double halfWidth) {
        int decimals = Numbers.decimals(halfWidth);
        return Numbers.fixed(mean, decimals)
                + (Double.isFinite(halfWidth) ? " ±" + Numbers.fixed(halfWidth, decimals) : "");
    }
}
