package org.tumen.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

class SearchPartsTest {
    private static final double[] RUNS = {10, 20, 30, 40, 50};

    @Test
    void statisticsOfFiveRuns() {
        assertThat(statistic("crisis_weeks").of(RUNS)).isEqualTo(30);
        assertThat(statistic("mean(crisis_weeks)").of(RUNS)).isEqualTo(30);
        assertThat(statistic("share(crisis_weeks > 20)").of(RUNS)).isEqualTo(0.6);
        assertThat(statistic("share( crisis_weeks < 20 )").of(RUNS)).isEqualTo(0.2);
        assertThat(statistic("quantile(crisis_weeks, 0.75)").of(RUNS)).isEqualTo(40);
        // The worst fifth of five runs is the worst run; less is better here.
        assertThat(statistic("cvar(crisis_weeks, 0.2)").of(RUNS)).isCloseTo(42 + 8, within(1e-9));
        assertThat(Statistic.parse("cvar(mean_stability, 0.25)", Direction.MORE).of(RUNS))
                .isCloseTo(20 - 10 / 0.25 / 5, within(1e-9));
        // One and a half of five runs: all of the worst, half of the next.
        assertThat(Statistic.parse("cvar(mean_stability, 0.3)", Direction.MORE).of(RUNS))
                .isCloseTo((10 + 0.5 * 20) / 1.5, within(1e-9));
    }

    private static Statistic statistic(String text) {
        return Statistic.parse(text, Direction.LESS);
    }

    @Test
    void statisticsAreReadAsTheyAreWritten() {
        for (String text : List.of(
                "mean(delivered)",
                "share(crisis_weeks > 8)",
                "quantile(launches, 0.95)",
                "cvar(mean_stability, 0.1)")) {
            assertThat(statistic(text)).hasToString(text);
        }
        for (String text : List.of(
                "median(launches)", "mean(launches, 3)", "share(launches, 3)", "quantile(launches)", "mean(wars)")) {
            assertThatThrownBy(() -> statistic(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> statistic("quantile(launches, 1.5)")).hasMessageContaining("between 0 and 1");
    }

    @Test
    void worldsBecomeOneValue() {
        double[] values = {40, 50};
        double[] best = {45, 51};
        assertThat(Worlds.MEAN.of(values, true, best)).isEqualTo(45);
        assertThat(Worlds.WORST.of(values, true, best)).isEqualTo(40);
        assertThat(Worlds.WORST.of(values, false, best)).isEqualTo(50);
        assertThat(Worlds.REGRET.of(values, true, best)).isEqualTo(5);
        // Better than the best that was known is no regret, whichever way is better.
        assertThat(Worlds.REGRET.of(new double[] {49, 50}, true, best)).isEqualTo(1);
        assertThat(Worlds.REGRET.of(new double[] {40, 53}, false, best)).isEqualTo(2);
        Objective regret = new Objective("r", statistic("launches"), true, Worlds.REGRET);
        assertThat(regret.minimised(regret.value(values, best))).isEqualTo(5);
    }

    @Test
    void aConstraintLooksAtTheWorstWorld() {
        Constraint most = new Constraint(statistic("crisis_weeks"), true, 8);
        assertThat(most.value(new double[] {5, 10})).isEqualTo(10);
        assertThat(most.violation(10)).isEqualTo(0.25);
        assertThat(most.violation(8)).isZero();
        assertThat(most.violation(Double.NaN)).isPositive();
        assertThat(most).hasToString("mean(crisis_weeks) <= 8");
        assertThat(new Constraint(statistic("launches"), false, 3).value(new double[] {5, 10}))
                .isEqualTo(5);
        assertThat(Outcome.byKey("launches")).isPresent();
    }

    @Property
    void aLeverStaysInItsRange(@ForAll @DoubleRange(min = 0, max = 1) double place) {
        double real = Double.parseDouble(Lever.real("a", 0.1234567, 0.7654321).at(place));
        assertThat(real).isBetween(0.1234567, 0.7654321);
        double whole = Double.parseDouble(Lever.whole("a", 2, 5).at(place));
        assertThat(whole).isBetween(2.0, 5.0).isEqualTo(Math.rint(whole));
        assertThat(Lever.choice("a", List.of("x", "y", "z")).at(place)).isIn("x", "y", "z");
    }

    @Test
    void everyCellOfALeverIsMet() {
        assertThat(Lever.whole("a", 1, 3).at(0)).isEqualTo("1");
        assertThat(Lever.whole("a", 1, 3).at(0.5)).isEqualTo("2");
        assertThat(Lever.whole("a", 1, 3).at(1)).isEqualTo("3");
        // Each has a third of the places.
        assertThat(Lever.whole("a", 1, 3).at(0.33)).isEqualTo("1");
        assertThat(Lever.choice("a", List.of("x", "y", "z")).at(0.34)).isEqualTo("y");
        assertThat(Lever.choice("a", List.of("x", "y", "z")).at(0.67)).isEqualTo("z");
        assertThatThrownBy(() -> Lever.real("a", 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lever.whole("a", 0.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lever.choice("a", List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void frontsKneesAndThinning() {
        List<double[]> points = List.of(
                new double[] {0, 10}, new double[] {1, 4}, new double[] {5, 5}, new double[] {10, 0}, new double[] {1, 4
                });
        assertThat(Front.of(points)).containsExactly(0, 1, 3);
        List<double[]> front = List.of(points.get(0), points.get(1), new double[] {1.1, 3.9}, points.get(3));
        assertThat(Front.knee(front)).isEqualTo(2);
        // Of the pair in the middle the first goes: it is 0.608 from its next neighbour, the second 0.620.
        assertThat(Front.thinned(front, 3)).containsExactly(0, 2, 3);
        assertThat(Front.thinned(List.of(front.get(0), front.get(2), front.get(1), front.get(3)), 3))
                .containsExactly(0, 1, 3);
        // The best of each objective stay, however few are wanted.
        assertThat(Front.thinned(front, 1)).containsExactly(0, 3);
        assertThat(Front.thinned(front, 4)).containsExactly(0, 1, 2, 3);
        assertThat(Front.thinned(List.of(), 3)).isEmpty();
        assertThat(Front.best(front, 0)).isZero();
        assertThat(Front.best(front, 1)).isEqualTo(3);
        // Of two that are equal in an objective the one that is better in the other, wherever it stands.
        List<double[]> tied = List.of(new double[] {1, 3}, new double[] {1, 2}, new double[] {2, 1});
        assertThat(Front.best(tied, 0)).isEqualTo(1);
        assertThat(Front.best(List.of(tied.get(1), tied.get(0), tied.get(2)), 0))
                .isZero();
    }

    @Test
    void objectivesAreScaledFromTheBestToTheWorst() {
        List<double[]> scaled = Front.scaled(List.of(new double[] {2, 7}, new double[] {4, 7}, new double[] {12, 7}));
        assertThat(scaled.toArray(new double[0][])).isDeepEqualTo(new double[][] {{0, 0}, {0.2, 0}, {1, 0}});
        assertThat(Front.scaled(List.of())).isEmpty();
    }

    /** By the definition, point by point: in the front is what none dominates and none before it equals. */
    @Property
    void aFrontIsWhatNoneDominates(@ForAll @Size(max = 12) List<@Size(3) List<@IntRange(max = 3) Integer>> drawn) {
        List<double[]> points = drawn.stream()
                .map(p -> p.stream().mapToDouble(x -> x).toArray())
                .toList();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            boolean dominated = points.stream()
                    .anyMatch(
                            q -> q[0] <= point[0] && q[1] <= point[1] && q[2] <= point[2] && !Arrays.equals(q, point));
            boolean again = points.subList(0, i).stream().anyMatch(q -> Arrays.equals(q, point));
            if (!dominated && !again) {
                expected.add(i);
            }
        }
        assertThat(Front.of(points)).isEqualTo(expected);
    }

    @Test
    void statisticsSayWhatTheyAreAndInWhichUnit() {
        assertThat(statistic("mean(crisis_weeks)").unit()).isEqualTo("weeks");
        assertThat(statistic("cvar(crisis_weeks, 0.2)").unit()).isEqualTo("weeks");
        assertThat(statistic("share(crisis_weeks > 20)").unit()).isEqualTo("share of runs");
    }

    @Test
    void theVolumeOfTwoSteps() {
        Volume volume = new Volume(new double[] {0, 0}, new double[] {10, 10});
        // (2, 5) dominates 8 x 5 and (6, 1) a further 4 x 4 of the hundred.
        assertThat(volume.share(List.of(new double[] {2, 5}, new double[] {6, 1})))
                .isCloseTo(0.56, within(1e-12));
        assertThat(volume.share(List.of(new double[] {11, 1}))).isZero();
        assertThat(volume.share(List.of(new double[] {-5, -5}))).isCloseTo(1, within(1e-12));
        assertThat(Volume.of(List.of(new double[] {0, 10}, new double[] {10, 0}))
                        .reference())
                .containsExactly(11, 11);
    }

    /** What YAML's brackets cut at a comma is told with its remedy. */
    @Test
    void aStatisticThatIsCutAtItsCommaIsToldHowItIsWritten() {
        assertThatThrownBy(() -> Statistic.parse("cvar(launches", Direction.LESS))
                .hasMessageEndingWith("not \"cvar(launches\"; in a list in [brackets] put what has a comma in quotes");
        assertThatThrownBy(() -> Statistic.parse("0.1)", Direction.LESS))
                .hasMessageContaining("not \"0.1)\"; in a list");
        assertThatThrownBy(() -> Statistic.parse("median(launches)", Direction.LESS))
                .hasMessageEndingWith("not \"median(launches)\"");
    }
}
