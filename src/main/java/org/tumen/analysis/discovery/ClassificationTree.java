package org.tumen.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.draw.DrawSequence;

/**
 * A classification tree whose depth is chosen by cross-validation.
 *
 * <p>Source: L. Breiman, J. H. Friedman, R. A. Olshen, C. J. Stone, Classification and Regression Trees, 1984: Gini
 * impurity, splits half-way between values, the one-standard-error rule. Deviations:
 * the size is the depth and not the path of cost-complexity pruning, as a reader counts questions; the error that is
 * cross-validated is the Brier score, as cases may be too rare for a majority anywhere.
 *
 * @param root the tree
 * @param factors how many factors
 */
public record ClassificationTree(TreeNode root, int depth, int factors) {

    /**
     * Grows and cuts a tree.
     *
     * @throws IllegalArgumentException when there are fewer points than folds
     */
    public static ClassificationTree grow(LabelledPoints data, TreeSettings settings) {
        if (data.size() < settings.folds()) {
            throw new IllegalArgumentException(
                    "cross-validation in " + settings.folds() + " folds needs as many points, not " + data.size());
        }
        double[][] errors = crossValidate(data, settings);
        double[] scores = Arrays.stream(errors).mapToDouble(StatUtils::mean).toArray();
        int best = IntStream.range(0, scores.length)
                .boxed()
                .min(Comparator.comparingDouble(d -> scores[d]))
                .orElseThrow();
        double allowed = scores[best] + Math.sqrt(StatUtils.variance(errors[best]) / data.size());
        int depth = 0;
        while (scores[depth] > allowed) {
            depth++;
        }
        int[] all = IntStream.range(0, data.size()).toArray();
        TreeNode root = new TreeGrower(data, settings.leastLeaf())
                .grow(all, settings.deepest())
                .cut(depth);
        return new ClassificationTree(root, depth, data.factors().size());
    }

    /** The squared error of every point, predicted from the other folds, at every depth. */
    static double[][] crossValidate(LabelledPoints data, TreeSettings settings) {
        int n = data.size();
        int[] order = new DrawSequence(settings.seed(), "folds").permutation(n);
        double[][] errors = new double[settings.deepest() + 1][n];
        for (int fold = 0; fold < settings.folds(); fold++) {
            int current = fold;
            int[] others = IntStream.range(0, n)
                    .filter(i -> order[i] % settings.folds() != current)
                    .toArray();
            TreeNode tree = new TreeGrower(data, settings.leastLeaf()).grow(others, settings.deepest());
            for (int i = 0; i < n; i++) {
                for (int d = 0; order[i] % settings.folds() == fold && d <= settings.deepest(); d++) {
                    double error = (data.interesting()[i] ? 1 : 0) - tree.predict(data.points()[i], d);
                    errors[d][i] = error * error;
                }
            }
        }
        return errors;
    }

    /** The leaves as boxes with their scores on the points that the tree was grown on, densest first. */
    public List<BoxScore> leaves() {
        List<BoxScore> leaves = new ArrayList<>();
        collect(root, Box.whole(factors), leaves);
        leaves.sort(Comparator.comparingDouble(BoxScore::density).reversed());
        return leaves;
    }

    private void collect(TreeNode node, Box box, List<BoxScore> leaves) {
        TreeNode.Split split = node.split();
        if (split == null) {
            leaves.add(new BoxScore(box, node.points(), node.cases(), root.points(), root.cases()));
            return;
        }
        Restriction now = box.restrictions().get(split.factor());
        collect(split.first(), box.with(split.factor(), now.and(split.yes())), leaves);
        collect(split.second(), box.with(split.factor(), now.and(split.no())), leaves);
    }
}
