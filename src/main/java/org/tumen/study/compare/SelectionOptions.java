package org.tumen.study.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.study.StudyFile;
import org.tumen.study.StudyReading;
import org.tumen.study.UsageException;

/**
 * How somebody asks for the best arm, in place of what the study says.
 *
 * @param outcome the key of the outcome in which it is the best; null for what the study says
 * @param indifference a difference of means that does not matter, in the outcome's unit; null for what the study says
 * @param confidence the probability of a good selection, {@value #LEAST} to {@value #MOST}; null for what the study says
 */
public record SelectionOptions(
        @Nullable String outcome,
        @Nullable Double indifference,
        @Nullable Double confidence) {
    /** Nothing in place of what the study says. */
    public static final SelectionOptions NONE = new SelectionOptions(null, null, null);

    /** The least probability: one of two arms is as often good by chance. */
    static final double LEAST = 0.51;

    /** The greatest probability. */
    static final double MOST = 0.999999;

    /**
     * What is selected.
     *
     * @param zone the difference that does not matter; 0 for the usual share of a run's standard deviation
     * @param confidence the probability of a good selection
     */
    record Aim(Measure measure, double zone, double confidence) {}

    /**
     * The aim of a comparison.
     *
     * @param measures what the study compares, with its directions and smallest differences
     * @return null where no arm is to be selected
     * @throws UsageException when it makes no sense
     */
    @Nullable
    Aim aim(CompareSection section, List<Measure> measures) {
        String key = outcome;
        Outcome wanted =
                key == null ? section.select() : UsageException.unlessRefused("--select: ", () -> Outcome.named(key));
        if (wanted == null) {
            if (indifference != null || confidence != null) {
                throw new UsageException((indifference != null ? "--indifference" : "--confidence")
                        + " says something of --select alone");
            }
            return null;
        }
        if (indifference != null && !(indifference > 0 && Double.isFinite(indifference))) {
            throw new UsageException("--indifference must be above 0, not " + indifference);
        }
        if (confidence != null && !(confidence >= LEAST && confidence <= MOST)) {
            throw new UsageException("--confidence must be from " + LEAST + " to " + MOST + ", not " + confidence);
        }
        Measure measure = measure(wanted, measures);
        if (measure.direction() == Direction.NEUTRAL) {
            throw new UsageException("--select: " + neutral(wanted));
        }
        Double zone = indifference == null ? section.indifference() : indifference;
        return new Aim(
                measure,
                zone == null ? measure.smallestDifference() : zone,
                confidence == null ? section.confidence() : confidence);
    }

    /** Notes what is wrong with a selection that a study asks for. */
    static void check(StudyReading reading, CompareSection section, List<Measure> measures) {
        Outcome select = section.select();
        if (select == null) {
            if (section.indifference() != null) {
                reading.problem("says something of compare.select alone", "compare", "indifference");
            }
            return;
        }
        StudyFile stated = reading.stated();
        if (stated.stopping() != null && stated.stopping().looks()) {
            reading.problem("cannot stand beside stopping.until_halfwidth or until_decided", "compare", "select");
        }
        if (stated.runs() != null) {
            reading.problem(
                    "cannot stand beside compare.select, which gives runs where they decide; stopping.max_runs limits them",
                    "runs");
        }
        if (measure(select, measures).direction() == Direction.NEUTRAL) {
            reading.problem(neutral(select), "compare", "select");
        }
    }

    /** The outcome as the study compares it, or in its own direction. */
    private static Measure measure(Outcome outcome, List<Measure> measures) {
        return measures.stream().filter(m -> m.outcome() == outcome).findFirst().orElseGet(() -> Measure.of(outcome));
    }

    /** Why no arm is the best in an outcome. */
    private static String neutral(Outcome outcome) {
        return outcome.key() + " is neither better nor worse by itself; list it in the study's outcomes with direction:"
                + " more or less";
    }
}
