package org.tumen.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tumen.analysis.comparison.Measure;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Study;

/** The outcomes that a study names, as the analysis knows them. */
public final class StudyOutcomes {
    private static final List<Outcome> USUAL =
            List.of(Outcome.MEAN_STABILITY, Outcome.MIN_STABILITY, Outcome.FIRST_CRISIS, Outcome.DELIVERED);

    private StudyOutcomes() {}

    /** The keys of all outcomes. */
    public static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        Outcome.all().forEach(o -> keys.add(o.key()));
        return keys;
    }

    /** The study's outcomes of interest, or the usual ones where it names none. */
    public static List<Measure> measures(Study study) {
        List<Measure> measures = new ArrayList<>();
        for (Study.Interest interest : study.outcomes()) {
            Outcome outcome = Outcome.all().stream()
                    .filter(o -> o.key().equals(interest.outcome()))
                    .findFirst()
                    .orElseThrow();
            Boolean more = interest.moreIsBetter();
            Direction direction = more == null ? outcome.direction() : more ? Direction.MORE : Direction.LESS;
            measures.add(new Measure(outcome, direction, interest.smallestDifference()));
        }
        return measures.isEmpty() ? USUAL.stream().map(Measure::of).toList() : measures;
    }
}
