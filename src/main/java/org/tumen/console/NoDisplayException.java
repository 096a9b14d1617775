package org.tumen.console;

/** There is no screen on which a window could be opened; the message says so to the user. */
public final class NoDisplayException extends RuntimeException {
    NoDisplayException(String reason) {
        super("the console opens windows and needs a graphical display: " + reason
                + "; on a machine without one, use `tumen serve` or `tumen trace`, or start it under Xvfb");
    }
}
