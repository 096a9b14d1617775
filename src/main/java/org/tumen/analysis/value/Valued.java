package org.tumen.analysis.value;

import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Texts;

/**
 * What arms are valued by: an outcome, or the utility of a study.
 *
 * @param key its name in files
 * @param label its name in tables
 * @param phrase its name within a sentence
 */
public record Valued(String key, String label, String unit, String phrase) {
    public static Valued of(Outcome outcome) {
        String label = Texts.lower(outcome.label());
        return new Valued(
                outcome.key(),
                outcome.label(),
                outcome.unit(),
                outcome.kind() == Kind.FLAG ? "the share of runs with " + label : label);
    }

    public static Valued utility(String unit) {
        return new Valued("utility", "Utility", unit, "the study's utility");
    }
}
