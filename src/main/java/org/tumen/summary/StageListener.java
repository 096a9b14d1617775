package org.tumen.summary;

/**
 * Hears how far something has come that may take long. Called from several threads. What it throws ends that; a {@link
 * java.util.concurrent.CancellationException} is how it stops what nobody waits for any more.
 */
public interface StageListener {
    /** Tells nobody. */
    StageListener UNTOLD = new StageListener() {};

    /** Something begins, such as "summarising", that has so many steps. */
    default void begin(String what, int steps) {}

    /** A step is done. */
    default void done() {}
}
