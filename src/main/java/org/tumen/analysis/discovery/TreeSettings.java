package org.tumen.analysis.discovery;

/**
 * How a classification tree is grown.
 *
 * @param deepest the greatest depth tried, 1 to 12
 * @param leastLeaf the least points in a leaf, 1 or more
 * @param folds the folds of cross-validation that choose the depth, 2 or more
 * @param seed the seed that deals the points to the folds
 */
public record TreeSettings(int deepest, int leastLeaf, int folds, long seed) {
    /** @throws IllegalArgumentException when a number is out of range */
    public TreeSettings {
        if (deepest < 1 || deepest > 12 || leastLeaf < 1 || folds < 2) {
            throw new IllegalArgumentException("a tree has depth 1 to 12, leaves of 1 point or more, 2 folds or more; "
                    + "given were " + deepest + ", " + leastLeaf + " and " + folds);
        }
    }
}
