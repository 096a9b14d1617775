package org.tumen.experiment;

import java.nio.file.Path;

/** Is told how an experiment gets on. Called from several threads, but for {@link #warned} and {@link #reported}. */
public interface RunListener {
    /** A progress that nobody watches. */
    RunListener NONE = new RunListener() {};

    /** Something in a scenario is allowed but may not do what its author meant; told before anything is simulated. */
    default void warned(String warning) {}

    /** So many runs are to be made, of all arms together. */
    default void started(long runs) {}

    /** So many more runs are made. */
    default void made(int runs) {}

    /** A part of an arm is kept: its runs {@code from} (included) to {@code to} (excluded). */
    default void stored(String arm, long from, long to) {}

    /** A page that tells what was found is written; told at the end, by one thread. */
    default void reported(Path page) {}
}
