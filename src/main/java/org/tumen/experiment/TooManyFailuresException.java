package org.tumen.experiment;

import java.util.Locale;
import org.tumen.outcome.RunKey;

/** More runs failed than an experiment allows. */
public final class TooManyFailuresException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * With a message for the user.
     *
     * @param failed how many runs failed
     * @param limit how many may
     * @param last the run that was one too many
     * @param cause why it failed
     */
    public TooManyFailuresException(long failed, long limit, RunKey last, String cause) {
        super(String.format(
                Locale.ROOT,
                "%,d runs failed, more than the %,d that --failure-limit allows; stopped. The last was run %d of seed %d: %s",
                failed,
                limit,
                last.run(),
                last.seed(),
                cause));
    }
}
