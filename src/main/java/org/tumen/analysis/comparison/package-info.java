/**
 * Comparison of arms on common random numbers: paired differences, whole distributions, several arms, outcomes and
 * worlds, verdicts in words, and sequential stopping.
 *
 * <p>A column holds one outcome of one arm, its index being the number of the run; columns of two arms are paired by
 * that index. A difference is always arm minus baseline. {@link org.tumen.analysis.comparison.PairedComparison} compares
 * two columns, {@link org.tumen.analysis.comparison.ComparisonTable} many. Resampling draws are keyed by
 * {@link org.tumen.draw.Draws}, so that a comparison is a pure function of its columns and settings. Uses the packages
 * outcome and draw.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.comparison;
