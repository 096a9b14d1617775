package org.tumen.experiment;

import java.util.Locale;
import org.tumen.outcome.RunFailure;
import org.tumen.words.Numbers;

/** More runs failed than an experiment allows. */
public final class TooManyFailuresException extends RuntimeException {
    /**
     * With a message for the user.
     *
     * @param last the run that was one too many
     */
    public TooManyFailuresException(long failed, long limit, RunFailure last) {
        super(String.format(
                Locale.ROOT,
                "%s failed, more than the %,d that --failure-limit allows; stopped. The last was run %d of seed %d, %s: %s",
                Numbers.counted(failed, "run"),
                limit,
                last.key().run(),
                last.key().seed(),
                last.arm(),
                last.cause()));
    }
}
