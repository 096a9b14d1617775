package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.analysis.design.SobolPoints;
import org.tumen.draw.DrawSequence;

class SobolIndicesTest {
    private static final int REPLICATES = 5;
    private static final double SIGMA = 3;
    private static final Bootstrap NONE = new Bootstrap(0, 0.95, 1);
    private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 0.95, 1);

    /**
     * What SALib printed for saltelli.sample(problem, 1000) with its then default of 1000 skipped points and
     * sobol.analyze on its Ishigami function, bounds ±3.14159265359: the public notebook "sensitivity analysis via salib
     * in cocalc" on cocalc.com (share 88256bc40ae5a010359de34833302adc5323476d).
     */
    @Test
    void agreesWithWhatSalibPrintedOnTheSameSample() {
        SaltelliDesign design = SaltelliDesign.of(SobolPoints.plain(1000, 6, 1000), true);
        double[] y = TestFunctions.apply(design.points(), u -> TestFunctions.ishigami(u, 3.14159265359));
        SobolIndices indices = SobolIndices.of(design, y, NONE);
        double[] first = {0.30797549, 0.44776661, -0.00425452};
        double[] total = {0.56013728, 0.4387225, 0.24284474};
        for (int j = 0; j < 3; j++) {
            assertThat(indices.indices().get(j).first().value()).isCloseTo(first[j], within(1e-8));
            assertThat(indices.indices().get(j).total().value()).isCloseTo(total[j], within(1e-8));
        }
        assertThat(indices.second()[0][1].value()).isCloseTo(0.012204615255332008, within(1e-10));
        assertThat(indices.second()[0][2].value()).isCloseTo(0.2515257351736558, within(1e-10));
        assertThat(indices.second()[1][2].value()).isCloseTo(-0.009953919522955074, within(1e-10));
    }

    /** The closed form gives S .3139 .4424 0 and T .5576 .4424 .2437, second order .2437 for factors 1 and 3. */
    @Test
    void isRightOnTheIshigamiFunction() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(4096, 3, true, new DrawSequence(1, "design"));
        SobolIndices indices =
                SobolIndices.of(design, TestFunctions.apply(design.points(), TestFunctions::ishigami), BOOTSTRAP);
        double[] first = {0.3139, 0.4424, 0};
        double[] total = {0.5576, 0.4424, 0.2437};
        for (int j = 0; j < 3; j++) {
            SobolIndex index = indices.indices().get(j);
            assertNear(index.first(), first[j]);
            assertNear(index.total(), total[j]);
            assertThat(index.totalDistinguishable()).isTrue();
            assertThat(index.noiseFloor()).isZero();
        }
        assertThat(indices.indices().get(2).firstDistinguishable()).isFalse();
        assertThat(indices.indices().get(0).firstDistinguishable()).isTrue();
        assertNear(indices.second()[0][2], 0.2437);
        assertNear(indices.second()[0][1], 0);
        assertNear(indices.second()[1][2], 0);
        // Var = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2.
        double pi4 = Math.pow(Math.PI, 4);
        double variance = 49.0 / 8 + 0.1 * pi4 / 5 + 0.01 * pi4 * pi4 / 18 + 0.5;
        assertThat(indices.variance()).isCloseTo(variance, within(0.02 * variance));
    }

    @Test
    void isRightOnSobolsGFunction() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(4096, 8, false, new DrawSequence(2, "design"));
        SobolIndices indices =
                SobolIndices.of(design, TestFunctions.apply(design.points(), TestFunctions::g), BOOTSTRAP);
        for (int j = 0; j < 8; j++) {
            assertNear(indices.indices().get(j).first(), TestFunctions.gFirst(j));
            assertNear(indices.indices().get(j).total(), TestFunctions.gTotal(j));
        }
        assertThat(indices.second()[0][1]).isNull();
    }

    @Test
    void aLinearModelHasTheSharesOfItsSquares() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(2048, 3, true, new DrawSequence(3, "design"));
        double[] y = TestFunctions.apply(design.points(), u -> 1000 + 3 * u[0] + 2 * u[1] + u[2]);
        SobolIndices indices = SobolIndices.of(design, y, BOOTSTRAP);
        double[] share = {9 / 14.0, 4 / 14.0, 1 / 14.0};
        for (int j = 0; j < 3; j++) {
            assertNear(indices.indices().get(j).first(), share[j]);
            assertNear(indices.indices().get(j).total(), share[j]);
        }
        assertNear(indices.second()[0][1], 0);
    }

    /**
     * Every evaluation has noise of its own, replicate by replicate, plus luck common to all points; factor 4 does nothing
     * but reshuffle the noise. Raw total indices are then too high by (σ²/R)/V each.
     */
    @Test
    void noiseOfReplicationIsTakenOff() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(1024, 4, false, new DrawSequence(4, "design"));
        double[][] y = noisyIshigami(design, 4);
        SobolIndices indices = SobolIndices.ofReplicated(design, y, Clusters.single(REPLICATES), BOOTSTRAP);
        double[] first = {0.3139, 0.4424, 0, 0};
        double[] total = {0.5576, 0.4424, 0.2437, 0};
        double expectedFloor = SIGMA * SIGMA / REPLICATES / 13.8446;
        for (int j = 0; j < 4; j++) {
            SobolIndex index = indices.indices().get(j);
            assertNear(index.first(), first[j]);
            assertNear(index.total(), total[j]);
            // A mean of 1024 variances on 4 degrees of freedom has relative error √(2/4096) = 2.2 %; V adds as much.
            assertThat(index.noiseFloor()).isCloseTo(expectedFloor, within(0.15 * expectedFloor));
            assertThat(j == 3 || index.totalDistinguishable()).isTrue();
        }
        double untreated = SobolIndices.of(design, Replicates.means(y), NONE)
                .indices()
                .get(3)
                .total()
                .value();
        assertThat(untreated).isGreaterThan(0.7 * expectedFloor);
    }

    /**
     * A 95 % interval lies above 0 by chance in 2.5 % of studies. Of 60 studies more than 6 would with probability 0.2 %
     * (binomial); untreated indices would stand out in all of them.
     */
    @Test
    void anInertFactorStandsOutOfTheNoiseNoOfterThanItShould() {
        int flagged = 0;
        int flaggedUntreated = 0;
        for (int study = 0; study < 60; study++) {
            SaltelliDesign design = SaltelliDesign.latinHypercube(128, 4, false, new DrawSequence(study, "design"));
            double[][] y = noisyIshigami(design, study);
            Bootstrap few = new Bootstrap(100, 0.95, study);
            flagged += inertStandsOut(SobolIndices.ofReplicated(design, y, Clusters.single(REPLICATES), few));
            flaggedUntreated += inertStandsOut(SobolIndices.of(design, Replicates.means(y), few));
        }
        assertThat(flagged).isLessThanOrEqualTo(6);
        assertThat(flaggedUntreated).isEqualTo(60);
    }

    /**
     * Luck that acts through two factors and their product, the mean outcome through a third alone: what 4 replicates leave of such
     * luck would count as parts of the variance of 1/48, 1/48 and 1/144 on average.
     */
    @Test
    void luckThatActsThroughFactorsIsNoIndexOfFirstOrSecondOrder() {
        int studies = 300;
        double[][] found = new double[3][studies];
        for (int study = 0; study < studies; study++) {
            SaltelliDesign design = SaltelliDesign.latinHypercube(64, 3, true, new DrawSequence(study, "design"));
            DrawSequence luck = new DrawSequence(study, "luck");
            double[][] y = new double[design.points().length][4];
            for (int r = 0; r < 4; r++) {
                double one = luck.normal();
                double other = luck.normal();
                double both = 2 * luck.normal();
                for (int i = 0; i < y.length; i++) {
                    double u = design.points()[i][0] - 0.5;
                    double v = design.points()[i][1] - 0.5;
                    y[i][r] = 1.3 * design.points()[i][2] + one * u + other * v + both * u * v;
                }
            }
            SobolIndices indices = SobolIndices.ofReplicated(design, y, Clusters.single(4), NONE);
            found[0][study] = indices.indices().get(0).first().value() * indices.variance();
            found[1][study] = indices.indices().get(1).first().value() * indices.variance();
            found[2][study] = indices.second()[0][1].value() * indices.variance();
        }
        for (double[] part : found) {
            double error = Math.sqrt(StatUtils.variance(part) / studies);
            assertThat(StatUtils.mean(part)).isCloseTo(0, within(4 * error));
        }
    }

    private static int inertStandsOut(SobolIndices indices) {
        return indices.indices().get(3).totalDistinguishable() ? 1 : 0;
    }

    private static double[][] noisyIshigami(SaltelliDesign design, long seed) {
        DrawSequence noise = new DrawSequence(seed, "noise");
        double[][] y = new double[design.points().length][REPLICATES];
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < REPLICATES; r++) {
                y[i][r] = TestFunctions.ishigami(design.points()[i]) + SIGMA * noise.normal() + 10 * r;
            }
        }
        return y;
    }

    @Test
    void aFactorThatTouchesNothingHasExactlyNoTotalEffectOnCommonRandomNumbers() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(64, 2, false, new DrawSequence(5, "design"));
        double[][] y = new double[design.points().length][3];
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < 3; r++) {
                y[i][r] = design.points()[i][0] * (1 + r);
            }
        }
        SobolIndex inert = SobolIndices.ofReplicated(design, y, Clusters.single(3), BOOTSTRAP)
                .indices()
                .get(1);
        assertThat(inert.total().value()).isZero();
        assertThat(inert.noiseFloor()).isZero();
        assertThat(inert.totalDistinguishable()).isFalse();
    }

    /** Where a single run of twenty differs at a point its mean is all noise; what rounding leaves is no effect, at no row. */
    @Test
    void aSingleRunThatDiffersIsNoEffect() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(128, 2, false, new DrawSequence(5, "design"));
        double[][] y = new double[design.points().length][20];
        for (int i = 0; i < y.length; i++) {
            for (int r = 0; r < 20; r++) {
                y[i][r] = r % 3 + (design.points()[i][0] > (r + 1) / 21.0 ? 1 : 0);
            }
        }
        for (int i = 0; i < design.rows(); i++) {
            y[design.ab(i, 1)] = y[design.a(i)].clone();
            y[design.ab(i, 1)][i % 20]++;
        }
        SobolIndex inert = SobolIndices.ofReplicated(design, y, Clusters.single(20), BOOTSTRAP)
                .indices()
                .get(1);
        assertThat(inert.total().value()).isZero();
        assertThat(inert.totalDistinguishable()).isFalse();
        assertThat(inert.noiseFloor()).isPositive();
    }

    /** Of two rows all resamples say nearly the same; that is no certainty. */
    @Test
    void fewRowsTellNoIntervalAndNothingStandsOut() {
        for (int rows : new int[] {2, SobolIndices.FEWEST_ROWS - 1, SobolIndices.FEWEST_ROWS}) {
            SaltelliDesign design = SaltelliDesign.of(SobolPoints.plain(rows, 6, 1000), false);
            double[] y = TestFunctions.apply(design.points(), TestFunctions::ishigami);
            SobolIndex index = SobolIndices.of(design, y, BOOTSTRAP).indices().get(0);
            boolean enough = rows >= SobolIndices.FEWEST_ROWS;
            assertThat(index.total().value()).isFinite();
            assertThat(Double.isFinite(index.total().lower())).isEqualTo(enough);
            assertThat(enough || !index.totalDistinguishable() && !index.firstDistinguishable())
                    .isTrue();
        }
    }

    /** Noise alone has as often a variance below 0 as above it, and a share of such would be any number. */
    @Test
    void noiseAloneHasNoSharesOrNoneThatStandsOut() {
        int none = 0;
        int flagged = 0;
        for (int study = 0; study < 40; study++) {
            SaltelliDesign design = SaltelliDesign.latinHypercube(32, 2, true, new DrawSequence(study, "design"));
            DrawSequence noise = new DrawSequence(study, "noise");
            double[][] y = new double[design.points().length][REPLICATES];
            for (double[] row : y) {
                Arrays.setAll(row, r -> noise.normal());
            }
            SobolIndices found =
                    SobolIndices.ofReplicated(design, y, Clusters.single(y[0].length), new Bootstrap(100, 0.95, study));
            SobolIndex index = found.indices().get(0);
            assertThat(Double.isNaN(index.total().value())).isEqualTo(found.variance() <= 0);
            assertThat(Double.isNaN(index.first().value())).isEqualTo(found.variance() <= 0);
            assertThat(Double.isNaN(index.noiseFloor())).isEqualTo(found.variance() <= 0);
            assertThat(Double.isNaN(found.second()[0][1].value())).isEqualTo(found.variance() <= 0);
            none += found.variance() <= 0 ? 1 : 0;
            flagged += index.totalDistinguishable() ? 1 : 0;
        }
        assertThat(none).isBetween(10, 30);
        // Of 40 studies more than 4 would with a probability of 0.3 % if each did with one of 2.5 %.
        assertThat(flagged).isLessThanOrEqualTo(4);
    }

    @Test
    void badInputsAreRefused() {
        SaltelliDesign design = SaltelliDesign.latinHypercube(8, 2, false, new DrawSequence(6, "design"));
        assertThatThrownBy(() -> SobolIndices.of(design, new double[5], NONE)).hasMessageContaining("32 points");
        assertThatThrownBy(() -> SobolIndices.ofReplicated(design, new double[32][1], Clusters.single(1), NONE))
                .hasMessageContaining("two replicates");
        assertThatThrownBy(() -> new Bootstrap(-1, 0.95, 1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new Bootstrap(1, 1, 1)).hasMessageContaining("between 0 and 1");
    }

    /** Within twice the half-width of the 95 % interval (four standard errors), and that half-width is small. */
    private static void assertNear(Estimate estimate, double truth) {
        double half = (estimate.upper() - estimate.lower()) / 2;
        assertThat(half).isLessThan(0.12);
        assertThat(estimate.value()).isCloseTo(truth, within(2 * half + 1e-9));
    }
}
