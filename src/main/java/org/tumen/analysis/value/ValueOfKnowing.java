package org.tumen.analysis.value;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a choice between arms turns on: the expected value of partial perfect information of each quantity, EVPPI(φ) = E
 * max_a E(y_a | φ) − max_a E(y_a), by regression on the stored draws (M. Strong, J. E. Oakley, A. Brennan, Medical
 * Decision Making 34 (2014) 311–326), and that of all at once, EVPI.
 *
 * <p>Deviations. Values are cross-validated: the regression on all parts of the points but one decides in the part left
 * out, by whose own outcomes the decision is judged. So what is reported is what a decision by the quantity was seen to
 * gain, not inflated by noise in the fit; it falls short of the truth by what a fit on the other parts decides wrongly, a
 * term of the order of the fit's variance. The floor is the value that noise alone reaches: the outcomes are dealt to the
 * points anew, and the greatest value over all quantities noted; the floor is the one that these maxima exceed in one case
 * out of twenty. A quantity is reported only above it, and when its own error leaves it above 0.
 *
 * @param arms the arms between which is chosen, the baseline first
 * @param quantities every quantity, the most valuable first
 * @param floor the noise floor, in the unit of the outcome; 0 or more
 * @param all the value of knowing all quantities by the surface of all, cross-validated; tends to be low when the surface
 *     misses effects of three quantities or abrupt ones
 * @param allError its standard error
 * @param allWithoutLuck the same from the distribution of expected differences (see {@link UnderThePrior#better()}), which
 *     has what the surface misses, too, as a normal remainder; null without replicates
 * @param allWithoutLuckError its standard error; null with it
 */
public record ValueOfKnowing(
        List<String> arms,
        List<Known> quantities,
        double floor,
        double all,
        double allError,
        @Nullable Double allWithoutLuck,
        @Nullable Double allWithoutLuckError) {

    /** Sorts the quantities. */
    public ValueOfKnowing {
        arms = List.copyOf(arms);
        quantities = quantities.stream()
                .sorted(Comparator.comparingDouble(Known::value).reversed())
                .toList();
    }

    /**
     * The value of knowing one quantity.
     *
     * @param quantity what would be known
     * @param value the gain, in the unit of the outcome; around 0, and so sometimes below, when it does not matter
     * @param error its standard error
     * @param aboveNoise whether the value exceeds the noise floor and, by 1.645 standard errors, 0
     */
    public record Known(Quantity quantity, double value, double error, boolean aboveNoise) {}

    /** The quantities above the noise floor, the most valuable first. */
    public List<Known> thatMatter() {
        return quantities.stream().filter(Known::aboveNoise).toList();
    }

    /**
     * The best estimate of the value of knowing all: without luck where there are replicates; 0 or more, and no less than that of
     * a single quantity that matters, which all comprise.
     */
    public double ofAll() {
        return Math.max(0, oneIsWorthMore() ? thatMatter().get(0).value() : byItself());
    }

    /** The standard error of {@link #ofAll()}. */
    public double ofAllError() {
        if (oneIsWorthMore()) {
            return thatMatter().get(0).error();
        }
        return allWithoutLuckError == null ? allError : allWithoutLuckError;
    }

    private double byItself() {
        return allWithoutLuck == null ? all : allWithoutLuck;
    }

    private boolean oneIsWorthMore() {
        return thatMatter().stream().anyMatch(k -> k.value() > byItself());
    }
}
