package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.Settings;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Direction;

/**
 * How often the 95 % interval of a value of knowing holds it, where studies of the size nearly always mark the parameter, and
 * how often that of everything does, by what the difference does along one of two uniform parameters. Four runs a point. Run by
 * {@code mvn -Pstudy test}.
 */
@Tag("study")
class ValueCoverageStudy {
    private static final int STUDIES = 200;
    private static final int REPLICATES = 4;

    /** What intervals of 95 % are held to, and those of everything; the error of such a count is 2 to 3 %. */
    private static final double LEAST = 0.9;

    private static final double LEAST_OF_ALL = 0.8;

    /** Where the difference jumps, which a smooth curve does not follow. */
    private static final double LEAST_AT_A_JUMP = 0.8;

    private enum Case {
        LINE(x -> x - 0.25),
        BUMP(x -> 0.2 - Math.exp(-0.5 * Math.pow((x - 0.7) / 0.05, 2))),
        HYPERBOLA(x -> 0.3 - 0.15 * Math.min(20, 1 / (1 - x))),
        WEAK(x -> 0.2 * (x - 0.4)),
        TIE(x -> x - 0.5),
        STEP(x -> x > 0.95 ? -3 : 0.2);

        private final DoubleUnaryOperator difference;

        Case(DoubleUnaryOperator difference) {
            this.difference = difference;
        }

        private double truth() {
            int n = 200_000;
            double[] grid = IntStream.range(0, n)
                    .mapToDouble(i -> difference.applyAsDouble((i + 0.5) / n))
                    .toArray();
            double known = Arrays.stream(grid).map(d -> Math.max(0, d)).sum();
            return (known - Math.max(0, Arrays.stream(grid).sum())) / n;
        }
    }

    @ParameterizedTest
    @EnumSource
    void intervalsHoldTheValue(Case of) {
        for (double chance : new double[] {0.5, 2}) {
            for (int points : new int[] {100, 400, 1_500}) {
                check(of, chance, points);
            }
        }
    }

    private static void check(Case of, double chance, int points) {
        double truth = of.truth();
        int marked = 0;
        int told = 0;
        int held = 0;
        int heldOfAll = 0;
        for (int study = 0; study < STUDIES; study++) {
            ValueOfKnowing value = value(of, chance, points, study);
            ValueOfKnowing.Known known = value.quantities().stream()
                    .filter(k -> k.quantity().key().equals("x"))
                    .findFirst()
                    .orElseThrow();
            Interval interval = known.interval(1.96);
            Interval all = value.ofAllInterval(1.96);
            marked += known.aboveNoise() ? 1 : 0;
            told += interval != null ? 1 : 0;
            held += interval != null && interval.contains(truth) ? 1 : 0;
            heldOfAll += all != null && all.contains(truth) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s, chance %.1f, %d points: marked in %.3f, told in %.3f, held in %.3f of these; everything %.3f%n",
                of,
                chance,
                points,
                marked / (double) STUDIES,
                told / (double) STUDIES,
                held / (double) told,
                heldOfAll / (double) STUDIES);
        if (marked >= 0.9 * STUDIES) {
            assertThat(held / (double) told).isGreaterThan(of == Case.STEP ? LEAST_AT_A_JUMP : LEAST);
        }
        assertThat(heldOfAll / (double) STUDIES).isGreaterThan(LEAST_OF_ALL);
    }

    private static ValueOfKnowing value(Case of, double chance, int points, int study) {
        DrawSequence draws = new DrawSequence((long) points * STUDIES + study, of + " " + chance);
        int runs = points * REPLICATES;
        double[][] parameters = new double[2][runs];
        double[][] columns = new double[2][runs];
        long[] pointOfRun = new long[runs];
        for (int i = 0; i < runs; i++) {
            pointOfRun[i] = i / REPLICATES;
            for (double[] parameter : parameters) {
                parameter[i] = i % REPLICATES == 0 ? draws.uniform() : parameter[i - 1];
            }
            columns[0][i] = 3 * draws.normal();
            columns[1][i] = columns[0][i] + of.difference.applyAsDouble(parameters[0][i]) + chance * draws.normal();
        }
        List<Quantity> quantities =
                List.of(Quantity.parameter("x", "x", parameters[0]), Quantity.parameter("z", "z", parameters[1]));
        return DrawnComparison.of(
                        new StoredDraws(PriorSample.of(quantities, pointOfRun), ValueSettings.standard()),
                        List.of("usual", "other"),
                        columns,
                        Direction.MORE,
                        Settings.standard())
                .valueOfChoice()
                .get(0);
    }
}
