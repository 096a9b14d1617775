package org.tumen.experiment;

/** How the failure of a run is put in words. */
public final class Failures {
    private static final int LONGEST = 300;

    private Failures() {}

    /**
     * What went wrong: the kind of the failure and the first line of its message, at most 300 characters, so that a failed
     * run has the same words, and a result the same digest, wherever it is made.
     */
    public static String cause(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        String text = message == null || message.isBlank()
                ? kind
                : kind + ": " + message.strip().lines().findFirst().orElse("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
