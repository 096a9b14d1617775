package org.tumen.experiment;

/** Is told how an experiment gets on. Called from several threads. */
public interface RunListener {
    /** A progress that nobody watches. */
    RunListener NONE = new RunListener() {};

    /** So many runs are to be made, of all arms together. */
    default void started(long runs) {}

    /** So many more runs are made. */
    default void made(int runs) {}

    /** A part was written. */
    default void stored(String arm, long from, long to) {}
}
