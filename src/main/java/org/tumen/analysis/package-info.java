/**
 * Statistics of results: descriptions of one arm's outcomes, and in {@code comparison} the comparison of arms.
 *
 * <p>Pure functions of columns of outcomes, without input or output. Uses the packages outcome and draw.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis;
