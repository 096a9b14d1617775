package org.tumen.analysis.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.comparison.StoppingRule;

class SelectionTest {
    /** Runs a selection in which an arm's value is made of the luck of the point; at most so many points. */
    private static Selection select(Selection selection, int most, DoubleUnaryOperator... arms) {
        SplittableRandom random = new SplittableRandom(1);
        for (int points = 0; points < most && !selection.decided(); ) {
            double[] luck = random.doubles(selection.more()).toArray();
            points += luck.length;
            selection.take(Arrays.stream(selection.inPlay())
                    .mapToObj(a -> Arrays.stream(luck).map(arms[a]).toArray())
                    .toArray(double[][]::new));
        }
        return selection;
    }

    /** 300 problems of the study, the slippage configuration among them: three errors of simulation are allowed to each. */
    @ParameterizedTest
    @EnumSource(names = {"SLIPPAGE_COMMON", "BOTH_SIDES_OF_THE_ZONE", "SKEWED"})
    void selectsGoodArmsWithTheStatedProbability(SelectionStudy.Family family) {
        SelectionStudy.Cell cell = new SelectionStudy.Cell(family, 10, 2);
        IntStream.range(0, 100).forEach(cell::solve);
        cell.check(1);
    }

    /** Two arms whose difference has a variance known by hand: KN's bound and the points of equal allocation follow from it. */
    @Test
    void dropsWhereTheBoundIsCrossed() {
        // Differences are 1 + 4 and 1 - 4 in turn: their mean is 1, their variance after n points 16 n / (n - 1).
        double[][] first = new double[2][100];
        Arrays.setAll(first[1], p -> p % 2 == 0 ? 5 : -3);
        double squared = 99 * (Math.pow(2 * 0.05, -2.0 / 99) - 1);
        double variance = 16.0 * 100 / 99;
        // The mean of 1 crosses (h² S² / δ - 100 δ) / 200 where δ solves 100 δ² + 200 δ - h² S² = 0.
        double zone = -1 + Math.sqrt(1 + squared * variance / 100);

        Selection open = new Selection(2, zone * 0.999, 0.95);
        open.take(first);
        assertThat(open.decided()).isFalse();

        Selection decided = new Selection(2, zone * 1.001, 0.95);
        decided.take(first);
        assertThat(decided.decided()).isTrue();
        assertThat(decided.best()).isEqualTo(1);
        assertThat(decided.droppedFor(0)).isEqualTo(1);
        assertThat(decided.points(0)).isEqualTo(100);
        assertThat(decided.mean(1)).isCloseTo(1, within(1e-12));
        // The normal quantile of 0.95 is 1.6449.
        assertThat(decided.equalAllocation())
                .isEqualTo((long) Math.ceil(1.6448536 * 1.6448536 * variance / Math.pow(zone * 1.001, 2)));
        assertThat(Selection.equalAllocation(16, 0.1, 0.05)).isEqualTo((long) Math.ceil(1.6448536 * 1.6448536 * 1_600));
    }

    @Test
    void equalArmsAreToldFromEachOtherByTheirOrderOnceNoneOfAThousandPointsDiffers() {
        Selection selection = select(new Selection(3, 0.001, 0.95), 100_000, x -> x, x -> x, x -> x - 0.5);
        assertThat(selection.best()).isZero();
        assertThat(selection.droppedFor(1)).isZero();
        assertThat(selection.droppedAsEqual(1)).isTrue();
        assertThat(selection.droppedAsEqual(2)).isFalse();
        assertThat(selection.points(1)).isGreaterThanOrEqualTo(StoppingRule.EQUAL_RUNS);
        // A constant difference has no variance and needs no more than the first look.
        assertThat(selection.points(2)).isEqualTo(Selection.FIRST);
        assertThat(selection.equalAllocation()).isEqualTo(Selection.FIRST);
    }

    /** One point in a hundred differs: the variance of the first look is not relied on. */
    @Test
    void aRareDifferenceIsAwaited() {
        Selection selection = select(new Selection(2, 0.5, 0.95), 1_000_000, x -> 0, x -> x < 0.01 ? 1 : 0);
        assertThat(selection.points(0)).isBetween(1_000, 4_000);
        assertThat(selection.best()).isEqualTo(1);
    }

    @Test
    void theZoneIsATenthOfADeviationUnlessGiven() {
        Selection selection = select(new Selection(2, 0, 0.95), 100, x -> 10 * x, x -> 10 * (1 - x));
        assertThat(selection.zone()).isCloseTo(0.1 * 10 / Math.sqrt(12), within(0.05));
        assertThat(selection.decided()).isFalse();
        assertThatThrownBy(selection::equalAllocation).isInstanceOf(IllegalStateException.class);
    }

    /** Points taken in other blocks before the first look decide the same: what was stored may be taken at once. */
    @Test
    void blocksBeforeTheFirstLookDoNotMatter() {
        double[][] points = {new SplittableRandom(2).doubles(100).toArray(), new double[100]};
        Selection once = new Selection(2, 0.2, 0.9);
        once.take(points);
        Selection twice = new Selection(2, 0.2, 0.9);
        twice.take(new double[][] {Arrays.copyOf(points[0], 30), new double[30]});
        twice.take(new double[][] {Arrays.copyOfRange(points[0], 30, 100), new double[70]});
        assertThat(twice.inPlay()).isEqualTo(once.inPlay()).containsExactly(0);
        assertThat(twice.mean(0)).isEqualTo(once.mean(0));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Selection(1, 1, 0.95)).hasMessageContaining("2 or more arms");
        assertThatThrownBy(() -> new Selection(2, -1, 0.95)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new Selection(2, 1, 0.5)).hasMessageContaining("one in 2");
        assertThatThrownBy(() -> new Selection(2, 1, 0.95).take(new double[][] {{1}, {1, 2}}))
                .hasMessageContaining("2 arms in play");
    }
}
