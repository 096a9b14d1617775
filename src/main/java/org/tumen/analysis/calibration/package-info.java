/**
 * Calibration of a simulator by approximate Bayesian computation: priors, population Monte Carlo with adaptive kernel and
 * tolerance, posterior summaries and predictive checks, simulation-based calibration. Pure functions; every draw is keyed
 * by (seed, generation, particle, attempt), so that a calibration can be stopped after any generation and taken up again
 * with the same result.
 *
 * <p>Uses the packages draw and analysis.score.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.calibration;
