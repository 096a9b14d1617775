package org.tumen.store;

import org.tumen.outcome.RunFailure;

/**
 * A run that failed.
 *
 * @param arm its arm
 * @param failure its key and cause
 */
public record StoredFailure(String arm, RunFailure failure) {}
