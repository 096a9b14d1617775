package org.tumen.eventdata;

/**
 * Leading zeros of CAMEO codes, which spreadsheets drop: 016 becomes 16, which is another class. Root codes run from 01 to 20
 * (P. A. Schrodt, CAMEO Conflict and Mediation Event Observations: Event and Actor Codebook, version 1.1b3, 2012), so that a
 * lost zero shows where the root stands beside the code, or where the first two digits are no root.
 */
final class CodeZeros {
    private static final int LAST_ROOT = 20;

    private long mended;
    private long ambiguous;
    private String lost = "";
    private String either = "";

    /** Rows that got their zero back. */
    long mended() {
        return mended;
    }

    /**
     * The code of a row that names its root too.
     *
     * @throws BadRowException when the code does not belong to the root, with or without a lost zero
     */
    String below(String code, String root) throws BadRowException {
        String whole = root.length() == 1 ? "0" + root : root;
        if (code.length() > 1 && code.startsWith(whole)) {
            return code;
        }
        if (("0" + code).startsWith(whole)) {
            mended++;
            return "0" + code;
        }
        throw new BadRowException("the event code \"" + code + "\" does not belong to its root code \"" + root + "\"");
    }

    /** The code of a row that names no root. */
    String alone(String code, long line) throws BadRowException {
        if (code.startsWith("0")) {
            if (code.length() == 1) {
                throw new BadRowException("\"" + code + "\" is no event code");
            }
            return code;
        }
        if (code.length() == 1 || Integer.parseInt(code.substring(0, 2)) > LAST_ROOT) {
            mended++;
            if (lost.isEmpty()) {
                lost = "line " + line + ": " + code + " for 0" + code;
            }
            return "0" + code;
        }
        if (code.length() == 2) {
            ambiguous++;
            if (either.isEmpty()) {
                either = "line " + line + ": " + code;
            }
        }
        return code;
    }

    /** @throws IllegalArgumentException when zeros were lost and there are codes that may have lost one or not */
    void requireNoneAmbiguous() {
        if (!lost.isEmpty() && ambiguous > 0) {
            throw new IllegalArgumentException("leading zeros of event codes were lost (" + lost + "), so that "
                    + ambiguous + " codes may be either of two (" + either + "); export the codes as text");
        }
    }
}
