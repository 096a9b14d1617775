package org.tumen.world.history;

import java.time.LocalDate;

/** A crisis of the record. */
public record PastCrisis(LocalDate begin, LocalDate end, String event, Provenance provenance) {}
