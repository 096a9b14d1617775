package org.tumen.analysis.comparison;

import java.util.EnumMap;
import java.util.Map;
import org.tumen.outcome.Outcome;

/**
 * The results of one arm.
 *
 * @param name its name
 * @param columns its outcomes, each a value a run in the order of the runs' numbers; not copied, not to be changed
 */
public record Arm(String name, Map<Outcome, double[]> columns) {
    /** @throws IllegalArgumentException when there is no column or columns differ in length */
    public Arm {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the arm \"" + name + "\" has no outcomes");
        }
        if (columns.values().stream().mapToInt(c -> c.length).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "the outcomes of the arm \"" + name + "\" differ in their number of runs");
        }
        columns = new EnumMap<>(columns);
    }

    /** The number of runs. */
    public int runs() {
        return columns.values().iterator().next().length;
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
