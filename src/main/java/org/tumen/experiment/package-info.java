/**
 * Experiments: scenarios × policies × replications. One evaluator makes the runs of every kind of question; engines (local
 * threads; others by {@link java.util.ServiceLoader}) make those of whole experiments, kept in result folders or in memory.
 *
 * <p>Uses the packages scenario, simulation and store and those below them.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.experiment;
