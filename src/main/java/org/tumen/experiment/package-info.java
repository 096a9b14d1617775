/**
 * Experiments: scenarios × policies × replications, made by engines (local threads; others by
 * {@link java.util.ServiceLoader}), kept in result folders; and single runs looked at closely.
 *
 * <p>Uses the packages scenario, simulation and store and those below them.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.experiment;
