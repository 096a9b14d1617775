package org.tumen.analysis.comparison;

import org.tumen.outcome.Direction;

/**
 * In which share of the runs the arm is above, below or equal to the baseline on the same random numbers; they add to 1.
 *
 * @param higher share of runs in which the arm's value is higher
 * @param lower share in which it is lower
 * @param equal share in which it is exactly the same
 */
public record Shares(double higher, double lower, double equal) {
    static Shares of(double[] baseline, double[] arm) {
        int higher = 0;
        int lower = 0;
        for (int i = 0; i < arm.length; i++) {
            higher += arm[i] > baseline[i] ? 1 : 0;
            lower += arm[i] < baseline[i] ? 1 : 0;
        }
        double n = arm.length;
        return new Shares(higher / n, lower / n, (arm.length - higher - lower) / n);
    }

    /** The share of runs in which the arm is better; 0 where neither direction is better. */
    public double better(Direction direction) {
        return switch (direction) {
            case MORE -> higher;
            case LESS -> lower;
            case NEUTRAL -> 0;
        };
    }

    /** The share of runs in which the arm is worse; 0 where neither direction is worse. */
    public double worse(Direction direction) {
        return switch (direction) {
            case MORE -> lower;
            case LESS -> higher;
            case NEUTRAL -> 0;
        };
    }
}
