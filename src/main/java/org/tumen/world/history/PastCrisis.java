package org.tumen.world.history;

import java.time.LocalDate;

/**
 * A crisis of the record.
 *
 * @param begin its first day
 * @param end its last day
 * @param event what happened
 * @param provenance source and doubt
 */
public record PastCrisis(LocalDate begin, LocalDate end, String event, Provenance provenance) {}
