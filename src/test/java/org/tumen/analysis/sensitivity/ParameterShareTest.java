package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

/** On Y = 2a + s·e with normal a and e, whose parameters' share is 4/(4 + s²). */
class ParameterShareTest {
    private static final int POINTS = 1000;

    /** Runs of 2a + s·e: replicates for each point, and the a of each point. */
    private static List<double[]> groups(int replicates, double s, double[] a, long seed) {
        DrawSequence draws = new DrawSequence(seed, "share test");
        List<double[]> groups = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            a[i] = draws.normal();
            double[] group = new double[replicates];
            for (int r = 0; r < replicates; r++) {
                group[r] = 2 * a[i] + s * draws.normal();
            }
            groups.add(group);
        }
        return groups;
    }

    private static ParameterShare replicated(List<double[]> groups) {
        double[] values = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        int[] ends = groups.stream().mapToInt(g -> g.length).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        return ParameterShare.replicated(values, ends);
    }

    /** The mean of forty times 0.6 is not quite 0.6, which is no variance. */
    @Test
    void whatNeverVariesHasNoShare() {
        double[] values = new double[40];
        Arrays.fill(values, 0.6);
        for (ParameterShare share : List.of(
                ParameterShare.replicated(values, new int[] {4, 8, 20, 40}),
                ParameterShare.fitted(new double[][] {values}, values))) {
            assertThat(share.share()).isNaN();
            assertThat(share.high()).isNaN();
        }
    }

    @Test
    void pointsOfUnequalSizesAreWeighedByThem() {
        // Means 2 and 5 about 3.2; sums of squares 2 and 2 within.
        ParameterShare share = replicated(List.of(new double[] {1, 2, 3}, new double[] {4, 6}));
        double typical = 5 - 13.0 / 5;
        double chance = 4.0 / 3;
        double byParameters = (3 * 1.2 * 1.2 + 2 * 1.8 * 1.8 - chance) / typical;
        assertThat(share.share()).isCloseTo(byParameters / (byParameters + chance), within(1e-12));
    }

    @Test
    void analysisOfVarianceFindsTheShare() {
        ParameterShare share = replicated(groups(4, 3, new double[POINTS], 1));
        // The intraclass correlation has a standard error of about sqrt(2(1-ρ)²(1+3ρ)²/(12·points)); four of them.
        double rho = 4.0 / 13;
        double error = Math.sqrt(2 * Math.pow((1 - rho) * (1 + 3 * rho), 2) / (12.0 * POINTS));
        assertThat(share.share()).isCloseTo(rho, within(4 * error));
        assertThat(share.low()).isLessThan(share.share());
        assertThat(share.high() - share.low()).isCloseTo(2 * 1.96 * error, within(0.35 * 2 * 1.96 * error));
    }

    @Test
    void withoutEffectTheShareIsNothing() {
        // Pairs of runs that have a point each: what they share is nothing.
        List<double[]> independent = groups(1, 3, new double[2 * POINTS], 3);
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            pairs.add(new double[] {independent.get(2 * i)[0], independent.get(2 * i + 1)[0]});
        }
        ParameterShare share = replicated(pairs);
        assertThat(share.share()).isCloseTo(0, within(4 / Math.sqrt(POINTS)));
        assertThat(share.low()).isNegative();
    }

    @Test
    void regressionFindsTheShareOfASurfaceAndNothingInNoise() {
        double[] a = new double[POINTS];
        double[] y = groups(1, 3, a, 4).stream().mapToDouble(g -> g[0]).toArray();
        double[] other = new double[POINTS];
        groups(1, 3, other, 5);
        double[][] basis = ParameterShare.basis(new double[][] {a, other});
        assertThat(basis).hasDimensions(5, POINTS);
        ParameterShare share = ParameterShare.fitted(basis, y);
        double rho = 4.0 / 13;
        double error = Math.sqrt(4 * rho * (1 - rho) * (1 - rho) / POINTS);
        assertThat(share.share()).isCloseTo(rho, within(4 * error));
        ParameterShare none = ParameterShare.fitted(ParameterShare.basis(new double[][] {other}), y);
        assertThat(none.share()).isCloseTo(0, within(4 * Math.sqrt(2.0 * 2) / POINTS * 2));
    }

    /** A quadratic surface with its product, by numpy.linalg.lstsq: the adjusted R², and the error of the interval. */
    @Test
    void aFitIsThatOfLeastSquares() {
        int n = 240;
        double[][] x = new double[2][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = i * 0.6180339887498949 % 1;
            x[1][i] = i * 0.4142135623730951 % 1;
            y[i] = 3 * x[0][i] + 2 * x[1][i] * x[1][i] - 2 * x[0][i] * x[1][i] + 0.6 * Math.sin(37.0 * i);
        }
        double[][] basis = ParameterShare.basis(x);
        ParameterShare share = ParameterShare.fitted(basis, y);
        assertThat(share.share()).isCloseTo(0.7245939076350951, within(1e-10));
        assertThat(share.points()).isEqualTo(n);
        double mean = StatUtils.mean(y);
        double[] residuals = Arrays.stream(y).map(v -> v - mean).toArray();
        double[] deviations = Arrays.stream(residuals).map(v -> v * v).toArray();
        for (double[] term : basis) {
            double along = new ArrayRealVector(term).dotProduct(new ArrayRealVector(y));
            Arrays.setAll(residuals, i -> residuals[i] - along * term[i]);
        }
        LogRatio ratio = new LogRatio(Arrays.stream(residuals).map(v -> v * v).toArray(), deviations);
        assertThat(ratio.standardError()).isCloseTo(0.08682788686970216, within(1e-10));
        // The quantile of Student's t with 239 degrees of freedom is 1.9699; resampling may give more.
        assertThat(ratio.critical()).isBetween(1.9699, 2.4);
        double reach = ratio.critical() * 0.08782193945346976;
        assertThat(Math.log(1 - share.low())).isCloseTo(Math.log(1 - share.share()) + reach, within(1e-9));
        assertThat(Math.log(1 - share.high())).isCloseTo(Math.log(1 - share.share()) - reach, within(1e-9));
    }

    @Test
    void aFitHasTwentyRunsForEveryTermAndIsOfAsManyAsFitIntoMemory() {
        assertThat(ParameterShare.fittedRuns(59, 20 * 2 * 59 - 1)).isZero();
        assertThat(ParameterShare.fittedRuns(59, 20 * 2 * 59)).isEqualTo(20 * 2 * 59);
        // A million runs of 59 parameters are more than the heap of the program holds.
        int most = ParameterShare.fittedRuns(59, 1_000_000);
        assertThat(most).isBetween(20_000, 4_000_000 / (2 * 59));
        // Products of pairs only where the runs they need fit as well.
        assertThat(ParameterShare.fittedRuns(25, 20 * 350)).isEqualTo(20 * 350);
        assertThat(ParameterShare.fittedRuns(25, 1_000_000)).isEqualTo(4_000_000 / 350);
        assertThatThrownBy(() -> ParameterShare.basis(new double[59][100])).hasMessageContaining("2360 runs or more");
    }
}
