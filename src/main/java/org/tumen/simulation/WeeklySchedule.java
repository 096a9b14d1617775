package org.tumen.simulation;

import org.jspecify.annotations.Nullable;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * MASON's schedule for a simulation whose only event is its week.
 *
 * <p>MASON takes a repeating event off its queue, puts it back for the next time and takes five locks on the way. Here
 * that costs about a fourth of what the eight phases of the week do. As long as the week is alone on the schedule it needs
 * no queue: this class then steps it and advances the time by one. Once anything else is scheduled, the week joins it on the
 * queue and the schedule is MASON's ordinary one.
 */
final class WeeklySchedule extends Schedule {
    private static final double INTERVAL = 1;

    /** The week while it is alone, else null. */
    private transient @Nullable Steppable week;

    private double next;

    /** Forgets everything and lets a week begin at each tick from the first. */
    void restart(Steppable everyWeek) {
        reset();
        week = everyWeek;
        next = EPOCH;
    }

    @Override
    public synchronized boolean step(SimState state) {
        return advance(state);
    }

    /** Steps a number of times under one lock: a lock for each week would cost a twentieth of a run. */
    synchronized void step(SimState state, int times) {
        for (int i = 0; i < times; i++) {
            advance(state);
        }
    }

    private boolean advance(SimState state) {
        Steppable alone = week;
        if (alone != null && queue.isEmpty()) {
            time = next;
            next += INTERVAL;
            alone.step(state);
            steps++;
            return true;
        }
        if (alone != null) {
            week = null;
            scheduleRepeating(next, alone, INTERVAL);
        }
        return super.step(state);
    }

    @Override
    public boolean scheduleComplete() {
        return week == null && super.scheduleComplete();
    }

    @Override
    public void clear() {
        super.clear();
        week = null;
    }

    @Override
    public void reset() {
        super.reset();
        week = null;
    }
}
