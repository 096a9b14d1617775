package org.tumen.analysis.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;

/** Points that no other dominates: none is at least as good in every objective and better in one. Less is better. */
public final class Front {
    private Front() {}

    public static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int m = 0; m < one.length; m++) {
            if (one[m] > other[m]) {
                return false;
            }
            better |= one[m] < other[m];
        }
        return better;
    }

    /** The indices of points that none dominates, of equal ones the first, in their order. */
    public static List<Integer> of(List<double[]> points) {
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            boolean beaten = front.stream()
                    .anyMatch(j -> dominates(points.get(j), point) || Arrays.equals(points.get(j), point));
            if (!beaten) {
                front.removeIf(j -> dominates(point, points.get(j)));
                front.add(i);
            }
        }
        return front;
    }

    /**
     * At most so many points, spread over the front: as long as there are too many, of the two nearest points the one whose
     * next neighbour is nearer is left out; the best of each objective stays. Distances are in the ranges of the objectives.
     *
     * @return indices in ascending order
     */
    public static List<Integer> thinned(List<double[]> points, int most) {
        List<Integer> kept = IntStream.range(0, points.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        List<double[]> scaled = scaled(points);
        List<Integer> best = IntStream.range(0, points.isEmpty() ? 0 : points.get(0).length)
                .mapToObj(m -> best(points, m))
                .toList();
        while (kept.size() > most && kept.size() > best.size()) {
            int crowded = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i : kept) {
                double near = best.contains(i) ? Double.POSITIVE_INFINITY : crowding(scaled, kept, i);
                if (near < least) {
                    least = near;
                    crowded = i;
                }
            }
            if (crowded < 0) {
                break;
            }
            kept.remove(Integer.valueOf(crowded));
        }
        return kept;
    }

    /** The distance to the nearest point, and a little of that to the next, which decides between the two of a pair. */
    private static double crowding(List<double[]> scaled, List<Integer> kept, int i) {
        double nearest = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        for (int j : kept) {
            if (j != i) {
                double d = MathArrays.distance(scaled.get(i), scaled.get(j));
                if (d < nearest) {
                    next = nearest;
                    nearest = d;
                } else if (d < next) {
                    next = d;
                }
            }
        }
        return nearest + (Double.isFinite(next) ? 1e-6 * next : 0);
    }

    /** The index of the point that is best in an objective; of equal ones that which is better in the others together. */
    public static int best(List<double[]> points, int objective) {
        List<double[]> scaled = scaled(points);
        int best = 0;
        for (int i = 1; i < points.size(); i++) {
            int order = Double.compare(points.get(i)[objective], points.get(best)[objective]);
            if (order < 0 || (order == 0 && sum(scaled.get(i)) < sum(scaled.get(best)))) {
                best = i;
            }
        }
        return best;
    }

    /** The knee: the point nearest to the ideal point, distances in the ranges of the objectives. */
    public static int knee(List<double[]> points) {
        List<double[]> scaled = scaled(points);
        double[] ideal = new double[points.get(0).length];
        List<Double> distances =
                scaled.stream().map(p -> MathArrays.distance(p, ideal)).toList();
        return distances.indexOf(Collections.min(distances));
    }

    /** Each objective from 0, its best value among the points, to 1, its worst; 0 throughout where all are equal. */
    public static List<double[]> scaled(List<double[]> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        double[] low = ends(points, Math::min);
        double[] high = ends(points, Math::max);
        List<double[]> scaled = new ArrayList<>();
        for (double[] p : points) {
            double[] q = new double[p.length];
            Arrays.setAll(q, m -> high[m] > low[m] ? (p[m] - low[m]) / (high[m] - low[m]) : 0);
            scaled.add(q);
        }
        return scaled;
    }

    /** The least or the greatest of each objective among points. */
    static double[] ends(List<double[]> points, DoubleBinaryOperator end) {
        double[] ends = new double[points.get(0).length];
        Arrays.setAll(
                ends, m -> points.stream().mapToDouble(p -> p[m]).reduce(end).orElseThrow());
        return ends;
    }

    private static double sum(double[] p) {
        return Arrays.stream(p).sum();
    }
}
