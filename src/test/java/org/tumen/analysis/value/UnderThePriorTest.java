package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.analysis.comparison.Settings;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Direction;

/** The difference over the prior against what was planted; tolerances are four standard errors. */
class UnderThePriorTest {
    /** Not followed by smooth functions and products of pairs: a product of three. */
    private static double rough(double[] t) {
        return 0.3 + 0.7 * t[0] + 0.5 * t[1] * t[1] * t[2] + 0.4 * t[0] * t[1] * t[2];
    }

    private static double shareAbove() {
        DrawSequence draws = new DrawSequence(77, "truth");
        double[] t = new double[3];
        int above = 0;
        int worlds = 1_000_000;
        for (int i = 0; i < worlds; i++) {
            for (int p = 0; p < t.length; p++) {
                t[p] = draws.normal();
            }
            above += rough(t) > 0 ? 1 : 0;
        }
        return (double) above / worlds;
    }

    @Test
    void linearNormalWithReplicates() {
        UnderThePrior under = new PlantedStudy(11, 5_000, 4, 6, 2, t -> 0.5 + t[0])
                .compare()
                .underThePrior()
                .get(0);

        assertThat(under.split()).isEqualTo(UnderThePrior.Split.REPLICATES);
        assertThat(under.luck()).isCloseTo(4, within(4 * 4 * Math.sqrt(2.0 / 15_000)));
        assertThat(under.parameters()).isCloseTo(1, within(4 * 2 * Math.sqrt(2.0 / 5_000)));
        // √(2 (1 − ρ)² (1 + 3ρ)² / (4 · 3 · 4,999)) for an intraclass correlation ρ of .2 (Fisher 1925), to four
        // standard errors
        // of a jackknife over 20 parts.
        double error = Math.sqrt(2 * 0.64 * 2.56 / (12 * 4_999));
        assertThat(under.parameterShareError()).isCloseTo(error, within(4 * error / Math.sqrt(38)));
        assertThat(under.parameterShare()).isCloseTo(0.2, within(4 * error));
        assertThat(under.better())
                .isCloseTo(new NormalDistribution().cumulativeProbability(0.5), within(4 * under.betterError()));
        assertThat(under.betterError()).isLessThan(0.02);
        // A mean over points of variance 1 + 4/4.
        assertThat(under.interval().halfWidth()).isCloseTo(1.96 * Math.sqrt(2.0 / 5_000), within(0.003));
        assertThat(under.interval().contains(under.difference())).isTrue();
    }

    /** Means over points of variance 1 + 4/2, two of them at 97.5 %; four standard errors of a standard deviation. */
    @Test
    void intervalsOfSeveralArmsHoldTogether() {
        int points = 4_000;
        DrawnComparison two = new PlantedStudy(16, points, 2, 2, 2, t -> t[0], t -> 0.1 + t[1]).compare();
        assertThat(two.underThePrior())
                .hasSize(2)
                .allSatisfy(under -> assertThat(under.interval().halfWidth() / Math.sqrt(3.0 / points))
                        .isCloseTo(2.2414, within(4 * 2.2414 / Math.sqrt(2 * points))));
    }

    @Test
    void linearNormalWithoutReplicates() {
        UnderThePrior under = new PlantedStudy(12, 20_000, 1, 6, 2, t -> 0.5 + t[0])
                .compare()
                .underThePrior()
                .get(0);

        assertThat(under.split()).isEqualTo(UnderThePrior.Split.REGRESSION);
        assertThat(under.parameterShare()).isCloseTo(0.2, within(4 * under.parameterShareError()));
        assertThat(under.better())
                .isCloseTo(new NormalDistribution().cumulativeProbability(0.5), within(4 * under.betterError()));
    }

    /** Else the luck of the draws would decide which of two close arms is the best on average. */
    @Test
    void theDrawnWorldsAverageToTheDifference() {
        PlantedStudy study = new PlantedStudy(14, 60, 2, 3, 2, t -> t[0], t -> 0.1 + t[1]);
        DrawnComparison comparison = study.compare();
        double[][] worlds = study.worlds();

        for (int k = 0; k < 2; k++) {
            assertThat(PointMeans.mean(worlds[k]))
                    .isCloseTo(comparison.underThePrior().get(k).difference(), within(1e-12));
        }
    }

    @Test
    void whatTheSurfaceMissesIsNotLost() {
        UnderThePrior under = new PlantedStudy(13, 20_000, 4, 3, 2, UnderThePriorTest::rough)
                .compare()
                .underThePrior()
                .get(0);

        // .49 + .25·3 + .16
        assertThat(under.parameters()).isCloseTo(1.4, within(0.2));
        // The remainder is taken as normal, which it is not; a hundredth is allowed for that.
        assertThat(under.better()).isCloseTo(shareAbove(), within(4 * under.betterError() + 0.01));
    }

    /**
     * Luck of ten times what the parameters do: an estimate of what they do comes out near 0 often enough, and the share then
     * near 0 or 1. The interval knows; 100 studies, 3.5 standard errors.
     */
    @Test
    void luckThatDominatesMakesNoShareSure() {
        double truth = new NormalDistribution().cumulativeProbability(1);
        int held = 0;
        int told = 0;
        int studies = 100;
        for (int s = 0; s < studies; s++) {
            UnderThePrior under = new PlantedStudy(9_000 + s, 500, 2, 3, 3, t -> 0.3 + 0.3 * t[0])
                    .compare()
                    .underThePrior()
                    .get(0);
            held += under.betterInterval().contains(truth) ? 1 : 0;
            told += under.shareTold() ? 1 : 0;
            assertThat(under.shareInWords("better"))
                    .contains(under.shareTold() ? "of draws of the parameters (" : "cannot be told from these runs");
        }
        assertThat(held / (double) studies).isGreaterThan(0.95 - 3.5 * Math.sqrt(0.95 * 0.05 / studies));
        assertThat(told).isLessThan(studies / 2);
    }

    /** As many replicates as are said to be needed tell the share, nearly always. */
    @Test
    void theReplicatesThatAreSaidToBeNeededAreEnough() {
        int told = 0;
        for (int seed = 31; seed < 41; seed++) {
            UnderThePrior few = shareOf(2, seed);
            assertThat(few.shareTold()).isFalse();
            Integer needed = few.replicatesToTell();
            assertThat(needed).isBetween(5, 100);
            told += shareOf(needed, seed).shareTold() ? 1 : 0;
        }
        assertThat(told).isGreaterThanOrEqualTo(7);
    }

    private static UnderThePrior shareOf(int replicates, int seed) {
        return new PlantedStudy(seed, 500, replicates, 3, 3, t -> 0.1 + 0.3 * t[0])
                .compare()
                .underThePrior()
                .get(0);
    }

    @Test
    void drawnWorldsHaveTheVarianceOfTheExpectedDifference() {
        double[] worlds = new PlantedStudy(14, 10_000, 2, 3, 3, t -> 0.5 + t[0]).worlds()[0];
        double mean = PointMeans.mean(worlds);
        double variance = IntStream.range(0, worlds.length)
                        .mapToDouble(i -> (worlds[i] - mean) * (worlds[i] - mean))
                        .sum()
                / worlds.length;

        assertThat(variance).isCloseTo(1, within(0.25));
        assertThat(mean).isCloseTo(0.5, within(0.1));
    }

    /**
     * Two criteria that are independent of each other over worlds, each hidden by as much luck as makes a world's own runs say
     * little: their sum over worlds has the variance of both, 2. Were what stays unknown the same for both, it would be 3.6.
     */
    @Test
    void criteriaHangTogetherAsTheyAreSeenTo() {
        int points = 10_000;
        int replicates = 2;
        DrawSequence draws = new DrawSequence(15, "criteria");
        double[][][] columns = new double[2][2][points * replicates];
        double[] unrelated = new double[points * replicates];
        long[] point = new long[points * replicates];
        double[] theta = new double[2];
        for (int i = 0; i < point.length; i++) {
            point[i] = i / replicates;
            for (int c = 0; c < 2; c++) {
                theta[c] = i % replicates == 0 ? draws.normal() : theta[c];
                columns[c][1][i] = theta[c] + 3 * draws.normal();
            }
            unrelated[i] = i % replicates == 0 ? draws.normal() : unrelated[i - 1];
        }
        PriorSample sample = PriorSample.of(List.of(Quantity.parameter("p", "p", unrelated)), point);
        List<double[][]> worlds =
                DrawnWorlds.of(new StoredDraws(sample, ValueSettings.standard()), List.of(columns[0], columns[1]));
        double[] sum = new double[points];
        Arrays.setAll(sum, i -> worlds.get(0)[0][i] + worlds.get(1)[0][i]);

        // The means of a world's runs add up to a variance of 2 and, by luck, 9.
        assertThat(StatUtils.variance(sum)).isCloseTo(2, within(4 * 11 * Math.sqrt(2.0 / points)));
    }

    /** Runs of a point are no independent draws: without clustering the interval would be a third too short. */
    @Test
    void intervalsAreClustered() {
        int held = 0;
        double half = 0;
        int studies = 300;
        for (int s = 0; s < studies; s++) {
            UnderThePrior under = new PlantedStudy(1_000 + s, 100, 4, 1, 1, t -> 1 + t[0])
                    .compare(Direction.NEUTRAL, Settings.standard())
                    .underThePrior()
                    .get(0);
            held += under.interval().contains(1) ? 1 : 0;
            half += under.interval().halfWidth() / studies;
        }
        // Means of points are normal with the variance 1 + 1/4, so that the interval is exact: 95 % ± 3.5 standard
        // errors.
        assertThat(held / (double) studies).isCloseTo(0.95, within(3.5 * Math.sqrt(0.95 * 0.05 / studies)));
        // Student's t of 99 times the error; the deviation of 100 points has a mean of 1 − 1/396 and an error of
        // √(1/198).
        assertThat(half / (1.9842 * Math.sqrt(1.25 / 100)))
                .isCloseTo(1 - 1 / 396.0, within(4 * Math.sqrt(1 / 198.0 / studies)));
    }

    /** Where the number of runs was chosen while looking, points are planned for in proportion to the runs of a point. */
    @Test
    void repeatedLooksAreAtPoints() {
        PlantedStudy study = new PlantedStudy(17, 400, 4, 1, 1, t -> 1 + t[0]);
        UnderThePrior under = study.compare(
                        Direction.NEUTRAL, Settings.standard().withRepeatedLooks(3_000))
                .underThePrior()
                .get(0);
        double[] means = new double[400];
        for (int i = 0; i < 1_600; i++) {
            means[i / 4] += (study.columns[1][i] - study.columns[0][i]) / 4;
        }
        assertThat(under.interval().halfWidth())
                .isCloseTo(
                        new ConfidenceSequence(0.95, 750).halfWidth(400, Math.sqrt(StatUtils.variance(means))),
                        within(1e-9));
    }

    /** Luck that adds up to nothing in a world is a difference all the same. */
    @Test
    void worldsWhoseRunsCancelDiffer() {
        PlantedStudy study = new PlantedStudy(18, 200, 2, 1, 0, t -> 0);
        for (int world = 0; world < 20; world++) {
            study.columns[1][2 * world] += 1;
            study.columns[1][2 * world + 1] -= 1;
        }
        assertThat(study.compare(Direction.NEUTRAL, Settings.standard())
                        .underThePrior()
                        .get(0)
                        .interval())
                .isNotNull();
    }

    @Test
    void luckIsMeasuredWhereATenthOfThePointsHaveTwoRuns() {
        for (int twice : new int[] {9, 10}) {
            int[] runs = new int[100];
            Arrays.setAll(runs, p -> p < twice ? 2 : 1);
            assertThat(new PriorSample(List.of(), new int[100 + twice], runs).replicated())
                    .isEqualTo(twice == 10);
        }
    }

    /** A few worlds that differ give no variance to rely on, and no difference at all no certainty. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19, 20})
    void fewWorldsThatDifferTellNothing(int differing) {
        int points = 200;
        double[] parameter = new double[points];
        double[][] columns = new double[2][points];
        for (int i = 0; i < points; i++) {
            parameter[i] = i;
            columns[1][i] = i < differing ? 1 + i : 0;
        }
        PriorSample sample = PriorSample.of(
                List.of(Quantity.parameter("p", "p", parameter)),
                LongStream.range(0, points).toArray());
        UnderThePrior under = DrawnComparison.of(
                        new StoredDraws(sample, ValueSettings.standard()),
                        List.of("usual", "other"),
                        columns,
                        Direction.MORE,
                        Settings.standard())
                .underThePrior()
                .get(0);

        assertThat(under.interval() != null).isEqualTo(differing >= 20);
        if (differing < 20) {
            assertThat(under.shareTold()).isFalse();
            assertThat(under.signSure()).isFalse();
        }
    }

    private static UnderThePrior told(int differing) {
        Interval below = new Interval(-0.019, -0.001);
        UnderThePrior under = new UnderThePrior(
                "arm",
                -0.009,
                null,
                0.01,
                0.0001,
                0.01,
                0.01,
                UnderThePrior.Split.REPLICATES,
                0.8,
                0.1,
                new Interval(0, 1),
                null);
        return under.within(new MeanDifference(
                1_800, 600, differing, false, false, 0.14, 0.131, -0.009, 0.1, 0.003, below, 0.001, 0.02));
    }

    /** The exact interval of a share leaves out 0 where the verdict is that too few runs differ: one page says one thing. */
    @Test
    void isSureOfASignOnlyWhereAVerdictIsGiven() {
        assertThat(told(20).signSure()).isTrue();
        assertThat(told(19).signSure()).isFalse();
        assertThat(told(19).interval()).isNull();
    }
}
