package org.tumen.study;

import java.nio.file.Path;
import java.util.List;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.RunFailure;
import org.tumen.words.Numbers;

/** Which runs of a study failed, and why. */
public final class FailedRuns {
    private static final int MOST_SHOWN = 10;

    private FailedRuns() {}

    /** Adds a section on them; none where none failed. */
    public static void tell(Findings.Builder found, List<RunFailure> failures, Path result) {
        if (failures.isEmpty()) {
            return;
        }
        Table table = Table.of(
                        "failed_runs",
                        BatchTexts.failures(failures, result, true).strip(),
                        failures)
                .text("Arm or point", RunFailure::arm, "arm", RunFailure::arm)
                .number("Run", f -> f.key().run(), Numbers::count)
                .text("Cause", RunFailure::cause)
                .build();
        found.section("failures", "Runs that failed")
                .say("What the same run gave at other points or in other arms is left out too.")
                .table(table, MOST_SHOWN);
    }
}
