package org.tumen.analysis.sensitivity;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Functions whose indices are known in closed form; points are of the unit cube. */
final class TestFunctions {
    static final double[] G = {0, 1, 4.5, 9, 99, 99, 99, 99};

    private TestFunctions() {}

    static double[] apply(double[][] points, ToDoubleFunction<double[]> function) {
        return Arrays.stream(points).mapToDouble(function).toArray();
    }

    /** T. Ishigami, T. Homma, 1990, with a = 7 and b = 0.1, on [−π, π]³; π with the digits that the caller wants. */
    static double ishigami(double[] u, double pi) {
        double x1 = pi * (2 * u[0] - 1);
        double x2 = pi * (2 * u[1] - 1);
        double x3 = pi * (2 * u[2] - 1);
        return Math.sin(x1) + 7 * Math.sin(x2) * Math.sin(x2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    }

    static double ishigami(double[] u) {
        return ishigami(u, Math.PI);
    }

    /** Sobol's G function. */
    static double g(double[] u) {
        double product = 1;
        for (int j = 0; j < G.length; j++) {
            product *= (Math.abs(4 * u[j] - 2) + G[j]) / (1 + G[j]);
        }
        return product;
    }

    private static double partial(int j) {
        return 1 / (3 * (1 + G[j]) * (1 + G[j]));
    }

    static double gVariance() {
        double product = 1;
        for (int j = 0; j < G.length; j++) {
            product *= 1 + partial(j);
        }
        return product - 1;
    }

    static double gFirst(int j) {
        return partial(j) / gVariance();
    }

    static double gTotal(int j) {
        return partial(j) * (gVariance() + 1) / (1 + partial(j)) / gVariance();
    }
}
