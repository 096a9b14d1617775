package org.tumen.analysis.comparison;

import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/** Simulated data for the tests: keyed by a seed and a repetition. */
final class Luck {
    private static final Streams STREAMS = new Streams();
    private static final Stream FIRST = STREAMS.register("test", "first");
    private static final Stream SECOND = STREAMS.register("test", "second");

    private final Draws draws = new Draws();

    Luck(long seed, long repetition) {
        draws.startRun(seed, repetition);
    }

    double normal(int i) {
        return draws.normal(FIRST, i);
    }

    double otherNormal(int i) {
        return draws.normal(SECOND, i);
    }

    double uniform(int i) {
        return draws.uniform(FIRST, i);
    }

    double otherUniform(int i) {
        return draws.uniform(SECOND, i);
    }

    double exponential(int i) {
        return draws.exponential(FIRST, i, 1);
    }

    /** n standard normal values. */
    double[] normals(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = normal(i);
        }
        return x;
    }

    /** Normal values with the given correlation to those of {@link #normals}. */
    double[] correlated(int n, double correlation) {
        double[] y = new double[n];
        double rest = Math.sqrt(1 - correlation * correlation);
        for (int i = 0; i < n; i++) {
            y[i] = correlation * normal(i) + rest * otherNormal(i);
        }
        return y;
    }
}
