package org.tumen.study.discover;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * Which points are of interest: a condition on the mean of an outcome over the runs of a point, such as {@code any_crisis >
 * 0.3} or, with one run a point, {@code any_crisis > 0}.
 *
 * @param outcome the outcome
 * @param sign one of {@code <}, {@code <=}, {@code >}, {@code >=}
 * @param limit the limit
 */
public record OutcomeCondition(Outcome outcome, String sign, double limit) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z_]+)\\s*(<=|>=|<|>)\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*");

    /**
     * The condition that a text states.
     *
     * @throws IllegalArgumentException when it states none
     */
    static OutcomeCondition parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "must be an outcome, one of < <= > >= and a number, such as any_crisis > 0, not "
                            + Texts.quoted(text));
        }
        List<String> known = Outcome.all().stream().map(Outcome::key).toList();
        Outcome outcome = Outcome.byKey(m.group(1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown outcome " + Texts.brief(m.group(1)) + "; " + Texts.suggestion(m.group(1), known)));
        try {
            return new OutcomeCondition(outcome, m.group(2), Double.parseDouble(m.group(3)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must compare with a number, not " + m.group(3), e);
        }
    }

    boolean holds(double value) {
        return switch (sign) {
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case ">" -> value > limit;
            default -> value >= limit;
        };
    }

    @Override
    public String toString() {
        return outcome.key() + " " + sign + " " + Numbers.plain(limit);
    }
}
