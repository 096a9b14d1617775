package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;

/**
 * The reference scenario against the figures of an independent implementation (200,000 runs): means within four standard
 * errors of the difference, standard deviations within five (their error is itself estimated), and each quantile such that the
 * share of runs at or below it is within four standard errors of its level.
 */
class ReferenceTest {
    private static final int RUNS = Integer.getInteger("tumen.reference.runs", 5_000);
    private static final double THEIR_RUNS = 200_000;
    private static final double ROUNDING = 0.0005;
    private static final long SEED = 20230901;

    private record Figures(Outcome outcome, double[] values) {
        double mean(boolean rivalry) {
            return values[rivalry ? 0 : 5];
        }

        double sd(boolean rivalry) {
            return values[rivalry ? 1 : 6];
        }
    }

    @Test
    void agreesWithTheFiguresOfTheModelPage() {
        double[][] columns = columns(true);
        SoftAssertions softly = new SoftAssertions();
        for (Figures figures : figures()) {
            double[] column = columns[figures.outcome().ordinal()];
            checkMoments(softly, figures, column, true);
            checkQuantile(softly, figures, column, 0.05, figures.values()[2]);
            checkQuantile(softly, figures, column, 0.50, figures.values()[3]);
            checkQuantile(softly, figures, column, 0.95, figures.values()[4]);
        }
        softly.assertAll();
    }

    @Test
    void agreesWithTheFiguresWithoutRivalry() {
        double[][] columns = columns(false);
        SoftAssertions softly = new SoftAssertions();
        for (Figures figures : figures()) {
            checkMoments(softly, figures, columns[figures.outcome().ordinal()], false);
        }
        softly.assertAll();
    }

    private static void checkMoments(SoftAssertions softly, Figures figures, double[] column, boolean rivalry) {
        double mean = Arrays.stream(column).average().orElseThrow();
        double sd = new StandardDeviation().evaluate(column);
        double theirSd = figures.sd(rivalry);
        double error = Math.sqrt(theirSd * theirSd * (1.0 / RUNS + 1 / THEIR_RUNS));
        softly.assertThat(mean)
                .as("mean of %s, rivalry %s", figures.outcome().key(), rivalry)
                .isCloseTo(figures.mean(rivalry), within(4 * error + ROUNDING));
        double excess = new Kurtosis().evaluate(column);
        if (Double.isFinite(excess) && sd > 0) {
            double sdError = sd * Math.sqrt((excess + 2) / 4 * (1.0 / RUNS + 1 / THEIR_RUNS));
            softly.assertThat(sd)
                    .as("sd of %s, rivalry %s", figures.outcome().key(), rivalry)
                    .isCloseTo(theirSd, within(5 * sdError + ROUNDING));
        }
    }

    private static void checkQuantile(SoftAssertions softly, Figures figures, double[] column, double level, double q) {
        double below = share(column, q - ROUNDING, false);
        double atMost = share(column, q + ROUNDING, true);
        double error = 4 * Math.sqrt(level * (1 - level) * (1.0 / RUNS + 1 / THEIR_RUNS));
        softly.assertThat(level)
                .as("quantile %s of %s", level, figures.outcome().key())
                .isBetween(below - error, atMost + error);
    }

    private static double share(double[] column, double q, boolean inclusive) {
        return Arrays.stream(column).filter(v -> inclusive ? v <= q : v < q).count() / (double) column.length;
    }

    private static double[][] columns(boolean rivalry) {
        DiplomacySim sim = new DiplomacySim(
                rivalry ? TestScenarios.reference() : TestScenarios.reference("actors.security_council.rivalry=0"));
        double[][] columns = new double[Outcome.all().size()][RUNS];
        double[] row = new double[columns.length];
        for (int run = 0; run < RUNS; run++) {
            sim.run(new RunKey(SEED, run), row);
            for (int i = 0; i < row.length; i++) {
                columns[i][run] = row[i];
            }
        }
        return columns;
    }

    private static List<Figures> figures() {
        try (InputStream in = ReferenceTest.class.getResourceAsStream("reference.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Figures> figures = text.lines()
                    .filter(l -> !l.startsWith("#") && !l.startsWith("outcome,"))
                    .map(l -> l.split(","))
                    .map(f -> new Figures(
                            Outcome.byKey(f[0]).orElseThrow(),
                            Arrays.stream(f)
                                    .skip(1)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()))
                    .toList();
            assertThat(figures).hasSize(27);
            return figures;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
