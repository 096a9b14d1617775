package org.tumen.study.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.game.EmpiricalGame;
import org.tumen.draw.DrawSequence;
import org.tumen.findings.Block;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.Exploration;
import org.tumen.study.LoadedScenario;

/** What is said of games whose payoffs are planted. */
class GameFindingsTest {
    private static final int RUNS = 400;
    private static final double DECIDED = 0.95;

    private static final GameStudy GAME = new GameStudy(List.of(
            new GameStudy.Player(
                    "japan", Map.of("soft_words", Map.of(), "firm", Map.of()), Map.of(Outcome.MEAN_STABILITY, 1.0)),
            new GameStudy.Player(
                    "some_other", Map.of("open", Map.of(), "secret", Map.of()), Map.of(Outcome.DELIVERED, -2.0))));

    /** Payoffs of the profiles (0,0), (0,1), (1,0), (1,1) with common random numbers and noise of each profile. */
    private static Findings findings(double[][] row, double[][] column, double noise) {
        return findings(row, column, noise, RUNS, 0);
    }

    private static Findings findings(double[][] row, double[][] column, double noise, int count, double tolerance) {
        DrawSequence draws = new DrawSequence(7, "planted");
        double[][][] runs = new double[4][2][count];
        for (int j = 0; j < count; j++) {
            double luck = 5 * draws.normal();
            for (int i = 0; i < 4; i++) {
                runs[i][0][j] = row[i / 2][i % 2] + luck + noise * draws.normal();
                runs[i][1][j] = column[i / 2][i % 2] + luck + noise * draws.normal();
            }
        }
        EmpiricalGame played = new EmpiricalGame(
                GAME.names(), List.of(List.of("soft_words", "firm"), List.of("open", "secret")), runs);
        GameSolution solution = new GameSolution(
                played,
                played.standings(DECIDED, tolerance, count),
                played.equilibriumProbability(tolerance, 100, 1),
                tolerance,
                DECIDED,
                count,
                1);
        LoadedScenario base = LoadedScenario.load(Path.of("scenarios/reference.yaml"), ScenarioReader.Options.NONE);
        Exploration study = new Exploration("planted", "", base, List.of(), List.of(), count, 1, Map.of());
        return new GameFindings(study, GAME, solution).of("4 profiles.").build();
    }

    private static double cell(Table table, int row, String key) {
        int field = table.fields().stream().map(Table.Field::key).toList().indexOf(key);
        return (Double) table.rows().get(row).get(field);
    }

    private static Table table(Findings findings, String name) {
        Table table = findings.tables().get(name);
        assertThat(table).as(name).isNotNull();
        return table;
    }

    /** A dilemma: whatever the other does, the second strategy gains 1. */
    @Test
    void anEquilibriumInDominantStrategies() {
        Findings findings = findings(new double[][] {{3, 0}, {4, 1}}, new double[][] {{3, 4}, {0, 1}}, 1);
        assertThat(findings.answer().get(0))
                .startsWith("Japan firm and Some other secret is the only equilibrium: nobody gains by a change alone.")
                .contains("It is one in 100 % of resamples", "which would lose it 1.0")
                .doesNotContain("_");
        assertThat(findings.answer()).last().asString().contains("of the 4 profiles", "decided", "95 %");
        Table equilibria = table(findings, "equilibria");
        assertThat(equilibria.shown().stream().map(row -> row.get(5)))
                .containsExactly("loses", "in play", "loses", "in play");
        for (int lost : new int[] {0, 2}) {
            // The difference of two profiles has the noise of both; the level is shared by four pairs.
            assertThat(cell(equilibria, lost, "gain")).isCloseTo(-1, within(4 * Math.sqrt(2.0 / RUNS)));
            assertThat(cell(equilibria, lost, "gain_low")).isLessThan(cell(equilibria, lost, "gain"));
            assertThat(cell(equilibria, lost, "gain_high")).isBetween(cell(equilibria, lost, "gain"), 0.0);
        }
        assertThat(table(findings, "payoffs").shown().stream().map(row -> row.get(4)))
                .containsExactly("nobody", "Some other", "Japan", "Japan and Some other");
        Table changes = table(findings, "changes");
        assertThat(changes.shown().stream().map(row -> row.get(4))).containsExactly("no", "no", "no", "yes");
        assertThat(changes.shown().get(1).get(2)).isEqualTo("Japan to firm");
        assertThat(cell(changes, 0, "gain")).isCloseTo(1, within(4 * Math.sqrt(2.0 / RUNS)));
    }

    /** The second player would lose half of what it has at stake, the first all, in whatever units. */
    @Test
    void whatComesNearestToAGainIsMeasuredByStakes() {
        for (double unit : new double[] {1, 10}) {
            double[][] second = {{3 * unit, 4 * unit}, {0, 0.5 * unit}};
            assertThat(findings(new double[][] {{3, 0}, {4, 1}}, second, 0.1)
                            .answer()
                            .get(0))
                    .contains("nearest to a gain is Some other's to open, which would lose it "
                            + (unit == 1 ? "0.5" : "5.0"));
        }
    }

    /** The first player's strategies do the same, so every mixture of them is an equilibrium too. */
    @Test
    void tiesAreTold() {
        double[][] first = {{1, 2}, {1, 2}};
        double[][] second = {{4, 1}, {4, 1}};
        assertThat(findings(first, second, 0).answer())
                .anyMatch(said ->
                        said.contains("have 2 pure") && said.contains("mixtures with it may be equilibria too"));
        // Two hunt a stag, in whatever unit: three equilibria, and in the pure ones the other strategy does worse.
        for (double unit : new double[] {1, 1e-11}) {
            double[][] stag = {{4 * unit, 0}, {3 * unit, 2 * unit}};
            assertThat(findings(stag, new double[][] {{4, 3}, {0, 2}}, 0).answer())
                    .anyMatch(said -> said.startsWith("The mean payoffs have 2 pure and 1 mixed equilibria"))
                    .noneMatch(said -> said.contains("mixtures with it"));
        }
    }

    /** The equilibrium is framed, and the first strategy of the first player stands on top. */
    @Test
    void chartsOfPayoffsMarkTheEquilibrium() {
        Findings findings = findings(new double[][] {{3, 0}, {4, 1}}, new double[][] {{3, 4}, {0, 1}}, 1);
        List<Chart> charts = findings.sections().stream()
                .flatMap(s -> s.blocks().stream())
                .filter(Block.Live.class::isInstance)
                .flatMap(b -> ((Block.Live) b).charts().stream())
                .filter(chart -> chart.name().startsWith("payoffs"))
                .toList();
        assertThat(charts)
                .extracting(Chart::title)
                .containsExactly("What each profile is worth to Japan", "What each profile is worth to Some other");
        Chart japan = charts.get(0);
        assertThat(japan.y().names()).containsExactly("firm", "soft words");
        assertThat(japan.x().names()).containsExactly("open", "secret");
        Chart.Series framed = japan.series().get(1);
        assertThat(framed.name()).isEqualTo("Equilibrium");
        assertThat(framed.x()).containsExactly(1.0);
        assertThat(framed.y()).containsExactly(0.0);
        assertThat(japan.caption()).contains("Japan wants mean stability.");
        assertThat(charts.get(1).caption()).contains("Some other wants \u22122 \u00d7 volume delivered.");
    }

    /**
     * Matching pennies with one prize of 3: the first player mixes evenly, the second plays its first strategy with 1/4. By
     * the delta method the standard errors of these probabilities are 0.0038 and 0.0031 with this noise.
     */
    @Test
    void anEquilibriumInMixedStrategiesSaysHowSureItsProbabilitiesAre() {
        Findings findings = findings(new double[][] {{3, -1}, {-1, 1.0 / 3}}, new double[][] {{-1, 1}, {1, -1}}, 0.3);
        Table equilibria = table(findings, "equilibria");
        double[] probabilities = IntStream.range(0, 4)
                .mapToDouble(row -> cell(equilibria, row, "probability"))
                .toArray();
        assertThat(probabilities[0]).isCloseTo(0.5, within(4 * 0.0038));
        assertThat(probabilities[2]).isCloseTo(0.25, within(4 * 0.0031));
        for (int row = 0; row < 4; row++) {
            assertThat(probabilities[row])
                    .isBetween(cell(equilibria, row, "probability_low"), cell(equilibria, row, "probability_high"));
            // The middle 95 % of a normal distribution, whose width 200 resamples tell to 7 %; four of these.
            double width = 2 * 1.96 * (row < 2 ? 0.0038 : 0.0031);
            assertThat(cell(equilibria, row, "probability_high") - cell(equilibria, row, "probability_low"))
                    .isCloseTo(width, within(0.28 * width));
        }
        assertThat(findings.answer().get(0))
                .startsWith("In the only mixed equilibrium of the mean payoffs Japan soft words with ")
                .contains(
                        "The same strategies are in play in 100 % of resamples",
                        "Nobody has a strategy that is not in play");
        assertThat(table(findings, "changes").shown().stream().map(row -> row.get(4)))
                .containsOnly("no");
    }

    /** Where a change alters the payoff in no run it is said so, not "0.000, s.e. 0.000". */
    @Test
    void aChangeThatChangesNothingIsSaidToDoSo() {
        Findings findings = findings(new double[][] {{1, 1}, {1, 1}}, new double[][] {{2, 1}, {2, 1}}, 0);
        Table equilibria = table(findings, "equilibria");
        assertThat(equilibria.shown().stream().map(row -> row.get(5))).contains("changes nothing in any run");
        assertThat(findings.answer().get(0))
                .contains("which changes its payoff in no run")
                .doesNotContain("0.000");
    }

    /** Every run differs, and yet there is no interval: the reason is that there are too few of them. */
    @Test
    void fewRunsAreToldAsFewRuns() {
        Findings found = findings(new double[][] {{1, 0}, {3, 2}}, new double[][] {{1, 2}, {1, 2}}, 0.1, 80, 0);

        assertThat(found.answer().get(0)).contains("but that is undecided", "(too few runs for an interval)");
        assertThat(found.toString()).doesNotContain("too few runs differ");
        assertThat(table(found, "changes").caption()).contains("none of fewer than 100 runs");
    }

    @Test
    void aToleranceIsNamedWhereItDecides() {
        // Japan would gain 0.02 by a change, which is no more than the tolerance.
        Findings found = findings(new double[][] {{1, 0}, {1.02, 0.02}}, new double[][] {{1, 2}, {1, 2}}, 0, RUNS, 0.5);

        assertThat(found.answer().get(0)).contains(": nobody gains more than 0.5 by a change alone.");
        assertThat(found.answer())
                .anyMatch(said -> said.startsWith("The mean payoffs have 2 pure and 0 mixed equilibria"));
        assertThat(table(found, "changes").caption()).contains("below 0.5 the profile is an equilibrium");
        assertThat(found.toString())
                .contains("nobody gains more than 0.5: the profile")
                .doesNotContain("no gain");
    }
}
