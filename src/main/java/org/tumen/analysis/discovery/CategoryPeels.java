package org.tumen.analysis.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The peels of a categorical factor: one value less. */
final class CategoryPeels {
    private CategoryPeels() {}

    static List<Restriction> of(double[] values) {
        Set<Double> present = new TreeSet<>();
        for (double value : values) {
            present.add(value);
        }
        List<Restriction> peels = new ArrayList<>();
        if (present.size() > 1) {
            for (double value : present) {
                Set<Double> rest = new TreeSet<>(present);
                rest.remove(value);
                peels.add(Restriction.to(rest));
            }
        }
        return peels;
    }
}
