package org.tumen.analysis.discovery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Boxes in words. */
public final class BoxWords {
    private static final MathContext DIGITS = new MathContext(3);

    private BoxWords() {}

    /**
     * A sentence such as "crises concentrate where rivalry > 0.7 and technology generosity > 0.5: 71 % of them, at 2.6
     * times the base rate".
     *
     * @param cases what the cases are, in the plural, such as "crises"
     * @param factors names of the factors as a reader knows them
     */
    public static String sentence(String cases, List<String> factors, BoxScore score) {
        if (score.box().restricted().isEmpty()) {
            return cases + " concentrate nowhere in particular";
        }
        return String.format(
                Locale.ROOT,
                "%s concentrate where %s: %.0f %% of them, at %.1f times the base rate",
                cases,
                conditions(factors, score.box()),
                100 * score.coverage(),
                score.lift());
    }

    /** The restrictions of a box joined by "and"; "anywhere" for the whole space. */
    public static String conditions(List<String> factors, Box box) {
        String text = box.restricted().stream()
                .map(j -> condition(factors.get(j), box.restrictions().get(j)))
                .collect(Collectors.joining(" and "));
        return text.isEmpty() ? "anywhere" : text;
    }

    private static String condition(String factor, Restriction restriction) {
        if (restriction.allowed() != null) {
            String values = restriction.allowed().stream().map(BoxWords::number).collect(Collectors.joining(" or "));
            return factor + " is " + values;
        }
        boolean lower = restriction.lower() > Double.NEGATIVE_INFINITY;
        boolean upper = restriction.upper() < Double.POSITIVE_INFINITY;
        if (lower && upper) {
            return factor + " from " + number(restriction.lower()) + " to " + number(restriction.upper());
        }
        return factor + (lower ? " > " + number(restriction.lower()) : " < " + number(restriction.upper()));
    }

    private static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
