package org.tumen.analysis;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.words.Numbers;

/**
 * What the pictures of a batch show; its size does not depend on the number of runs. Arrays are not to be changed.
 *
 * @param name the scenario's name
 * @param description the question it asks; may be empty
 * @param warners the names of the warners, such as "Japan"; may be empty when there are none
 * @param runs the number of runs
 * @param modelVersion the version of the model
 * @param start the first day of week 0
 * @param weeks the number of weeks of a run
 * @param crisisOn the tension at which a crisis begins, index points
 * @param crisisOff the tension at which a crisis ends, index points
 * @param outcomes the distribution of each outcome
 * @param weekly what it did week by week; null where that was not stored, as of points of a design
 * @param firstCrisis the survival curve of weeks to the first crisis
 */
public record BatchData(
        String name,
        String description,
        String warners,
        long runs,
        long seed,
        String modelVersion,
        LocalDate start,
        int weeks,
        double crisisOn,
        double crisisOff,
        Map<Outcome, SummaryDistribution> outcomes,
        @Nullable Weekly weekly,
        KaplanMeier firstCrisis) {

    /**
     * A batch by week.
     *
     * @param stability the bands of stability
     * @param tension the bands of tension
     * @param stages the shares of the stages of the deal
     */
    public record Weekly(WeeklyBands stability, WeeklyBands tension, StageShares stages) {
        public static Weekly of(WeeklyCounts counts) {
            return new Weekly(
                    WeeklyBands.of(counts, WeeklySeries.STABILITY),
                    WeeklyBands.of(counts, WeeklySeries.TENSION),
                    StageShares.of(counts));
        }

        private boolean covers(int weeks) {
            return stability.weeks() == weeks && tension.weeks() == weeks && stages.weeks() == weeks;
        }
    }

    /** @throws IllegalArgumentException when a weekly series has another number of weeks */
    public BatchData {
        outcomes = Map.copyOf(outcomes);
        if (weekly != null && !weekly.covers(weeks)) {
            throw new IllegalArgumentException(
                    "the weekly series of \"" + name + "\" are not " + weeks + " weeks long");
        }
    }

    /**
     * What it did week by week.
     *
     * @throws IllegalStateException when that was not stored
     */
    public Weekly byWeek() {
        if (weekly == null) {
            throw new IllegalStateException("what \"" + name + "\" did week by week was not stored");
        }
        return weekly;
    }

    /** Days since 1970 after so many weeks of a run. */
    public double day(double afterWeeks) {
        return start.toEpochDay() + 7 * afterWeeks;
    }

    public SummaryDistribution outcome(Outcome outcome) {
        SummaryDistribution found = outcomes.get(outcome);
        if (found == null) {
            throw new IllegalArgumentException("the batch \"" + name + "\" has no outcome " + outcome.key());
        }
        return found;
    }

    /** The line that identifies the batch under every picture. */
    public String identity() {
        return "Scenario " + name + ": " + Numbers.counted(runs, "run") + " of " + Numbers.counted(weeks, "week")
                + " from " + Numbers.day(start) + ", seed " + seed + ", model " + modelVersion + ".";
    }
}
