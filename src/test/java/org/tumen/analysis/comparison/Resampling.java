package org.tumen.analysis.comparison;

/** Settings as they usually are, with other numbers of resamples and permutations. */
public final class Resampling {
    private Resampling() {}

    public static Settings of(int resamples, int permutations) {
        Settings usual = Settings.standard();
        return new Settings(
                usual.level(),
                resamples,
                permutations,
                usual.seed(),
                usual.smallestDifference(),
                usual.horizon(),
                usual.tailShare(),
                usual.repeatedLooks(),
                usual.plannedRuns(),
                usual.tables());
    }
}
