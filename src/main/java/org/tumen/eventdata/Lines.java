package org.tumen.eventdata;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, ended by LF, CR or both, none of which may fill the memory. */
final class Lines {
    /** No row of event data comes near to it. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private boolean afterReturn;
    private long number;

    /** Those of a text, which is not closed. */
    Lines(Reader in) {
        this.in = in;
    }

    /**
     * The next line without its end; null after the last.
     *
     * @throws IllegalArgumentException when it is longer than {@value #LONGEST} characters
     */
    @Nullable
    String next() throws IOException {
        number++;
        line.setLength(0);
        while (at < end || filled()) {
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            line.append(buffer, from, at - from);
            if (line.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "line " + number + " is longer than " + LONGEST + " characters, which no row of event data is");
            }
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                return line.toString();
            }
        }
        return line.length() > 0 ? line.toString() : null;
    }

    private boolean filled() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
