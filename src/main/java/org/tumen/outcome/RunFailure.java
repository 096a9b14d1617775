package org.tumen.outcome;

/**
 * A run that failed: it has no outcomes, and none of the figures counts it.
 *
 * @param arm the name of its scenario in the experiment
 */
public record RunFailure(String arm, RunKey key, String cause) {}
