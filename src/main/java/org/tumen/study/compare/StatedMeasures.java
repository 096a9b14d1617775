package org.tumen.study.compare;

import java.util.List;
import java.util.Map;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.Valuation;
import org.tumen.outcome.Outcome;
import org.tumen.study.StudyFile;
import org.tumen.study.StudyReading;

/** How a study values what it compares its arms by. */
final class StatedMeasures {
    private StatedMeasures() {}

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
