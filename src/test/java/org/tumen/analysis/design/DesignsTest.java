package org.tumen.analysis.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

class DesignsTest {
    @Test
    void aGridHoldsEveryCombinationOnce() {
        double[][] points = Grid.points(new boolean[] {true, true, false}, 3, 1, 2);
        assertThat(points).hasDimensions(6, 3);
        assertThat(points[0]).containsExactly(0, 0.5, 0.25);
        assertThat(points[5]).containsExactly(1, 0.5, 0.75);
        assertThat(Arrays.stream(points).map(Arrays::toString).distinct()).hasSize(6);
    }

    @Test
    void countsAreExactAndTooManyPointsAreRefused() {
        int[] levels = new int[30];
        Arrays.fill(levels, 100);
        assertThat(Grid.count(levels)).isEqualTo(BigInteger.TEN.pow(60));
        assertThat(SaltelliDesign.count(1024, 3, true)).isEqualTo(BigInteger.valueOf(8192));
        assertThat(SaltelliDesign.count(1000, 3, false)).isEqualTo(BigInteger.valueOf(5000));
        assertThat(MorrisTrajectories.count(10, 15)).isEqualTo(BigInteger.valueOf(160));
        assertThatThrownBy(() -> PointLimit.check("the grid", Grid.count(1000, 1000, 1000), 1, 100_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the grid has 1,000,000,000 points; allowed are 1 to 100,000");
    }

    @Test
    void everyStratumOfALatinHypercubeHoldsOnePoint() {
        DrawSequence draws = new DrawSequence(1, "lhs");
        for (double[][] points :
                List.of(LatinHypercube.random(40, 5, draws), LatinHypercube.maximin(40, 5, 500, draws))) {
            for (int j = 0; j < 5; j++) {
                int column = j;
                assertThat(Arrays.stream(points)
                                .mapToInt(p -> (int) (p[column] * 40))
                                .sorted()
                                .toArray())
                        .isEqualTo(IntStream.range(0, 40).toArray());
            }
        }
    }

    @Test
    void theMaximinDesignKeepsItsPointsFurtherApart() {
        double random = leastDistance(LatinHypercube.random(30, 3, new DrawSequence(2, "lhs")));
        double spread = leastDistance(LatinHypercube.maximin(30, 3, 4500, new DrawSequence(2, "lhs")));
        assertThat(spread).isGreaterThan(1.5 * random);
    }

    private static double leastDistance(double[][] points) {
        return IntStream.range(0, points.length)
                .mapToDouble(i -> IntStream.range(0, i)
                        .mapToDouble(k -> Math.sqrt(LatinHypercube.squaredDistance(points[i], points[k])))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY))
                .min()
                .orElseThrow();
    }

    @Test
    void theSobolSequenceBeginsAsPublished() {
        // Joe and Kuo's own listing for their direction numbers (new-joe-kuo-6), points 0 to 4 in three dimensions.
        assertThat(SobolPoints.plain(5, 3, 0)).isDeepEqualTo(new double[][] {
            {0, 0, 0}, {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625}
        });
        assertThat(SobolPoints.plain(2, 3, 3)[1]).containsExactly(0.375, 0.375, 0.625);
    }

    @Test
    void aShiftKeepsTheBalanceOfTheSequence() {
        double[][] points = SobolPoints.shifted(64, 6, new DrawSequence(3, "sobol"));
        for (int j = 0; j < 6; j++) {
            int column = j;
            assertThat(Arrays.stream(points)
                            .mapToInt(p -> (int) (p[column] * 64))
                            .sorted()
                            .toArray())
                    .isEqualTo(IntStream.range(0, 64).toArray());
        }
        assertThat(points).isNotEqualTo(SobolPoints.shifted(64, 6, new DrawSequence(4, "sobol")));
        assertThatThrownBy(() -> SobolPoints.plain(1, 1001, 0)).hasMessageContaining("1000 factors");
    }

    @Test
    void aTrajectoryMovesEachFactorOnceByTwoThirds() {
        double[][] points = MorrisTrajectories.random(20, 4, 4, new DrawSequence(5, "morris"));
        assertThat(points).hasDimensions(100, 4);
        for (int t = 0; t < 20; t++) {
            boolean[] moved = new boolean[4];
            for (int i = t * 5; i < t * 5 + 4; i++) {
                for (int j = 0; j < 4; j++) {
                    double step = Math.abs(points[i + 1][j] - points[i][j]);
                    if (step > 0) {
                        assertThat(step).isCloseTo(2.0 / 3, within(1e-12));
                        assertThat(moved[j]).isFalse();
                        moved[j] = true;
                    }
                }
            }
            assertThat(moved).containsOnly(true);
        }
        assertThatThrownBy(() -> MorrisTrajectories.random(1, 2, 3, new DrawSequence(5, "morris")))
                .hasMessageContaining("even");
    }

    @Test
    void crossSamplingExchangesOneColumn() {
        SaltelliDesign design = SaltelliDesign.of(SobolPoints.plain(8, 6, 8), true);
        assertThat(design.points()).hasDimensions(64, 3);
        double[][] p = design.points();
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 3; j++) {
                for (int l = 0; l < 3; l++) {
                    assertThat(p[design.ab(i, j)][l]).isEqualTo(p[l == j ? design.b(i) : design.a(i)][l]);
                    assertThat(p[design.ba(i, j)][l]).isEqualTo(p[l == j ? design.a(i) : design.b(i)][l]);
                }
            }
        }
    }

    @Test
    void drawsAtAKeyDoNotDependOnWhatWasDrawnBefore() {
        DrawSequence used = new DrawSequence(9, "bootstrap");
        used.resample(10_000);
        assertThat(used.startAt(5).resample(9000))
                .isEqualTo(new DrawSequence(9, "bootstrap").startAt(5).resample(9000));
        assertThat(used.startAt(5).word()).isNotEqualTo(used.startAt(6).word());
        assertThat(Arrays.stream(used.permutation(100)).sorted().toArray())
                .isEqualTo(IntStream.range(0, 100).toArray());
    }
}
