package org.tumen.study.compare;

import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.pair.Dominance;
import org.tumen.analysis.value.Valued;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** How figures and names of a comparison are written for people. */
final class CompareFormats {
    private CompareFormats() {}

    /** A number that may be missing. */
    static double orNone(@Nullable Number value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    /** In which unit an outcome is, which way it is better, and which difference matters. */
    static String better(Measure measure) {
        String smallest = measure.smallestDifference() > 0
                ? ", smallest difference that matters " + Numbers.typed(measure.smallestDifference())
                : "";
        return measure.outcome().unit()
                + switch (measure.direction()) {
                    case MORE -> ", more is better";
                    case LESS -> ", less is better";
                    case NEUTRAL -> ", neither is better";
                }
                + smallest;
    }

    /** An outcome within a sentence. */
    static String lower(Outcome outcome) {
        return Valued.of(outcome).phrase();
    }

    /** Which distribution dominates, at the lowest order at which one does; empty when none does. */
    static String dominance(ComparisonTable.Row row) {
        for (Dominance d :
                new Dominance[] {row.comparison().firstOrder(), row.comparison().secondOrder()}) {
            if (d != null && d.claimed() != Dominance.Finding.NEITHER) {
                boolean arm = d.claimed() == Dominance.Finding.ARM;
                return (arm ? row.arm() : row.baseline()) + ", order " + d.order() + " (in "
                        + Numbers.wholePercent(arm ? d.armShare() : d.baselineShare()) + " of resamples)";
            }
        }
        return "";
    }
}
