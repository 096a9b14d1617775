package org.tumen.analysis.value;

import org.tumen.analysis.comparison.Settings;

/**
 * How an analysis of stored draws is done.
 *
 * @param level confidence of every interval, in (0, 1)
 * @param folds parts of the cross-validation, 2 or more
 * @param permutations random orders behind the noise floor, 19 or more
 * @param seed keys folds, permutations and weights
 */
public record ValueSettings(double level, int folds, int permutations, long seed) {
    /** @throws IllegalArgumentException when a value lies outside its range */
    public ValueSettings {
        if (!(level > 0 && level < 1) || folds < 2 || permutations < 19) {
            throw new IllegalArgumentException("the level lies between 0 and 1, folds are 2 or more and permutations 19"
                    + " or more, not " + level + ", " + folds + " and " + permutations);
        }
    }

    /** Intervals of 95 %, 5 folds, 39 permutations. */
    public static ValueSettings standard() {
        return new ValueSettings(0.95, 5, 39, Settings.STANDARD_SEED);
    }
}
