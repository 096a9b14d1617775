package org.tumen.analysis.calibration;

import java.util.List;

/**
 * The density of one parameter of a weighted sample: a normal kernel with Silverman's bandwidth, 0.9·min(sd, IQR/1.34)·n^(-1/5)
 * (B. W. Silverman, Density Estimation, 1986, section 3.4.2), n the effective sample size.
 */
public final class Marginal {
    private static final double NORMAL = Math.sqrt(2 * Math.PI);

    private Marginal() {}

    /** The density at some places. */
    public static double[] density(Posterior sample, int parameter, double[] at) {
        List<Double> weights = sample.weights();
        double squares = weights.stream().mapToDouble(w -> w * w).sum();
        double size = 1 / squares;
        double spread = (sample.quantile(parameter, 0.75) - sample.quantile(parameter, 0.25)) / 1.34;
        double sd = Math.sqrt(sample.variance(parameter));
        double bandwidth = 0.9 * (spread > 0 ? Math.min(sd, spread) : sd) * Math.pow(size, -0.2);
        double[] density = new double[at.length];
        if (!(bandwidth > 0)) {
            return density;
        }
        for (int i = 0; i < at.length; i++) {
            for (int k = 0; k < weights.size(); k++) {
                double z = (at[i] - sample.points().get(k).get(parameter)) / bandwidth;
                density[i] += weights.get(k) * Math.exp(-z * z / 2) / (NORMAL * bandwidth);
            }
        }
        return density;
    }
}
