/**
 * Distributions of one quantity by their quantile functions, their rank correlation, and draws of them that are keyed by
 * run.
 *
 * <p>Uses the package draw.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.distribution;
