package org.tumen.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as texts. */
public final class NumberTexts {
    private static final MathContext VALUE = new MathContext(10);
    private static final MathContext SHOWN = new MathContext(4);

    private NumberTexts() {}

    /** A parameter's value as it is written into a scenario: at most ten significant digits, no exponent. */
    public static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(VALUE).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    /** A value for a reader: at most four significant digits. */
    public static String shown(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString()
                : "-";
    }

    /** A fixed number of decimals. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }

    /** A p-value with three decimals. */
    public static String pValue(double p) {
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** Percent with one decimal. */
    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "-";
    }

    /** An estimate with its interval. */
    public static String interval(double value, double low, double high, int decimals) {
        return fixed(value, decimals) + " [" + fixed(low, decimals) + ", " + fixed(high, decimals) + "]";
    }
}
