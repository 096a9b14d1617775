package org.tumen.study;

import java.io.PrintWriter;
import java.io.Writer;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;

/**
 * What a study runs in: how its runs are made, and who hears of it.
 *
 * @param execution how runs are made
 * @param cancellation stops it soon; what is finished by then is stored
 * @param listener hears of the runs that are made
 * @param out takes what was found, as text
 * @param err takes progress and complaints
 * @param command the command that asked, as a shell would take it; stored with results, so that they can be made again
 * @param interactive whether somebody watches {@code err} on a terminal
 * @param details whether {@code out} takes everything that was found, not the answer alone
 */
public record StudySession(
        ExecutionSettings execution,
        Cancellation cancellation,
        RunListener listener,
        PrintWriter out,
        PrintWriter err,
        String command,
        boolean interactive,
        boolean details) {

    /** For callers who take what was found from the result folder alone. */
    public static StudySession quiet(ExecutionSettings execution, Cancellation cancellation, RunListener listener) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new StudySession(execution, cancellation, listener, nowhere, nowhere, "a Java program", false, false);
    }

    /** The same, adding to what is stored. */
    public StudySession withoutForce() {
        return with(execution.withoutForce());
    }

    /** The same with other execution settings. */
    public StudySession with(ExecutionSettings other) {
        return new StudySession(other, cancellation, listener, out, err, command, interactive, details);
    }
}
