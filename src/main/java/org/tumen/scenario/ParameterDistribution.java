package org.tumen.scenario;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameters;
import org.tumen.distribution.DiscreteDistribution;
import org.tumen.distribution.Distribution;

/**
 * The quantile function of an uncertain parameter, cut to its declared range: with F the distribution function as stated and
 * [a, b] the range, u becomes the quantile at F(a) + u(F(b) − F(a)). F at the two ends is found once, by bisection of the
 * quantile function. Whole numbers are rounded after the cut.
 */
public final class ParameterDistribution {
    private static final int HALVINGS = 60;
    private static final double LEAST_MASS = 1e-9;
    private static final int MEAN_POINTS = 2000;

    private final Distribution distribution;
    private final ParameterPath path;
    private final UncertainParameter stated;
    private final double start;
    private final double width;

    /**
     * Fits a distribution to the parameter that has it.
     *
     * @throws IllegalArgumentException when the distribution lies outside of the range, or partly so and is not to be cut
     */
    public ParameterDistribution(UncertainParameter stated, ParameterPath path) {
        this.path = path;
        this.stated = stated;
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

    /** The quantile at u, from 0 to 1, inside of the parameter's range. */
    public double value(double u) {
        double value = distribution.quantile(Math.max(0, Math.min(1, start + u * width)));
        double whole = path.whole() ? Math.rint(value) : value;
        double inside = Math.max(path.min(), Math.min(path.max(), whole));
        return inside == 0 ? 0.0 : inside;
    }

    /** The parameter. */
    public ParameterPath path() {
        return path;
    }

    /** Whether it has a density: a discrete distribution and a whole number have none. */
    public boolean continuous() {
        return stated.distribution() != UncertainParameter.Kind.DISCRETE && !path.whole();
    }

    /** The mean after the cut, by the quantile function at {@value #MEAN_POINTS} midpoints. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < MEAN_POINTS; i++) {
            sum += value((i + 0.5) / MEAN_POINTS);
        }
        return sum / MEAN_POINTS;
    }

    /** The standard deviation after the cut, likewise. */
    public double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < MEAN_POINTS; i++) {
            double apart = value((i + 0.5) / MEAN_POINTS) - mean;
            sum += apart * apart;
        }
        return Math.sqrt(sum / MEAN_POINTS);
    }

    /**
     * The density at x, cut to the range.
     *
     * @throws IllegalArgumentException when there is none
     */
    public double density(double x) {
        if (!continuous()) {
            throw new IllegalArgumentException("a discrete distribution and a whole number have no density");
        }
        double low = or(stated.from(), 0);
        double high = or(stated.to(), 1);
        if (!(x >= path.min() && x <= path.max())) {
            return 0;
        }
        double plain =
                switch (stated.distribution()) {
                    case UNIFORM -> x >= low && x <= high ? 1 / (high - low) : 0;
                    case NORMAL -> normalDensity(x);
                    case TRIANGULAR -> new TriangularDistribution(null, low, or(stated.mode(), low), high).density(x);
                    case BETA ->
                        x <= low || x >= high
                                ? 0
                                : new BetaDistribution(null, or(stated.alpha(), 1), or(stated.beta(), 1))
                                                .density((x - low) / (high - low))
                                        / (high - low);
                    case LOGNORMAL ->
                        new LogNormalDistribution(null, or(stated.location(), 0), or(stated.deviation(), 1)).density(x);
                    case DISCRETE -> Double.NaN;
                };
        return plain / width;
    }

    private double normalDensity(double x) {
        NormalDistribution normal = new NormalDistribution(null, or(stated.mean(), 0), or(stated.deviation(), 1));
        double low = or(stated.from(), Double.NEGATIVE_INFINITY);
        double high = or(stated.to(), Double.POSITIVE_INFINITY);
        return x < low || x > high
                ? 0
                : normal.density(x) / (normal.cumulativeProbability(high) - normal.cumulativeProbability(low));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    /** The distribution as it was stated, in words. */
    public String describe() {
        return stated.declared().describe();
    }
}
