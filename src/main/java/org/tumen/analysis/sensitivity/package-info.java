/**
 * Which factors matter: Morris's elementary effects, Sobol's indices, Borgonovo's delta and PAWN, with bootstrap
 * intervals, and the noise of replication told apart from the effect of the factors.
 *
 * <p>Uses the packages draw and analysis.design, and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.sensitivity;
