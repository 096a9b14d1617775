package org.tumen.analysis.smooth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * An outcome as a sum of smooth functions of several columns and of products of pairs, fitted on all parts of the points
 * but one and read off in the part left out.
 *
 * <p>The additive part is a ridge regression on the smooth bases of all columns. How much each column is smoothed comes
 * from its own scores: the rough functions by {@link Smoothing}, the straight line by the factor (1 − σ²/(n·score²))⁺ of
 * empirical Bayes, so that columns that say nothing leave of themselves; the regression itself takes account of columns
 * that go together. {@link Pairs} adds products. This in place of a Gaussian process (whose cost grows with the cube of the
 * points) and of multivariate adaptive splines (whose search would have to be repeated in every part and permutation).
 */
public final class Surface {
    /** Functions of a column at most, and of all columns together. */
    private static final int MOST_OF_COLUMN = 6;

    private static final int MOST = 320;
    private static final double NOTHING = 0.02;

    private final List<Binned> columns;
    private final List<SmoothBasis> bases;
    private final List<Smoothing> smoothings = new ArrayList<>();
    private final Folds folds;
    private final int[] first;
    private final int terms;

    /** Mean products of functions, and means of functions, over all parts but one. */
    private final double[][][] grams;

    private final double[][] means;
    private final Pairs pairs;

    /** @param columns each of two bins or more */
    public Surface(List<Binned> columns, Folds folds) {
        this.columns = columns;
        this.folds = folds;
        bases = columns.stream()
                .map(c -> new SmoothBasis(
                        c,
                        new BSplines(c, BSplines.FEW_KNOTS),
                        Arrays.stream(c.counts()).asDoubleStream().toArray()))
                .toList();
        int most = Math.max(2, Math.min(MOST_OF_COLUMN, MOST / Math.max(1, columns.size())));
        first = new int[columns.size() + 1];
        for (int p = 0; p < columns.size(); p++) {
            int size = Math.min(most, bases.get(p).size());
            first[p + 1] = first[p] + size;
            smoothings.add(new Smoothing(Arrays.copyOf(bases.get(p).roughness, size)));
        }
        terms = first[columns.size()];
        grams = new double[folds.count()][terms][terms];
        means = new double[folds.count()][terms];
        multiply();
        pairs = new Pairs(columns, bases, folds);
    }

    /** Fills the products by part, then turns them into means over all other parts. */
    private void multiply() {
        double[] row = new double[terms];
        for (int i = 0; i < folds.points(); i++) {
            fill(row, i);
            int f = folds.of()[i];
            double[][] gram = grams[f];
            for (int a = 0; a < terms; a++) {
                double value = row[a];
                double[] target = gram[a];
                means[f][a] += value;
                for (int b = 0; b <= a; b++) {
                    target[b] += value * row[b];
                }
            }
        }
        double[][] totals = new double[terms][terms];
        double[] sums = new double[terms];
        for (int f = 0; f < folds.count(); f++) {
            for (int a = 0; a < terms; a++) {
                sums[a] += means[f][a];
                for (int b = 0; b <= a; b++) {
                    totals[a][b] += grams[f][a][b];
                }
            }
        }
        for (int f = 0; f < folds.count(); f++) {
            double n = folds.points() - folds.sizes()[f];
            for (int a = 0; a < terms; a++) {
                means[f][a] = (sums[a] - means[f][a]) / n;
            }
            for (int a = 0; a < terms; a++) {
                for (int b = 0; b <= a; b++) {
                    double centred = (totals[a][b] - grams[f][a][b]) / n - means[f][a] * means[f][b];
                    grams[f][a][b] = centred;
                    grams[f][b][a] = centred;
                }
            }
        }
    }

    private void fill(double[] row, int point) {
        for (int p = 0; p < columns.size(); p++) {
            int bin = columns.get(p).of()[point];
            for (int t = first[p]; t < first[p + 1]; t++) {
                row[t] = bases.get(p).inBins[t - first[p]][bin];
            }
        }
    }

    /**
     * The value that the fit without a point's part gives at the point.
     *
     * @param y the outcome; that of point i is {@code y[order[i]]}
     */
    public double[] heldOut(double[] y, int[] order) {
        return fitted(y, order, 0)[0];
    }

    /** The same, and at each point the value that the fit without the next part gives, which has seen the point. */
    public double[][] heldOutAndSeen(double[] y, int[] order) {
        return fitted(y, order, 0, 1);
    }

    /** @param after for each array, how many places after a point's part the part stands that its fit leaves out; 0 first */
    private double[][] fitted(double[] y, int[] order, int... after) {
        double[] values = new double[order.length];
        Arrays.setAll(values, i -> y[order[i]]);
        double[][] fitted = additive(values, after);
        pairs.add(values, fitted, after);
        return fitted;
    }

    private double[][] additive(double[] y, int[] after) {
        double[][] scores = scores(y);
        double[] trainedMeans = folds.meansOfOthers(y);
        double[] squares = folds.meansOfOthers(Arrays.stream(y).map(v -> v * v).toArray());
        double[][][] curves = new double[folds.count()][][];
        for (int f = 0; f < folds.count(); f++) {
            double n = folds.points() - folds.sizes()[f];
            double[] centred = new double[terms];
            for (int t = 0; t < terms; t++) {
                centred[t] = scores[f][t] / n - means[f][t] * trainedMeans[f];
            }
            double variance = squares[f] - trainedMeans[f] * trainedMeans[f];
            curves[f] = curves(f, solve(f, centred, ridges(centred, variance, n)));
        }
        double[][] fitted = new double[after.length][y.length];
        for (int a = 0; a < after.length; a++) {
            for (int i = 0; i < y.length; i++) {
                int by = folds.after(i, after[a]);
                double sum = trainedMeans[by];
                for (int p = 0; p < curves[by].length; p++) {
                    double[] curve = curves[by][p];
                    sum += curve.length == 0 ? 0 : curve[columns.get(p).of()[i]];
                }
                fitted[a][i] = sum;
            }
        }
        return fitted;
    }

    /** Sums of function times outcome over all parts but one. */
    private double[][] scores(double[] y) {
        int[] identity = java.util.stream.IntStream.range(0, y.length).toArray();
        double[][] own = new double[folds.count()][terms];
        double[] all = new double[terms];
        for (int p = 0; p < columns.size(); p++) {
            double[][] sums = columns.get(p).sums(y, identity, folds);
            for (int t = first[p]; t < first[p + 1]; t++) {
                double[] function = bases.get(p).inBins[t - first[p]];
                for (int f = 0; f < own.length; f++) {
                    own[f][t] = SmoothBasis.dot(function, sums[f]);
                    all[t] += own[f][t];
                }
            }
        }
        for (double[] row : own) {
            for (int t = 0; t < terms; t++) {
                row[t] = all[t] - row[t];
            }
        }
        return own;
    }

    /** The ridge of each function; infinite for one that is left out. */
    private double[] ridges(double[] scores, double variance, double n) {
        double[] ridges = new double[terms];
        for (int p = 0; p < columns.size(); p++) {
            double[] own = Arrays.copyOfRange(scores, first[p], first[p + 1]);
            double[] factors = smoothings.get(p).factors(own, variance, n).clone();
            double rest = variance - Arrays.stream(own).map(s -> s * s).sum();
            factors[0] = own[0] == 0 ? 0 : 1 - Math.max(0, rest) / (n * own[0] * own[0]);
            for (int t = first[p]; t < first[p + 1]; t++) {
                double factor = factors[t - first[p]];
                ridges[t] = factor > NOTHING ? 1 / factor - 1 : Double.POSITIVE_INFINITY;
            }
        }
        return ridges;
    }

    private double[] solve(int f, double[] scores, double[] ridges) {
        int[] kept = java.util.stream.IntStream.range(0, terms)
                .filter(t -> Double.isFinite(ridges[t]))
                .toArray();
        double[] all = new double[terms];
        if (kept.length > 0) {
            double[][] matrix = new double[kept.length][kept.length];
            double[] right = new double[kept.length];
            for (int a = 0; a < kept.length; a++) {
                right[a] = scores[kept[a]];
                for (int b = 0; b < kept.length; b++) {
                    matrix[a][b] = grams[f][kept[a]][kept[b]];
                }
                matrix[a][a] += ridges[kept[a]] + Pairs.RIDGE;
            }
            double[] found = solve(matrix, right);
            for (int a = 0; a < kept.length; a++) {
                all[kept[a]] = found[a];
            }
        }
        return all;
    }

    static double[] solve(double[][] matrix, double[] right) {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-14)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }

    /** The centred contribution of each column in each of its bins; empty where it has none. */
    private double[][] curves(int f, double[] weights) {
        double[][] curves = new double[columns.size()][];
        for (int p = 0; p < curves.length; p++) {
            int from = first[p];
            boolean any = Arrays.stream(weights, from, first[p + 1]).anyMatch(w -> w != 0);
            curves[p] = new double[any ? columns.get(p).bins() : 0];
            for (int t = from; any && t < first[p + 1]; t++) {
                double[] function = bases.get(p).inBins[t - from];
                for (int b = 0; b < curves[p].length; b++) {
                    curves[p][b] += weights[t] * (function[b] - means[f][t]);
                }
            }
        }
        return curves;
    }
}
