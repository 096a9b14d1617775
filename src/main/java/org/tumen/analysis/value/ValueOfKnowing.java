package org.tumen.analysis.value;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;

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
 * @param surface the value of knowing all quantities by the surface of all; tends to be low when the surface misses effects of
 *     three quantities or abrupt ones
 * @param allWithoutLuck the same from the distribution of expected differences (see {@link UnderThePrior#better()}), which
 *     has what the surface misses, too, as a normal remainder; tends to be high where that is skewed, as by what matters in a
 *     tail of the prior alone; null without replicates
 * @param allWithoutLuckError its standard error; null with it
 */
public record ValueOfKnowing(
        List<String> arms,
        List<Known> quantities,
        double floor,
        Gain surface,
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
     * @param gain what it is worth
     * @param aboveNoise whether the value exceeds the noise floor and, by 1.645 standard errors, 0
     */
    public record Known(Quantity quantity, Gain gain, boolean aboveNoise) {
        /** The gain, in the unit of the outcome. */
        public double value() {
            return gain.value();
        }

        /** The interval of the value (see {@link Gain#interval}). */
        public @Nullable Interval interval(double critical) {
            return gain.interval(critical);
        }
    }

    /**
     * What deciding by a quantity gains over deciding without, in the unit of the outcome: three estimates of it, for each errs to
     * one side. They differ by terms that fall with the points.
     *
     * @param value where both decisions are learnt on all parts of the points but one and judged in the part left out; around 0,
     *     and so sometimes below, when the quantity does not matter. It falls short by what so few points decide wrongly. Where two
     *     arms are about equally good it goes beyond, for the arm that is better without a part is the worse one in it
     * @param least the same where the decision without the quantity is learnt on all points; seldom above {@link #value}
     * @param most the same where the decision by the quantity has seen the points on which it is judged; seldom below
     *     {@link #value}
     * @param error the standard error of {@link #value}
     * @param changed at how many points the two decisions differ
     */
    public record Gain(double value, double least, double most, double error, int changed) {
        static final Gain NONE = new Gain(0, 0, 0, 0, 0);

        /** A gain by its value alone. */
        static Gain of(double value) {
            return new Gain(value, value, value, Double.NaN, 0);
        }

        /**
         * The interval of the gain: from the lower end of the lowest estimate to the upper end of the highest.
         *
         * @param critical standard errors to each side
         * @return null where fewer than {@value StudentisedMean#FEWEST_DIFFERING} points change the decision, whose spread says
         *     little of what was not drawn
         */
        public @Nullable Interval interval(double critical) {
            return changed < StudentisedMean.FEWEST_DIFFERING
                    ? null
                    : new Interval(Math.min(value, least) - critical * error, Math.max(value, most) + critical * error);
        }
    }

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

    /**
     * The interval of {@link #ofAll()}. The surface tends to tell too little and the normal remainder too much, so it reaches from
     * the lower end of one to the upper end of the other, and over a single quantity that is worth more.
     *
     * @param critical standard errors to each side
     * @return null where there is no error to rely on
     */
    public @Nullable Interval ofAllInterval(double critical) {
        List<Interval> told = Stream.of(
                        surface.interval(critical),
                        allWithoutLuck == null || allWithoutLuckError == null
                                ? null
                                : Interval.orNull(
                                        allWithoutLuck - critical * allWithoutLuckError,
                                        allWithoutLuck + critical * allWithoutLuckError),
                        oneIsWorthMore() ? thatMatter().get(0).interval(critical) : null)
                .filter(Objects::nonNull)
                .toList();
        return told.isEmpty()
                ? null
                : new Interval(
                        Math.min(
                                ofAll(),
                                told.stream().mapToDouble(Interval::low).min().orElseThrow()),
                        Math.max(
                                ofAll(),
                                told.stream().mapToDouble(Interval::high).max().orElseThrow()));
    }

    private double byItself() {
        return allWithoutLuck == null ? surface.value() : allWithoutLuck;
    }

    private boolean oneIsWorthMore() {
        return thatMatter().stream().anyMatch(k -> k.value() > byItself());
    }
}
