package org.tumen.analysis.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tumen.analysis.Interval;

/**
 * A weighted sample of parameters, summarised.
 *
 * @param points parameters of each point
 * @param weights weights, adding up to 1
 */
public record Posterior(List<List<Double>> points, List<Double> weights) {
    public Posterior {
        points = List.copyOf(points);
        weights = List.copyOf(weights);
    }

    /** Values of a single parameter that weigh the same. */
    public static Posterior of(double[] values) {
        return new Posterior(
                Arrays.stream(values).mapToObj(List::of).toList(),
                Collections.nCopies(values.length, 1.0 / values.length));
    }

    /** The parameters of a population. */
    public static Posterior of(Population population) {
        return new Posterior(
                population.particles().stream().map(Particle::parameters).toList(),
                population.particles().stream().map(Particle::weight).toList());
    }

    /** Weighted mean of a parameter. */
    public double mean(int parameter) {
        return expectation(point -> point.get(parameter));
    }

    /** Weighted variance of a parameter (divided by the sum of weights). */
    public double variance(int parameter) {
        return moment(parameter, 2);
    }

    /** Weighted kurtosis of a parameter, 3 for a normal one: the more, the less well points tell its standard deviation. */
    public double kurtosis(int parameter) {
        return moment(parameter, 4) / Math.pow(variance(parameter), 2);
    }

    private double moment(int parameter, int power) {
        double mean = mean(parameter);
        return expectation(point -> Math.pow(point.get(parameter) - mean, power));
    }

    /**
     * The standard error of the weighted mean, √Σw²(x − mean)²: what another sample of as many points would move it by. Weights
     * that hang together with the parameter make it greater than the standard deviation over the root of the effective number.
     */
    public double meanError(int parameter) {
        double mean = mean(parameter);
        double squares = 0;
        for (int i = 0; i < points.size(); i++) {
            double part = weights.get(i) * (points.get(i).get(parameter) - mean);
            squares += part * part;
        }
        return Math.sqrt(squares);
    }

    /** The smallest value of a parameter at which the cumulative weight reaches p. */
    public double quantile(int parameter, double p) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> points.get(i).get(parameter)));
        double sum = 0;
        for (int i : order) {
            sum += weights.get(i);
            if (sum >= p) {
                return points.get(i).get(parameter);
            }
        }
        return points.get(order.get(order.size() - 1)).get(parameter);
    }

    /** The central credible interval of a parameter at a level such as .9. */
    public Interval interval(int parameter, double level) {
        return new Interval(quantile(parameter, (1 - level) / 2), quantile(parameter, (1 + level) / 2));
    }

    /**
     * For a predictive sample: twice the share of the points as far out as the observed value, on its side, at most 1. The
     * observed value counts as one point more, since of a sample none is sure to be out of reach: (1 + nk)/(1 + n), k the weight
     * of the points and n their {@linkplain #effectiveSize effective number}.
     */
    public double tail(int parameter, double observed) {
        double below = expectation(point -> point.get(parameter) <= observed ? 1 : 0);
        double above = expectation(point -> point.get(parameter) >= observed ? 1 : 0);
        double worth = effectiveSize();
        return Math.min(1, 2 * (1 + worth * Math.min(below, above)) / (1 + worth));
    }

    /** Number of independent points that the weighted ones are worth: (Σw)²/Σw² (Kish 1965). */
    double effectiveSize() {
        double sum = weights.stream().mapToDouble(w -> w).sum();
        return sum * sum / weights.stream().mapToDouble(w -> w * w).sum();
    }

    /** The index of the point at u of the cumulative weights: one posterior point per run. */
    public int pick(double u) {
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i);
            if (u <= sum) {
                return i;
            }
        }
        return weights.size() - 1;
    }

    private double expectation(ToDoubleFunction<List<Double>> function) {
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            sum += weights.get(i) * function.applyAsDouble(points.get(i));
        }
        return sum;
    }
}
