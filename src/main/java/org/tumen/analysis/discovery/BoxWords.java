package org.tumen.analysis.discovery;

import java.util.List;
import java.util.stream.Collectors;
import org.tumen.words.Numbers;

/** Boxes in words. */
public final class BoxWords {
    private static final int DIGITS = 3;

    private BoxWords() {}

    /** The restrictions of a box joined by "and"; "anywhere" for the whole space. */
    public static String conditions(List<String> factors, Box box) {
        String text = box.restricted().stream()
                .map(j -> factors.get(j) + " " + condition(box.restrictions().get(j)))
                .collect(Collectors.joining(" and "));
        return text.isEmpty() ? "anywhere" : text;
    }

    /** A restriction, such as "> 0.7" or "from 0.3 to 0.7". */
    public static String condition(Restriction restriction) {
        boolean lower = restriction.lower() > Double.NEGATIVE_INFINITY;
        boolean upper = restriction.upper() < Double.POSITIVE_INFINITY;
        if (lower && upper) {
            return "from " + number(restriction.lower()) + " to " + number(restriction.upper());
        }
        return lower ? "> " + number(restriction.lower()) : "< " + number(restriction.upper());
    }

    private static String number(double value) {
        return Numbers.shown(Numbers.rounded(value, DIGITS).doubleValue());
    }
}
