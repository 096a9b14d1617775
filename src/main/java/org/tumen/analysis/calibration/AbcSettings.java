package org.tumen.analysis.calibration;

/**
 * How a calibration runs.
 *
 * @param particles particles of a population, at least 10
 * @param quantile quantile of a population's distances that becomes the next tolerance, between 0 and 1
 * @param targetTolerance stop when the tolerance is no larger than this, at least 0
 * @param minAcceptance stop when a generation accepted a smaller share than this, between 0 and 1
 * @param maxGenerations stop after that many generations, at least 1
 * @param seed seed of all draws
 */
public record AbcSettings(
        int particles, double quantile, double targetTolerance, double minAcceptance, int maxGenerations, long seed) {
    /** @throws IllegalArgumentException when a value is out of its range */
    public AbcSettings {
        require(particles >= 10 && particles < 1 << 20, "particles lie between 10 and 1048575, not " + particles);
        require(quantile > 0 && quantile < 1, "the quantile lies between 0 and 1, not " + quantile);
        require(targetTolerance >= 0, "the target tolerance is at least 0, not " + targetTolerance);
        require(minAcceptance >= 0 && minAcceptance < 1, "acceptance lies between 0 and 1, not " + minAcceptance);
        require(maxGenerations >= 1 && maxGenerations < 1 << 10, "generations lie between 1 and 1023");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
