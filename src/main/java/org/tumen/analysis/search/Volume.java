package org.tumen.analysis.search;

import java.util.Arrays;
import java.util.List;
import org.moeaframework.core.Solution;
import org.moeaframework.core.indicator.Hypervolume;
import org.moeaframework.core.population.NondominatedPopulation;

/**
 * The hypervolume that fronts dominate, as a share of the box from an ideal to a reference point: E. Zitzler and L. Thiele,
 * "Multiobjective optimization using evolutionary algorithms — a comparative case study", PPSN V (1998) 292–301; computed by
 * the MOEA Framework. Less is better in every objective.
 *
 * @param ideal the best value of each objective; a share may not count what is better
 * @param reference what a point must be better than, in every objective, to count
 */
public record Volume(double[] ideal, double[] reference) {
    private static final double MARGIN = 0.1;

    /**
     * The box of a front: from the best value of each objective in it to the worst, and a tenth of the range beyond.
     *
     * @throws IllegalArgumentException without points
     */
    public static Volume of(List<double[]> front) {
        if (front.isEmpty()) {
            throw new IllegalArgumentException("a hypervolume needs a front to be compared with");
        }
        double[] ideal = Front.ends(front, Math::min);
        double[] reference = Front.ends(front, Math::max);
        for (int m = 0; m < ideal.length; m++) {
            double range = reference[m] - ideal[m];
            reference[m] += range > 0 ? MARGIN * range : Math.max(1e-9, Math.abs(ideal[m]) * MARGIN);
        }
        return new Volume(ideal, reference);
    }

    /** The share of the box that points dominate. */
    public double share(List<double[]> points) {
        if (points.isEmpty()) {
            return 0;
        }
        NondominatedPopulation population = new NondominatedPopulation();
        for (double[] p : points) {
            double[] inside = new double[p.length];
            Arrays.setAll(inside, m -> Math.max(ideal[m], p[m]));
            Solution solution = new Solution(0, p.length);
            solution.setObjectiveValues(inside);
            population.add(solution);
        }
        return new Hypervolume(new Points.Shape(0, ideal.length, 0), ideal, reference).evaluate(population);
    }
}
