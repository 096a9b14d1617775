package org.tumen.analysis.sensitivity;

import java.util.Arrays;

/** The share of every different value. */
final class DiscreteShares implements OutcomeDensity {
    private final double[] values;

    DiscreteShares(double[] outcomes) {
        values = Arrays.stream(outcomes).distinct().sorted().toArray();
    }

    @Override
    public double[] of(double[] outcomes) {
        double[] shares = new double[values.length];
        for (double outcome : outcomes) {
            shares[Arrays.binarySearch(values, outcome)] += 1.0 / outcomes.length;
        }
        return shares;
    }
}
