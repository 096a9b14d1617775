package org.tumen.declare;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.tumen.distribution.CutDistribution;
import org.tumen.distribution.Distribution;
import org.tumen.words.Numbers;

/** The distribution of a parameter, cut to its declared range. Whole numbers are rounded after the cut. */
public final class ParameterDistribution {

    private final Distribution distribution;
    private final ParameterPath path;
    private final UncertainParameter stated;
    private final double mass;

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
        try {
            distribution = declared.cut(path.min(), path.max());
        } catch (IllegalArgumentException e) {
            throw outside(declared, "lies outside of the allowed range");
        }
        mass = distribution != declared && distribution instanceof CutDistribution cut ? cut.mass() : 1;
    }

    private IllegalArgumentException outside(Distribution declared, String what) {
        return new IllegalArgumentException("the distribution (" + declared.describe() + ") " + what + ", "
                + Numbers.typed(path.min()) + " to " + Numbers.typed(path.max()));
    }

    /** The distribution inside of the parameter's range, before any rounding. */
    public Distribution distribution() {
        return distribution;
    }

    /** The quantile at u, from 0 to 1, inside of the parameter's range. */
    public double value(double u) {
        double value = distribution.quantile(u);
        double whole = path.whole() ? Math.rint(value) : value;
        double inside = Math.max(path.min(), Math.min(path.max(), whole));
        return inside == 0 ? 0.0 : inside;
    }

    /** Whether it has a density: a discrete distribution and a whole number have none. */
    public boolean continuous() {
        return stated.distribution() != UncertainParameter.Kind.DISCRETE && !path.whole();
    }

    /** Quantiles after the cut at so many midpoints, which have its moments. */
    public double[] midpoints(int number) {
        return IntStream.range(0, number)
                .mapToDouble(i -> value((i + 0.5) / number))
                .toArray();
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
        if (!(x >= distribution.lower() && x <= distribution.upper())) {
            return 0;
        }
        return density(stated, x) / mass;
    }

    private static double density(UncertainParameter stated, double x) {
        double low = UncertainParameter.or(stated.from(), 0);
        double high = UncertainParameter.or(stated.to(), 1);
        return switch (stated.distribution()) {
            case UNIFORM -> 1 / (high - low);
            case NORMAL -> {
                RealDistribution whole = new NormalDistribution(
                        null, UncertainParameter.or(stated.mean(), 0), UncertainParameter.or(stated.deviation(), 1));
                yield whole.density(x) / within(whole, stated);
            }
            case TRIANGULAR ->
                new TriangularDistribution(null, low, UncertainParameter.or(stated.mode(), low), high).density(x);
            case BETA ->
                x <= low || x >= high
                        ? 0
                        : new BetaDistribution(
                                                null,
                                                UncertainParameter.or(stated.alpha(), 1),
                                                UncertainParameter.or(stated.beta(), 1))
                                        .density((x - low) / (high - low))
                                / (high - low);
            case LOGNORMAL -> {
                RealDistribution whole = new LogNormalDistribution(
                        null,
                        UncertainParameter.or(stated.location(), 0),
                        UncertainParameter.or(stated.deviation(), 1));
                yield whole.density(x) / within(whole, stated);
            }
            case DISCRETE -> Double.NaN;
        };
    }

    /** What lies within the ends that are stated, where an end is. */
    private static double within(RealDistribution whole, UncertainParameter stated) {
        return stated.from() == null && stated.to() == null
                ? 1
                : whole.cumulativeProbability(UncertainParameter.or(stated.to(), Double.POSITIVE_INFINITY))
                        - whole.cumulativeProbability(UncertainParameter.or(stated.from(), Double.NEGATIVE_INFINITY));
    }

    /** The distribution as it was stated, in words. */
    public String describe() {
        return stated.declared().describe();
    }
}
