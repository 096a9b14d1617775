package org.tumen.store.part;

import java.time.LocalDate;
import org.tumen.world.Event;

/**
 * An event as event-data tools read it.
 *
 * @param date the first day of its week
 * @param sourceIso3 the ISO 3166-1 alpha-3 code of the source, or an empty string when it has none
 * @param targetIso3 likewise of the target
 */
public record EventRow(long run, LocalDate date, Event event, String sourceIso3, String targetIso3) {}
