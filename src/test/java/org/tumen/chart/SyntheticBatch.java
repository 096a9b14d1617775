package org.tumen.chart;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.world.Stage;

/** Made-up batches with the shapes of real ones: the figures of the model's reference scenario, roughly. */
public final class SyntheticBatch {
    static final int WEEKS = 156;
    private static final double CENSORED = 0.77;

    private final Draws draws = new Draws();
    private final Stream shock;
    private final Stream level;
    private final Stream event;
    private final long seed;
    private final double shift;

    private SyntheticBatch(long seed, double shift) {
        Streams streams = new Streams();
        shock = streams.register("test", "shock");
        level = streams.register("test", "level");
        event = streams.register("test", "event");
        this.seed = seed;
        this.shift = shift;
    }

    /** A batch whose stability lies higher by some points. */
    public static BatchData of(String name, String description, int runs, long seed, double shift) {
        return new SyntheticBatch(seed, shift).build(name, description, runs);
    }

    private BatchData build(String name, String description, int runs) {
        Map<Outcome, SummaryDistribution> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.all()) {
            outcomes.put(outcome, SummaryDistribution.of(outcome, column(outcome, runs), WEEKS, Clusters.single(runs)));
        }
        WeeklyCounts counts = new WeeklyCounts(WEEKS);
        for (int run = 0; run < Math.min(runs, 3000); run++) {
            course(run, counts);
        }
        return new BatchData(
                name,
                description,
                "Japan",
                runs,
                seed,
                "1.0.0",
                LocalDate.of(2023, 9, 1),
                WEEKS,
                70,
                55,
                outcomes,
                BatchData.Weekly.of(counts),
                KaplanMeier.of(column(Outcome.FIRST_CRISIS, runs), WEEKS, Clusters.single(runs)));
    }

    /** Counts the weeks of one run. */
    private void course(int run, WeeklyCounts counts) {
        draws.startRun(seed, run);
        double tension = 38;
        double spread = draws.normal(level, 0);
        Stage stage = Stage.TALKS;
        for (int week = 0; week < WEEKS; week++) {
            double target = 38 + 12 * (1 - Math.exp(-week / 60.0)) + 5 * spread - shift;
            double jump = draws.chance(event, week, 0.015) ? draws.exponential(event, week + 1000, 7) : 0;
            tension = clamp(tension + 0.08 * (target - tension) + 1.4 * draws.normal(shock, week) + jump);
            stage = next(stage, draws.uniform(level, week + 1));
            double stability = clamp(100 - 0.5 * tension - 0.25 * (50 + week / 15.0) - 0.25 * (40 + week / 9.0));
            counts.week(week, stability, tension, stage);
        }
    }

    private static Stage next(Stage stage, double u) {
        return switch (stage) {
            case NONE -> u < 0.06 ? Stage.TALKS : stage;
            case TALKS -> u < 0.22 ? Stage.AGREED : stage;
            case AGREED -> u < 0.4 ? Stage.SHIPPING : u > 0.97 ? Stage.NONE : stage;
            case SHIPPING -> u < 0.03 ? Stage.NONE : stage;
        };
    }

    /** A column of an outcome. */
    double[] column(Outcome outcome, int runs) {
        double[] values = new double[runs];
        for (int run = 0; run < runs; run++) {
            draws.startRun(seed + 31L * outcome.ordinal(), run);
            values[run] = value(outcome);
        }
        return values;
    }

    private double value(Outcome outcome) {
        return switch (outcome) {
            case MEAN_STABILITY -> leftSkewed(48.7 + shift, 3.2);
            case FINAL_STABILITY -> leftSkewed(43.6 + shift, 6.6);
            case MIN_STABILITY -> leftSkewed(38.3 + shift, 6.4);
            case MEAN_TENSION -> 96 - leftSkewed(48 + shift, 5.7);
            case DELIVERED -> Math.max(0, normal(2.37, 0.53));
            case FINAL_ARSENAL -> normal(60.4, 2.6);
            case FINAL_INTEGRITY -> normal(43, 2.4);
            case TECHNOLOGY_SHARE -> Math.rint(10 * unit(normal(0.4, 0.15))) / 10;
            case MEAN_PRESSURE -> unit(normal(0.218, 0.0097));
            case MEAN_ENFORCEMENT -> unit(normal(0.517, 0.034));
            case FINAL_CREDIBILITY -> unit(normal(0.526, 0.156));
            case ANY_CRISIS -> draws.chance(event, 0, 1 - CENSORED) ? 1 : 0;
            case MANDATE_FAILED -> draws.chance(event, 0, 0.988) ? 1 : 0;
            default -> outcome.kind() == Kind.TIME ? time(outcome) : count(outcome);
        };
    }

    private double time(Outcome outcome) {
        double share = outcome == Outcome.FIRST_CRISIS ? 1 - CENSORED : 0.995;
        double mean = outcome == Outcome.FIRST_CRISIS ? 70 : 11;
        if (!draws.chance(event, 0, share)) {
            return WEEKS;
        }
        return Math.min(WEEKS, Math.floor(draws.exponential(level, 1, mean) + draws.exponential(level, 2, mean / 3)));
    }

    private double count(Outcome outcome) {
        double mean = MEANS.applyAsDouble(outcome);
        if (outcome == Outcome.CRISIS_WEEKS) {
            return draws.chance(event, 0, CENSORED)
                    ? 0
                    : Math.min(WEEKS, 1 + Math.floor(draws.exponential(level, 1, 40)));
        }
        return mean > 20 ? Math.max(0, Math.rint(normal(mean, Math.sqrt(1.7 * mean)))) : poisson(mean);
    }

    private static final ToDoubleFunction<Outcome> MEANS = outcome -> switch (outcome) {
        case LAUNCHES -> 49.7;
        case APPEALS -> 6.9;
        case CONCERNS -> 9.6;
        case WARNINGS -> 14.4;
        case WARNINGS_WITHOUT_DEAL -> 4.8;
        case REFERRALS -> 10.4;
        case PACKAGES -> 3.4;
        case VETOES -> 0.99;
        case STATEMENTS -> 0.14;
        case DRAFTS_ADOPTED -> 0;
        case TERMS_STRUCK -> 5.4;
        case INCIDENTS -> 0.28;
        case DEALS_ABANDONED -> 0.33;
        default -> 1;
    };

    private double poisson(double mean) {
        double u = draws.uniform(level, 1);
        double term = Math.exp(-mean);
        int k = 0;
        double sum = term;
        while (sum < u && k < 200) {
            k++;
            term *= mean / k;
            sum += term;
        }
        return k;
    }

    /** A normal draw plus an exponential tail to the left, with the given mean and standard deviation. */
    private double leftSkewed(double mean, double sd) {
        double tail = 0.65 * sd;
        return clamp(mean + tail - draws.exponential(level, 1, tail) + sd * 0.76 * draws.normal(level, 2));
    }

    private double normal(double mean, double sd) {
        return mean + sd * draws.normal(level, 1);
    }

    private static double clamp(double index) {
        return Math.max(0, Math.min(100, index));
    }

    private static double unit(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
