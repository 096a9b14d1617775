package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.Valuation;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.study.StudyFile;
import org.tumen.study.StudyReading;

/** What a study compares its arms by, and how it values it. */
final class StatedMeasures {
    private StatedMeasures() {}

    /** The outcomes that the study names, or the usual ones. */
    static List<Measure> of(StudyReading reading) {
        List<Measure> measures = new ArrayList<>();
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        reading.stated().outcomes().forEach(interest -> {
            Outcome outcome = interest.outcome();
            Direction direction = interest.direction() == null ? outcome.direction() : interest.direction();
            measures.add(new Measure(outcome, direction, interest.smallestDifference(), interest.scale()));
            if (!seen.add(outcome)) {
                reading.problem("name " + outcome.key() + " a second time", "outcomes");
            }
        });
        return measures.isEmpty() ? CompareKind.usual() : measures;
    }

    /** How the study values outcomes. */
    static Valuation valuation(StudyReading reading, List<Measure> measures) {
        StudyFile stated = reading.stated();
        List<Outcome> criteria = WorldComparison.directed(measures).stream()
                .map(Measure::outcome)
                .toList();
        stated.weights().forEach((outcome, weight) -> {
            if (!criteria.contains(outcome)) {
                reading.problem(
                        "is no outcome of the study in which one direction is better", "weights", outcome.key());
            }
            if (!(weight >= 0)) {
                reading.problem("must be 0 or more, not " + weight, "weights", outcome.key());
            }
        });
        if (!stated.weights().isEmpty() && stated.weights().values().stream().allMatch(w -> w == 0)) {
            reading.problem("must not all be 0", "weights");
        }
        StudyFile.Utility utility = stated.utility();
        return utility == null
                ? new Valuation(null, Map.of(), stated.weights())
                : new Valuation(utility.unit(), utility.weights(), stated.weights());
    }
}
