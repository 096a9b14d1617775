package org.tumen.study.arm;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.Interval;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What the runs of an arm gave, as sentences and tables. */
public record ArmFindings(BatchData arm) {
    private static final int FEWEST_WITH_TAILS = 20;

    /** The outcomes that a reader sees first. */
    private static final List<Outcome> MAIN = List.of(
            Outcome.MEAN_STABILITY,
            Outcome.FINAL_STABILITY,
            Outcome.MIN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.ANY_CRISIS,
            Outcome.CRISIS_WEEKS,
            Outcome.INCIDENTS,
            Outcome.FIRST_SHIPMENT,
            Outcome.FIRST_WARNING,
            Outcome.MEAN_ENFORCEMENT,
            Outcome.DELIVERED,
            Outcome.LAUNCHES,
            Outcome.WARNINGS,
            Outcome.PACKAGES,
            Outcome.MANDATE_FAILED,
            Outcome.FINAL_ARSENAL,
            Outcome.FINAL_INTEGRITY,
            Outcome.FINAL_CREDIBILITY);

    private static final int SPARK_BARS = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** How many outcomes a reader sees first. */
    public static int main() {
        return MAIN.size();
    }

    /** What happens where a flag is raised or a time is reached, such as "A crisis breaks out". */
    public static String event(Outcome outcome) {
        return switch (outcome) {
            case ANY_CRISIS, FIRST_CRISIS -> "A crisis breaks out";
            case ANNOUNCEMENT -> "The deal is announced";
            case FIRST_SHIPMENT -> "Arms are shipped";
            case FIRST_WARNING -> "A warner warns";
            case FIRST_PACKAGE -> "A warner imposes sanctions";
            case MISSILES -> "The trade deepens to ballistic missiles";
            case TREATY -> "The trade deepens to a treaty";
            case TROOPS -> "The trade deepens to troops";
            case MANDATE_FAILED, MANDATE_FAILURE -> "The renewal of the panel's mandate fails";
            case COALITION -> "A monitoring coalition forms";
            default -> outcome.label();
        };
    }

    /** What an outcome was over the runs, in a sentence; empty where the result lacks it. */
    public Optional<String> sentence(Outcome outcome) {
        SummaryDistribution found = arm.outcomes().get(outcome);
        return Optional.ofNullable(found).map(of -> sentence(of.summary()));
    }

    private String sentence(OutcomeSummary s) {
        OutcomeSummary.Share happened = s.happened();
        if (happened != null) {
            return String.format(
                    Locale.ROOT,
                    "%s in %s of runs (95 %% interval %s to %s)%s.",
                    event(s.outcome()),
                    Numbers.percent(happened.share()),
                    Numbers.percent(happened.limits().low()),
                    Numbers.percent(happened.limits().high()),
                    s.outcome().kind() == Kind.TIME && s.p50() < arm.weeks()
                            ? ", in half of them by week " + OutcomeNumbers.text(s.outcome(), s.p50())
                            : "");
        }
        if (s.n() == 1) {
            return s.outcome().label() + " is " + Numbers.estimate(s.mean()) + " "
                    + s.outcome().unit() + " in the one run there is.";
        }
        // Of fewer runs none lies in a tail of 5 %.
        boolean tailed = s.n() >= FEWEST_WITH_TAILS;
        Interval interval = s.meanInterval();
        int decimals = interval == null ? 0 : Numbers.decimals(interval.halfWidth());
        return String.format(
                Locale.ROOT,
                "%s is %s %s on average%s; %s lie between %s and %s.",
                s.outcome().label(),
                interval == null ? Numbers.estimate(s.mean()) : Numbers.fixed(s.mean(), decimals),
                s.outcome().unit().equals("0 to 1")
                        ? "on a scale of 0 to 1"
                        : s.outcome().unit(),
                interval == null
                        ? ""
                        : " (95 % interval " + Numbers.range(interval.low(), interval.high(), decimals) + ")",
                tailed ? "nine runs in ten" : "all " + Numbers.counted(s.n(), "run"),
                OutcomeNumbers.text(s.outcome(), tailed ? s.p5() : s.min()),
                OutcomeNumbers.text(s.outcome(), tailed ? s.p95() : s.max()));
    }

    /** The outcomes that the result has, those that a reader sees first in front. */
    public List<SummaryDistribution> outcomes() {
        return Stream.concat(MAIN.stream(), Outcome.all().stream().filter(o -> !MAIN.contains(o)))
                .flatMap(outcome -> Stream.ofNullable(arm.outcomes().get(outcome)))
                .toList();
    }

    /** An outcome of an arm. */
    private record Row(ArmFindings of, SummaryDistribution outcome) {
        OutcomeSummary summary() {
            return outcome.summary();
        }

        Outcome key() {
            return outcome.outcome();
        }
    }

    /** The outcomes of arms, a row each, named where there are several; failed runs are counted by these names. */
    public static Table table(List<BatchData> arms, Map<String, Long> failed) {
        List<Row> rows = arms.stream()
                .map(ArmFindings::new)
                .flatMap(of -> of.outcomes().stream().map(outcome -> new Row(of, outcome)))
                .toList();
        BatchData first = arms.get(0);
        LongSummaryStatistics runs = arms.stream().mapToLong(BatchData::runs).summaryStatistics();
        String caption = "Outcomes of "
                + (runs.getMin() == runs.getMax()
                        ? Numbers.counted(runs.getMax(), "run")
                        : Numbers.range(runs.getMin(), runs.getMax(), 0) + " runs")
                + (arms.size() > 1 ? " of each arm" : "")
                + ": mean with its 95 % interval (none where fewer than " + StudentisedMean.FEWEST_DIFFERING
                + " runs, or points of the parameters, have another value than most), and the values that 5, 50 and 95 % of runs stay below; of what happens or not,"
                + " the share of runs in which it did."
                + OutcomeNumbers.never(first.outcomes().keySet(), first.weeks());
        TableBuilder<Row> table = Table.of("summary", caption, rows);
        if (arms.size() > 1) {
            table.text("Arm", r -> r.of().arm.name());
        }
        table.text("Outcome", "outcome", r -> r.key(), Outcome::label, Outcome::key)
                .estimate("Mean", r -> r.summary().mean(), r -> r.summary().meanInterval(), Table.OF_ROW)
                .written(r -> r.key().kind() == Kind.FLAG ? text(share(r.summary())) : null)
                .number("5 %", "p5", r -> r.summary().p5(), Numbers::estimate, Table.OF_ROW)
                .written(r -> r.of().quantile(r.outcome(), r.summary().p5()))
                .number("Median", "p50", r -> r.summary().p50(), Numbers::estimate, Table.OF_ROW)
                .written(r -> r.of().quantile(r.outcome(), r.summary().p50()))
                .number("95 %", "p95", r -> r.summary().p95(), Numbers::estimate, Table.OF_ROW)
                .written(r -> r.of().quantile(r.outcome(), r.summary().p95()))
                .spark("Distribution", r -> spark(r.outcome().histogram()))
                .text("Unit", r -> r.key().unit());
        // Beside the name of an arm a line has no room for it.
        return (arms.size() > 1
                        ? table.storedText(
                                "better", "Better", r -> better(r.key().direction()))
                        : table.text("Better", r -> better(r.key().direction())))
                .storedText(
                        "kind",
                        "What kind of number it is",
                        r -> Texts.key(r.key().kind()))
                .storedCount("n", "Number of runs", r -> r.summary().n(), "runs")
                .stored(
                        "standard_error",
                        "Standard error of the mean",
                        r -> r.summary().standardError(),
                        Table.OF_ROW)
                .stored("sd", "Standard deviation of a run", r -> r.summary().sd(), Table.OF_ROW)
                .stored("min", "Least value", r -> r.summary().min(), Table.OF_ROW)
                .stored("p25", "25th percentile", r -> r.summary().p25(), Table.OF_ROW)
                .stored("p75", "75th percentile", r -> r.summary().p75(), Table.OF_ROW)
                .stored("max", "Greatest value", r -> r.summary().max(), Table.OF_ROW)
                .stored(
                        "censored_share",
                        "Share of runs in which it never happened",
                        r -> r.summary().censoredShare(),
                        Table.SHARE)
                .storedCount(
                        "failed_runs",
                        "Runs that failed and count nowhere",
                        r -> failed.getOrDefault(r.of().arm.name(), 0L),
                        "runs")
                .build();
    }

    private static String text(OutcomeSummary.Share share) {
        Interval limits = share.limits();
        return Numbers.percent(share.share()) + " (" + Numbers.percent(limits.low()) + " to "
                + Numbers.percent(limits.high()) + ")";
    }

    private String quantile(SummaryDistribution of, double value) {
        Outcome outcome = of.outcome();
        if (outcome.kind() == Kind.FLAG) {
            return "";
        }
        return outcome.kind() == Kind.TIME && value >= arm.weeks() ? "never" : OutcomeNumbers.text(outcome, value);
    }

    private static String better(Direction direction) {
        return switch (direction) {
            case MORE -> "more";
            case LESS -> "less";
            case NEUTRAL -> "";
        };
    }

    /** The bars of a histogram, several in one where there are many. */
    private static double[] spark(Histogram histogram) {
        long[] counts = histogram.counts();
        int each = (counts.length + SPARK_BARS - 1) / SPARK_BARS;
        return IntStream.range(0, (counts.length + each - 1) / each)
                .mapToDouble(bar -> Arrays.stream(counts, bar * each, Math.min(counts.length, (bar + 1) * each))
                        .sum())
                .toArray();
    }

    /** Bands of stability and tension and the stages of the deal at the end of each week, with its date. */
    public Table weekly() {
        List<Integer> weeks = IntStream.range(0, arm.weeks()).boxed().toList();
        TableBuilder<Integer> table = Table.of(
                        "weekly_bands",
                        "The 5th, 50th and 95th percentile of stability and tension, and shares of runs by stage of the deal, at"
                                + " the end of each week.",
                        weeks)
                .count("Week", week -> week, "weeks")
                .text(
                        "Ending",
                        week -> DAY.format(day(week)).replace(' ', '\u00a0'),
                        "ending",
                        week -> day(week).toString());
        ArmCharts.bands(arm).forEach(series -> {
            for (int level : List.of(5, 50, 95)) {
                String label = series.label() + (level == 50 ? ", median" : ", " + level + " %");
                double[] values = series.bands().at(level);
                table.number(label, series.key() + "_p" + level, week -> values[week], Table.fixed(1), "index points");
            }
            for (int level : List.of(25, 75)) {
                double[] values = series.bands().at(level);
                table.stored(
                        series.key() + "_p" + level,
                        series.label() + ", " + level + " %",
                        week -> values[week],
                        "index points");
            }
        });
        ArmCharts.STAGES.forEach(stage -> {
            double[] shares = arm.byWeek().stages().of(stage);
            String label = ArmCharts.name(stage);
            table.share(Texts.upper(label), "share_" + stage.key(), week -> shares[week]);
        });
        return table.build();
    }

    private LocalDate day(int week) {
        return arm.start().plusWeeks(week + 1L);
    }

    /** The shares of runs in which something happened, as rows of a table. */
    public Table happened() {
        return Table.of(
                        "happened",
                        "In how many of the runs something happened within " + Numbers.counted(arm.weeks(), "week")
                                + ", with the exact 95 % interval, and by which week in half of all runs.",
                        shares(arm))
                .text(
                        "Event",
                        s -> event(s.outcome()),
                        "outcome",
                        s -> s.outcome().key())
                .interval(
                        "Share of runs",
                        "share",
                        s -> share(s).share(),
                        s -> share(s).limits(),
                        Numbers::percent,
                        Table.SHARE)
                .number(
                        "Median week",
                        s -> s.outcome().kind() == Kind.TIME && s.p50() < arm.weeks() ? s.p50() : Double.NaN,
                        Numbers::label,
                        "weeks")
                .build();
    }

    static OutcomeSummary.Share share(OutcomeSummary s) {
        return Optional.ofNullable(s.happened()).orElseThrow();
    }

    /** The outcomes that happen or not: flags whose week is no outcome, and weeks of first happening. */
    static List<OutcomeSummary> shares(BatchData arm) {
        List<OutcomeSummary> shares = new ArrayList<>();
        for (Outcome outcome : Outcome.all()) {
            SummaryDistribution found = arm.outcomes().get(outcome);
            if (found != null && found.summary().happened() != null && outcome.kind() == Kind.TIME) {
                shares.add(found.summary());
            }
        }
        return shares;
    }
}
