package org.tumen.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Grows a tree by the greatest fall of Gini impurity; of equal splits the earlier factor and lower threshold wins. */
record TreeGrower(LabelledPoints data, int leastLeaf) {

    TreeNode grow(int[] rows, int depth) {
        int cases = cases(rows);
        if (depth == 0 || cases == 0 || cases == rows.length) {
            return new TreeNode(rows.length, cases, null);
        }
        Candidate best = null;
        for (int j = 0; j < data.factors().size(); j++) {
            Candidate candidate = best(rows, cases, j);
            if (candidate != null && (best == null || candidate.impurity < best.impurity - 1e-12)) {
                best = candidate;
            }
        }
        if (best == null) {
            return new TreeNode(rows.length, cases, null);
        }
        Candidate chosen = best;
        int[] first = Arrays.stream(rows)
                .filter(i -> chosen.yes.contains(data.points()[i][chosen.factor]))
                .toArray();
        int[] second = Arrays.stream(rows)
                .filter(i -> !chosen.yes.contains(data.points()[i][chosen.factor]))
                .toArray();
        TreeNode.Split split = new TreeNode.Split(
                chosen.factor, chosen.yes, chosen.no, grow(first, depth - 1), grow(second, depth - 1));
        return new TreeNode(rows.length, cases, split);
    }

    /** A split with the impurity, Σ 2 n p (1 − p) over its branches, that it leaves. */
    private record Candidate(int factor, Restriction yes, Restriction no, double impurity) {}

    private @Nullable Candidate best(int[] rows, int cases, int factor) {
        List<Double> ranks = ranks(rows, factor);
        Map<Double, Integer> place = new TreeMap<>();
        for (int r = 0; r < ranks.size(); r++) {
            place.put(ranks.get(r), r);
        }
        int[] counts = new int[ranks.size()];
        int[] hits = new int[ranks.size()];
        for (int i : rows) {
            int r = place.getOrDefault(data.points()[i][factor], 0);
            counts[r]++;
            hits[r] += data.interesting()[i] ? 1 : 0;
        }
        Candidate best = null;
        double least = impurity(rows.length, cases) - 1e-12;
        int below = 0;
        int hitsBelow = 0;
        for (int r = 0; r < ranks.size() - 1; r++) {
            below += counts[r];
            hitsBelow += hits[r];
            double left = impurity(below, hitsBelow) + impurity(rows.length - below, cases - hitsBelow);
            if (below >= leastLeaf && rows.length - below >= leastLeaf && left < least - 1e-12) {
                least = left;
                best = candidate(factor, ranks, r, left);
            }
        }
        return best;
    }

    /** The values of a factor in order; those of a categorical one by their rate of cases, which is enough (CART). */
    private List<Double> ranks(int[] rows, int factor) {
        List<Double> values = new ArrayList<>(new TreeSet<>(
                Arrays.stream(rows).mapToObj(i -> data.points()[i][factor]).toList()));
        if (data.categorical().contains(factor)) {
            Map<Double, Double> rates = new TreeMap<>();
            for (double value : values) {
                int[] same = Arrays.stream(rows)
                        .filter(i -> data.points()[i][factor] == value)
                        .toArray();
                rates.put(value, (double) cases(same) / same.length);
            }
            values.sort(Comparator.comparing((Double v) -> rates.getOrDefault(v, 0.0))
                    .thenComparing(Comparator.naturalOrder()));
        }
        return values;
    }

    private Candidate candidate(int factor, List<Double> ranks, int last, double impurity) {
        if (data.categorical().contains(factor)) {
            return new Candidate(
                    factor,
                    Restriction.to(Set.copyOf(ranks.subList(0, last + 1))),
                    Restriction.to(Set.copyOf(ranks.subList(last + 1, ranks.size()))),
                    impurity);
        }
        double threshold = (ranks.get(last) + ranks.get(last + 1)) / 2;
        return new Candidate(factor, Restriction.NONE.below(threshold), Restriction.NONE.above(threshold), impurity);
    }

    private int cases(int[] rows) {
        return (int) IntStream.of(rows).filter(i -> data.interesting()[i]).count();
    }

    private static double impurity(int points, int cases) {
        return points == 0 ? 0 : 2.0 * cases * (points - cases) / points;
    }
}
