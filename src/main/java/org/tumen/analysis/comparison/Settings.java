package org.tumen.analysis.comparison;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How columns are compared. Start from {@link #standard()} and change what differs.
 *
 * @param level confidence of the intervals, in (0, 1); of those of mean differences over all rows of a comparison together
 * @param resamples number of bootstrap resamples, at least 100
 * @param permutations number of random swaps for the paired permutation test, at least 99
 * @param seed keys the resampling draws; the same seed gives the same result
 * @param smallestDifference the smallest difference of means that matters, in units of the outcome; 0 for none
 * @param horizon the weeks a run lasts; needed for outcomes of kind {@link org.tumen.outcome.Kind#TIME}, for which a
 *     value of the horizon or more means that the event did not happen
 * @param tailShare the share of the runs that makes the tail of conditional value at risk, in (0, 0.5]
 * @param repeatedLooks whether the number of runs was chosen while looking at the results; then the verdict rests on the
 *     confidence sequence, which stays valid, and not on the bootstrap interval, which does not
 * @param plannedRuns the number of runs at which the confidence sequence is narrowest; must be chosen beforehand
 * @param tables how many tables, one a world, share the error of their intervals and verdicts
 */
public record Settings(
        double level,
        int resamples,
        int permutations,
        long seed,
        double smallestDifference,
        @Nullable Double horizon,
        double tailShare,
        boolean repeatedLooks,
        int plannedRuns,
        int tables) {
    /** The seed of the resampling draws unless another is chosen. */
    public static final long STANDARD_SEED = 20_231_016L;

    /** @throws IllegalArgumentException when a value lies outside its range */
    public Settings {
        require(level > 0 && level < 1, "level", level, "between 0 and 1");
        require(resamples >= 100, "resamples", resamples, "100 or more");
        require(permutations >= 99, "permutations", permutations, "99 or more");
        require(
                smallestDifference >= 0 && smallestDifference < Double.POSITIVE_INFINITY,
                "smallest difference",
                smallestDifference,
                "0 or more");
        require(tailShare > 0 && tailShare <= 0.5, "tail share", tailShare, "above 0 and at most 0.5");
        require(plannedRuns >= 2, "planned runs", plannedRuns, "2 or more");
        require(tables >= 1, "number of tables", tables, "1 or more");
        if (horizon != null) {
            require(horizon > 0, "horizon", horizon, "above 0 weeks");
        }
    }

    /** 95 % intervals, 1,000 resamples, 499 permutations, tails of 5 %, a number of runs fixed beforehand. */
    public static Settings standard() {
        return new Settings(0.95, 1_000, 499, STANDARD_SEED, 0, null, 0.05, false, 10_000, 1);
    }

    /** These settings with another seed of the resampling draws. */
    public Settings withSeed(long newSeed) {
        return with(draft -> draft.seed = newSeed);
    }

    /** These settings with another smallest difference that matters. */
    public Settings withSmallestDifference(double newSmallestDifference) {
        return with(draft -> draft.smallestDifference = newSmallestDifference);
    }

    /** These settings with a horizon in weeks. */
    public Settings withHorizon(double weeks) {
        return with(draft -> draft.horizon = weeks);
    }

    /** These settings for runs that were added while looking, planned for a number of runs. */
    public Settings withRepeatedLooks(int newPlannedRuns) {
        return with(draft -> {
            draft.repeatedLooks = true;
            draft.plannedRuns = newPlannedRuns;
        });
    }

    /** These settings for tables that share the error of their intervals and verdicts. */
    public Settings withTables(int newTables) {
        return with(draft -> draft.tables = newTables);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Settings(
                level,
                resamples,
                permutations,
                draft.seed,
                draft.smallestDifference,
                draft.horizon,
                tailShare,
                draft.repeatedLooks,
                draft.plannedRuns,
                draft.tables);
    }

    /** What changes from standard settings. */
    private static final class Draft {
        long seed;
        double smallestDifference;

        @Nullable
        Double horizon;

        boolean repeatedLooks;
        int plannedRuns;
        int tables;

        Draft(Settings from) {
            seed = from.seed;
            smallestDifference = from.smallestDifference;
            horizon = from.horizon;
            repeatedLooks = from.repeatedLooks;
            plannedRuns = from.plannedRuns;
            tables = from.tables;
        }
    }

    /** The level of each of some statements that share the error of one table: 1 − (1 − level)/(tables · statements). */
    public double familyLevel(long statements) {
        return 1 - (1 - level) / tables / statements;
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("the " + name + " is " + allowed + ", not " + value);
        }
    }
}
