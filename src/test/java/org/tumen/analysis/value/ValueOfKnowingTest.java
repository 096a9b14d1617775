package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Interval;
import org.tumen.analysis.smooth.Binned;
import org.tumen.analysis.smooth.Folds;

/**
 * Values of information against closed forms, within 5 %. The sizes are such that 5 % is about three standard errors of
 * the values or more, so that the tests fail for bias and not for bad luck.
 */
class ValueOfKnowingTest {
    private static double of(ValueOfKnowing value, String key) {
        return value.quantities().stream()
                .filter(k -> k.quantity().key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static void near(double estimate, double truth) {
        assertThat(estimate).isCloseTo(truth, within(0.05 * truth));
    }

    @Test
    void twoArmsLinearNormal() {
        PlantedStudy study = new PlantedStudy(1, 100_000, 2, 5, 1, t -> -0.2 + t[0] + 0.8 * t[1]);
        ValueOfKnowing value = study.compare().valueOfPair().get(0);

        near(of(value, "p0"), ClosedForms.twoArms(-0.2, 1));
        near(of(value, "p1"), ClosedForms.twoArms(-0.2, 0.8));
        near(value.surface().value(), ClosedForms.twoArms(-0.2, Math.hypot(1, 0.8)));
        near(value.ofAll(), ClosedForms.twoArms(-0.2, Math.hypot(1, 0.8)));
        assertThat(value.thatMatter()).extracting(k -> k.quantity().key()).containsExactly("p0", "p1");
    }

    @Test
    void threeArmsLinearNormal() {
        PlantedStudy study = new PlantedStudy(2, 60_000, 2, 4, 1, t -> 0.1 + t[0], t -> -0.1 + 0.8 * t[1]);
        DrawnComparison comparison = study.compare();
        ValueOfKnowing value = comparison.valueOfChoice().get(0);

        near(value.surface().value(), ClosedForms.threeArms(0.1, 1, -0.1, 0.8));
        near(value.ofAll(), ClosedForms.threeArms(0.1, 1, -0.1, 0.8));
        // Knowing the first parameter alone, the second arm stays at −.1 and never is the best of three.
        near(of(value, "p0"), ClosedForms.twoArms(0.1, 1));
        near(of(comparison.valueOfPair().get(1), "p1"), ClosedForms.twoArms(-0.1, 0.8));
    }

    @Test
    void quadraticWithTwoBreakEvens() {
        PlantedStudy study = new PlantedStudy(3, 20_000, 4, 4, 1, t -> t[0] * t[0] - 1.3);
        DrawnComparison comparison = study.compare();

        near(of(comparison.valueOfPair().get(0), "p0"), ClosedForms.quadratic(1, 1.3));
        List<BreakEven> found = comparison.breakEvens().get(0).get(0).settled();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).value()).isCloseTo(-Math.sqrt(1.3), within(0.05));
        assertThat(found.get(1).value()).isCloseTo(Math.sqrt(1.3), within(0.05));
        assertThat(found.get(0).rising()).isFalse();
        assertThat(found.get(1).rising()).isTrue();
    }

    @Test
    void pairsOfParametersThatMatterOnlyTogether() {
        PlantedStudy study = new PlantedStudy(4, 20_000, 4, 6, 1, t -> t[0] * t[1]);
        ValueOfKnowing value = study.compare().valueOfPair().get(0);

        // E max(0, XY) = E|X| E|Y| / 2 = 1/π.
        near(value.surface().value(), 1 / Math.PI);
        assertThat(value.thatMatter()).isEmpty();
    }

    @Test
    void groupsAreKnownAsAWhole() {
        PlantedStudy study =
                new PlantedStudy(5, 60_000, 2, 7, 1, t -> -0.1 + 0.5 * (t[0] + t[1] - t[2]) + 0.4 * t[3] + 0.7 * t[5]);
        ValueOfKnowing value = study.compare(study.grouped(5)).valueOfPair().get(0);

        near(of(value, "group"), ClosedForms.twoArms(-0.1, Math.sqrt(0.75 + 0.16)));
        near(of(value, "p5"), ClosedForms.twoArms(-0.1, 0.7));
    }

    @Test
    void aParameterThatNeverVariesIsWorthNothing() {
        PlantedStudy study = new PlantedStudy(6, 200, 2, 2, 1, t -> t[0]);
        List<Quantity> with = new java.util.ArrayList<>(study.quantities);
        with.add(Quantity.parameter("fixed", "fixed", new double[study.points.length]));

        assertThat(of(study.compare(with).valueOfPair().get(0), "fixed")).isZero();
    }

    /** Where nothing matters, the greatest value passes the floor in 5 % of studies: in none or more than 18 of 150 by .0007. */
    @Test
    void noisePassesTheFloorAsOftenAsItShould() {
        int passed = 0;
        int clearAlone = 0;
        for (int seed = 0; seed < 150; seed++) {
            ValueOfKnowing value = new PlantedStudy(100 + seed, 60, 1, 2, 1, t -> 0)
                    .compare()
                    .valueOfPair()
                    .get(0);
            passed += value.quantities().get(0).value() > value.floor() ? 1 : 0;
            for (ValueOfKnowing.Known known : value.quantities()) {
                boolean clear = known.value() > 1.645 * known.gain().error();
                assertThat(known.aboveNoise()).isEqualTo(clear && known.value() > value.floor());
                clearAlone += clear && known.value() <= value.floor() ? 1 : 0;
            }
        }
        assertThat(clearAlone).as("values that only the floor keeps out").isPositive();
        assertThat(passed).isBetween(1, 18);
    }

    /** In units a tenth as large both are ten times as much. */
    @Test
    void theValueOfEverythingHasItsOwnError() {
        PlantedStudy study = new PlantedStudy(10, 100, 2, 1, 1, t -> 0.2 + t[0]);
        ValueOfKnowing once = study.compare().valueOfPair().get(0);
        for (int i = 0; i < study.points.length; i++) {
            study.columns[1][i] = study.columns[0][i] + 10 * (study.columns[1][i] - study.columns[0][i]);
        }
        ValueOfKnowing more = study.compare().valueOfPair().get(0);
        assertThat(more.allWithoutLuck()).isCloseTo(10 * once.allWithoutLuck(), within(1e-9));
        assertThat(more.allWithoutLuckError()).isPositive().isCloseTo(10 * once.allWithoutLuckError(), within(1e-9));
    }

    @Test
    void theBaselineStandsWhereNothingIsAboveIt() {
        assertThat(Learner.best(new int[] {0, 1}, new double[] {0, -1})).isEqualTo(-1);
        assertThat(Learner.best(new int[] {0, 1}, new double[] {2, 2})).isZero();
        assertThat(Learner.best(new int[] {1}, new double[] {9, 2})).isEqualTo(1);
    }

    /** The greatest of all quantities is noted, whichever comes last. */
    @Test
    void theFloorIsThatOfAllQuantities() {
        PlantedStudy study = new PlantedStudy(8, 60, 1, 3, 1, t -> 0.1);
        List<Quantity> turned = new java.util.ArrayList<>(study.quantities);
        Collections.reverse(turned);
        double floor = study.compare().valueOfPair().get(0).floor();
        assertThat(floor).isPositive();
        assertThat(study.compare(turned).valueOfPair().get(0).floor()).isEqualTo(floor);
    }

    /** The arm is better by 3 but at some of 200 points, where a parameter of two values has the other one, and the arm is worse by 5. */
    private static ValueOfKnowing rare(int... points) {
        PlantedStudy study = new PlantedStudy(9, 200, 1, 1, 0.1, t -> 3);
        double[] rare = new double[200];
        for (int i : points) {
            rare[i] = 1;
            study.columns[1][i] -= 8;
        }
        return study.compare(List.of(Quantity.parameter("rare", "rare", rare)))
                .valueOfPair()
                .get(0);
    }

    /** So few leave the gain within two errors of 0, where permutations gain nothing. */
    @Test
    void aGainWithinItsErrorIsNotClear() {
        ValueSettings settings = ValueSettings.standard();
        int[] part = Folds.deal(200, settings.folds(), settings.seed()).of();
        int other = IntStream.range(1, 200)
                .filter(i -> part[i] != part[0])
                .findFirst()
                .orElseThrow();
        ValueOfKnowing value = rare(0, other);
        assertThat(value.floor()).isZero();
        assertThat(of(value, "rare")).isCloseTo(2 * 5 / 200.0, within(0.01));
        assertThat(value.thatMatter()).isEmpty();
    }

    /** What only the part left out holds cannot be learnt: the usual choice stands there, where it was the baseline throughout. */
    @Test
    void aValueOfASinglePointTurnsNothing() {
        assertThat(of(rare(7), "rare")).isZero();
    }

    @Test
    void equalArmsAreWorthNothing() {
        PlantedStudy study = new PlantedStudy(7, 100, 2, 2, 0, t -> 0);
        DrawnComparison comparison = study.compare();

        assertThat(comparison.valueOfPair().get(0).ofAll()).isZero();
        assertThat(comparison.valueOfPair().get(0).thatMatter()).isEmpty();
        assertThat(comparison.underThePrior().get(0).better()).isEqualTo(0.5);
        assertThat(comparison.underThePrior().get(0).difference()).isZero();
    }

    /** Estimates of the two by different ways may say the opposite where the noise is large. */
    @Test
    void knowingEverythingIsWorthNoLessThanKnowingOneQuantity() {
        Quantity quantity = Quantity.parameter("p", "p", new double[] {0, 1});
        ValueOfKnowing.Gain gain = new ValueOfKnowing.Gain(0.023, 0.022, 0.031, 0.012, 30);
        ValueOfKnowing.Known matters = new ValueOfKnowing.Known(quantity, gain, true);
        ValueOfKnowing.Known noise = new ValueOfKnowing.Known(quantity, gain, false);
        ValueOfKnowing.Gain surface = new ValueOfKnowing.Gain(0.004, 0.003, 0.006, 0.01, 30);
        List<String> arms = List.of("usual", "other");

        ValueOfKnowing value = new ValueOfKnowing(arms, List.of(matters), 0.021, surface, 0.008, 0.022);
        assertThat(value.ofAll()).isEqualTo(0.023);
        assertThat(value.ofAllInterval(2)).isEqualTo(new Interval(0.008 - 0.044, 0.031 + 0.024));
        value = new ValueOfKnowing(arms, List.of(noise), 0.021, surface, 0.008, 0.022);
        assertThat(value.ofAll()).isEqualTo(0.008);
        value = new ValueOfKnowing(arms, List.of(matters), 0.021, surface, null, null);
        assertThat(value.ofAllInterval(2)).isEqualTo(new Interval(0.003 - 0.02, 0.031 + 0.024));
    }

    /** What matters in a twentieth of the prior alone is no normal remainder; intervals by that held in 8 of these 20 studies. */
    @Test
    void theIntervalOfEverythingHoldsWhatLiesInATail() {
        double truth = 0.19 - 0.04;
        int held = 0;
        for (int s = 0; s < 20; s++) {
            PlantedStudy study = new PlantedStudy(600 + s, 1_500, 4, 2, 2, t -> t[0] > 1.6449 ? -3 : 0.2);
            Interval interval = study.compare().valueOfPair().get(0).ofAllInterval(1.96);
            held += interval != null && interval.contains(truth) ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(16);
    }

    /** A decision that changes at a handful of points, or at none, has no spread to rely on: it was told as 0 (0 to 0). */
    @Test
    void noIntervalWhereTheChoiceChangesAtAHandfulOfPoints() {
        PlantedStudy study = new PlantedStudy(9, 100, 4, 2, 0.5, t -> t[0] > 1.6449 ? -3 : 0.2);
        for (ValueOfKnowing.Known known : study.compare().valueOfPair().get(0).quantities()) {
            assertThat(known.interval(1.96)).as(known.quantity().key()).isNull();
        }
        study = new PlantedStudy(9, 100, 4, 2, 0.5, t -> t[0]);
        ValueOfKnowing.Known known =
                study.compare().valueOfPair().get(0).quantities().get(0);
        assertThat(known.interval(1.96))
                .isNotNull()
                .satisfies(i -> assertThat(i.contains(known.value())).isTrue());
    }

    /**
     * Where two arms are about as good and a quantity tells little. Of intervals around the held-out value alone, by its error, 76 %
     * of 200 such studies held it.
     */
    @Test
    void theIntervalHoldsAValueThatIsHardToLearn() {
        double truth = ClosedForms.twoArms(0.02, 0.06);
        int told = 0;
        int held = 0;
        int far = 0;
        for (int s = 0; s < 60; s++) {
            PlantedStudy study = new PlantedStudy(1_000 + s, 400, 4, 2, 2, t -> 0.06 * t[0] + 0.02);
            ValueOfKnowing.Known known = study.compare().valueOfPair().get(0).quantities().stream()
                    .filter(k -> k.quantity().key().equals("p0"))
                    .findFirst()
                    .orElseThrow();
            Interval interval = known.interval(1.96);
            told += interval == null ? 0 : 1;
            held += interval != null && interval.contains(truth) ? 1 : 0;
            far += interval != null
                            && interval.contains(truth + 4 * known.gain().error())
                    ? 1
                    : 0;
        }
        assertThat(told).isGreaterThan(50);
        // Three standard errors of the count below 95 %; it may hold in all, being of three estimates.
        assertThat(held / (double) told).isGreaterThan(0.95 - 3 * Math.sqrt(0.95 * 0.05 / told));
        // The highest estimate, which learns nothing that is not there by more than two errors, is as often below as
        // above.
        assertThat(far).isLessThan(told / 2);
    }

    /**
     * Six points in two parts and a parameter of two values. The second part has the arm above the baseline at both values, by .5
     * and 4; the first at the second value only, by 1.5, where it is at −4 else and at −1/3 on average.
     */
    @Test
    void threeEstimatesOfAGainByAParameterByHand() {
        Folds folds = new Folds(2, new int[] {0, 0, 0, 1, 1, 1}, new int[] {3, 3});
        Binned parameter = Binned.of(new double[] {0, 1, 1, 0, 0, 1});
        double[][] differences = {{-4, 1, 2, -3, 4, 4}};

        ValueOfKnowing.Gain gain =
                new OneParameter(parameter, folds).gains(differences, new int[] {0, 1, 2, 3, 4, 5}, true)[0];

        assertThat(gain.value()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(gain.changed()).isEqualTo(1);
        assertThat(gain.error()).isCloseTo(Math.sqrt((16 / 6.0 - 16 / 36.0) / 5), within(1e-12));
        // Over all points the mean is 4/6, so that the arm is usual: the first part learns to leave out −3 and 4.
        assertThat(gain.least()).isCloseTo(-1 / 6.0, within(1e-12));
        assertThat(gain.most()).isCloseTo((4 - 3 + 4 + 4) / 6.0, within(1e-12));
    }

    /** Six points in two parts; the arm is best on average without the first part, and the baseline without the second. */
    @Test
    void threeEstimatesOfAGainByHand() {
        Folds folds = new Folds(2, new int[] {0, 0, 0, 1, 1, 1}, new int[] {3, 3});
        double[][] differences = {{-4, 1, -1, 2, 3, -2}};
        double[][][] fitted = {{{-1, 1, 1, 1, -1, -1}, {-1, 1, -1, 1, 1, -1}}};

        ValueOfKnowing.Gain gain = SeveralParameters.gains(differences, fitted, folds)[0];

        // Usual: the arm for the first part, since the second averages 1; the baseline for the second, since the first
        // does -4/3.
        assertThat(gain.value()).isEqualTo((4 + 2) / 6.0);
        assertThat(gain.changed()).isEqualTo(2);
        assertThat(gain.error()).isCloseTo(Math.sqrt((20 / 6.0 - 1) / 5), within(1e-12));
        // Over all points the mean is -1/6, so that the baseline is usual.
        assertThat(gain.least()).isEqualTo((1 - 1 + 2) / 6.0);
        assertThat(gain.most()).isEqualTo((4 + 1 + 2 + 3) / 6.0);
    }
}
