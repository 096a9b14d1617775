package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Differences of quantiles, arm minus baseline, with bands that hold for all of them at once.
 *
 * <p>Quantiles are the inverse of the empirical distribution (type 1 of R. J. Hyndman and Y. Fan, Amer. Statist. 50 (1996)
 * 361–365), so that a quantile of counts is a count. Bands: sup-t (J. L. Montiel Olea and M. Plagborg-Møller,
 * "Simultaneous confidence bands", J. Appl. Econometrics 34 (2019) 1–17) by resampling pairs: difference ± c · se, se
 * being the standard deviation of the resampled difference and c the quantile of max |Δ* − Δ| / se over the
 * probabilities. For outcomes of few values a quantile may not move in any resample; its band is then a point, which says
 * that the step lies elsewhere and not that the distribution is known exactly.
 *
 * @param level confidence of the bands together
 * @param criticalValue the multiple c of the standard errors; 0 when no quantile moved
 * @param differences by ascending probability
 */
public record QuantileDifferences(double level, double criticalValue, List<QuantileDifference> differences) {
    private static final double[] PROBABILITIES = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    /**
     * One quantile.
     *
     * @param probability of the quantile
     * @param baseline quantile of the baseline
     * @param arm quantile of the arm
     * @param difference arm minus baseline
     * @param band simultaneous over all probabilities
     */
    public record QuantileDifference(
            double probability, double baseline, double arm, double difference, Interval band) {}

    /** Keeps its own copy of the list. */
    public QuantileDifferences {
        differences = List.copyOf(differences);
    }

    /** The deciles, and 5 and 95 %. */
    static double[] probabilities() {
        return PROBABILITIES.clone();
    }

    static QuantileDifferences of(double[] sortedBaseline, double[] sortedArm, PairBootstrap bootstrap, double level) {
        int m = PROBABILITIES.length;
        double[] errors = new double[m];
        for (int p = 0; p < m; p++) {
            double[] replicates = bootstrap.quantileDifferences[p];
            errors[p] = Math.sqrt(Columns.variance(replicates, Columns.mean(replicates)));
        }
        double critical = critical(bootstrap, errors, level);
        List<QuantileDifference> differences = new ArrayList<>();
        for (int p = 0; p < m; p++) {
            double b = Columns.quantile(sortedBaseline, PROBABILITIES[p]);
            double a = Columns.quantile(sortedArm, PROBABILITIES[p]);
            differences.add(new QuantileDifference(
                    PROBABILITIES[p], b, a, a - b, Interval.around(a - b, critical * errors[p])));
        }
        return new QuantileDifferences(level, critical, differences);
    }

    private static double critical(PairBootstrap bootstrap, double[] errors, double level) {
        double[] sup = new double[bootstrap.means.length];
        for (int p = 0; p < errors.length; p++) {
            for (int r = 0; r < sup.length && errors[p] > 0; r++) {
                double deviation = bootstrap.quantileDifferences[p][r] - bootstrap.gridQuantileDifferences[p];
                sup[r] = Math.max(sup[r], Math.abs(deviation) / errors[p]);
            }
        }
        Arrays.sort(sup);
        return Bca.quantile(sup, level);
    }
}
