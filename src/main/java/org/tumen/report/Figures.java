package org.tumen.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/** Numbers and dates as the report writes them. */
final class Figures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** A mean or a quantile of an outcome that is no whole number: about three digits, "–" for none. */
    static String number(double value) {
        double size = Math.abs(value);
        return value == 0 ? "0" : fixed(value, size >= 999.5 ? 0 : size >= 99.95 ? 1 : size >= 9.995 ? 2 : 3);
    }

    /** A quantile: whole for outcomes that are whole numbers. */
    static String quantile(Outcome outcome, double value) {
        if (outcome.kind() == Kind.CONTINUOUS) {
            return number(value);
        }
        return fixed(value, value == Math.rint(value) ? 0 : 1);
    }

    /** A standard error: two significant digits. */
    static String error(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return fixed(value, 0);
        }
        int decimals = (int) Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(Math.abs(value)))));
        return fixed(value, decimals);
    }

    /** A fixed number of decimals, thousands apart, a real minus sign; "–" for what is no number. */
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
        return zero ? text.replace("-", "") : text.replace('-', '\u2212');
    }

    /** A parameter as one would type it: no zeros at the end. */
    static String plain(double value) {
        return Double.isFinite(value) ? rounded(value, 12).toPlainString().replace('-', '\u2212') : "–";
    }

    /** A share in percent; neither 0 % nor 100 % for what is not quite none or all. */
    static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "< 0.1 %";
        }
        if (share > 0.9995 && share < 1) {
            return "> 99.9 %";
        }
        return fixed(100 * share, share == 0 || share == 1 ? 0 : 1) + "\u00A0%";
    }

    /** A count with separators between thousands. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A day, such as 1 September 2023. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A value for the charts, to a number of significant digits. */
    static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    }
}
