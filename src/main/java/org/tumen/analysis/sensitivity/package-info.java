/**
 * Which factors matter: Morris's elementary effects and Sobol's indices, with bootstrap intervals, and the noise of
 * replication told apart from the effect of the factors.
 *
 * <p>Uses the packages draw, analysis and analysis.design, and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.sensitivity;
