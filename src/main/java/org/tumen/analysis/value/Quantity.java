package org.tumen.analysis.value;

import java.util.List;

/**
 * Something uncertain that can be known as a whole: a parameter, or several drawn together, such as a row of a posterior.
 *
 * @param key its path in the scenario
 * @param label its name in texts
 * @param columns the values drawn, a column a parameter; all columns as long; not copied, not to be changed
 */
public record Quantity(String key, String label, List<double[]> columns) {
    /** @throws IllegalArgumentException without a column, with columns of different lengths or values that are not finite */
    public Quantity {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(key + " has no column of drawn values");
        }
        for (double[] column : columns) {
            if (column.length != columns.get(0).length) {
                throw new IllegalArgumentException("the columns of " + key + " differ in length");
            }
            for (double value : column) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(key + " holds the value " + value + ", which is not finite");
                }
            }
        }
    }

    /** A single parameter. */
    public static Quantity parameter(String key, String label, double[] values) {
        return new Quantity(key, label, List.of(values));
    }

    /** Whether several parameters are drawn together. */
    public boolean group() {
        return columns.size() > 1;
    }

    int size() {
        return columns.get(0).length;
    }
}
