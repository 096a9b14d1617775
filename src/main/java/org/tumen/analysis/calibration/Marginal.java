package org.tumen.analysis.calibration;

import java.util.Arrays;
import org.tumen.analysis.Density;
import org.tumen.analysis.Interval;

/** The density of one parameter of a weighted sample, by the kernel of {@link Density}. */
public final class Marginal {
    private Marginal() {}

    /**
     * The density at some places; 0 everywhere when all points are equal, which have none.
     *
     * @param support where the parameter can lie, its ends maybe infinite; no mass lies beyond
     * @throws IllegalArgumentException when a point lies beyond the support
     */
    public static double[] density(Posterior sample, int parameter, Interval support, double[] at) {
        double sd = Math.sqrt(sample.variance(parameter));
        if (!(sd > 0)) {
            return new double[at.length];
        }
        Density density = Density.weighted(
                sample.points().stream()
                        .mapToDouble(point -> point.get(parameter))
                        .toArray(),
                sample.weights().stream().mapToDouble(Double::doubleValue).toArray(),
                sd,
                sample.quantile(parameter, 0.75) - sample.quantile(parameter, 0.25),
                support.low(),
                support.high());
        return Arrays.stream(at).map(density::at).toArray();
    }
}
