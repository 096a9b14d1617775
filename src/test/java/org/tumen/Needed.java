package org.tumen;

import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine it runs on. Where that is absent the test is reported as skipped with the reason, and fails
 * where the property {@code tumen.WHAT} is {@code required}, so that nothing goes untested unseen ({@code .ci/run}).
 */
public final class Needed {
    private Needed() {}

    /**
     * Goes on, or ends the test.
     *
     * @param met whether it is there
     * @param what its property without {@code tumen.}, such as {@code browser}
     * @param reason what is absent, and what helps
     */
    public static void require(boolean met, String what, String reason) {
        if (met) {
            return;
        }
        if ("required".equals(System.getProperty("tumen." + what))) {
            throw new AssertionError("tumen." + what + "=required, but " + reason);
        }
        Assumptions.abort("skipped: " + reason);
    }
}
