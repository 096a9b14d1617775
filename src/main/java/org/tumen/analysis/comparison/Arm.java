package org.tumen.analysis.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.Clusters;
import org.tumen.outcome.Outcome;

/**
 * The results of one arm.
 *
 * @param columns its outcomes, each a value a run in the order of the runs' numbers; not copied, not to be changed
 * @param clusters which runs share a point of the drawn parameters
 */
public record Arm(String name, Map<Outcome, double[]> columns, Clusters clusters) {
    /** @throws IllegalArgumentException when there is no column or columns differ in length */
    public Arm {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the arm \"" + name + "\" has no outcomes");
        }
        int runs = clusters.runs();
        if (columns.values().stream().anyMatch(c -> c.length != runs)) {
            throw new IllegalArgumentException(
                    "the outcomes of the arm \"" + name + "\" differ in their number of runs");
        }
        columns = new EnumMap<>(columns);
    }

    /** An arm of which every run has a point of its own. */
    public Arm(String name, Map<Outcome, double[]> columns) {
        this(
                name,
                columns,
                Clusters.single(columns.values().stream()
                        .mapToInt(c -> c.length)
                        .findFirst()
                        .orElse(0)));
    }

    public int runs() {
        return clusters.runs();
    }

    /**
     * The clusters of the runs that all of some arms have. An arm of which every run has a point of its own takes those of
     * the others.
     *
     * @throws IllegalArgumentException when arms share points in different numbers of runs, so that neither's clusters are
     *     independent of each other
     */
    public static Clusters clusters(List<Arm> arms) {
        int runs = arms.stream().mapToInt(Arm::runs).min().orElse(0);
        Clusters found = Clusters.single(runs);
        for (Arm arm : arms) {
            Clusters own = arm.clusters.first(runs);
            if (!own.areSingle() && !found.areSingle() && !own.equals(found)) {
                throw new IllegalArgumentException("the runs of " + arm.name
                        + " share points of the parameters in another number than those of other arms, so that they"
                        + " cannot be compared");
            }
            found = own.areSingle() ? found : own;
        }
        return found;
    }

    /**
     * The column of an outcome.
     *
     * @throws IllegalArgumentException when the arm does not have it
     */
    public double[] column(Outcome outcome) {
        double[] column = columns.get(outcome);
        if (column == null) {
            throw new IllegalArgumentException("the arm \"" + name + "\" has no outcome " + outcome.key());
        }
        return column;
    }
}
