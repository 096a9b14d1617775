package org.tumen.analysis.score;

/**
 * The mean binary Brier score split into reliability − resolution + uncertainty, and, because forecasts are put in bins,
 * the variance and covariance within bins, so that the five terms add up exactly.
 *
 * <p>Sources: A. H. Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12 (1973)
 * 595–600; D. B. Stephenson, C. A. S. Coelho, I. T. Jolliffe, "Two extra components in the Brier score decomposition",
 * Weather and Forecasting 23 (2008) 752–757. Several categories are split one by one, each as a binary event; their sum
 * is the decomposition of the score in Brier's original form.
 *
 * @param count number of forecasts
 * @param reliability Σ nₖ(p̄ₖ − ōₖ)²/n; smaller is better
 * @param resolution Σ nₖ(ōₖ − ō)²/n; larger is better
 * @param uncertainty ō(1 − ō)
 * @param withinVariance Σ(p − p̄ₖ)²/n
 * @param withinCovariance 2Σ(o − ōₖ)(p − p̄ₖ)/n
 */
public record BrierDecomposition(
        int count,
        double reliability,
        double resolution,
        double uncertainty,
        double withinVariance,
        double withinCovariance) {

    /**
     * Splits the score of forecasts put in bins of equal width.
     *
     * @param probabilities forecasts of the event
     * @param happened whether it happened
     * @param bins number of bins
     * @throws IllegalArgumentException when there are no forecasts or lengths differ
     */
    public static BrierDecomposition of(double[] probabilities, boolean[] happened, int bins) {
        int n = probabilities.length;
        if (n == 0 || n != happened.length || bins < 1) {
            throw new IllegalArgumentException("needs as many outcomes as forecasts, at least one, and a bin");
        }
        double[] count = new double[bins];
        double[] forecast = new double[bins];
        double[] observed = new double[bins];
        double total = 0;
        for (int i = 0; i < n; i++) {
            int bin = CalibrationCurve.bin(probabilities[i], bins);
            count[bin]++;
            forecast[bin] += probabilities[i];
            observed[bin] += happened[i] ? 1 : 0;
            total += happened[i] ? 1 : 0;
        }
        double base = total / n;
        double reliability = 0;
        double resolution = 0;
        for (int k = 0; k < bins; k++) {
            if (count[k] > 0) {
                forecast[k] /= count[k];
                observed[k] /= count[k];
                reliability += count[k] * square(forecast[k] - observed[k]);
                resolution += count[k] * square(observed[k] - base);
            }
        }
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < n; i++) {
            int bin = CalibrationCurve.bin(probabilities[i], bins);
            double deviation = probabilities[i] - forecast[bin];
            variance += square(deviation);
            covariance += 2 * ((happened[i] ? 1 : 0) - observed[bin]) * deviation;
        }
        return new BrierDecomposition(
                n, reliability / n, resolution / n, base * (1 - base), variance / n, covariance / n);
    }

    /** The mean Brier score that the terms add up to. */
    public double score() {
        return reliability - resolution + uncertainty + withinVariance - withinCovariance;
    }

    private static double square(double x) {
        return x * x;
    }
}
