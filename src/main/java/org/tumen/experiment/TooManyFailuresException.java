package org.tumen.experiment;

/** More runs failed than an experiment allows. */
public final class TooManyFailuresException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public TooManyFailuresException(String message) {
        super(message);
    }
}
