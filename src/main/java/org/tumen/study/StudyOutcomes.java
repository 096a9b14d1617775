package org.tumen.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tumen.analysis.comparison.Measure;
import org.tumen.experiment.Experiment;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.Study;

/** What a study names, as the analysis and the experiment know it: its outcomes and its arms. */
public final class StudyOutcomes {
    private static final List<Outcome> USUAL =
            List.of(Outcome.MEAN_STABILITY, Outcome.MIN_STABILITY, Outcome.FIRST_CRISIS, Outcome.DELIVERED);

    private StudyOutcomes() {}

    /** The name of an arm in a result: with its world where there are several. */
    public static String arm(Study study, String world, String arm) {
        return study.worlds().size() == 1 ? arm : world + "." + arm;
    }

    /**
     * The arms of a study in each of its worlds as one experiment, so that all meet the same random numbers.
     *
     * @throws IllegalArgumentException when they run over different numbers of weeks
     */
    public static Experiment experiment(Study study, long seed) {
        List<Experiment.ArmSpec> arms = new ArrayList<>();
        study.worlds()
                .forEach((world, scenarios) -> scenarios.forEach((arm, scenario) -> arms.add(new Experiment.ArmSpec(
                        arm(study, world, arm), scenario, Resolved.text(Resolved.document(scenario))))));
        return new Experiment(study.name().toLowerCase(Locale.ROOT), arms, seed);
    }

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
