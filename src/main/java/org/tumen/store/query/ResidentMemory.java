package org.tumen.store.query;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The resident memory of a process, where the system tells it in {@code /proc}. Reading it takes no memory, so that it
 * can still be read when there is none left.
 */
final class ResidentMemory implements AutoCloseable {
    private static final byte[] LABEL = "VmRSS:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_LENGTH = 4096;
    private static final int KIBIBYTE = 1024;

    private final @Nullable RandomAccessFile status;
    private final byte[] buffer = new byte[STATUS_LENGTH];

    ResidentMemory(long process) {
        RandomAccessFile opened;
        try {
            opened = new RandomAccessFile("/proc/" + process + "/status", "r");
        } catch (IOException e) {
            // Another system, or the process has ended.
            opened = null;
        }
        status = opened;
    }

    /** In bytes; 0 where the system does not say, or when the process has ended. */
    long bytes() {
        if (status == null) {
            return 0;
        }
        try {
            status.seek(0);
            return KIBIBYTE * number(Math.max(0, status.read(buffer)));
        } catch (IOException e) {
            return 0;
        }
    }

    /** The number after the label. */
    private long number(int length) {
        for (int at = 0; at + LABEL.length < length; at++) {
            if (Arrays.equals(buffer, at, at + LABEL.length, LABEL, 0, LABEL.length)) {
                return digits(at + LABEL.length, length);
            }
        }
        return 0;
    }

    private long digits(int from, int length) {
        long number = 0;
        for (int at = from; at < length && buffer[at] != '\n'; at++) {
            int digit = buffer[at] - '0';
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : number;
        }
        return number;
    }

    @Override
    public void close() {
        if (status != null) {
            try {
                status.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
