package org.tumen.experiment;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A wish that work stops soon and keeps what is finished. It is never taken back, and any thread may ask for it. */
public final class Cancellation {
    private final @Nullable Cancellation outer;
    private volatile boolean requested;

    /** Nothing is to stop yet. */
    public Cancellation() {
        this(null);
    }

    private Cancellation(@Nullable Cancellation outer) {
        this.outer = outer;
    }

    /** One for a piece of the work: it stops when all does, and may stop alone. */
    public Cancellation inner() {
        return new Cancellation(this);
    }

    /** Asks for it. */
    public void request() {
        requested = true;
    }

    /** Whether somebody asked for it. */
    public boolean requested() {
        return requested || outer != null && outer.requested();
    }

    /**
     * Goes on unless somebody asked for it.
     *
     * @throws InterruptedException when somebody did
     */
    public void check() throws InterruptedException {
        if (requested()) {
            throw new InterruptedException("interrupted");
        }
    }

    /**
     * The same for what lies too deep to be interrupted.
     *
     * @throws CancellationException when somebody did; whoever began the work makes it an interruption
     */
    public void checkpoint() {
        if (requested()) {
            throw new CancellationException("interrupted");
        }
    }
}
