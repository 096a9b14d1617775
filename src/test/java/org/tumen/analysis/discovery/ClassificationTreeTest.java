package org.tumen.analysis.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class ClassificationTreeTest {
    /**
     * By hand, impurity Σ 2 n p (1 − p): the whole has 8/3; x between 3 and 4 leaves 0 + 4/3, between 4 and 5 leaves
     * 3/2 + 1, between 5 and 6 leaves 12/5 + 0; y leaves 4/3 + 4/3, no better than the whole.
     */
    @Test
    void splitsWhereGiniFallsMost() {
        double[][] points = {{1, 0}, {2, 1}, {3, 0}, {4, 1}, {5, 0}, {6, 1}};
        boolean[] labels = {false, false, false, true, true, false};
        LabelledPoints data = new LabelledPoints(List.of("x", "y"), points, labels);
        TreeNode root = new TreeGrower(data, 1).grow(new int[] {0, 1, 2, 3, 4, 5}, 1);
        TreeNode.Split split = root.split();
        assertThat(split).isNotNull();
        assertThat(split.factor()).isZero();
        assertThat(split.yes().upper()).isEqualTo(3.5);
        assertThat(split.first().rate()).isZero();
        assertThat(split.second().rate()).isCloseTo(2 / 3.0, within(1e-12));
        // With leaves of at least 4 no split is left.
        assertThat(new TreeGrower(data, 4).grow(new int[] {0, 1, 2, 3, 4, 5}, 1).split())
                .isNull();
    }

    /** Of equal splits the earlier factor and the lower threshold: x and y are alike, and 1.5 leaves as much as 3.5. */
    @Test
    void equalSplitsGoToTheEarlierFactorAndTheLowerThreshold() {
        double[][] points = {{1, 1}, {2, 2}, {3, 3}, {4, 4}};
        boolean[] labels = {true, false, false, true};
        LabelledPoints data = new LabelledPoints(List.of("x", "y"), points, labels);
        TreeNode root = new TreeGrower(data, 1).grow(new int[] {0, 1, 2, 3}, 1);
        assertThat(root.split().factor()).isZero();
        assertThat(root.split().yes().upper()).isEqualTo(1.5);
        assertThat(root.split().second().split()).isNull();
        // Two questions tell all apart.
        TreeNode grown = new TreeGrower(data, 1).grow(new int[] {0, 1, 2, 3}, 2);
        assertThat(grown.split().first().split()).isNull();
        assertThat(grown.split().second().split().yes().upper()).isEqualTo(3.5);
    }

    /** The depth is the least whose error lies within one standard error of the least error. */
    @Test
    void depthFollowsTheRuleOfOneStandardError() {
        TreeSettings settings = new TreeSettings(5, 5, 5, 1);
        int cutShort = 0;
        for (int study = 0; study < 20; study++) {
            LabelledPoints data = PrimTest.planted(150, 0.8, 0.2, 300 + study);
            double[][] errors = ClassificationTree.crossValidate(data, settings);
            SummaryStatistics least = statistics(errors[0]);
            for (double[] ofDepth : errors) {
                least = statistics(ofDepth).getMean() < least.getMean() ? statistics(ofDepth) : least;
            }
            double allowed = least.getMean() + least.getStandardDeviation() / Math.sqrt(150);
            int depth = ClassificationTree.grow(data, settings).depth();
            assertThat(statistics(errors[depth]).getMean()).isLessThanOrEqualTo(allowed);
            for (int smaller = 0; smaller < depth; smaller++) {
                assertThat(statistics(errors[smaller]).getMean()).isGreaterThan(allowed);
            }
            cutShort += statistics(errors[depth]).getMean() > least.getMean() ? 1 : 0;
        }
        assertThat(cutShort).isBetween(1, 19);
    }

    private static SummaryStatistics statistics(double[] values) {
        SummaryStatistics statistics = new SummaryStatistics();
        for (double value : values) {
            statistics.addValue(value);
        }
        return statistics;
    }

    @Test
    void findsAPlantedBoxInTwoQuestions() {
        LabelledPoints data = PrimTest.planted(1000, 0.9, 0.05, 4);
        ClassificationTree tree = ClassificationTree.grow(data, new TreeSettings(5, 20, 5, 1));
        assertThat(tree.depth()).isEqualTo(2);
        BoxScore densest = tree.leaves().get(0);
        assertThat(densest.box().restricted()).containsExactly(0, 1);
        assertThat(densest.box().restrictions().get(0).lower()).isCloseTo(0.7, within(0.05));
        assertThat(densest.box().restrictions().get(1).lower()).isCloseTo(0.5, within(0.05));
        // The score of a leaf is the score of its box.
        BoxScore again = BoxScore.of(data, densest.box());
        assertThat(again).isEqualTo(densest);
        assertThat(tree.leaves().stream().mapToInt(BoxScore::inside).sum()).isEqualTo(1000);
        assertThat(tree.root().predict(new double[] {0.9, 0.9, 0.5, 0.5, 0.5}, tree.depth()))
                .isEqualTo(densest.density());
    }

    /** Cross-validation with the one-standard-error rule should rarely ask noise a question. */
    @Test
    void noiseIsMostlyLeftWhole() {
        int split = 0;
        for (int study = 0; study < 20; study++) {
            LabelledPoints noise = PrimTest.planted(200, 0.3, 0.3, 200 + study);
            split += ClassificationTree.grow(noise, new TreeSettings(4, 10, 5, study))
                                    .depth()
                            > 0
                    ? 1
                    : 0;
        }
        assertThat(split).isLessThanOrEqualTo(5);
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> new TreeSettings(0, 1, 2, 1)).hasMessageContaining("depth 1 to 12");
        LabelledPoints two = new LabelledPoints(List.of("x"), new double[2][1], new boolean[2]);
        assertThatThrownBy(() -> ClassificationTree.grow(two, new TreeSettings(2, 1, 5, 1)))
                .hasMessageContaining("5 folds");
    }
}
