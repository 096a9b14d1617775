package org.tumen.distribution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finitely many values with probabilities. The values are kept in increasing order, so that the quantile function
 * increases and a rank correlation has its meaning; the weights are kept as probabilities.
 *
 * @param values the values, finite and different
 * @param weights their weights, above 0, of any sum
 */
public record DiscreteDistribution(List<Double> values, List<Double> weights) implements Distribution {
    /** @throws IllegalArgumentException when the lists are empty or of different lengths, or hold a bad number */
    public DiscreteDistribution {
        if (values.isEmpty() || values.size() != weights.size()) {
            throw new IllegalArgumentException("a discrete distribution has as many weights as values, at least one; "
                    + values.size() + " values and " + weights.size() + " weights were given");
        }
        values.forEach(v -> Checks.finite("a value", v));
        weights.forEach(w -> Checks.positive("a weight", w));
        List<Double> given = values;
        List<Double> givenWeights = weights;
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(given::get))
                .toList();
        double sum = weights.stream().mapToDouble(w -> w).sum();
        values = order.stream().map(given::get).toList();
        weights = order.stream().map(i -> givenWeights.get(i) / sum).toList();
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("the values of a discrete distribution must differ: " + values);
        }
    }

    @Override
    public double quantile(double u) {
        Checks.unit(u);
        double cumulative = 0;
        for (int i = 0; i < values.size() - 1; i++) {
            cumulative += weights.get(i);
            if (u <= cumulative) {
                return values.get(i);
            }
        }
        return upper();
    }

    @Override
    public Distribution cut(double lower, double upper) {
        List<Integer> inside = IntStream.range(0, values.size())
                .filter(i -> values.get(i) >= lower && values.get(i) <= upper)
                .boxed()
                .toList();
        if (inside.isEmpty()) {
            throw new IllegalArgumentException("the distribution (" + describe() + ") lies outside of "
                    + Checks.text(lower) + " to " + Checks.text(upper));
        }
        return inside.size() == values.size()
                ? this
                : new DiscreteDistribution(
                        inside.stream().map(values::get).toList(),
                        inside.stream().map(weights::get).toList());
    }

    @Override
    public double lower() {
        return values.get(0);
    }

    @Override
    public double upper() {
        return values.get(values.size() - 1);
    }

    @Override
    public String describe() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> Checks.text(values.get(i)) + " (" + Math.round(weights.get(i) * 1000) / 10.0 + " %)")
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
