package org.tumen.analysis.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.draw.DrawSequence;

class PrimTest {
    private static final List<String> NAMES = List.of("rivalry", "generosity", "third", "fourth", "fifth");
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Ten points on a line, the last three of interest: seven peels from below, one point each, by hand. */
    @Test
    void peelsAsWorkedByHand() {
        LabelledPoints line = line(8);
        PrimTrajectory trajectory = Prim.run(line, new PrimSettings(0.1, 0.1, 0.05));
        for (int step = 0; step <= 7; step++) {
            BoxScore score = trajectory.steps().get(step);
            assertThat(score.coverage()).isEqualTo(1);
            assertThat(score.density()).isCloseTo(3.0 / (10 - step), within(1e-12));
            assertThat(score.box().restrictions().get(0).lower())
                    .isEqualTo(step == 0 ? Double.NEGATIVE_INFINITY : step + 0.5);
        }
        BoxScore last = trajectory.balanced();
        assertThat(last.lift()).isCloseTo(1 / 0.3, within(1e-12));
        assertThat(last.mass()).isCloseTo(0.3, within(1e-12));
        // Three of three cases from a rate of 0.3.
        assertThat(QuasiP.of(line, last.box())[0]).isCloseTo(0.027, within(1e-12));
    }

    /** Peels of 40 % overshoot: 1–4, then 5 and 6 go; the paste brings 6 back and stops at 5. */
    @Test
    void pastesBackWhatWasPeeledTooMuch() {
        PrimTrajectory trajectory = Prim.run(line(6), new PrimSettings(0.4, 0.25, 0.05));
        assertThat(trajectory.steps().stream().map(BoxScore::inside)).containsExactly(10, 6, 4, 5);
        BoxScore last = trajectory.steps().get(3);
        assertThat(last.density()).isEqualTo(1);
        assertThat(last.coverage()).isEqualTo(1);
        assertThat(last.box().restrictions().get(0).lower()).isEqualTo(5.5);
    }

    /**
     * Trajectories of a second program, written from the description of {@link Prim} alone: points in and cases of each step,
     * ties in the second factor, limits of the last box.
     */
    @Test
    void peelsAndPastesAsASecondProgram() {
        assertTrajectory(
                i -> x(i) > 35 && y(i) >= 2 && i % 5 != 0 || i % 13 == 4,
                new PrimSettings(0.1, 0.1, 0.05),
                "60/18 51/17 34/16 31/16 28/16 13/9 12/9 11/9 10/8 9/7 8/7 7/7 11/11 12/12 13/13",
                new Restriction(37, INFINITE),
                new Restriction(1.5, INFINITE),
                Restriction.NONE);
        assertTrajectory(
                i -> x(i) > 35 && y(i) >= 2 && i % 5 != 0 || i % 13 == 4,
                new PrimSettings(0.05, 0.2, 0.2),
                "60/18 57/18 55/18 53/18 46/17 30/16 29/16 28/16 27/16 13/9 12/9",
                new Restriction(18.5, INFINITE),
                new Restriction(1.5, 3),
                new Restriction(-INFINITE, 56.5));
        assertTrajectory(
                i -> z(i) < 30 && x(i) > 20 && i % 6 != 0 || i % 11 == 3,
                new PrimSettings(0.2, 0.3, 0.1),
                "60/23 48/23 39/23 32/21 26/21 21/17 17/14 8/6 7/5 6/4 12/9 15/12",
                new Restriction(26, 51.5),
                Restriction.NONE,
                new Restriction(-INFINITE, 38.5));
        assertTrajectory(
                i -> z(i) < 30 && x(i) > 20 && i % 6 != 0 || i % 11 == 3,
                new PrimSettings(0.25, 0.1, 0.05),
                "60/23 45/23 34/21 26/19 20/16 15/13 12/11 7/7 8/8",
                new Restriction(34.5, INFINITE),
                new Restriction(-INFINITE, 1.5),
                new Restriction(7, 29.5));
    }

    private static void assertTrajectory(
            IntPredicate isCase, PrimSettings settings, String expected, Restriction... lastBox) {
        double[][] points = new double[60][];
        boolean[] labels = new boolean[60];
        for (int i = 0; i < 60; i++) {
            points[i] = new double[] {x(i), y(i), z(i)};
            labels[i] = isCase.test(i);
        }
        List<BoxScore> steps = Prim.run(new LabelledPoints(List.of("x", "y", "z"), points, labels), settings)
                .steps();
        assertThat(steps.stream().map(s -> s.inside() + "/" + s.cases())).containsExactly(expected.split(" "));
        assertThat(steps.get(steps.size() - 1).box().restrictions()).containsExactly(lastBox);
    }

    private static double x(int i) {
        return 37 * i % 61;
    }

    private static double y(int i) {
        return i * i % 7;
    }

    private static double z(int i) {
        return 11 * i % 60;
    }

    /** Four points in the box, three of them cases; ten points and five cases in all. */
    @Test
    void scoresAsWorkedByHand() {
        BoxScore score = new BoxScore(Box.whole(1), 4, 3, 10, 5);
        assertThat(score.coverage()).isEqualTo(0.6);
        assertThat(score.density()).isEqualTo(0.75);
        assertThat(score.mass()).isEqualTo(0.4);
        assertThat(score.lift()).isEqualTo(1.5);
        assertThat(score.balance()).isCloseTo(2 * 0.6 * 0.75 / 1.35, within(1e-12));
        // Two cases are expected among four points; their variance is 4 x 0.5 x 0.5 x 0.6.
        assertThat(score.excess()).isCloseTo(1 / Math.sqrt(0.6), within(1e-12));
        BoxScore nothing = new BoxScore(Box.whole(1), 0, 0, 10, 0);
        assertThat(List.of(nothing.coverage(), nothing.density(), nothing.lift(), nothing.balance(), nothing.excess()))
                .containsOnly(0.0);
        assertThat(new BoxScore(Box.whole(1), 10, 5, 10, 5).excess()).isZero();
    }

    /**
     * Six cases at (1, 1), six other points at (0, 0) and one at (0, 1): in the box a > 0.5 and b > 0.5 neither restriction is needed
     * beside the other, b less than a. Once b has gone a is needed: by chance 6 of 6 are cases in (6/13)^6.
     */
    @Test
    void restrictionsAreDroppedOneByOneFromTheWorst() {
        double[][] points = new double[13][2];
        boolean[] labels = new boolean[13];
        for (int i = 0; i < 6; i++) {
            points[i] = new double[] {1, 1};
            labels[i] = true;
        }
        points[12][1] = 1;
        LabelledPoints data = new LabelledPoints(List.of("a", "b"), points, labels);
        Restriction high = Restriction.NONE.above(0.5);
        Box a = Box.whole(2).with(0, high);
        Box box = a.with(1, high);
        assertThat(QuasiP.of(data, box)).containsExactly(new double[] {Math.pow(6 / 7.0, 6), 1}, within(1e-12));
        assertThat(QuasiP.of(data, a)).containsExactly(new double[] {Math.pow(6 / 13.0, 6), Double.NaN}, within(1e-12));
        assertThat(QuasiP.pruned(data, box, 0.05)).isEqualTo(a);
        assertThat(QuasiP.pruned(data, box, 0.009)).isEqualTo(Box.whole(2));
        // A box without a case has nothing that chance would not give.
        assertThat(QuasiP.of(data, Box.whole(2).with(0, Restriction.NONE.below(0.5)))[0])
                .isEqualTo(1);
    }

    @Test
    void tiesGoTogether() {
        double[][] points = {{1}, {1}, {1}, {2}, {3}, {3}};
        boolean[] labels = {false, false, false, true, true, true};
        PrimTrajectory trajectory =
                Prim.run(new LabelledPoints(List.of("ties"), points, labels), new PrimSettings(0.1, 0.1, 0.1));
        // A peel of a tenth would take one point; the three that tie with it go too.
        assertThat(trajectory.steps().stream().map(BoxScore::inside)).containsExactly(6, 3);
        BoxScore best = trajectory.balanced();
        assertThat(best.box().restrictions().get(0).lower()).isEqualTo(1.5);
        assertThat(best.density()).isEqualTo(1);
        assertThat(best.coverage()).isEqualTo(1);
    }

    @Test
    void recoversAPlantedBox() {
        LabelledPoints data = planted(1000, 0.9, 0.05, 1);
        PrimSettings settings = new PrimSettings(0.05, 0.05, 0.05);
        BoxScore found = Prim.run(data, settings).balanced();
        Box box = QuasiP.pruned(data, found.box(), 0.05);
        assertThat(box.restricted()).containsExactly(0, 1);
        // Of some 30 points in a slice of 0.05 inside the edge, nine tenths are cases; outside, one in twenty.
        assertThat(box.restrictions().get(0).lower()).isCloseTo(0.7, within(0.05));
        assertThat(box.restrictions().get(1).lower()).isCloseTo(0.5, within(0.05));
        BoxStability stability = BoxStability.of(data, pruned(data), PrimTest::pruned, 10, 0.5, 1);
        assertThat(stability.restricted()[0]).isEqualTo(1);
        assertThat(stability.restricted()[1]).isEqualTo(1);
        assertThat(stability.overlap()).isGreaterThan(0.7);
        assertThat(BoxSignificance.of(data, settings, 19, 1).pValue()).isEqualTo(0.05);
    }

    /** Where most points are cases the whole space balances coverage and density best, though they concentrate in a corner. */
    @Test
    void whatIsCommonIsFoundWhereItConcentrates() {
        LabelledPoints data = planted(300, 0.1, 0.8, 1);
        PrimTrajectory trajectory = Prim.run(data, new PrimSettings(0.05, 0.05, 0.05));
        assertThat(QuasiP.pruned(data, trajectory.balanced().box(), 0.05).restricted())
                .isEmpty();
        Box found = trajectory.telling(data, 0.05);
        assertThat(found.restricted()).isNotEmpty();
        BoxScore score = BoxScore.of(data, found);
        assertThat(score.density()).isGreaterThan(data.baseRate() + 0.05);
    }

    /**
     * Halves go through the whole procedure. That box of each whose coverage comes nearest, with the restrictions that it does
     * not need, shares 72 % of its points with the planted one and restricts an idle factor in 45 % of halves.
     */
    @Test
    void halvesFindAPlantedBoxAgain() {
        LabelledPoints data = planted(1000, 0.9, 0.05, 1);
        BoxStability stability = BoxStability.of(data, pruned(data), PrimTest::pruned, 100, 0.5, 1);
        assertThat(StatUtils.min(stability.restricted(), 0, 2)).isGreaterThan(0.9);
        assertThat(StatUtils.max(stability.restricted(), 2, 3)).isLessThan(0.1);
        assertThat(stability.overlap()).isGreaterThan(0.85);
    }

    private static Box pruned(LabelledPoints data) {
        return QuasiP.pruned(
                data,
                Prim.run(data, new PrimSettings(0.05, 0.05, 0.05)).balanced().box(),
                0.05);
    }

    /** Of 40 studies of noise at 5 %, 8 or more are significant with probability 0.07 % (binomial). */
    @Test
    void noiseHoldsNoSignificantBoxMoreOftenThanNominal() {
        int significant = 0;
        for (int study = 0; study < 40; study++) {
            LabelledPoints noise = planted(150, 0.3, 0.3, 100 + study);
            significant += BoxSignificance.of(noise, new PrimSettings(0.05, 0.05, 0.05), 19, study)
                                    .pValue()
                            <= 0.05
                    ? 1
                    : 0;
        }
        assertThat(significant).isLessThan(8);
    }

    /** Points inside are kept in order and counted from the ends, not looked through at each peel: with ties or without. */
    @Test
    void everyStepIsScoredAsLookingThroughAllPointsScoresIt() {
        for (int seed = 0; seed < 4; seed++) {
            LabelledPoints data = planted(300, 0.8, 0.2, seed);
            for (double[] point : data.points()) {
                point[1] = Math.rint(4 * point[1]);
                point[2] = Math.rint(point[2]);
            }
            List<BoxScore> steps =
                    Prim.run(data, new PrimSettings(0.05, 0.05, 0.02)).steps();
            assertThat(steps).hasSizeGreaterThan(10).allMatch(step -> step.equals(BoxScore.of(data, step.box())));
        }
    }

    @Test
    void choosesFromTheTrajectory() {
        PrimTrajectory trajectory = Prim.run(planted(600, 0.8, 0.1, 3), new PrimSettings(0.05, 0.05, 0.03));
        BoxScore dense = trajectory.withDensity(0.6).orElseThrow();
        assertThat(dense.density()).isGreaterThanOrEqualTo(0.6);
        assertThat(trajectory.steps())
                .filteredOn(s -> s.density() >= 0.6)
                .isNotEmpty()
                .allMatch(s -> s.coverage() <= dense.coverage());
        assertThat(trajectory.withDensity(1.1)).isEmpty();
        assertThat(trajectory.nearCoverage(1).coverage()).isEqualTo(1);
    }

    @Test
    void saysABoxInWords() {
        Box box = Box.whole(5).with(0, Restriction.NONE.above(0.7)).with(1, Restriction.NONE.above(0.5));
        assertThat(BoxWords.conditions(List.of("rivalry", "technology generosity", "c", "d", "e"), box))
                .isEqualTo("rivalry > 0.7 and technology generosity > 0.5");
        assertThat(BoxWords.conditions(List.of("a"), Box.whole(1))).isEqualTo("anywhere");
        Box other = Box.whole(1).with(0, new Restriction(0.123456, 2000));
        assertThat(BoxWords.conditions(List.of("a"), other)).isEqualTo("a from 0.123 to 2,000");
    }

    @Test
    void badInputsAreRefused() {
        assertThatThrownBy(() -> new LabelledPoints(List.of("a"), new double[2][1], new boolean[1]))
                .hasMessageContaining("as many labels");
        assertThatThrownBy(() -> new PrimSettings(0, 0.1, 0.1)).hasMessageContaining("between 0 and 0.5");
    }

    private static LabelledPoints line(int firstCase) {
        double[][] points = new double[10][1];
        boolean[] labels = new boolean[10];
        for (int i = 0; i < 10; i++) {
            points[i][0] = i + 1;
            labels[i] = i + 1 >= firstCase;
        }
        return new LabelledPoints(List.of("x"), points, labels);
    }

    static LabelledPoints planted(int n, double insideRate, double outsideRate, long seed) {
        DrawSequence draws = new DrawSequence(seed, "planted");
        double[][] points = LatinHypercube.random(n, 5, draws);
        boolean[] labels = new boolean[n];
        for (int i = 0; i < n; i++) {
            boolean inside = points[i][0] > 0.7 && points[i][1] > 0.5;
            labels[i] = draws.uniform() < (inside ? insideRate : outsideRate);
        }
        return new LabelledPoints(NAMES, points, labels);
    }
}
