package org.tumen.analysis.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.tumen.words.Numbers;

/**
 * What a search may set: a parameter with a range of real or whole numbers, or a list of choices.
 *
 * <p>The algorithms see each lever as a number from 0 to 1. A whole number or a choice is the cell that the number falls in,
 * each cell of the same size; choices stand in the order of their list, so that neighbours should be alike where they can be.
 *
 * @param path the path of the parameter
 * @param kind what values it takes
 * @param from the least value; 0 for a choice
 * @param to the greatest value; 0 for a choice
 * @param values the choices as they are written into a scenario; empty for a range
 */
public record Lever(String path, Kind kind, double from, double to, List<String> values) {
    private static final MathContext DIGITS = new MathContext(6);

    /** What values a lever takes. */
    public enum Kind {
        /** Any number of a range, to six significant digits. */
        REAL,
        /** A whole number of a range. */
        WHOLE,
        /** One of a list. */
        CHOICE
    }

    /** @throws IllegalArgumentException when the range is empty or there are not two values */
    public Lever {
        values = List.copyOf(values);
        if (kind == Kind.CHOICE) {
            if (values.size() < 2) {
                throw new IllegalArgumentException("must list two values or more");
            }
        } else if (!(from < to) || !Double.isFinite(to - from)) {
            throw new IllegalArgumentException("must reach from a number to a greater one");
        } else if (kind == Kind.WHOLE && (from != Math.rint(from) || to != Math.rint(to))) {
            throw new IllegalArgumentException("must reach from a whole number to a whole number");
        }
    }

    /** A range of real numbers. */
    public static Lever real(String path, double from, double to) {
        return new Lever(path, Kind.REAL, from, to, List.of());
    }

    /** A range of whole numbers, both ends included. */
    public static Lever whole(String path, double from, double to) {
        return new Lever(path, Kind.WHOLE, from, to, List.of());
    }

    /** A list of choices. */
    public static Lever choice(String path, List<String> values) {
        return new Lever(path, Kind.CHOICE, 0, 0, values);
    }

    /** The value at a place from 0 to 1, as it is written into a scenario. */
    public String at(double place) {
        double inside = Math.max(0, Math.min(1, place));
        return switch (kind) {
            case REAL -> plain(Math.max(from, Math.min(to, from + inside * (to - from))));
            case WHOLE -> plain(from + cell(inside, (int) (to - from) + 1));
            case CHOICE -> values.get(cell(inside, values.size()));
        };
    }

    private static int cell(double place, int cells) {
        return Math.min(cells - 1, (int) (place * cells));
    }

    private String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        // Rounding must not lead out of the range.
        boolean outside = rounded.doubleValue() < from || rounded.doubleValue() > to;
        return (outside ? new BigDecimal(Double.toString(value)) : rounded)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A value as a number: itself, or, where choices are words, its place in their list. */
    public double number(String value) {
        boolean numbers = kind != Kind.CHOICE || values.stream().allMatch(Numbers::isNumber);
        return numbers ? Double.parseDouble(value) : values.indexOf(value);
    }

    /** The range or the choices in words. */
    public String words() {
        return switch (kind) {
            case REAL -> plain(from) + " to " + plain(to);
            case WHOLE -> "whole numbers, " + plain(from) + " to " + plain(to);
            case CHOICE -> "one of " + String.join(", ", values);
        };
    }
}
