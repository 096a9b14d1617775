package org.tumen.policy;

import java.time.LocalDate;
import java.util.function.IntConsumer;

/** What is due in some weeks of a run. */
public interface Due {
    /**
     * Tells the weeks in which it is due.
     *
     * @param start the first day of week 0
     * @param weeks the number of weeks; only weeks from 0 below it are told
     * @param week takes each week, in order
     */
    void weeks(LocalDate start, int weeks, IntConsumer week);

    /** When it is due, as files write it. */
    String when();
}
