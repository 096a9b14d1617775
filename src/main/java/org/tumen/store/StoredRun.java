package org.tumen.store;

import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored.
 *
 * @param run its number
 * @param outcomes its outcomes in the order of {@link ResultReader#outcomes}; empty when it failed
 * @param cause why it failed, or null when it was completed
 */
public record StoredRun(
        String arm, long run, double[] outcomes, @Nullable String cause) {}
