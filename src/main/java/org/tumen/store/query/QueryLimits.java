package org.tumen.store.query;

import java.time.Duration;

/**
 * What a query may use.
 *
 * @param rows the rows that it may return; further ones are cut off
 * @param time the processor time after which it is stopped
 * @param memoryMebibytes the memory that it may take
 * @param answerMebibytes what its texts (a byte a character) and its other values (eight bytes each) may come to
 */
public record QueryLimits(int rows, Duration time, int memoryMebibytes, int answerMebibytes) {
    /** 1,000 rows, 30 seconds, 256 MiB, an answer of 32 MiB. */
    public static final QueryLimits DEFAULT = new QueryLimits(1000, Duration.ofSeconds(30), 256, 32);

    private static final long MEBIBYTE = 1L << 20;
    private static final int SECOND = 1000;

    /** @throws IllegalArgumentException when a limit is not positive */
    public QueryLimits {
        if (rows < 1 || time.toMillis() < 1 || memoryMebibytes < 1 || answerMebibytes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** The same with another number of rows. */
    public QueryLimits withRows(int other) {
        return new QueryLimits(other, time, memoryMebibytes, answerMebibytes);
    }

    /** The same with another time. */
    public QueryLimits withTime(Duration other) {
        return new QueryLimits(rows, other, memoryMebibytes, answerMebibytes);
    }

    /** The same with other memory, in MiB. */
    public QueryLimits withMemory(int other) {
        return new QueryLimits(rows, time, other, answerMebibytes);
    }

    long memoryBytes() {
        return memoryMebibytes * MEBIBYTE;
    }

    long answerBytes() {
        return answerMebibytes * MEBIBYTE;
    }

    QueryLimitException tooLong() {
        long millis = time.toMillis();
        String seconds =
                millis % SECOND == 0 ? String.valueOf(millis / SECOND) : String.valueOf(millis / (double) SECOND);
        return new QueryLimitException("the query took more than " + seconds
                + " s of processor time and was stopped; ask for fewer rows or join less");
    }

    QueryLimitException tooLarge() {
        return new QueryLimitException("the query needs more than the allowed " + memoryMebibytes
                + " MiB of memory; ask for fewer rows, or group before joining and sorting");
    }

    QueryLimitException tooMuch() {
        return new QueryLimitException("the answer is larger than the allowed " + answerMebibytes
                + " MiB; ask for fewer rows and columns or shorter texts");
    }

    /** What is said of an answer that filled the heap of its process. */
    QueryLimitException outgrown() {
        return new QueryLimitException("the answer needs more than the " + QueryProcess.HEAP_MEBIBYTES
                + " MiB that its process has for it; ask for fewer rows and columns, or for all of them in pieces");
    }
}
