package org.tumen.analysis.game;

import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;

/**
 * Where a profile of an estimated game stands.
 *
 * @param state whether it is an equilibrium
 * @param regret an interval of the most that one player gains by a change of its own, negative where every change loses;
 *     null where no player has a choice or too few runs differ for an interval
 */
public record Standing(State state, @Nullable Interval regret) {
    /** Whether a profile is an equilibrium. */
    public enum State {
        /** No player gains by a change of its own. */
        EQUILIBRIUM,
        /** Some player gains. */
        NO_EQUILIBRIUM,
        /** The runs do not tell. */
        UNDECIDED
    }
}
