package org.tumen.simulation;

import org.tumen.world.Event;

/** Receives every event of a run as it happens. */
@FunctionalInterface
public interface EventListener {
    /** Called for each event, in the order in which they happen. */
    void happened(Event event);
}
