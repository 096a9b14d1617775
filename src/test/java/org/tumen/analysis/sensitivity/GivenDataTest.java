package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.draw.DrawSequence;

class GivenDataTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(10, 0.95, 1);

    /**
     * SALib's regression test (tests/test_regression.py): 10,000 points of a Latin hypercube on Ishigami, δ = 0.210,
     * 0.358, 0.155, with its tolerance of 0.05 plus a tenth.
     */
    @Test
    void deltaAgreesWithSalibOnTheIshigamiFunction() {
        double[][] points = LatinHypercube.random(10_000, 3, new DrawSequence(1, "lhs"));
        double[] y = TestFunctions.apply(points, TestFunctions::ishigami);
        double[] salib = {0.210, 0.358, 0.155};
        for (int j = 0; j < 3; j++) {
            GivenDataIndex delta = BorgonovoDelta.of(column(points, j), y, BOOTSTRAP, 19);
            assertThat(delta.value()).isCloseTo(salib[j], within(0.05 + 0.1 * salib[j]));
            assertThat(delta.distinguishable()).isTrue();
            assertThat(delta.pValue()).isEqualTo(0.05);
        }
    }

    /** For jointly normal X and Y of correlation ρ the integral ½ E∫|f_Y − f_{Y|X}| is done numerically here. */
    @Test
    void deltaIsRightForNormals() {
        double rho = 0.7;
        DrawSequence draws = new DrawSequence(2, "normals");
        int n = 4000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = draws.normal();
            y[i] = rho * x[i] + Math.sqrt(1 - rho * rho) * draws.normal();
        }
        NormalDistribution whole = new NormalDistribution(null, 0, 1);
        double truth = 0;
        int cells = 400;
        for (int c = 0; c < cells; c++) {
            double at = whole.inverseCumulativeProbability((c + 0.5) / cells);
            NormalDistribution known = new NormalDistribution(null, rho * at, Math.sqrt(1 - rho * rho));
            for (double v = -6; v < 6; v += 0.02) {
                truth += Math.abs(whole.density(v) - known.density(v)) * 0.02 / 2 / cells;
            }
        }
        assertThat(BorgonovoDelta.of(x, y, BOOTSTRAP, 1).value()).isCloseTo(truth, within(0.03));
    }

    /** A flag that happens with probability x: δ = E|x − ½| = ¼ exactly. */
    @Test
    void deltaOfAFlagUsesItsShares() {
        double[][] points = LatinHypercube.random(5000, 2, new DrawSequence(3, "lhs"));
        double[] y = TestFunctions.apply(points, u -> u[1] < u[0] ? 1 : 0);
        GivenDataIndex delta = BorgonovoDelta.of(column(points, 0), y, BOOTSTRAP, 19);
        // Each of some 20 classes of 250 has a share with standard error below 0.032: the mean is much closer.
        assertThat(delta.value()).isCloseTo(0.25, within(0.02));
    }

    /** Of 60 inert factors tested at 5 %, more than 8 would be flagged with probability below 0.3 %. */
    @Test
    void inertFactorsAreFlaggedAtTheNominalRate() {
        int flaggedByDelta = 0;
        int flaggedByPawn = 0;
        for (int t = 0; t < 60; t++) {
            DrawSequence draws = new DrawSequence(t, "inert");
            double[] x = new double[200];
            double[] y = new double[200];
            for (int i = 0; i < 200; i++) {
                x[i] = draws.uniform();
                y[i] = draws.normal();
            }
            Bootstrap few = new Bootstrap(2, 0.95, t);
            flaggedByDelta += BorgonovoDelta.of(x, y, few, 39).pValue() <= 0.05 ? 1 : 0;
            flaggedByPawn += Pawn.of(x, y, 8, 39, 0.95, t).pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(flaggedByDelta).isLessThanOrEqualTo(8);
        assertThat(flaggedByPawn).isLessThanOrEqualTo(8);
    }

    /** When the outcome is the factor itself, class m of 10 has distance max(m, 9 − m)/10; the median is 0.7. */
    @Test
    void pawnOfTheIdentityIsExact() {
        double[] x = new double[1000];
        Arrays.setAll(x, i -> i);
        GivenDataIndex pawn = Pawn.of(x, x, 10, 19, 0.95, 1);
        assertThat(pawn.raw()).isCloseTo(0.7, within(1e-12));
        assertThat(pawn.distinguishable()).isTrue();
    }

    @Test
    void pawnRanksTheIshigamiFactorsAndSeesTheDummy() {
        double[][] points = LatinHypercube.random(4000, 4, new DrawSequence(4, "lhs"));
        double[] y = TestFunctions.apply(points, TestFunctions::ishigami);
        double[] raw = new double[4];
        for (int j = 0; j < 4; j++) {
            raw[j] = Pawn.of(column(points, j), y, 10, 19, 0.95, 1).raw();
        }
        // Pianosi and Wagener (2018) find x2 first, then x1, then x3, all above the dummy.
        assertThat(raw[1]).isGreaterThan(raw[0]);
        assertThat(raw[0]).isGreaterThan(raw[2]);
        assertThat(raw[2]).isGreaterThan(raw[3]);
    }

    @Test
    void factorsWithFewValuesAreClassedByValue() {
        assertThat(Classes.of(new double[] {3, 1, 3, 2, 1}, 4)).containsExactly(2, 0, 2, 1, 0);
        assertThat(Classes.of(new double[] {5, 4, 3, 2, 1, 0}, 2)).containsExactly(1, 1, 1, 0, 0, 0);
        assertThatThrownBy(() -> BorgonovoDelta.of(new double[3], new double[3], BOOTSTRAP, 1))
                .hasMessageContaining("20 points");
    }

    private static double[] column(double[][] points, int j) {
        return Arrays.stream(points).mapToDouble(p -> p[j]).toArray();
    }
}
