package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.world.Event;
import org.tumen.world.EventKind;

/**
 * The reference scenario against the figures of an independent implementation: means within four standard errors of the
 * difference of both samples, standard deviations within five (their error is itself estimated), and each quantile such that
 * the share of runs at or below it is within four standard errors of its level. Fewer runs by default; the figures are held
 * closely with {@code -Dtumen.reference.runs=20000}.
 */
class ReferenceTest {
    private static final int RUNS = Integer.getInteger("tumen.reference.runs", 4_000);
    private static final double THEIR_RUNS = 1_000_000;
    private static final double ROWS = 4_000;
    private static final double ROUNDING = 0.00005;
    private static final double QUANTILE_ROUNDING = 0.005;
    private static final long SEED = 20230901;

    /** Figures of one quantity: mean, sd, 5, 50 and 95 % quantile, mean and sd with rows of the posterior. */
    private record Figures(String key, double[] values) {}

    @Test
    void agreesWithTheFiguresOfTheModelPage() {
        Map<String, double[]> columns = columns(TestScenarios.reference());
        SoftAssertions softly = new SoftAssertions();
        for (Figures figures : figures()) {
            double[] column = Objects.requireNonNull(columns.get(figures.key()), figures.key());
            double[] v = figures.values();
            double inverse = 1.0 / RUNS + 1 / THEIR_RUNS;
            checkMoments(softly, figures.key(), column, v[0], v[1], inverse);
            checkQuantile(softly, figures.key(), column, 0.05, v[2]);
            checkQuantile(softly, figures.key(), column, 0.50, v[3]);
            checkQuantile(softly, figures.key(), column, 0.95, v[4]);
        }
        softly.assertAll();
    }

    /**
     * With rows of the posterior. Both samples hold at most 4,000 rows and their errors are clustered by them: as if no run
     * had a row of its own, which is the worst case, since rows carry less than the whole variance.
     */
    @Test
    void agreesWithTheFiguresUnderThePosterior() {
        Scenario scenario = TestScenarios.posterior();
        Map<String, double[]> columns = columns(scenario);
        SoftAssertions softly = new SoftAssertions();
        double inverse = 1.0 / Math.min(RUNS, ROWS) + 1 / ROWS;
        for (Figures figures : figures()) {
            double[] column = Objects.requireNonNull(columns.get(figures.key()), figures.key());
            checkMoments(softly, figures.key(), column, figures.values()[5], figures.values()[6], inverse);
        }
        softly.assertAll();
    }

    private static void checkMoments(
            SoftAssertions softly, String key, double[] column, double theirMean, double theirSd, double inverse) {
        double mean = Arrays.stream(column).average().orElseThrow();
        double sd = new StandardDeviation().evaluate(column);
        softly.assertThat(mean)
                .as("mean of %s", key)
                .isCloseTo(theirMean, within(4 * theirSd * Math.sqrt(inverse) + ROUNDING));
        double excess = new Kurtosis().evaluate(column);
        if (Double.isFinite(excess) && sd > 0) {
            double sdError = sd * Math.sqrt((excess + 2) / 4 * inverse);
            softly.assertThat(sd).as("sd of %s", key).isCloseTo(theirSd, within(5 * sdError + ROUNDING));
        }
    }

    private static void checkQuantile(SoftAssertions softly, String key, double[] column, double level, double q) {
        double below = share(column, q - QUANTILE_ROUNDING, false);
        double atMost = share(column, q + QUANTILE_ROUNDING, true);
        double error = 4 * Math.sqrt(level * (1 - level) * (1.0 / RUNS + 1 / THEIR_RUNS));
        softly.assertThat(level).as("quantile %s of %s", level, key).isBetween(below - error, atMost + error);
    }

    private static double share(double[] column, double q, boolean inclusive) {
        return Arrays.stream(column).filter(v -> inclusive ? v <= q : v < q).count() / (double) column.length;
    }

    /** The effects of the model page, on the same runs: each within four standard errors of the paired difference. */
    @Test
    void whatMovesWhatAgreesWithTheModelPage() {
        Map<String, double[]> plain = columns(TestScenarios.reference());
        SoftAssertions softly = new SoftAssertions();
        effect(softly, plain, "region.impacts.spiral=-0.4", Map.of("mean_stability", 1.29, "mean_tension", -2.57));
        effect(softly, plain, "region.impacts.spiral=1.2", Map.of("mean_stability", -1.53, "mean_tension", 3.04));
        effect(softly, plain, "actors.security_council.voting.self_interest=0", Map.of("mean_stability", 1.42));
        effect(
                softly,
                plain,
                "actors.security_council.rivalry.start=[1, 0, 0, 0, 0, 0]",
                Map.of("mean_stability", 3.32, "delivered", -.33, "mean_enforcement", .119));
        effect(softly, plain, "actors.allies.packages.disruption=0", Map.of("delivered", .30));
        effect(softly, plain, "actors.allies.packages.disruption=0.2", Map.of("delivered", -.39));
        effect(softly, plain, "region.enforcement.condemnation=1.05", Map.of("mean_stability", .54));
        effect(softly, plain, "region.enforcement.condemnation=-0.3", Map.of("mean_stability", -.43));
        softly.assertAll();
    }

    private static void effect(
            SoftAssertions softly, Map<String, double[]> plain, String change, Map<String, Double> expected) {
        Map<String, double[]> changed = columns(TestScenarios.reference(change));
        expected.forEach((key, effect) -> {
            double[] before = Objects.requireNonNull(plain.get(key));
            double[] after = Objects.requireNonNull(changed.get(key));
            double[] difference = new double[before.length];
            Arrays.setAll(difference, i -> after[i] - before[i]);
            double error = new StandardDeviation().evaluate(difference) / Math.sqrt(difference.length);
            // The page rounds to two decimals, or three where it gives three.
            double rounding = Math.abs(effect) < .2 ? .0005 : .005;
            softly.assertThat(Arrays.stream(difference).average().orElseThrow())
                    .as("effect of %s on %s", change, key)
                    .isCloseTo(effect, within(4 * error + rounding));
        });
    }

    /** The outcomes of the runs, and what the page counts besides, a column each. */
    private static Map<String, double[]> columns(Scenario scenario) {
        DiplomacySim sim = new DiplomacySim(scenario);
        Counted counted = new Counted();
        sim.listenToEvents(counted::happened);
        Map<String, double[]> columns = new LinkedHashMap<>();
        Outcome.all().forEach(o -> columns.put(o.key(), new double[RUNS]));
        double[] row = new double[Outcome.all().size()];
        for (int run = 0; run < RUNS; run++) {
            counted.clear();
            sim.run(new RunKey(SEED, run), row);
            int here = run;
            Outcome.all().forEach(o -> columns.get(o.key())[here] = row[o.ordinal()]);
            counted.into(columns, run);
        }
        return columns;
    }

    /** What was delivered by some weeks, and launches by year. */
    private static final class Counted {
        private static final int[] WEEKS = {25, 51, 97};
        private static final int YEAR = 52;
        private final double[] delivered = new double[3];
        private final double[] launches = new double[3];

        void clear() {
            Arrays.fill(delivered, 0);
            Arrays.fill(launches, 0);
        }

        void happened(Event event) {
            if (event.kind() == EventKind.SHIPMENT) {
                for (int i = 0; i < WEEKS.length; i++) {
                    delivered[i] += event.week() <= WEEKS[i] ? event.magnitude() : 0;
                }
            } else if (event.kind() == EventKind.MINOR_LAUNCH || event.kind() == EventKind.MAJOR_LAUNCH) {
                launches[event.week() / YEAR]++;
            }
        }

        void into(Map<String, double[]> columns, int run) {
            for (int i = 0; i < WEEKS.length; i++) {
                put(columns, "delivered_to_week_" + WEEKS[i], run, delivered[i]);
                put(columns, "launches_weeks_" + YEAR * i + "_" + (YEAR * (i + 1) - 1), run, launches[i]);
            }
        }

        private static void put(Map<String, double[]> columns, String key, int run, double value) {
            columns.computeIfAbsent(key, k -> new double[RUNS])[run] = value;
        }
    }

    private static List<Figures> figures() {
        try (InputStream in = ReferenceTest.class.getResourceAsStream("reference.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Figures> figures = text.lines()
                    .filter(l -> !l.startsWith("#") && !l.startsWith("outcome,"))
                    .map(l -> l.split(","))
                    .map(f -> new Figures(
                            f[0],
                            Arrays.stream(f)
                                    .skip(1)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()))
                    .toList();
            assertThat(figures).hasSize(50);
            return figures;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
