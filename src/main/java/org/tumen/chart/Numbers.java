package org.tumen.chart;

import java.util.Locale;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/** Numbers as pictures write them. */
public final class Numbers {
    private Numbers() {}

    /** About three digits: 1,234, 123, 12.3, 1.23, 0.12, 0.012. */
    public static String text(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return sign(String.format(Locale.ROOT, "%,.0f", value));
        }
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.0995 ? 2 : 3;
        return sign(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    /** A value of an outcome: whole for counts and times, else about three digits with fixed decimals. */
    public static String text(Outcome outcome, double value) {
        if (outcome.kind() != Kind.CONTINUOUS) {
            return text(Math.rint(value * 10) / 10);
        }
        double size = Math.abs(value);
        return sign(String.format(Locale.ROOT, size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", value));
    }

    /** A number with a fixed number of decimals. */
    public static String fixed(double value, int decimals) {
        return sign(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    /** A share in percent; never "0 %" or "100 %" for what is not quite none or all. */
    public static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "< 0.1 %";
        }
        if (share > 0.9995 && share < 1) {
            return "> 99.9 %";
        }
        return share == 0 || share == 1
                ? String.format(Locale.ROOT, "%.0f %%", 100 * share)
                : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A count with separators between thousands. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String sign(String text) {
        if (!text.startsWith("-")) {
            return text;
        }
        boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
        return zero ? text.substring(1) : '\u2212' + text.substring(1);
    }
}
