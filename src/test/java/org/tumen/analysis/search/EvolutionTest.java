package org.tumen.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moeaframework.util.weights.NormalBoundaryDivisions;
import org.moeaframework.util.weights.NormalBoundaryIntersectionGenerator;

class EvolutionTest {
    /** ZDT1 of E. Zitzler, K. Deb and L. Thiele (2000): the front is f2 = 1 - sqrt(f1). */
    private static Evaluation zdt1(double[] x) {
        double g = 1 + 9 * Arrays.stream(x).skip(1).sum() / (x.length - 1);
        return new Evaluation(new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))}, new double[0]);
    }

    private static Evolution.Generation run(
            Evolution.Settings settings, Function<double[], Evaluation> f, List<Evolution.Generation> told)
            throws InterruptedException {
        return Evolution.run(settings, points -> points.stream().map(f).toList(), told::add);
    }

    private static Evolution.Settings zdt(int evaluations, long seed) {
        return new Evolution.Settings(Evolution.Algorithm.NSGA2, 6, 2, 0, 40, evaluations, seed);
    }

    @Test
    void nsga2FindsTheKnownFrontOfZdt1() throws InterruptedException {
        Evolution.Generation found = run(zdt(8_000, 1), EvolutionTest::zdt1, new ArrayList<>());
        for (double[] f : found.objectives()) {
            assertThat(f[1]).isBetween(1 - Math.sqrt(f[0]) - 1e-12, 1 - Math.sqrt(f[0]) + 0.02);
        }
        // The front covers the unit square but for the area under it, 1/3: hypervolume 2/3 with (1, 1) as reference.
        Volume square = new Volume(new double[] {0, 0}, new double[] {1, 1});
        assertThat(square.share(found.objectives())).isCloseTo(2.0 / 3, within(0.01));
    }

    @Test
    void theSameSeedGivesTheSamePointsAndAnotherSeedOthers() throws InterruptedException {
        List<Evolution.Generation> first = new ArrayList<>();
        List<Evolution.Generation> again = new ArrayList<>();
        run(zdt(600, 7), EvolutionTest::zdt1, first);
        run(zdt(600, 7), EvolutionTest::zdt1, again);
        assertThat(again).hasSameSizeAs(first);
        for (int g = 0; g < first.size(); g++) {
            assertThat(again.get(g).places().toArray(double[][]::new))
                    .isDeepEqualTo(first.get(g).places().toArray(double[][]::new));
        }
        Evolution.Generation other = run(zdt(600, 8), EvolutionTest::zdt1, new ArrayList<>());
        assertThat(Arrays.deepEquals(
                        other.places().toArray(double[][]::new),
                        first.get(first.size() - 1).places().toArray(double[][]::new)))
                .isFalse();
    }

    @Test
    void theArchiveNeverLosesVolume() throws InterruptedException {
        List<Evolution.Generation> told = new ArrayList<>();
        Evolution.Generation last = run(zdt(800, 3), EvolutionTest::zdt1, told);
        Volume volume = Volume.of(last.objectives());
        double before = 0;
        for (Evolution.Generation g : told) {
            double now = volume.share(g.objectives());
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
            before = now;
        }
        assertThat(told.get(0).evaluations()).isEqualTo(40);
        assertThat(last.evaluations()).isEqualTo(800);
    }

    @Test
    void pointsThatAreAllAlikeAreKeptOnce() throws InterruptedException {
        Evaluation same = new Evaluation(new double[] {1, 2}, new double[0]);
        assertThat(run(zdt(80, 5), x -> same, new ArrayList<>()).objectives()).hasSize(1);
    }

    /** A twentieth of each of four levers keeps to the constraint, one point in 160,000, far from what is best without it. */
    @Test
    void whatBreaksConstraintsLessIsPreferred() throws InterruptedException {
        Evolution.Generation found = run(
                new Evolution.Settings(Evolution.Algorithm.NSGA2, 4, 2, 1, 40, 4_000, 1),
                x -> {
                    double least = Arrays.stream(x).min().orElseThrow();
                    return new Evaluation(new double[] {x[0], x[1]}, new double[] {Math.max(0, 0.95 - least)});
                },
                new ArrayList<>());
        assertThat(found.objectives())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(Math.min(f[0], f[1])).isGreaterThanOrEqualTo(0.95));
    }

    @Test
    void constraintsAreKept() throws InterruptedException {
        // Schaffer's problem, x from -10 to 10: f = (x², (x - 2)²), front x in [0, 2]; here with x >= 1.
        Evolution.Generation found = run(
                new Evolution.Settings(Evolution.Algorithm.NSGA2, 1, 2, 1, 20, 1_000, 1),
                place -> {
                    double x = -10 + 20 * place[0];
                    return new Evaluation(new double[] {x * x, (x - 2) * (x - 2)}, new double[] {Math.max(0, 1 - x)});
                },
                new ArrayList<>());
        assertThat(found.places())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(-10 + 20 * p[0]).isBetween(1.0, 2.01));
        assertThat(found.objectives().stream().mapToDouble(f -> f[0]).min().orElse(9))
                .isCloseTo(1, within(0.01));
    }

    /** DTLZ2 of K. Deb, L. Thiele, M. Laumanns and E. Zitzler (2005): the front is the unit sphere. */
    @Test
    void nsga3FindsTheSphereOfDtlz2InFourObjectives() throws InterruptedException {
        Evolution.Generation found = run(
                new Evolution.Settings(Evolution.Algorithm.NSGA3, 6, 4, 0, 56, 5_600, 1),
                x -> {
                    double g = 0;
                    for (int i = 3; i < 6; i++) {
                        g += (x[i] - 0.5) * (x[i] - 0.5);
                    }
                    double[] f = new double[4];
                    for (int m = 0; m < 4; m++) {
                        f[m] = 1 + g;
                        for (int j = 0; j < 3 - m; j++) {
                            f[m] *= Math.cos(x[j] * Math.PI / 2);
                        }
                        f[m] *= m == 0 ? 1 : Math.sin(x[3 - m] * Math.PI / 2);
                    }
                    return new Evaluation(f, new double[0]);
                },
                new ArrayList<>());
        double[] radii = found.objectives().stream()
                .mapToDouble(f -> Math.sqrt(Arrays.stream(f).map(v -> v * v).sum()))
                .sorted()
                .toArray();
        assertThat(radii[0]).isGreaterThanOrEqualTo(1 - 1e-9);
        assertThat(radii[radii.length / 2]).isLessThan(1.05);
    }

    /** Without a direction within, every one leaves out an objective. */
    @ParameterizedTest
    @CsvSource({"3, 8", "4, 8", "4, 24", "4, 35", "4, 56", "5, 40", "6, 12", "8, 40", "8, 1000"})
    void someDirectionsWeighAllObjectives(int objectives, int population) {
        NormalBoundaryDivisions divisions = Evolution.divisions(objectives, population);
        List<double[]> directions = new NormalBoundaryIntersectionGenerator(objectives, divisions).generate();

        assertThat(directions).hasSizeLessThanOrEqualTo(population);
        assertThat(directions).anySatisfy(d -> assertThat(d).doesNotContain(0.0));
    }

    @Test
    void anInterruptionComesThroughTheLibrary() {
        assertThatThrownBy(() -> Evolution.run(
                        zdt(100, 1),
                        points -> {
                            throw new InterruptedException("now");
                        },
                        g -> {}))
                .isInstanceOf(InterruptedException.class);
    }
}
