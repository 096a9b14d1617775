package org.tumen.analysis.discovery;

import org.jspecify.annotations.Nullable;

/**
 * A node of a classification tree.
 *
 * @param points points at the node
 * @param cases points of interest at the node
 * @param split the question asked of the points, or null at a leaf
 */
public record TreeNode(int points, int cases, @Nullable Split split) {
    /**
     * A question about one factor.
     *
     * @param yes the restriction that sends a point to the first branch
     * @param no the restriction that sends a point to the second
     * @param first the first branch
     * @param second the second branch
     */
    public record Split(int factor, Restriction yes, Restriction no, TreeNode first, TreeNode second) {}

    /** The share of points of interest. */
    public double rate() {
        return (double) cases / points;
    }

    /** The rate of the node that a point reaches after at most so many questions. */
    double predict(double[] point, int depth) {
        if (split == null || depth == 0) {
            return rate();
        }
        TreeNode next = split.yes().contains(point[split.factor()]) ? split.first() : split.second();
        return next.predict(point, depth - 1);
    }

    /** The tree cut at a depth. */
    TreeNode cut(int depth) {
        if (split == null || depth == 0) {
            return new TreeNode(points, cases, null);
        }
        return new TreeNode(
                points,
                cases,
                new Split(
                        split.factor(),
                        split.yes(),
                        split.no(),
                        split.first().cut(depth - 1),
                        split.second().cut(depth - 1)));
    }
}
