package org.tumen.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pastes of a factor: its interval widened on one side to take in a share of as many points as are inside, or one
 * value more of a categorical factor.
 *
 * @param share the share
 * @param categorical the categorical columns
 */
record Pastes(double share, Set<Integer> categorical) {

    /**
     * The wider restrictions.
     *
     * @param free the points that meet all other restrictions of the box
     */
    List<Restriction> of(LabelledPoints free, BoxScore current, int factor) {
        Restriction now = current.box().restrictions().get(factor);
        double[] values = Arrays.stream(free.points())
                .mapToDouble(p -> p[factor])
                .sorted()
                .toArray();
        List<Restriction> pastes = new ArrayList<>();
        if (categorical.contains(factor)) {
            Set<Double> allowed = now.allowed() == null ? Set.of() : now.allowed();
            Arrays.stream(values).distinct().filter(v -> !allowed.contains(v)).forEach(v -> {
                Set<Double> more = new TreeSet<>(allowed);
                more.add(v);
                pastes.add(Restriction.to(more));
            });
            return pastes;
        }
        int take = Math.max(1, (int) (share * current.inside()));
        double[] under = Arrays.stream(values).filter(v -> v < now.lower()).toArray();
        if (under.length > 0) {
            pastes.add(now.above(lowerLimit(under, take)));
        }
        double[] over = Arrays.stream(values).filter(v -> v > now.upper()).toArray();
        if (over.length > 0) {
            pastes.add(now.below(upperLimit(over, take)));
        }
        return pastes;
    }

    /** The limit that takes in the greatest values of those under the box, with their ties. */
    private static double lowerLimit(double[] under, int take) {
        int first = Math.max(0, under.length - take);
        while (first > 0 && under[first - 1] == under[first]) {
            first--;
        }
        return first == 0 ? Double.NEGATIVE_INFINITY : (under[first - 1] + under[first]) / 2;
    }

    private static double upperLimit(double[] over, int take) {
        int last = Math.min(over.length, take) - 1;
        while (last < over.length - 1 && over[last + 1] == over[last]) {
            last++;
        }
        return last == over.length - 1 ? Double.POSITIVE_INFINITY : (over[last] + over[last + 1]) / 2;
    }
}
