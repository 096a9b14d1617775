package org.tumen.analysis.value;

import java.util.Arrays;
import org.tumen.analysis.smooth.BSplines;
import org.tumen.analysis.smooth.Binned;
import org.tumen.analysis.smooth.Folds;
import org.tumen.analysis.smooth.SmoothBasis;
import org.tumen.analysis.smooth.Smoothing;

/**
 * A single parameter as a learner: penalised splines of the differences (see {@link SmoothBasis}, {@link Smoothing}),
 * fitted on all parts but one, choose the arm in the part left out. All from sums by part and bin.
 */
final class OneParameter implements Learner {
    private final Binned column;
    private final Folds folds;
    private final SmoothBasis[] bases;
    private final Smoothing[] smoothings;
    private final double[][] counts;

    /** @param column two bins or more */
    OneParameter(Binned column, Folds folds) {
        this.column = column;
        this.folds = folds;
        counts = column.countsBy(folds);
        BSplines splines = new BSplines(column, BSplines.FEW_KNOTS);
        bases = new SmoothBasis[folds.count()];
        smoothings = new Smoothing[folds.count()];
        for (int f = 0; f < bases.length; f++) {
            double[] others = new double[column.bins()];
            for (int b = 0; b < others.length; b++) {
                others[b] = column.counts()[b] - counts[f][b];
            }
            bases[f] = new SmoothBasis(column, splines, others);
            smoothings[f] = new Smoothing(bases[f].roughness);
        }
    }

    @Override
    public ValueOfKnowing.Gain[] gains(double[][] differences, int[] order, boolean errors) {
        int arms = differences.length;
        double[][][] sums = new double[arms][][];
        double[][][] squares = new double[arms][][];
        double[][][] fitted = new double[arms][][];
        double[][] means = new double[arms][];
        for (int k = 0; k < arms; k++) {
            sums[k] = column.sums(differences[k], order, folds);
            fitted[k] = new double[folds.count()][];
            means[k] = new double[folds.count()];
            double[] squaresBy = squares(differences[k], order);
            for (int f = 0; f < folds.count(); f++) {
                fitted[k][f] = fit(f, sums[k], squaresBy, means[k]);
            }
        }
        return Arrays.stream(Learner.choices(arms))
                .map(choice -> judged(choice, differences, order, errors, sums, fitted, means))
                .toArray(ValueOfKnowing.Gain[]::new);
    }

    /** Sums of squares by part. */
    private double[] squares(double[] y, int[] order) {
        double[] squares = new double[folds.count()];
        for (int i = 0; i < order.length; i++) {
            double value = y[order[i]];
            squares[folds.of()[i]] += value * value;
        }
        return squares;
    }

    /** The fitted difference in each bin, from all parts but one; keeps their mean. */
    private double[] fit(int left, double[][] sums, double[] squares, double[] means) {
        int bins = column.bins();
        double n = folds.points() - folds.sizes()[left];
        double[] others = new double[bins];
        double square = 0;
        double total = 0;
        for (int f = 0; f < sums.length; f++) {
            if (f != left) {
                square += squares[f];
                for (int b = 0; b < bins; b++) {
                    others[b] += sums[f][b];
                }
            }
        }
        for (double sum : others) {
            total += sum;
        }
        double mean = total / n;
        SmoothBasis basis = bases[left];
        double[] scores = new double[basis.size()];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = SmoothBasis.dot(basis.inBins[j], others) / n;
        }
        double[] factors = smoothings[left].factors(scores, square / n - mean * mean, n);
        double[] fitted = new double[bins];
        Arrays.fill(fitted, mean);
        for (int j = 0; j < scores.length; j++) {
            double weight = scores[j] * factors[j];
            for (int b = 0; b < bins; b++) {
                fitted[b] += weight * basis.inBins[j][b];
            }
        }
        means[left] = mean;
        return fitted;
    }

    private ValueOfKnowing.Gain judged(
            int[] choice,
            double[][] differences,
            int[] order,
            boolean errors,
            double[][][] sums,
            double[][][] fitted,
            double[][] means) {
        int[] standard = new int[folds.count()];
        int[][] rules = new int[folds.count()][column.bins()];
        double[] values = new double[differences.length];
        for (int f = 0; f < standard.length; f++) {
            for (int k : choice) {
                values[k] = means[k][f];
            }
            standard[f] = Learner.best(choice, values);
            for (int b = 0; b < column.bins(); b++) {
                for (int k : choice) {
                    values[k] = fitted[k][f][b];
                }
                rules[f][b] = Learner.best(choice, values);
            }
        }
        double value = gain(sums, rules, standard, 0);
        return errors
                ? judged(value, choice, differences, order, sums, rules, standard)
                : ValueOfKnowing.Gain.of(value);
    }

    /** The mean gain where each part is decided by the rule that was learnt without the part so many places after it. */
    private double gain(double[][][] sums, int[][] rules, int[] standard, int after) {
        double gain = 0;
        for (int f = 0; f < standard.length; f++) {
            int[] rule = rules[(f + after) % standard.length];
            for (int b = 0; b < column.bins(); b++) {
                gain += sum(sums, rule[b], f, b) - sum(sums, standard[f], f, b);
            }
        }
        return gain / folds.points();
    }

    private static double sum(double[][][] sums, int arm, int fold, int bin) {
        return arm < 0 ? 0 : sums[arm][fold][bin];
    }

    private ValueOfKnowing.Gain judged(
            double value,
            int[] choice,
            double[][] differences,
            int[] order,
            double[][][] sums,
            int[][] rules,
            int[] standard) {
        double squares = 0;
        int changed = 0;
        for (int i = 0; i < order.length; i++) {
            int f = folds.of()[i];
            int rule = rules[f][column.of()[i]];
            if (rule != standard[f]) {
                double change = (rule < 0 ? 0 : differences[rule][order[i]])
                        - (standard[f] < 0 ? 0 : differences[standard[f]][order[i]]);
                squares += change * change;
                changed++;
            }
        }
        int[] ofAll = new int[standard.length];
        Arrays.fill(ofAll, Learner.bestOnAverage(choice, differences));
        double n = order.length;
        return new ValueOfKnowing.Gain(
                value,
                gain(sums, rules, ofAll, 0),
                gain(sums, rules, standard, 1),
                Math.sqrt(Math.max(0, squares / n - value * value) / (n - 1)),
                changed);
    }
}
