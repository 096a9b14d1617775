package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.draw.DrawSequence;

/**
 * How often the 95 % interval of a break-even value holds it where one is told, by how the difference goes with the parameter, how
 * chance is spread around it, and how many points were drawn. Run by {@code mvn -Pstudy test}.
 */
@Tag("study")
class BreakEvenCoverageStudy {
    private static final double TRUTH = 0.4;
    private static final int STUDIES = 1_000;

    /** Of 50 points and up along a straight line; the error of such a count is 1 %. */
    private static final double LEAST = 0.93;

    /** The same where the difference bends sharply at the value itself. */
    private static final double LEAST_AT_A_BEND = 0.6;

    /** A difference that changes its sign at {@link #TRUTH}, and what is added to it by chance. */
    private enum Case {
        LINE(x -> x - TRUTH, DrawSequence::normal),
        SKEWED(x -> x - TRUTH, draws -> -Math.log(1 - draws.uniform()) - 1),
        KINK(x -> (x < TRUTH ? 3 : 0.3) * (x - TRUTH), DrawSequence::normal);

        private final DoubleUnaryOperator difference;
        private final ToDoubleFunction<DrawSequence> chance;

        Case(DoubleUnaryOperator difference, ToDoubleFunction<DrawSequence> chance) {
            this.difference = difference;
            this.chance = chance;
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalsHoldTheValueWhereTheDifferenceIsNothing(Case of) {
        for (int points : new int[] {50, 100, 250, 1_000}) {
            int told = 0;
            int held = 0;
            for (int study = 0; study < STUDIES; study++) {
                DrawSequence draws = new DrawSequence((long) points * STUDIES + study, of.name());
                double[] x = new double[points];
                Arrays.setAll(x, i -> draws.uniform());
                double[] y = Arrays.stream(x)
                        .map(v -> of.difference.applyAsDouble(v) + 0.25 * of.chance.applyAsDouble(draws))
                        .toArray();
                Optional<BreakEven> nearest = BreakEvens.of(Quantity.parameter("p", "p", x), y, 0.95).settled().stream()
                        .min(Comparator.comparingDouble(b -> Math.abs(b.value() - TRUTH)));
                told += nearest.isPresent() ? 1 : 0;
                held += nearest.filter(b -> b.low() <= TRUTH && TRUTH <= b.high())
                                .isPresent()
                        ? 1
                        : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d points: held in %.3f of %d that were told%n",
                    of,
                    points,
                    held / (double) told,
                    told);
            assertThat(told).isGreaterThan(STUDIES / 4);
            assertThat(held / (double) told).isGreaterThan(of == Case.KINK ? LEAST_AT_A_BEND : LEAST);
        }
    }
}
