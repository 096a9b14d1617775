package org.tumen.analysis.calibration;

import java.util.List;

/**
 * The move kernel of population Monte Carlo: independent normal steps with twice the weighted variance of the previous
 * population (Beaumont and others 2009, section 3), and the density of the mixture it makes.
 */
final class Kernel {
    private static final double HALF_LOG_TWO_PI = .5 * Math.log(2 * Math.PI);

    private final List<Particle> centres;
    private final double[] cumulative;
    private final double[] sd;

    Kernel(Population previous) {
        centres = previous.particles();
        cumulative = new double[centres.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += centres.get(i).weight();
            cumulative[i] = sum;
        }
        sd = new double[centres.get(0).parameters().size()];
        for (int j = 0; j < sd.length; j++) {
            sd[j] = Math.sqrt(2 * Posterior.of(previous).variance(j));
        }
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
        for (Particle centre : centres) {
            double log = 0;
            for (int j = 0; j < point.length; j++) {
                double z = (point[j] - centre.parameters().get(j)) / sd[j];
                log -= z * z / 2 + Math.log(sd[j]) + HALF_LOG_TWO_PI;
            }
            sum += centre.weight() * Math.exp(log);
        }
        return sum;
    }
}
