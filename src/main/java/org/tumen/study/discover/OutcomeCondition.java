package org.tumen.study.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.outcome.Outcome;
import org.tumen.study.ExplorationReader;
import org.tumen.study.StudyNode;
import org.tumen.words.NumberTexts;

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

    /** The condition under a key; one that nothing meets after noting what is wrong. */
    public static OutcomeCondition read(StudyNode node, String key) {
        String text = node.text(key, "any_crisis > 0");
        Matcher m = FORM.matcher(text);
        OutcomeCondition none = new OutcomeCondition(Outcome.ANY_CRISIS, ">", Double.POSITIVE_INFINITY);
        if (!m.matches()) {
            node.problem(
                    key,
                    "must be an outcome, one of < <= > >= and a number, such as any_crisis > 0, not \"" + text + "\"");
            return none;
        }
        List<Outcome> found = new ArrayList<>();
        ExplorationReader.outcome(node, key, m.group(1), found);
        try {
            return found.isEmpty()
                    ? none
                    : new OutcomeCondition(found.get(0), m.group(2), Double.parseDouble(m.group(3)));
        } catch (NumberFormatException e) {
            node.problem(key, "must compare with a number, not " + m.group(3));
            return none;
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
        return outcome.key() + " " + sign + " " + NumberTexts.plain(limit);
    }
}
