package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.analysis.comparison.Settings;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Direction;

class BreakEvensTest {
    private static String words(PlantedStudy study) {
        return words(study, false);
    }

    private static String words(PlantedStudy study, boolean said) {
        DrawnComparison comparison = study.compare();
        return new BreakEvenWords("Warning", "mean tension")
                .sentence(
                        comparison.underThePrior().get(0),
                        comparison.valueOfPair().get(0),
                        comparison.breakEvens().get(0),
                        said);
    }

    /** The points choose how smooth the curve is, which makes it less sure than a curve of that smoothness is by itself. */
    @Test
    void intervalsHoldTheValueAlongALine() {
        int told = 0;
        int held = 0;
        for (int seed = 0; seed < 400; seed++) {
            DrawSequence draws = new DrawSequence(seed, "line");
            double[] x = new double[1_000];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = draws.uniform();
                y[i] = x[i] - 0.4 + 0.25 * draws.normal();
            }
            for (BreakEven at :
                    BreakEvens.of(Quantity.parameter("p", "p", x), y, 0.95).settled()) {
                told++;
                held += at.low() <= 0.4 && 0.4 <= at.high() ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(100);
        // Two standard errors of such a count; at the smoothness that is chosen it was 92 %.
        assertThat(held / (double) told).isCloseTo(0.95, within(2 * Math.sqrt(0.95 * 0.05 / told)));
    }

    /** A prior that piles up at its lower end, the beta distribution of 1/8 and 1, puts draws next to each other there. */
    @ParameterizedTest
    @ValueSource(ints = {50, 100, 1_000})
    void drawsThatAllButCoincideBendNothing(int points) {
        for (int seed = 0; seed < 10; seed++) {
            DrawSequence draws = new DrawSequence(seed, "piled up");
            double[] x = new double[points];
            double[] y = new double[points];
            for (int i = 0; i < points; i++) {
                x[i] = Math.pow(draws.uniform(), 8);
                y[i] = x[i] - 0.2 + 0.01 * draws.normal();
            }

            assertThat(BreakEvens.of(Quantity.parameter("p", "p", x), y, 0.95).settled())
                    .singleElement()
                    .satisfies(b -> assertThat(b.value()).isCloseTo(0.2, within(0.02)));
        }
    }

    @Test
    void aThresholdIsToldWithItsProbability() {
        PlantedStudy study = new PlantedStudy(21, 20_000, 1, 4, 1, t -> t[0] + 0.9);
        BreakEven found = study.compare().breakEvens().get(0).get(0).settled().get(0);

        assertThat(found.value()).isCloseTo(-0.9, within(0.1));
        assertThat(found.low()).isLessThan(found.value());
        assertThat(found.high()).isGreaterThan(found.value());
        // Φ(−.9) = .184
        assertThat(found.below()).isCloseTo(0.184, within(0.03));
        assertThat(found.rising()).isTrue();
        assertThat(words(study))
                .matches(
                        "Warning lowers mean tension if p0 is below −0\\.[89]\\d \\(−0\\.\\d\\d to −0\\.\\d\\d\\), which the"
                                + " prior gives 1[789] %; no other parameter is seen to turn it\\.");
    }

    @Test
    void twoValuesEncloseWhatTheyTurn() {
        assertThat(words(new PlantedStudy(22, 20_000, 1, 3, 1, t -> t[0] * t[0] - 0.5)))
                .matches(
                        "Warning lowers mean tension if p0 is between −0\\.\\d+ \\(.*\\) and 0\\.\\d+ \\(.*\\), which the"
                                + " prior gives 5\\d %; no other parameter is seen to turn it\\.");
        assertThat(words(new PlantedStudy(23, 20_000, 1, 3, 1, t -> 0.5 - t[0] * t[0])))
                .matches(
                        "Warning raises mean tension if p0 is between −0\\.\\d+ \\(.*\\) and 0\\.\\d+ \\(.*\\), which the"
                                + " prior gives 5\\d %; no other parameter is seen to turn it\\.");
        assertThat(words(new PlantedStudy(24, 20_000, 1, 3, 1, t -> 1.5 - t[0] * t[0])))
                .contains("if p0 is below −1", " or above 1.")
                // 2 Φ(−√1.5) = .22
                .containsPattern("which the prior gives 2[0-4] %");
    }

    @Test
    void nothingTurnsWhatIsFarFromZero() {
        assertThat(words(new PlantedStudy(25, 2_000, 1, 3, 1, t -> -9 + t[0])))
                .isEqualTo("Warning lowers mean tension on average over the prior; no single parameter is seen to turn"
                        + " that within its prior.");
        assertThat(words(new PlantedStudy(25, 2_000, 1, 3, 1, t -> -9 + t[0]), true))
                .isEqualTo("No single parameter is seen to turn that within its prior.");
        assertThat(words(new PlantedStudy(26, 2_000, 1, 3, 1, t -> 0)))
                .isEqualTo("On average over the prior it is undecided whether Warning raises or lowers mean tension;"
                        + " no single parameter is seen to turn that within its prior.");
    }

    /** What the choice turns on is never said to turn nothing, even where its break-even cannot be located. */
    @Test
    void whatMattersWithoutASettledValueIsNamed() {
        Quantity spiral = Quantity.parameter("s", "the spiral", new double[] {1, 2});
        UnderThePrior under = new PlantedStudy(27, 200, 2, 1, 1, t -> -9 + t[0])
                .compare()
                .underThePrior()
                .get(0);
        ValueOfKnowing.Gain gain = new ValueOfKnowing.Gain(0.2, 0.2, 0.2, 0.05, 30);
        ValueOfKnowing value = new ValueOfKnowing(
                List.of("usual", "arm 0"),
                List.of(new ValueOfKnowing.Known(spiral, gain, true)),
                0.1,
                gain,
                null,
                null);
        DifferenceCurve curve = new DifferenceCurve(new double[] {1, 2}, new double[] {-1, -1}, new double[] {1, 1});
        assertThat(new BreakEvenWords("Warning", "mean tension")
                        .sentence(under, value, List.of(new BreakEvens(spiral, curve, List.of())), false))
                .isEqualTo(
                        "Warning lowers mean tension on average over the prior; the spiral may turn that, at values that"
                                + " these runs do not settle.");
    }

    /** Along 0, 1, 2, ..., with an error of 1 and two errors to be sure. */
    private static List<BreakEven> along(double... difference) {
        double[] x = new double[difference.length];
        Arrays.setAll(x, i -> i);
        double[] error = new double[x.length];
        Arrays.fill(error, 1);
        return BreakEvens.found(new DifferenceCurve(x, difference, error), new double[] {4, 1.5, 0, 1, 2}, 2);
    }

    @Test
    void valuesAndTheirIntervalsByHand() {
        // The band leaves 0 where the difference is −2, two thirds of the way from −4 to −1, and 2, half of that from 1
        // to 3.
        assertThat(along(-4, -1, 1, 3, 4)).singleElement().satisfies(b -> {
            assertThat(b.value()).isEqualTo(1.5);
            assertThat(b.low()).isCloseTo(2 / 3.0, within(1e-12));
            assertThat(b.high()).isCloseTo(2.5, within(1e-12));
            // Two of five draws lie below; one is the value itself.
            assertThat(b.below()).isEqualTo(0.4);
            assertThat(b.rising()).isTrue();
            assertThat(b.settled()).isTrue();
        });
        // Of three zeros in a stretch that is not sure the middle one is told.
        assertThat(along(4, 1, -1, 1, -1, -4)).singleElement().satisfies(b -> {
            assertThat(b.value()).isEqualTo(2.5);
            assertThat(b.rising()).isFalse();
        });
        assertThat(along(4, 1, -1, 1, 4)).isEmpty();
        assertThat(along(-4, -1, 1)).containsExactly(new BreakEven(1.5, 2 / 3.0, 2, false, true, 0.4, true));
        assertThat(along(-1, 1, 5)).containsExactly(new BreakEven(0.5, 0, 1.25, true, false, 0.2, true));
        assertThat(along(-4, 4)).containsExactly(new BreakEven(0.5, 0.5, 0.5, false, false, 0.2, true));
    }

    /** A difference of which less is better rises where it rises. */
    @Test
    void theSignIsThatOfTheOutcome() {
        PlantedStudy study = new PlantedStudy(28, 2_000, 1, 1, 1, t -> t[0] + 0.5);
        BreakEven more = study.compare().breakEvens().get(0).get(0).settled().get(0);
        BreakEven less = study.compare(Direction.LESS, Settings.standard())
                .breakEvens()
                .get(0)
                .get(0)
                .settled()
                .get(0);
        assertThat(less.rising()).isTrue();
        assertThat(less.value()).isCloseTo(more.value(), within(1e-9));
        assertThat(StandardNormal.critical(0.95)).isCloseTo(1.959964, within(1e-6));
    }

    @Test
    void oneParameterAtATime() {
        Quantity group = new Quantity("g", "g", List.of(new double[] {1, 2}, new double[] {1, 2}));
        assertThatThrownBy(() -> BreakEvens.of(group, new double[] {1, 2}, 0.95))
                .hasMessageContaining("one parameter");
    }

    @Test
    void runsOfAPointShareItsValues() {
        assertThatThrownBy(() -> PriorSample.of(
                        List.of(Quantity.parameter(
                                "p",
                                "p",
                                java.util.stream.IntStream.range(0, 120)
                                        .mapToDouble(i -> i)
                                        .toArray())),
                        java.util.stream.LongStream.range(0, 120)
                                .map(i -> i / 2)
                                .toArray()))
                .hasMessageContaining("runs of the same point differ in p");
        assertThatThrownBy(() -> PriorSample.of(List.of(), new long[] {1, 2, 3}))
                .hasMessageContaining("50 draws");
    }
}
