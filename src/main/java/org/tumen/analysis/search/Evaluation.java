package org.tumen.analysis.search;

import java.util.Arrays;

/**
 * What became of a point. Arrays are not to be changed.
 *
 * @param objectives each turned so that less is better
 * @param violations by how much each constraint is broken; 0 when it is kept
 */
public record Evaluation(double[] objectives, double[] violations) {
    /** Whether it keeps every constraint. */
    public boolean feasible() {
        return Arrays.stream(violations).allMatch(v -> v == 0);
    }
}
