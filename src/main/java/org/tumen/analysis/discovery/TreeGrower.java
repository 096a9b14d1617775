package org.tumen.analysis.discovery;

import java.util.Arrays;
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
        double[] ranks = Arrays.stream(rows)
                .mapToDouble(i -> data.points()[i][factor])
                .distinct()
                .sorted()
                .toArray();
        int[] counts = new int[ranks.length];
        int[] hits = new int[ranks.length];
        for (int i : rows) {
            int r = Arrays.binarySearch(ranks, data.points()[i][factor]);
            counts[r]++;
            hits[r] += data.interesting()[i] ? 1 : 0;
        }
        Candidate best = null;
        double least = impurity(rows.length, cases) - 1e-12;
        int below = 0;
        int hitsBelow = 0;
        for (int r = 0; r < ranks.length - 1; r++) {
            below += counts[r];
            hitsBelow += hits[r];
            double left = impurity(below, hitsBelow) + impurity(rows.length - below, cases - hitsBelow);
            if (below >= leastLeaf && rows.length - below >= leastLeaf && left < least - 1e-12) {
                least = left;
                double threshold = (ranks[r] + ranks[r + 1]) / 2;
                best = new Candidate(
                        factor, Restriction.NONE.below(threshold), Restriction.NONE.above(threshold), left);
            }
        }
        return best;
    }

    private int cases(int[] rows) {
        return (int) IntStream.of(rows).filter(i -> data.interesting()[i]).count();
    }

    private static double impurity(int points, int cases) {
        return points == 0 ? 0 : 2.0 * cases * (points - cases) / points;
    }
}
