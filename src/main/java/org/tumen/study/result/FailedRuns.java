package org.tumen.study.result;

import java.util.List;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsText;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.RunFailure;
import org.tumen.words.Numbers;
import org.tumen.words.ShellWords;

/** Which runs of a study failed, and why. */
public final class FailedRuns {
    /** How many rows a reader sees at first. */
    public static final int MOST_SHOWN = 10;

    private FailedRuns() {}

    /** Adds a section on them, with the arm or point of each run where there are several; none where none failed. */
    public static void tell(Findings.Builder found, List<RunFailure> failures, boolean arms) {
        if (failures.isEmpty()) {
            return;
        }
        RunFailure first = failures.get(0);
        TableBuilder<RunFailure> table = Table.of("failed_runs", "Every run that failed.", failures);
        if (arms) {
            table.text("Arm or point", "arm", RunFailure::arm);
        }
        found.section("failures", "Runs that failed")
                .say(counted(failures.size())
                        + (arms
                                ? " Where points or arms are compared, what the same run gave in the others is left out too."
                                : "")
                        + " To see the first:")
                .command("tumen trace " + FindingsText.RESULT + (arms ? " --arm " + ShellWords.quote(first.arm()) : "")
                        + " --run " + first.key().run())
                .table(
                        table.count("Run", f -> f.key().run(), Table.ORDINAL)
                                .text("Cause", RunFailure::cause)
                                .build(),
                        MOST_SHOWN);
    }

    /** How many failed, in a sentence. */
    public static String counted(int failed) {
        return Numbers.count(failed) + (failed == 1 ? " run failed and is" : " runs failed and are")
                + " in none of the figures.";
    }
}
