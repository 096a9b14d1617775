package org.tumen.analysis.value;

import java.util.Arrays;
import org.tumen.analysis.smooth.Folds;
import org.tumen.analysis.smooth.Surface;

/** Parameters drawn together as a learner: the surface over them chooses the arm in the part that was left out. */
record SeveralParameters(Surface surface, Folds folds) implements Learner {

    @Override
    public Gain[] gains(double[][] differences, int[] order, boolean errors) {
        double[][] fitted =
                Arrays.stream(differences).map(y -> surface.heldOut(y, order)).toArray(double[][]::new);
        double[][] dealt = Arrays.stream(differences)
                .map(y -> Arrays.stream(order).mapToDouble(i -> y[i]).toArray())
                .toArray(double[][]::new);
        return gains(dealt, fitted, folds);
    }

    /** What deciding by held-out fitted values gains. */
    static Gain[] gains(double[][] differences, double[][] fitted, Folds folds) {
        double[][] means = Arrays.stream(differences).map(folds::meansOfOthers).toArray(double[][]::new);
        return Arrays.stream(Learner.choices(differences.length))
                .map(choice -> judged(choice, differences, fitted, means, folds))
                .toArray(Gain[]::new);
    }

    private static Gain judged(int[] choice, double[][] differences, double[][] fitted, double[][] means, Folds folds) {
        int n = folds.points();
        double[] values = new double[differences.length];
        int[] standard = new int[folds.count()];
        for (int f = 0; f < standard.length; f++) {
            for (int k : choice) {
                values[k] = means[k][f];
            }
            standard[f] = Learner.best(choice, values);
        }
        double sum = 0;
        double squares = 0;
        int changed = 0;
        for (int i = 0; i < n; i++) {
            for (int k : choice) {
                values[k] = fitted[k][i];
            }
            int rule = Learner.best(choice, values);
            int usual = standard[folds.of()[i]];
            double change = (rule < 0 ? 0 : differences[rule][i]) - (usual < 0 ? 0 : differences[usual][i]);
            sum += change;
            squares += change * change;
            changed += rule == usual ? 0 : 1;
        }
        double mean = sum / n;
        return new Gain(mean, Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1)), changed);
    }
}
