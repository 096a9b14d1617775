package org.tumen.study.trace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.simulation.RunTrace;
import org.tumen.trace.Flip;
import org.tumen.trace.FreshContinuations;
import org.tumen.words.Numbers;

/** What is found by continuing a run with fresh draws. */
final class ContinuationFindings {

    private ContinuationFindings() {}

    /** One table: the outcomes of a run that was not flipped, or what differs with the flips on the same fresh draws. */
    static Findings of(RunTrace trace, String name, List<Flip> flips, FreshContinuations found) {
        String failed = found.failed() > 0
                ? String.format(Locale.ROOT, " %,d more failed and are left out.", found.failed())
                : "";
        Findings.Builder findings = Findings.of(
                "continuations",
                "Run " + trace.key().run() + " of " + name,
                "",
                String.format(
                        Locale.ROOT,
                        "seed %d, continued %,d times with fresh draws after week %d (%s); up to the end of that week all is"
                                + " as in the run.%s",
                        trace.key().seed(),
                        found.usual().runs(),
                        found.week(),
                        trace.scenario().day(found.week()),
                        failed));
        Arm flipped = found.flipped();
        if (flipped == null) {
            return findings.section("outcomes", "What becomes of it")
                    .table(outcomes(trace, found))
                    .build();
        }
        List<PairedComparison> differing = found.differences().rows().stream()
                .map(ComparisonTable.Row::comparison)
                .toList();
        String with = "With " + flips.stream().map(Flip::toString).collect(Collectors.joining(", "));
        Table table = differences(differing, flipped.runs());
        if (differing.isEmpty()) {
            return findings.answer(with + " nothing changes in any of them.")
                    .section("differences", "What differs")
                    .file(table)
                    .build();
        }
        long sure = differing.stream()
                .map(c -> c.mean().interval())
                .filter(interval -> interval != null && interval.excludesZero())
                .count();
        return findings.answer(String.format(
                        Locale.ROOT,
                        "%s, %d of %d outcomes differ in some of them; the mean difference of %d is clear of zero.",
                        with,
                        differing.size(),
                        Outcome.all().size(),
                        sure))
                .section("differences", "What differs, as means over the same fresh draws")
                .table(table)
                .build();
    }

    private record Continued(Outcome outcome, double own, OutcomeSummary summary) {}

    private static Table outcomes(RunTrace trace, FreshContinuations found) {
        List<Continued> rows = Outcome.all().stream()
                .map(outcome -> new Continued(
                        outcome,
                        trace.outcome(outcome),
                        OutcomeSummary.of(
                                outcome,
                                found.usual().column(outcome),
                                trace.scenario().weeks())))
                .toList();
        return Table.of(
                        "continuations",
                        "The interval is that of the mean; without one too few continuations differ. The other columns are"
                                + " quantiles of the continuations.",
                        rows)
                .text("Outcome", "outcome", r -> r.outcome, Outcome::label, Outcome::key)
                .number("In this run", "in_this_run", Continued::own, Numbers::estimate, Table.OF_ROW)
                .estimate("Mean", r -> r.summary.mean(), r -> r.summary.meanInterval(), Table.OF_ROW)
                .number("5 %", "p5", r -> r.summary.p5(), Numbers::estimate, Table.OF_ROW)
                .number("Median", "p50", r -> r.summary.p50(), Numbers::estimate, Table.OF_ROW)
                .number("95 %", "p95", r -> r.summary.p95(), Numbers::estimate, Table.OF_ROW)
                .text("Unit", r -> r.outcome.unit())
                .build();
    }

    private static Table differences(List<PairedComparison> rows, int continuations) {
        return Table.of(
                        "differences",
                        "The intervals of the differences hold for all rows together; without one too few continuations"
                                + " differ, or nearly all by the same. Outcomes that are not listed are the same in every one.",
                        rows)
                .text("Outcome", "outcome", r -> r.outcome(), Outcome::label, Outcome::key)
                .number("As it was", "as_it_was", r -> r.mean().baseline(), Numbers::estimate, Table.OF_ROW)
                .number("Flipped", "flipped", r -> r.mean().arm(), Numbers::estimate, Table.OF_ROW)
                .difference(
                        "Difference", r -> r.mean().difference(), r -> r.mean().interval(), Table.OF_ROW)
                .number(
                        "Differ",
                        "differing_share",
                        r -> (double) r.mean().differing() / continuations,
                        Numbers::wholePercent,
                        Table.SHARE)
                .text("Unit", r -> r.outcome().unit())
                .build();
    }
}
