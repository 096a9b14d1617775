package org.tumen.analysis.calibration;

import java.util.function.IntConsumer;

/** Does independent pieces of work, several at a time. */
@FunctionalInterface
public interface Parallel {
    /**
     * Does pieces 0 to {@code pieces} (excluded), and returns when all are done.
     *
     * @throws InterruptedException when the work was stopped before
     */
    void each(int pieces, IntConsumer piece) throws InterruptedException;
}
