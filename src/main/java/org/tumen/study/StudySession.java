package org.tumen.study;

import java.io.PrintWriter;
import org.tumen.experiment.ExecutionSettings;

/**
 * What a study runs in: how its runs are made, and who hears of it.
 *
 * @param execution how runs are made
 * @param out takes what was found, as text
 * @param err takes progress and complaints
 * @param command the command that asked, as a shell would take it; stored with results, so that they can be made again
 * @param interactive whether somebody watches {@code err} on a terminal
 */
public record StudySession(
        ExecutionSettings execution, PrintWriter out, PrintWriter err, String command, boolean interactive) {

    /** The same, adding to what is stored. */
    public StudySession withoutForce() {
        return new StudySession(execution.withoutForce(), out, err, command, interactive);
    }

    /** The same with other execution settings. */
    public StudySession with(ExecutionSettings other) {
        return new StudySession(other, out, err, command, interactive);
    }
}
