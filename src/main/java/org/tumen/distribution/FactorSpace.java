package org.tumen.distribution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The factors of a study, at least one, with different paths, in the order of the columns of its points. */
public record FactorSpace(List<Factor> factors) {
    /** @throws IllegalArgumentException when there is no factor, or a path appears twice */
    public FactorSpace {
        factors = List.copyOf(factors);
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("a study needs at least one factor");
        }
        Set<String> seen = new HashSet<>();
        for (Factor factor : factors) {
            if (!seen.add(factor.path())) {
                throw new IllegalArgumentException("the factor " + factor.path() + " is given twice");
            }
        }
    }

    public int size() {
        return factors.size();
    }

    /** The values at a point of the unit cube. */
    public double[] values(double[] unit) {
        if (unit.length != size()) {
            throw new IllegalArgumentException(
                    "a point has " + unit.length + " coordinates where there are " + size() + " factors");
        }
        double[] values = new double[unit.length];
        Arrays.setAll(values, j -> factors.get(j).distribution().quantile(unit[j]));
        return values;
    }

    /** The values at the points of a design. */
    public double[][] values(double[][] units) {
        return Arrays.stream(units).map(this::values).toArray(double[][]::new);
    }
}
