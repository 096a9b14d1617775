package org.tumen.store;

import java.time.Duration;

/**
 * What a query may use.
 *
 * @param rows the rows that it may return; further ones are cut off
 * @param time the time after which it is stopped
 * @param memoryMebibytes the memory that it may use outside the Java heap
 */
public record QueryLimits(int rows, Duration time, int memoryMebibytes) {
    /** 1,000 rows, 30 seconds, 512 MiB. */
    public static final QueryLimits DEFAULT = new QueryLimits(1000, Duration.ofSeconds(30), 512);

    /** @throws IllegalArgumentException when a limit is not positive */
    public QueryLimits {
        if (rows < 1 || time.isNegative() || time.isZero() || memoryMebibytes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** The same with another number of rows. */
    public QueryLimits withRows(int other) {
        return new QueryLimits(other, time, memoryMebibytes);
    }
}
