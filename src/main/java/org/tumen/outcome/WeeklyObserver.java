package org.tumen.outcome;

import org.tumen.world.Stage;

/** Receives the state of a run at the end of each week. */
@FunctionalInterface
public interface WeeklyObserver {
    /** An observer that looks away. */
    WeeklyObserver NONE = (week, stability, tension, stage) -> {};

    /**
     * Called at the end of a week.
     *
     * @param week the week, from 0
     * @param stability the stability index, 0..100
     * @param tension the tension index, 0..100
     */
    void week(int week, double stability, double tension, Stage stage);
}
