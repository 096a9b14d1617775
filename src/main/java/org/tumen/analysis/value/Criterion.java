package org.tumen.analysis.value;

import org.tumen.outcome.Direction;

/**
 * Something by which arms are judged, told apart from others until they are weighed.
 *
 * @param key its outcome
 * @param label its name in texts
 * @param direction which way it is better; not neutral
 * @param scale the difference that is worth one point, above 0
 */
public record Criterion(String key, String label, Direction direction, double scale) {
    /** @throws IllegalArgumentException when neither direction is better, or the scale is not above 0 */
    public Criterion {
        if (direction == Direction.NEUTRAL) {
            throw new IllegalArgumentException("the criterion " + key + " needs a direction in which it is better");
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the scale of the criterion " + key + " is above 0, not " + scale);
        }
    }

    /**
     * The scale where none is given: the standard deviation of the baseline over its runs, so that one point is what worlds
     * and their luck usually move; 1 when the baseline never varies.
     */
    public static double scaleOf(double[] baseline) {
        double mean = PointMeans.mean(baseline);
        double squares = 0;
        for (double v : baseline) {
            squares += (v - mean) * (v - mean);
        }
        return squares > 0 ? Math.sqrt(squares / (baseline.length - 1)) : 1;
    }

    /** A difference in points, more being better. */
    double points(double difference) {
        return (direction == Direction.LESS ? -difference : difference) / scale;
    }
}
