package org.tumen.analysis.sensitivity;

import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.Density;

/**
 * Gaussian kernel density on a grid that all sets of outcomes share; Silverman's bandwidth s (3n/4)^(−1/5) for each set,
 * though never below a cell, so that a set without spread is a spike.
 */
final class KernelDensity implements OutcomeDensity {
    private static final int CELLS = 200;
    private static final double REACH = 3;

    private final double start;
    private final double end;

    KernelDensity(double[] all) {
        double margin = REACH * bandwidth(all);
        start = StatUtils.min(all) - margin;
        end = StatUtils.max(all) + margin;
    }

    @Override
    public double[] of(double[] outcomes) {
        double cell = (end - start) / (CELLS - 1);
        double[] density = Density.on(outcomes, Math.max(bandwidth(outcomes), cell), start, end, CELLS)
                .y();
        double sum = StatUtils.sum(density);
        for (int g = 0; g < CELLS; g++) {
            density[g] /= sum;
        }
        return density;
    }

    private static double bandwidth(double[] outcomes) {
        return Math.sqrt(StatUtils.variance(outcomes)) * Math.pow(0.75 * outcomes.length, -0.2);
    }
}
