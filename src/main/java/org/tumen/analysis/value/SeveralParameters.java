package org.tumen.analysis.value;

import java.util.Arrays;
import org.tumen.analysis.smooth.Folds;
import org.tumen.analysis.smooth.Surface;

/** Parameters drawn together as a learner: the surface over them chooses the arm in the part that was left out. */
record SeveralParameters(Surface surface, Folds folds) implements Learner {

    @Override
    public ValueOfKnowing.Gain[] gains(double[][] differences, int[] order, boolean errors) {
        double[][][] fitted = Arrays.stream(differences)
                .map(y -> errors ? surface.heldOutAndSeen(y, order) : new double[][] {surface.heldOut(y, order)})
                .toArray(double[][][]::new);
        double[][] dealt = Arrays.stream(differences)
                .map(y -> Arrays.stream(order).mapToDouble(i -> y[i]).toArray())
                .toArray(double[][]::new);
        return gains(dealt, fitted, folds);
    }

    /**
     * What deciding by fitted values gains.
     *
     * @param fitted by arm the values held out, and those seen, if these are wanted
     */
    static ValueOfKnowing.Gain[] gains(double[][] differences, double[][][] fitted, Folds folds) {
        double[][] means = Arrays.stream(differences).map(folds::meansOfOthers).toArray(double[][]::new);
        return Arrays.stream(Learner.choices(differences.length))
                .map(choice -> judged(choice, differences, fitted, means, folds))
                .toArray(ValueOfKnowing.Gain[]::new);
    }

    private static ValueOfKnowing.Gain judged(
            int[] choice, double[][] differences, double[][][] fitted, double[][] means, Folds folds) {
        int n = folds.points();
        double[] values = new double[differences.length];
        int[] standard = new int[folds.count()];
        for (int f = 0; f < standard.length; f++) {
            for (int k : choice) {
                values[k] = means[k][f];
            }
            standard[f] = Learner.best(choice, values);
        }
        int ofAll = Learner.bestOnAverage(choice, differences);
        double sum = 0;
        double squares = 0;
        double least = 0;
        double most = 0;
        int changed = 0;
        for (int i = 0; i < n; i++) {
            int usual = standard[folds.of()[i]];
            int rule = rule(choice, fitted, 0, i, values);
            double by = of(differences, rule, i);
            double without = of(differences, usual, i);
            sum += by - without;
            squares += (by - without) * (by - without);
            changed += rule == usual ? 0 : 1;
            least += by - of(differences, ofAll, i);
            if (fitted[0].length > 1) {
                most += of(differences, rule(choice, fitted, 1, i, values), i) - without;
            }
        }
        double mean = sum / n;
        double error = Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1));
        return new ValueOfKnowing.Gain(mean, least / n, most / n, error, changed);
    }

    private static int rule(int[] choice, double[][][] fitted, int which, int point, double[] values) {
        for (int k : choice) {
            values[k] = fitted[k][which][point];
        }
        return Learner.best(choice, values);
    }

    private static double of(double[][] differences, int arm, int point) {
        return arm < 0 ? 0 : differences[arm][point];
    }
}
