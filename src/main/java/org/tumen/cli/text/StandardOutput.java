package org.tumen.cli.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints, remembering why that failed: a writer of texts keeps such failures to itself. A pipe whose reader
 * has closed it, as {@code head} does, is no failure; what is printed after that is dropped.
 */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private @Nullable IOException failure;
    private boolean closed;

    /** @param out takes the bytes */
    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Why something could not be written; null when all was, or nobody wanted it. */
    public @Nullable IOException failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (closed) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!isOfAPipe(e)) {
                failure = e;
                throw e;
            }
            closed = true;
        }
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
            out.flush();
        }
    }

    /** Java has no exception of its own for this, only the system's words: "Broken pipe", on Windows "The pipe is being closed". */
    private static boolean isOfAPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
