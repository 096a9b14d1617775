package org.tumen.trace;

import org.apache.commons.math3.distribution.TDistribution;
import org.tumen.world.Action;

/**
 * A decision of a run and what another answer would have changed, all else left to the same policies: on the luck of the run,
 * and on average over fresh draws after its week.
 *
 * @param before the outcome as it was
 * @param after the outcome of the changed run
 * @param mean the change of the outcome on average over fresh continuations, paired
 * @param standardError of that mean
 * @param continuations how many
 */
public record TurningDecision(
        int week,
        String actor,
        String question,
        Action done,
        Action instead,
        double before,
        double after,
        double mean,
        double standardError,
        int continuations) {

    /** The change of the outcome on the luck of the run. */
    public double change() {
        return after - before;
    }

    /** Half of the 95 % interval of the mean, by Student's t. */
    public double halfWidth() {
        return standardError
                * new TDistribution(null, Math.max(1, continuations - 1.0)).inverseCumulativeProbability(0.975);
    }

    /** The flip that changes it. */
    public Flip flip() {
        return new Flip(week, actor, instead);
    }
}
