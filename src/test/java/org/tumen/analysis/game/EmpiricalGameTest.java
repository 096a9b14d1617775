package org.tumen.analysis.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.draw.DrawSequence;

class EmpiricalGameTest {
    private static final List<String> TWO = List.of("row", "column");
    private static final List<List<String>> CHOICES = List.of(List.of("c", "d"), List.of("c", "d"));

    /** Luck of deviation 10 common to all profiles, noise of deviation 1 of each: pairing takes the luck out. */
    @Test
    void pairedDifferencesLoseTheCommonLuck() {
        int n = 400;
        EmpiricalGame game = noisyDilemma(n, 10, 1, 1);
        double error = Math.sqrt(101.0 / n);
        assertThat(game.halfWidth(0, 0, n))
                .isCloseTo(new ConfidenceSequence(0.95, n).halfWidth(n, Math.sqrt(101.0)), within(0.45 * error));
        Gain gain = game.regret(0);
        assertThat(gain).isNotNull();
        assertThat(gain.standardError()).isCloseTo(Math.sqrt(2.0 / n), within(0.15 * Math.sqrt(2.0 / n)));
        assertThat(gain.mean()).isCloseTo(2, within(4 * Math.sqrt(2.0 / n)));
        assertThat(gain.strategy()).isEqualTo(1);
        double[] probability = game.equilibriumProbability(0, 200, 1);
        assertThat(probability[3]).isEqualTo(1);
        assertThat(probability[0]).isZero();
        assertThat(game.standings(0.95, 0, n).stream().map(Standing::state))
                .containsExactly(
                        Standing.State.NO_EQUILIBRIUM,
                        Standing.State.NO_EQUILIBRIUM,
                        Standing.State.NO_EQUILIBRIUM,
                        Standing.State.EQUILIBRIUM);
        assertThat(game.standings(0.95, 0, n).get(0).regret().contains(2)).isTrue();
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

    /** Where a change gains 0.2 of a standard deviation, the runs that would decide do decide, if the estimates are kept. */
    @Test
    void saysHowManyRunsWouldDecide() {
        EmpiricalGame game = shifted(150, 0.2, 5);
        assertThat(game.standings(0.95, 0, 150).get(0).state()).isEqualTo(Standing.State.UNDECIDED);
        long needed = game.runsToDecide(0, 0.95, 0, 150);
        double mean = game.regret(0).mean();
        double sd = game.regret(0).standardError() * Math.sqrt(150);
        ConfidenceSequence sequence = new ConfidenceSequence(0.95, 150);
        assertThat(sequence.halfWidth(needed, sd)).isLessThanOrEqualTo(mean);
        assertThat(sequence.halfWidth(needed - 1, sd)).isGreaterThan(mean);
        double[][][] even = {{{0, 0}}, {{1, -1}}};
        EmpiricalGame tie = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), even);
        assertThat(tie.runsToDecide(0, 0.95, 0, 150)).isEqualTo(Long.MAX_VALUE);
        // However clear a gain is, nothing is decided before the first look.
        assertThat(shifted(150, 9, 5).runsToDecide(0, 0.95, 0, 150)).isEqualTo(ConfidenceSequence.MINIMUM_RUNS);
    }

    /** The clearest gain decides that a profile is none; where nothing is gained, the least clear loss decides that it is one. */
    @Test
    void theClearestGainOrTheLeastClearLossDecides() {
        int n = 200;
        DrawSequence draws = new DrawSequence(3, "noise");
        double[][][] runs = new double[3][1][n];
        for (int j = 0; j < n; j++) {
            runs[1][0][j] = 0.15 + draws.normal();
            runs[2][0][j] = 0.35 + draws.normal();
        }
        EmpiricalGame game = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b", "c")), runs);
        ConfidenceSequence sequence = ConfidenceSequence.simultaneous(0.95, n, 3);
        for (double tolerance : new double[] {0.05, 0.6}) {
            for (int profile : new int[] {0, 2}) {
                long[] each = game.gains(profile).stream()
                        .mapToLong(gain -> sequence.runsFor(
                                Math.abs(gain.mean() - tolerance), gain.standardError() * Math.sqrt(gain.runs())))
                        .sorted()
                        .toArray();
                assertThat(each[0]).isLessThan(each[1]);
                // Above the larger tolerance nothing is gained.
                long needed = profile == 0 && tolerance < 0.1 ? each[0] : each[1];
                assertThat(game.runsToDecide(profile, 0.95, tolerance, n))
                        .isEqualTo(Math.max(ConfidenceSequence.MINIMUM_RUNS, needed));
            }
        }
    }

    /** Four runs a point of the parameters decide as much as one with their mean, and are four times as many. */
    @Test
    void runsOfAPointCountTogether() {
        int points = 150;
        DrawSequence draws = new DrawSequence(4, "noise");
        double[][][] runs = new double[2][1][4 * points];
        double[][][] means = new double[2][1][points];
        for (int c = 0; c < points; c++) {
            double atPoint = draws.normal();
            for (int j = 4 * c; j < 4 * c + 4; j++) {
                runs[1][0][j] = 0.2 + atPoint + draws.normal();
                means[1][0][c] += runs[1][0][j] / 4;
            }
        }
        List<List<String>> strategies = List.of(List.of("a", "b"));
        Clusters byPoint = Clusters.of(LongStream.range(0, 4 * points).toArray(), 4);
        EmpiricalGame all = new EmpiricalGame(List.of("alone"), strategies, runs, byPoint);
        EmpiricalGame ofMeans = new EmpiricalGame(List.of("alone"), strategies, means);
        assertThat(all.regret(0).standardError()).isCloseTo(ofMeans.regret(0).standardError(), within(1e-12));
        assertThat(all.runsToDecide(0, 0.95, 0.05, 4 * points))
                .isEqualTo(4 * ofMeans.runsToDecide(0, 0.95, 0.05, points));
        assertThat(all.halfWidth(1, 0, 4 * points)).isCloseTo(ofMeans.halfWidth(1, 0, points), within(1e-12));
        assertThat(all.standings(0.95, 0, 4 * points).get(0).regret().high())
                .isCloseTo(ofMeans.standings(0.95, 0, points).get(0).regret().high(), within(1e-12));
    }

    /** Sixty-one runs at 21 points, of which the last has one: what is resampled are points, with all their runs. */
    @Test
    void pointsAreResampledWithAllTheirRuns() {
        double[] other =
                IntStream.range(0, 61).mapToDouble(j -> 5 * j % 11 - 4.6).toArray();
        Clusters byPoint = Clusters.of(LongStream.range(0, 61).toArray(), 3);
        EmpiricalGame game = new EmpiricalGame(
                List.of("alone"), List.of(List.of("a", "b")), new double[][][] {{new double[61]}, {other}}, byPoint);
        double tolerance = 0.4;
        int resamples = 200;
        int stable = 0;
        for (int b = 0; b < resamples; b++) {
            int[] picks = new DrawSequence(9, "runs").startAt(b).resample(21);
            double mean = Arrays.stream(picks)
                    .flatMap(c -> IntStream.range(3 * c, Math.min(61, 3 * c + 3)))
                    .mapToDouble(j -> other[j])
                    .average()
                    .orElseThrow();
            stable += mean <= tolerance ? 1 : 0;
            NormalForm resampled = game.resampled(new DrawSequence(9, "runs").startAt(b));
            assertThat(resampled.payoffs()[0]).containsExactly(new double[] {0, mean}, within(1e-12));
        }
        assertThat(stable).isBetween(1, resamples - 1);
        assertThat(game.equilibriumProbability(tolerance, resamples, 9)[0]).isEqualTo(stable / (double) resamples);
    }

    /** Strategies that do the same are no gain once a thousand runs are equal to the bit, and undecided before. */
    @Test
    void equalPayoffsAreDecidedByManyRunsOnly() {
        assertThat(shifted(999, Double.NaN, 5).standings(0.95, 0, 300).get(0).state())
                .isEqualTo(Standing.State.UNDECIDED);
        assertThat(shifted(1_000, Double.NaN, 5).standings(0.95, 0, 300).get(0).state())
                .isEqualTo(Standing.State.EQUILIBRIUM);
    }

    /**
     * Looking after 300, 600 and 1,200 runs at a change that gains nothing in truth: decided, rightly or wrongly, in at most
     * 5 % of 1,000 repetitions and three errors of simulation, where looking at a share of resamples outside 5 and 95 %
     * decides in more than 10 %.
     */
    @Test
    void decisionsHoldUnderRepeatedLooking() {
        int decided = 0;
        int byShares = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            boolean now = false;
            boolean share = false;
            for (int n = 300; n <= 1_200; n *= 2) {
                EmpiricalGame game = shifted(n, 0, seed);
                now |= game.standings(0.95, 0, 300).get(0).state() != Standing.State.UNDECIDED;
                double z = game.regret(0).mean() / game.regret(0).standardError();
                share |= Math.abs(z) > 1.645;
            }
            decided += now ? 1 : 0;
            byShares += share ? 1 : 0;
        }
        assertThat(decided / 1_000.0).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 1_000));
        assertThat(byShares / 1_000.0).isGreaterThan(0.1);
    }

    /** One player whose second strategy gains so much on average; equal payoffs when that is not a number. */
    private static EmpiricalGame shifted(int n, double gain, long seed) {
        DrawSequence draws = new DrawSequence(seed, "noise");
        double[][][] runs = new double[2][1][n];
        for (int j = 0; j < n; j++) {
            runs[0][0][j] = draws.normal();
            runs[1][0][j] = runs[0][0][j] + (Double.isNaN(gain) ? 0 : gain + draws.normal());
        }
        return new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), runs);
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
        // What is played for certain is no change.
        assertThat(game.gains(MixedProfile.pure(truth, 0))).hasSize(2);
        assertThat(game.gains(MixedProfile.pure(truth, 0)).get(0).mean())
                .isCloseTo(game.gains(0).get(0).mean(), within(1e-12));
    }

    @Test
    void profilesMayHaveDifferentNumbersOfRuns() {
        double[][][] runs = {{{0, 0, 0, 9}}, {{1, 1, 1}}};
        EmpiricalGame game = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b")), runs);
        Gain gain = game.regret(0);
        assertThat(gain).isEqualTo(new Gain(0, 1, 1, 0, 3));
        assertThat(game.means().payoffs()[0][0]).isEqualTo(2.25);
    }

    /** The greatest gain is that of the greatest mean, however little is known of another. */
    @Test
    void theRegretIsTheGreatestMeanGain() {
        double[][][] runs = {{{0, 0, 0}}, {{-3, 0, 4}}, {{1, 1, 1}}};
        EmpiricalGame game = new EmpiricalGame(List.of("alone"), List.of(List.of("a", "b", "c")), runs);
        assertThat(game.regret(0)).isEqualTo(new Gain(0, 2, 1, 0, 3));
    }

    /** What does the same in every run gains nothing, in whatever resample. */
    @Test
    void aGainOfExactlyTheToleranceIsNone() {
        assertThat(shifted(20, Double.NaN, 5).equilibriumProbability(0, 10, 1)).containsExactly(1, 1);
    }

    /** Nineteen runs look much alike in every resample, however unsure an equilibrium is. */
    @Test
    void fewRunsTellNoShareOfResamples() {
        assertThat(shifted(19, 1, 5).equilibriumProbability(0, 10, 1)).containsOnly(Double.NaN);
        assertThat(shifted(19, 1, 5).tells()).isFalse();
        assertThat(shifted(20, 9, 5).equilibriumProbability(0, 10, 1)).containsExactly(0, 1);
        assertThat(shifted(20, 9, 5).tells()).isTrue();
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

    /** Of a handful of runs the spread is not known well enough. */
    @Test
    void fewRunsTellNoIntervalOfAPayoff() {
        assertThat(noisyDilemma(19, 10, 1, 1).halfWidth(0, 0, 19)).isNaN();
        assertThat(noisyDilemma(20, 10, 1, 1).halfWidth(0, 0, 20)).isFinite();
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
