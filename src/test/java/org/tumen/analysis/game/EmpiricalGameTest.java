package org.tumen.analysis.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

class EmpiricalGameTest {
    private static final List<String> TWO = List.of("row", "column");
    private static final List<List<String>> CHOICES = List.of(List.of("c", "d"), List.of("c", "d"));

    /** Luck of deviation 10 common to all profiles, noise of deviation 1 of each: pairing takes the luck out. */
    @Test
    void pairedDifferencesLoseTheCommonLuck() {
        int n = 400;
        EmpiricalGame game = noisyDilemma(n, 10, 1, 1);
        assertThat(game.standardError(0, 0)).isCloseTo(Math.sqrt(101.0 / n), within(0.15 * Math.sqrt(101.0 / n)));
        Gain gain = game.regret(0);
        assertThat(gain).isNotNull();
        assertThat(gain.standardError()).isCloseTo(Math.sqrt(2.0 / n), within(0.15 * Math.sqrt(2.0 / n)));
        assertThat(gain.mean()).isCloseTo(2, within(4 * Math.sqrt(2.0 / n)));
        assertThat(gain.strategy()).isEqualTo(1);
        double[] probability = game.equilibriumProbability(0, 200, 1);
        assertThat(probability[3]).isEqualTo(1);
        assertThat(probability[0]).isZero();
        assertThat(EmpiricalGame.undecided(probability, 0.05, 0.95)).isEmpty();
        assertThat(TwoPlayerEquilibria.of(game.means()).profiles()).containsExactly(MixedProfile.pure(game.means(), 3));
    }

    /**
     * When a change gains nothing in truth, the probability given the data should be uniform over repetitions: its mean
     * over 200 has standard error 0.289/√200 = 0.02.
     */
    @Test
    void theProbabilityIsCalibratedWhereNothingIsGained() {
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            DrawSequence draws = new DrawSequence(seed, "noise");
            double[][][] runs = new double[2][1][50];
            for (int j = 0; j < 50; j++) {
                double luck = draws.normal();
                runs[0][0][j] = luck + draws.normal();
                runs[1][0][j] = luck + draws.normal();
            }
            EmpiricalGame game = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), runs);
            double[] probability = game.equilibriumProbability(0, 100, seed);
            assertThat(probability[0] + probability[1]).isCloseTo(1, within(1e-12));
            sum += probability[0];
        }
        assertThat(sum / 200).isCloseTo(0.5, within(4 * 0.289 / Math.sqrt(200)));
    }

    /** Differences 0, 2, 0, 2: mean 1, variance 4/3, so (1.96)² · 4/3 = 5.12 runs. */
    @Test
    void saysHowManyRunsWouldDecide() {
        double[][][] runs = {{{0, 0, 0, 0}}, {{0, 2, 0, 2}}};
        EmpiricalGame game = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), runs);
        assertThat(game.runsToDecide(0, 0.95)).isEqualTo(6);
        assertThat(game.runsToDecide(1, 0.95)).isEqualTo(6);
        double[] probability = game.equilibriumProbability(0, 1000, 1);
        // All four resampled runs must show no gain: (1/2)⁴ = 0.0625, with standard error 0.0077.
        assertThat(probability[0]).isCloseTo(0.0625, within(4 * 0.0077));
        // The way back never gains.
        assertThat(probability[1]).isEqualTo(1);
        assertThat(EmpiricalGame.undecided(probability, 0.01, 0.99)).containsExactly(0);
        double[][][] even = {{{0, 0}}, {{1, -1}}};
        EmpiricalGame tie = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), even);
        assertThat(tie.runsToDecide(0, 0.95)).isEqualTo(Long.MAX_VALUE);
    }

    /** At the mixed equilibrium of the means no strategy in play gains, and the error is that of the differences. */
    @Test
    void aMixedEquilibriumHasNoGainAndAKnownError() {
        NormalForm truth = TwoPlayerEquilibriaTest.PENNIES;
        int n = 300;
        EmpiricalGame game = noisy(truth, n, 5, 1, 3);
        MixedProfile found = TwoPlayerEquilibria.of(game.means()).profiles().get(0);
        List<Gain> gains = game.gains(found);
        assertThat(gains).hasSize(4);
        for (Gain gain : gains) {
            assertThat(gain.mean()).isCloseTo(0, within(1e-9));
            // With halves everywhere the gain of the first strategy is a quarter of the sum of two noises less that of
            // two others: variance 4/16. The probabilities differ from halves by a few hundredths.
            assertThat(gain.standardError()).isCloseTo(Math.sqrt(0.25 / n), within(0.2 * Math.sqrt(0.25 / n)));
        }
        assertThat(game.gains(MixedProfile.pure(truth, 0)).get(1).mean())
                .isCloseTo(game.gains(0).get(0).mean(), within(1e-12));
    }

    @Test
    void profilesMayHaveDifferentNumbersOfRuns() {
        double[][][] runs = {{{0, 0, 0, 9}}, {{1, 1, 1}}};
        EmpiricalGame game = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), runs);
        Gain gain = game.regret(0);
        assertThat(gain).isEqualTo(new Gain(0, 1, 1, 0, 3));
        assertThat(game.means().payoffs()[0][0]).isEqualTo(2.25);
        assertThat(game.equilibriumProbability(1, 10, 1)).containsExactly(1, 1);
    }

    @Test
    void theSameSeedGivesTheSameProbability() {
        EmpiricalGame game = noisyDilemma(20, 10, 3, 7);
        assertThat(game.equilibriumProbability(0, 50, 3)).isEqualTo(game.equilibriumProbability(0, 50, 3));
        assertThatThrownBy(() -> game.equilibriumProbability(-1, 50, 3)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new EmpiricalGame(TWO, CHOICES, new double[4][2][1]))
                .hasMessageContaining("two runs or more");
        assertThatThrownBy(() -> new EmpiricalGame(TWO, CHOICES, new double[3][2][2]))
                .hasMessageContaining("4 profiles");
    }

    private static EmpiricalGame noisyDilemma(int n, double luckSize, double noiseSize, long seed) {
        return noisy(TwoPlayerEquilibriaTest.DILEMMA, n, luckSize, noiseSize, seed);
    }

    private static EmpiricalGame noisy(NormalForm truth, int n, double luckSize, double noiseSize, long seed) {
        DrawSequence draws = new DrawSequence(seed, "noise");
        double[] luck = new double[n];
        Arrays.setAll(luck, j -> luckSize * draws.normal());
        double[][][] runs = new double[4][2][n];
        for (int i = 0; i < 4; i++) {
            for (int p = 0; p < 2; p++) {
                for (int j = 0; j < n; j++) {
                    runs[i][p][j] = truth.payoffs()[p][i] + luck[j] + noiseSize * draws.normal();
                }
            }
        }
        return new EmpiricalGame(TWO, CHOICES, runs);
    }
}
