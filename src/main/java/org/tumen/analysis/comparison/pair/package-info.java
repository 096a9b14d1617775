/**
 * Statistics of two paired columns: whole distributions, ranks, quantiles, dominance, tails and times to an event.
 * {@link org.tumen.analysis.comparison.PairedComparison} brings them together.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.comparison.pair;
