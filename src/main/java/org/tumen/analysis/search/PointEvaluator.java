package org.tumen.analysis.search;

import java.util.List;

/** Evaluates points; the same point always to the same values. */
@FunctionalInterface
public interface PointEvaluator {
    /**
     * Evaluates the points of a generation.
     *
     * @param points the place of each lever, from 0 to 1
     * @return in their order
     * @throws InterruptedException when it was stopped
     */
    List<Evaluation> evaluate(List<double[]> points) throws InterruptedException;
}
