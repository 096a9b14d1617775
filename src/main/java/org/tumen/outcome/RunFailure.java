package org.tumen.outcome;

/**
 * A run that did not end.
 *
 * @param key which run
 * @param cause what went wrong
 */
public record RunFailure(RunKey key, String cause) {}
