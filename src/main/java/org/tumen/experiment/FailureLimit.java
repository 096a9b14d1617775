package org.tumen.experiment;

import org.tumen.outcome.RunFailure;

/** Counts runs that fail, of all threads of a piece of work, and ends it at the first beyond the limit. */
public final class FailureLimit {
    private final long limit;
    private final Cancellation work;
    private long failed;

    /**
     * A count.
     *
     * @param limit how many runs may fail, 0 or more
     * @param already how many failed before
     * @param work what is ended
     */
    public FailureLimit(long limit, long already, Cancellation work) {
        this.limit = limit;
        this.work = work;
        failed = already;
    }

    /**
     * Counts a failure. One thread alone reports the first beyond the limit, always with the same number; the others see
     * the work cancelled, keep what they have and leave.
     *
     * @throws TooManyFailuresException when this is the one too many
     */
    public synchronized void count(RunFailure failure) {
        failed++;
        if (failed > limit && !work.requested()) {
            work.request();
            throw new TooManyFailuresException(failed, limit, failure);
        }
    }
}
