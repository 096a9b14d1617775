package org.tumen.words;

import org.jspecify.annotations.Nullable;

/** How many characters a line of the terminal has. */
public final class TerminalWidth {
    /** Where nobody can tell, and the longest line of sentences: longer ones are hard to read. */
    private static final int USUAL = 100;

    private static final int LEAST = 40;

    private TerminalWidth() {}

    /** For tables: as wide as the terminal, which the launcher tells; 100 where there is none. */
    public static int ofTables() {
        return of(System.getenv("TUMEN_COLUMNS"));
    }

    /** For sentences: as wide as the terminal, 100 at most. */
    public static int ofSentences() {
        return Math.min(USUAL, ofTables());
    }

    static int of(@Nullable String told) {
        return told == null || !told.matches("[1-9][0-9]{0,3}") ? USUAL : Math.max(LEAST, Integer.parseInt(told));
    }
}
