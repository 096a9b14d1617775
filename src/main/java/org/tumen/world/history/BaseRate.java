package org.tumen.world.history;

/**
 * A published figure on how sanctions fare.
 *
 * @param dataset the data set and its period
 * @param measure what is measured; definitions of success differ between data sets
 * @param value a share between 0 and 1, a duration in years, or a count, as the measure says
 * @param provenance source and doubt
 */
public record BaseRate(String dataset, String measure, double value, Provenance provenance) {}
