package org.tumen.cli.text;

/** What the program knows of the terminal it runs on. */
public final class Terminal {
    private Terminal() {}

    /** True when standard error is a terminal: the launcher, which can tell, says so. */
    public static boolean isInteractive() {
        return "1".equals(System.getenv("TUMEN_TERMINAL"));
    }
}
