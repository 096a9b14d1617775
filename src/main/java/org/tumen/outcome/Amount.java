package org.tumen.outcome;

import org.tumen.words.Numbers;

/**
 * How an amount of an outcome, a difference above all, is told in a sentence: of shares in percentage points, of what lies
 * between 0 and 1 as a bare number, of all else in its unit.
 *
 * @param factor by which the outcome's own values are multiplied
 * @param unit empty for a bare number
 */
public record Amount(double factor, String unit) {
    /** @param unit as {@link Outcome#unit} has it */
    public static Amount in(String unit) {
        return unit.startsWith("share of ")
                ? new Amount(100, "percentage points")
                : new Amount(1, unit.equals("0 to 1") ? "" : unit);
    }

    /** A number that has been multiplied by the factor and written, with the unit after it. */
    public String told(String number) {
        return unit.isEmpty() ? number : Numbers.inUnit(number, unit);
    }

    /** A value of the outcome's own with its interval: 0.23 index points (0.05 to 0.41). */
    public String told(double value, double low, double high) {
        int decimals = Numbers.decimals(factor * (high - low) / 2);
        return told(Numbers.fixed(factor * value, decimals)) + " ("
                + Numbers.range(factor * low, factor * high, decimals) + ")";
    }
}
