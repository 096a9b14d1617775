package org.tumen.study.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.game.EmpiricalGame;
import org.tumen.analysis.game.Gain;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Outcome;

class GameSolutionTest {
    private static final int RUNS = 200;

    /** Two match pennies, and a third, which both do not mind, has a strategy that costs it 1. */
    private static GameSolution pennies() {
        DrawSequence draws = new DrawSequence(3, "noise");
        double[][][] runs = new double[8][3][RUNS];
        for (int i = 0; i < 8; i++) {
            double matched = (i / 4 == i / 2 % 2 ? 1 : -1);
            double[] truth = {matched, -matched, i % 2 == 0 ? 1 : 0};
            for (int p = 0; p < 3; p++) {
                for (int j = 0; j < RUNS; j++) {
                    runs[i][p][j] = truth[p] + 0.3 * draws.normal();
                }
            }
        }
        List<String> two = List.of("a", "b");
        EmpiricalGame played = new EmpiricalGame(List.of("one", "two", "three"), List.of(two, two, two), runs);
        return new GameSolution(
                played, played.standings(0.95, 0, RUNS), played.equilibriumProbability(0, 10, 1), 0, 0.95, RUNS, 1);
    }

    @Test
    void anEquilibriumInWhichOneDoesNotMixIsMixed() {
        GameSolution solution = pennies();
        GameSolution.Equilibrium only = solution.equilibria().get(0);
        assertThat(solution.equilibria()).hasSize(1);
        assertThat(only.mixed()).isTrue();
        assertThat(only.profile().support(2)).containsExactly(0);
        assertThat(only.profile().probability(0, 0)).isCloseTo(0.5, within(0.1));
    }

    /** The third player's other strategy loses 1, by runs with a noise of .3 in each of eight profiles. */
    @Test
    void whatAMixedEquilibriumLeavesOutHasAnIntervalOf95Percent() {
        GameSolution solution = pennies();
        GameSolution.Equilibrium only = solution.equilibria().get(0);
        Gain gain = solution.gains(only).stream()
                .filter(g -> g.player() == 2)
                .findFirst()
                .orElseThrow();
        // Four pairs of profiles, a quarter each: √(2/4) of the noise.
        double error = 0.3 * Math.sqrt(0.5 / RUNS);
        assertThat(gain.mean()).isCloseTo(-1, within(4 * error));
        assertThat(gain.standardError()).isCloseTo(error, within(0.3 * error));
        assertThat(solution.interval(only, gain).halfWidth()).isCloseTo(1.96 * gain.standardError(), within(1e-12));
    }

    @Test
    void aPayoffIsTheWeightedSumOfOutcomes() {
        Map<Outcome, Double> objective = new EnumMap<>(Map.of(Outcome.MEAN_STABILITY, 1.0, Outcome.DELIVERED, -4.0));
        GameStudy.Player player = new GameStudy.Player("japan", Map.of(), objective);
        double[][] table = {{9, 9}, {0.5, 2}, {40, 60}};
        assertThat(player.payoffs(List.of(Outcome.LAUNCHES, Outcome.DELIVERED, Outcome.MEAN_STABILITY), table))
                .containsExactly(38, 52);
    }
}
