package org.tumen.outcome;

/** What identifies a run of a scenario, and keys all its draws: a seed, and the number of the run from 0. */
public record RunKey(long seed, long run) {
    /** @throws IllegalArgumentException when the run is negative */
    public RunKey {
        if (run < 0) {
            throw new IllegalArgumentException("a run's number is 0 or more, not " + run);
        }
    }
}
