package org.tumen.analysis.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The move kernel of population Monte Carlo: independent normal steps with twice the weighted variance of the previous
 * population (Beaumont and others 2009, section 3), and the density of the mixture it makes.
 */
final class Kernel {
    private static final double HALF_LOG_TWO_PI = .5 * Math.log(2 * Math.PI);

    private final List<Particle> centres;
    private final double[] cumulative;
    private final double[][] points;
    private final double[] sd;
    private final double[] logSd;

    Kernel(Population previous) {
        centres = previous.particles();
        cumulative = new double[centres.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += centres.get(i).weight();
            cumulative[i] = sum;
        }
        points = centres.stream()
                .map(c -> c.parameters().stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new);
        Posterior posterior = Posterior.of(previous);
        sd = IntStream.range(0, points[0].length)
                .mapToDouble(j -> Math.sqrt(2 * posterior.variance(j)))
                .toArray();
        logSd = Arrays.stream(sd).map(Math::log).toArray();
    }

    /** The ancestor at u of the cumulative weights. */
    Particle ancestor(double u) {
        double target = u * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return centres.get(low);
    }

    double sd(int parameter) {
        return sd[parameter];
    }

    /** Density of the mixture of all ancestors at a point. */
    double density(double[] point) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double log = 0;
            for (int j = 0; j < point.length; j++) {
                double z = (point[j] - points[i][j]) / sd[j];
                log -= z * z / 2 + logSd[j] + HALF_LOG_TWO_PI;
            }
            sum += centres.get(i).weight() * Math.exp(log);
        }
        return sum;
    }
}
