package org.tumen.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ArmMean;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.RunTrace;
import org.tumen.trace.Flip;
import org.tumen.trace.FreshContinuations;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;

/** A run continued with fresh draws, told as tables. */
final class FreshTexts {
    private static final int DECIMALS = 3;

    private FreshTexts() {}

    static String of(RunTrace trace, List<Flip> flips, FreshContinuations found) {
        Scenario scenario = trace.scenario();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Run %d of %s, seed %d, continued %,d times with fresh draws after week %d (%s);%nup to the end of that week"
                        + " all is as in the run.%n",
                trace.key().run(),
                scenario.name(),
                trace.key().seed(),
                found.usual().runs(),
                found.week(),
                scenario.day(found.week())));
        if (found.failed() > 0) {
            text.append(String.format(Locale.ROOT, "%,d more failed and are left out.%n", found.failed()));
        }
        Arm flipped = found.flipped();
        text.append('\n').append(flipped == null ? outcomes(trace, found) : differences(flips, found, flipped));
        return text.toString();
    }

    /** The outcomes of a run that was not flipped. */
    private static String outcomes(RunTrace trace, FreshContinuations found) {
        TextTable table =
                new TextTable("Outcome", "in this run", "mean", "95 % interval", "5 %", "median", "95 %", "unit");
        for (Outcome outcome : Outcome.all()) {
            ArmMean mean = found.mean(outcome);
            OutcomeSummary summary = summary(found.usual(), outcome, trace.scenario());
            table.row(
                    outcome.label(),
                    number(trace.outcome(outcome)),
                    number(mean.mean()),
                    interval(mean.interval()),
                    number(summary.p5()),
                    number(summary.p50()),
                    number(summary.p95()),
                    outcome.unit());
        }
        return table + "The interval is that of the mean; the other columns are quantiles of the continuations."
                + " -: too few of them differ.\n";
    }

    private static OutcomeSummary summary(Arm arm, Outcome outcome, Scenario scenario) {
        return OutcomeSummary.of(outcome, arm.column(outcome), scenario.weeks());
    }

    /** What differs with the flips, on the same fresh draws. */
    private static String differences(List<Flip> flips, FreshContinuations found, Arm flipped) {
        String what = flips.stream().map(Flip::toString).collect(Collectors.joining(", "));
        ComparisonTable differences = found.differences();
        if (differences.rows().isEmpty()) {
            return "With " + what + " nothing changes in any of them.\n";
        }
        TextTable table =
                new TextTable("Outcome", "as it was", "flipped", "difference", "95 % interval", "differ", "unit");
        for (ComparisonTable.Row row : differences.rows()) {
            MeanDifference mean = row.comparison().mean();
            Outcome outcome = row.comparison().outcome();
            table.row(
                    outcome.label(),
                    number(mean.baseline()),
                    number(mean.arm()),
                    signed(mean.difference()),
                    interval(mean.interval()),
                    String.format(Locale.ROOT, "%.0f %%", 100.0 * mean.differing() / flipped.runs()),
                    outcome.unit());
        }
        return "With " + what + ", means over the same fresh draws:\n" + table
                + "The intervals of the differences hold for all rows together. -: too few continuations differ."
                + " Outcomes that are not listed are the same in every one.\n";
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "-" : Numbers.range(interval.low(), interval.high(), DECIMALS);
    }

    private static String number(double value) {
        return Numbers.fixed(value, DECIMALS);
    }

    private static String signed(double value) {
        return Numbers.difference(value, DECIMALS);
    }
}
