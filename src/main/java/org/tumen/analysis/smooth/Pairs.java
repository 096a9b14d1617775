package org.tumen.analysis.smooth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Products of pairs of columns in what an additive fit leaves. All products of the straight lines of two columns, and of
 * lines with the smoothest bent functions where the columns are few, are screened; those whose correlation with the rest
 * passes √(2 log m) standard errors, m products being screened (the universal threshold of D. L. Donoho, I. M. Johnstone,
 * Biometrika 81 (1994) 425–455), are fitted together. Screening and fit leave the part out that is judged; only the
 * additive fit that made the rest has seen it, which moves the screening by a share of functions over points.
 */
final class Pairs {
    /** Keeps matrices of nearly dependent functions solvable. */
    static final double RIDGE = 1e-8;

    private static final int FEW_COLUMNS = 12;
    private static final int MOST_CHOSEN = 24;

    private final List<Binned> columns;
    private final Folds folds;
    private final List<double[]> functions = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<int[]> products = new ArrayList<>();

    Pairs(List<Binned> columns, List<SmoothBasis> bases, Folds folds) {
        this.columns = columns;
        this.folds = folds;
        int each = columns.size() <= FEW_COLUMNS ? 2 : 1;
        for (int p = 0; p < columns.size(); p++) {
            for (int j = 0; j < Math.min(each, bases.get(p).size()); j++) {
                functions.add(bases.get(p).inBins[j]);
                owners.add(p);
            }
        }
        for (int a = 0; a < owners.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (!owners.get(a).equals(owners.get(b))) {
                    products.add(new int[] {a, b});
                }
            }
        }
    }

    /**
     * Adds to each point's fitted values what the products chosen and fitted without a part give.
     *
     * @param fitted values of the additive fits
     * @param after for each of them, how many places after a point's part the part stands that is left out; 0 first
     */
    void add(double[] y, double[][] fitted, int[] after) {
        if (products.isEmpty()) {
            return;
        }
        double[] rest = new double[y.length];
        Arrays.setAll(rest, i -> y[i] - fitted[0][i]);
        double[][] scores = scores(rest);
        double[] restSquares =
                folds.meansOfOthers(Arrays.stream(rest).map(v -> v * v).toArray());
        for (int f = 0; f < folds.count(); f++) {
            int[] chosen = chosen(scores[f], restSquares[f], folds.points() - folds.sizes()[f]);
            if (chosen.length > 0) {
                addPart(f, chosen, rest, fitted, after);
            }
        }
    }

    /** Means of product times rest over all parts but one. */
    private double[][] scores(double[] rest) {
        int size = functions.size();
        double[][][] own = new double[folds.count()][size][size];
        double[] u = new double[size];
        for (int i = 0; i < rest.length; i++) {
            fill(u, i);
            double[][] mine = own[folds.of()[i]];
            for (int a = 1; a < size; a++) {
                double left = rest[i] * u[a];
                double[] target = mine[a];
                for (int b = 0; b < a; b++) {
                    target[b] += left * u[b];
                }
            }
        }
        double[][] scores = new double[folds.count()][products.size()];
        for (int m = 0; m < products.size(); m++) {
            int[] pair = products.get(m);
            double all = 0;
            for (double[][] mine : own) {
                all += mine[pair[0]][pair[1]];
            }
            for (int f = 0; f < scores.length; f++) {
                scores[f][m] = (all - own[f][pair[0]][pair[1]]) / (rest.length - folds.sizes()[f]);
            }
        }
        return scores;
    }

    private void fill(double[] u, int point) {
        for (int a = 0; a < u.length; a++) {
            u[a] = functions.get(a)[columns.get(owners.get(a)).of()[point]];
        }
    }

    private int[] chosen(double[] scores, double variance, double n) {
        double threshold = Math.sqrt(2 * Math.log(Math.max(2, products.size())) * variance / n);
        return java.util.stream.IntStream.range(0, scores.length)
                .filter(m -> Math.abs(scores[m]) > threshold)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(scores[b]), Math.abs(scores[a])))
                .limit(MOST_CHOSEN)
                .mapToInt(m -> m)
                .toArray();
    }

    private void addPart(int f, int[] chosen, double[] rest, double[][] fitted, int[] after) {
        int size = chosen.length + 1;
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        double[] row = new double[size];
        for (int i = 0; i < rest.length; i++) {
            if (folds.of()[i] != f) {
                products(chosen, i, row);
                for (int a = 0; a < size; a++) {
                    right[a] += row[a] * rest[i];
                    for (int b = 0; b <= a; b++) {
                        matrix[a][b] += row[a] * row[b];
                        matrix[b][a] = matrix[a][b];
                    }
                }
            }
        }
        for (int a = 0; a < size; a++) {
            matrix[a][a] += RIDGE * rest.length;
        }
        double[] weights = Surface.solve(matrix, right);
        for (int a = 0; a < after.length; a++) {
            for (int i = 0; i < rest.length; i++) {
                if (folds.after(i, after[a]) == f) {
                    products(chosen, i, row);
                    fitted[a][i] += SmoothBasis.dot(weights, row);
                }
            }
        }
    }

    /** The constant and the chosen products at a point. */
    private void products(int[] chosen, int point, double[] row) {
        row[0] = 1;
        for (int c = 0; c < chosen.length; c++) {
            int[] pair = products.get(chosen[c]);
            row[c + 1] = value(pair[0], point) * value(pair[1], point);
        }
    }

    private double value(int function, int point) {
        return functions.get(function)[columns.get(owners.get(function)).of()[point]];
    }
}
