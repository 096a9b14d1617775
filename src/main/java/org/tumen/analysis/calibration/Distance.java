package org.tumen.analysis.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.analysis.Quantiles;

/**
 * Euclidean distance between summary statistics, each in units of its median absolute deviation under the prior
 * predictive distribution (as in K. Csilléry, O. François, M. G. B. Blum, "abc: an R package", Methods in Ecology and
 * Evolution 3 (2012) 475–479).
 */
final class Distance {
    /** Makes the median absolute deviation of a normal distribution its standard deviation: 1/Φ⁻¹(3/4). */
    private static final double NORMAL = 1.4826022185056018;

    private Distance() {}

    /** The scale of each statistic; a statistic whose deviation is zero is taken in its own unit. */
    static List<Double> scales(List<double[]> statistics) {
        List<Double> scales = new ArrayList<>();
        int size = statistics.get(0).length;
        for (int s = 0; s < size; s++) {
            int column = s;
            double[] values = statistics.stream()
                    .mapToDouble(x -> x[column])
                    .filter(Double::isFinite)
                    .toArray();
            double centre = Quantiles.of(values, 0.5);
            double deviation = NORMAL
                    * Quantiles.of(
                            Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray(), 0.5);
            scales.add(deviation > 0 ? deviation : 1.0);
        }
        return scales;
    }

    static double between(double[] statistics, double[] observed, List<Double> scales) {
        double sum = 0;
        for (int s = 0; s < observed.length; s++) {
            double z = (statistics[s] - observed[s]) / scales.get(s);
            sum += z * z;
        }
        return Double.isFinite(sum) ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
    }
}
