package org.tumen.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.design.DiscreteDistribution;
import org.tumen.analysis.design.Distribution;
import org.tumen.policy.Parameters;

/**
 * The quantile function of an uncertain parameter, cut to its declared range: with F the distribution function as stated and
 * [a, b] the range, u becomes the quantile at F(a) + u(F(b) − F(a)). F at the two ends is found once, by bisection of the
 * quantile function. Whole numbers are rounded after the cut.
 */
final class TruncatedQuantile {
    private static final int HALVINGS = 60;
    private static final double LEAST_MASS = 1e-9;

    private final Distribution distribution;
    private final ParameterPath path;
    private final double start;
    private final double width;

    /** @throws IllegalArgumentException when the distribution lies outside of the range, or partly so and is not to be cut */
    TruncatedQuantile(UncertainParameter stated, ParameterPath path) {
        this.path = path;
        Distribution declared = stated.declared();
        boolean reaches = declared.lower() < path.min() || declared.upper() > path.max();
        if (reaches && !stated.truncate()) {
            throw outside(declared, "reaches outside of the allowed range");
        }
        if (reaches && declared instanceof DiscreteDistribution discrete) {
            distribution = inside(discrete);
            start = 0;
            width = 1;
            return;
        }
        distribution = declared;
        start = declared.lower() < path.min() ? reached(path.min()) : 0;
        double end = declared.upper() > path.max() ? reached(path.max()) : 1;
        width = end - start;
        if (!(width >= LEAST_MASS)) {
            throw outside(declared, "lies outside of the allowed range");
        }
    }

    private Distribution inside(DiscreteDistribution discrete) {
        List<Double> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < discrete.values().size(); i++) {
            double value = discrete.values().get(i);
            if (value >= path.min() && value <= path.max()) {
                values.add(value);
                weights.add(discrete.weights().get(i));
            }
        }
        if (values.isEmpty()) {
            throw outside(discrete, "lies outside of the allowed range");
        }
        return Distribution.discrete(values, weights);
    }

    private IllegalArgumentException outside(Distribution declared, String what) {
        return new IllegalArgumentException("the distribution (" + declared.describe() + ") " + what + ", "
                + Parameters.number(path.min()) + " to " + Parameters.number(path.max()));
    }

    /** The probability of what is not above a value. */
    private double reached(double value) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (distribution.quantile(middle) <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    double value(double u) {
        double value = distribution.quantile(Math.max(0, Math.min(1, start + u * width)));
        double whole = path.whole() ? Math.rint(value) : value;
        double inside = Math.max(path.min(), Math.min(path.max(), whole));
        return inside == 0 ? 0.0 : inside;
    }
}
