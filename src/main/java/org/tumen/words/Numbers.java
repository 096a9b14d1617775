package org.tumen.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The one vocabulary of numbers for people: thousands apart, a real minus sign, {@value #NONE} for what is no number, and
 * never a zero for what is merely small.
 */
public final class Numbers {
    /** What stands for no number. */
    public static final String NONE = "\u2013";

    private static final double LEAST_P = 0.001;
    private static final Pattern HELD = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+(?:[eE]-?\\d+)?)?(?![\\w.])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final int LONGEST = 400;

    private Numbers() {}

    /** Whether a text is a number as files hold it: plain decimals, with or without an exponent. */
    public static boolean isNumber(String text) {
        return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
    }

    /** A number as one would type it into a file: all its digits, no exponent. */
    public static String typed(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    /** A parameter's value as one would type it into a file: at most ten significant digits, no exponent. */
    public static String plain(double value) {
        return Double.isFinite(value) ? rounded(value, 10).toPlainString() : Double.toString(value);
    }

    /** A value without a scale that its readers know: at most four significant digits, no zeros at the end. */
    public static String shown(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = rounded(value, 4);
        return Math.abs(value) >= 1e9 || (value != 0 && Math.abs(value) < 1e-6)
                ? signed(rounded.toString().replaceFirst("E\\+?", "e"))
                : grouped(rounded.setScale(Math.max(0, rounded.scale())));
    }

    /** A text in which numbers stand as files hold them, for a reader: those with decimals as {@link #shown}, with true minus signs. */
    public static String readable(String text) {
        return HELD.matcher(text)
                .replaceAll(
                        held -> held.group(1) == null ? signed(held.group()) : shown(Double.parseDouble(held.group())));
    }

    /** A value beside a mark or on an axis: whole where it is whole, else about three digits. */
    public static String label(double value) {
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value) && size < 1e15;
        return fixed(value, whole || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.0995 ? 2 : 3);
    }

    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP))
                : NONE;
    }

    /** A mean or a quantile: about four digits, so that a column of them reads well. */
    public static String estimate(double value) {
        double size = Math.abs(value);
        return value == 0 ? "0" : fixed(value, size >= 999.5 ? 0 : size >= 99.95 ? 1 : size >= 9.995 ? 2 : 3);
    }

    /** The decimals, 0 to 6, that give an error two significant digits: those that its estimate deserves too. */
    public static int decimals(double error) {
        return Double.isFinite(error) && error != 0
                ? (int) Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(Math.abs(error)))))
                : 3;
    }

    /**
     * The decimals of numbers that stand under each other: those of the least error, but at most one more than those of the error
     * in the middle.
     *
     * @param errors 0, or not finite, for what is not known
     * @return none where no error is known
     */
    public static OptionalInt decimals(DoubleStream errors) {
        int[] known = errors.filter(error -> error > 0 && Double.isFinite(error))
                .mapToInt(Numbers::decimals)
                .sorted()
                .toArray();
        return known.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(known[known.length - 1], known[(known.length - 1) / 2] + 1));
    }

    /** A difference: with its sign. */
    public static String difference(double value, int decimals) {
        return difference(value, fixed(value, decimals));
    }

    /** A difference whose error is not known. */
    public static String difference(double value) {
        return difference(value, estimate(value));
    }

    private static String difference(double value, String text) {
        return value > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9') ? "+" + text : text;
    }

    /** A share in percent; neither 0 % nor 100 % for what is not quite none or all. */
    public static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "<0.1 %";
        }
        if (share > 0.9995 && share < 1) {
            return ">99.9 %";
        }
        String number = fixed(100 * share, share == 0 || share == 1 ? 0 : 1);
        return number.equals(NONE) ? NONE : number + " %";
    }

    /** The same in whole percent. */
    public static String wholePercent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1 %";
        }
        if (share >= 0.995 && share < 1) {
            return ">99 %";
        }
        String number = fixed(100 * share, 0);
        return number.equals(NONE) ? NONE : number + " %";
    }

    /**
     * Shares that make up a whole, in whole percent that add up to 100: each is rounded down, and what is lacking goes to
     * those that lose most by it (the method of largest remainders). What is not quite none or all is not told as such.
     *
     * @param shares 0 or more, of sum 1
     */
    public static List<String> wholePercents(double... shares) {
        int[] whole = new int[shares.length];
        int lacking = 100;
        for (int i = 0; i < shares.length; i++) {
            // A share of 29 in 100 is 28.999… times a hundredth.
            whole[i] = (int) Math.floor(100 * shares[i] + 1e-9);
            lacking -= whole[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> whole[i] - 100 * shares[i])
                        .thenComparingDouble(i -> -shares[i]))
                .limit(Math.max(0, lacking))
                .forEach(i -> whole[i]++);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> shares[i] > 0 && shares[i] < 0.01
                        ? "less than 1 %"
                        : shares[i] > 0.99 && shares[i] < 1 ? "more than 99 %" : whole[i] + " %")
                .toList();
    }

    /** A number for machines, to some significant digits. */
    public static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
    }

    /** A p-value: three decimals, and never zero. */
    public static String pValue(double p) {
        return p < LEAST_P ? "<0.001" : fixed(p, 3);
    }

    public static String count(double n) {
        return fixed(n, 0);
    }

    /** A number in its unit, of which 1 is one: 1 point, 2 points, 1 unit of volume, 1 battery, 1 box. */
    public static String inUnit(String number, String units) {
        return number + " " + (number.matches("\u2212?1") ? one(units) : units);
    }

    /** One of things that are named in the plural. */
    private static String one(String things) {
        String one = things.replaceFirst("ies( of .*)?$", "y$1");
        one = one.equals(things) ? things.replaceFirst("(ch|sh|ss|x)es( of .*)?$", "$1$2") : one;
        return one.equals(things) ? things.replaceFirst("(?<!s)s( of .*)?$", "$1") : one;
    }

    /** A count of things, such as 1 run, 1,000 runs; of more than one, the thing takes an s, or es after ch. */
    public static String counted(double n, String thing) {
        return count(n) + " " + thing + (n == 1 ? "" : thing.endsWith("ch") ? "es" : "s");
    }

    /** An interval, such as 0.9 to 1.5. */
    public static String range(double low, double high, int decimals) {
        return fixed(low, decimals) + " to " + fixed(high, decimals);
    }

    public static String interval(double value, double low, double high, int decimals) {
        return fixed(value, decimals) + " (" + range(low, high, decimals) + ")";
    }

    /** A day, such as 1 September 2023. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    // Java's formatter writes the same; a small batch spent more time in it than on its runs.
    private static String grouped(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.abs().toPlainString());
        int end = text.indexOf(".");
        for (int place = (end < 0 ? text.length() : end) - 3; place > 0; place -= 3) {
            text.insert(place, ',');
        }
        return (number.signum() < 0 ? "\u2212" : "") + text;
    }

    private static String signed(String text) {
        return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
    }
}
