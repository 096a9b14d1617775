package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import org.tumen.draw.PortableMath;

/**
 * Gaussian kernel density on a grid, by linear binning; Silverman's bandwidth s (3n/4)^(−1/5) for each set of outcomes,
 * though never below a cell, so that a set without spread is a spike.
 */
final class KernelDensity implements OutcomeDensity {
    private static final int CELLS = 200;
    private static final double REACH = 3;

    private final double start;
    private final double cell;

    KernelDensity(double[] all) {
        double margin = REACH * bandwidth(all);
        double least = Arrays.stream(all).min().orElseThrow();
        double greatest = Arrays.stream(all).max().orElseThrow();
        start = least - margin;
        cell = (greatest + margin - start) / (CELLS - 1);
    }

    @Override
    public double[] of(double[] outcomes) {
        double[] bins = new double[CELLS];
        for (double outcome : outcomes) {
            double place = (outcome - start) / cell;
            int below = Math.max(0, Math.min((int) place, CELLS - 2));
            bins[below] += below + 1 - place;
            bins[below + 1] += place - below;
        }
        return smooth(bins, Math.max(bandwidth(outcomes), cell) / cell);
    }

    private static double[] smooth(double[] bins, double width) {
        int reach = (int) Math.ceil(4 * width);
        double[] kernel = new double[reach + 1];
        for (int d = 0; d <= reach; d++) {
            kernel[d] = PortableMath.exp(-0.5 * (d / width) * (d / width));
        }
        double[] density = new double[CELLS];
        double sum = 0;
        for (int g = 0; g < CELLS; g++) {
            for (int c = Math.max(0, g - reach); c <= Math.min(CELLS - 1, g + reach); c++) {
                density[g] += bins[c] * kernel[Math.abs(g - c)];
            }
            sum += density[g];
        }
        for (int g = 0; g < CELLS; g++) {
            density[g] /= sum;
        }
        return density;
    }

    private static double bandwidth(double[] outcomes) {
        return Math.sqrt(Moments.variance(outcomes)) * StrictMath.pow(0.75 * outcomes.length, -0.2);
    }
}
