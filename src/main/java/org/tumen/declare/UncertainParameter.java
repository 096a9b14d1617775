package org.tumen.declare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.distribution.Distribution;

/**
 * The distribution of a parameter as a file or a declaration states it; the one vocabulary of all files. Which numbers
 * belong to it depends on its kind: {@code uniform} from, to; {@code normal} mean, deviation and, where it is cut, from or
 * to; {@code triangular} from, mode, to; {@code beta} alpha, beta and from, to (0 and 1 when not given); {@code lognormal}
 * location, deviation (of the logarithm) and, where it is cut, from or to; {@code discrete} values and weights (equal ones
 * when not given). A list of numbers is a discrete one with equal weights ({@link DistributionForm}). A parameter that is a
 * whole number takes the nearest one of what is drawn.
 *
 * @param distribution the kind
 * @param from the lower end
 * @param to the upper end
 * @param mean the mean before any cut
 * @param deviation the standard deviation before any cut, above 0
 * @param mode the most probable value
 * @param alpha the first shape of the beta distribution
 * @param beta the second shape of the beta distribution
 * @param location the mean of the logarithm
 * @param values the values of a discrete distribution
 * @param weights their weights, of any sum
 * @param truncate whether what lies outside of the parameter's range is cut off; otherwise it is refused
 * @param reason why it is so uncertain
 */
public record UncertainParameter(
        @Parameter(meaning = "Kind of distribution", value = "uniform")
        Kind distribution,

        @Parameter(meaning = "Lower end") @Nullable Double from,
        @Parameter(meaning = "Upper end") @Nullable Double to,

        @Parameter(meaning = "Mean before any cut") @Nullable
        Double mean,

        @Parameter(meaning = "Standard deviation before any cut", min = 0) @Nullable
        Double deviation,

        @Parameter(meaning = "Most probable value") @Nullable
        Double mode,

        @Parameter(meaning = "First shape of the beta distribution", min = 0) @Nullable
        Double alpha,

        @Parameter(meaning = "Second shape of the beta distribution", min = 0) @Nullable
        Double beta,

        @Parameter(meaning = "Mean of the logarithm") @Nullable
        Double location,

        @Parameter(meaning = "Values of a discrete distribution") @Nullable
        List<Double> values,

        @Parameter(meaning = "Weights of the values, of any sum", min = 0) @Nullable
        List<Double> weights,

        @Parameter(
                meaning = "Whether what lies outside of the parameter's range is cut off; otherwise it is refused",
                value = "true")
        boolean truncate,

        @Parameter(
                meaning = "Why it is so uncertain",
                value = "\"\"",
                pattern = "[\\s\\S]{0,500}",
                allowed = "at most 500 characters")
        String reason) {

    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern WRITTEN = Pattern.compile("(uniform|normal|triangular|beta|lognormal)\\((" + NUMBER
            + "(?:\\s*,\\s*" + NUMBER + ")+)\\)(?:\\s+within\\s+(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + "))?");

    /** Kinds of distributions. */
    public enum Kind {
        /** All values between two ends alike. */
        UNIFORM,
        /** The normal distribution. */
        NORMAL,
        /** From an end up to the mode and down to the other end. */
        TRIANGULAR,
        /** The beta distribution, stretched. */
        BETA,
        /** A normal distribution of the logarithm. */
        LOGNORMAL,
        /** Some values with weights. */
        DISCRETE
    }

    /** @throws IllegalArgumentException when a number is missing, does not belong to the kind, or is not allowed */
    public UncertainParameter {
        values = values == null ? null : List.copyOf(values);
        weights = weights == null ? null : List.copyOf(weights);
        List<String> wrong = new ArrayList<>();
        String kind = Scalars.constants(
                        Kind.class,
                        Component.of(UncertainParameter.class).get(0).declaration())
                .get(distribution.ordinal());
        boolean ends = has(distribution, Kind.UNIFORM, Kind.TRIANGULAR);
        check(kind, "from", from, ends, distribution != Kind.DISCRETE, wrong);
        check(kind, "to", to, ends, distribution != Kind.DISCRETE, wrong);
        check(kind, "mean", mean, distribution == Kind.NORMAL, false, wrong);
        check(kind, "deviation", deviation, has(distribution, Kind.NORMAL, Kind.LOGNORMAL), false, wrong);
        check(kind, "mode", mode, distribution == Kind.TRIANGULAR, false, wrong);
        check(kind, "alpha", alpha, distribution == Kind.BETA, false, wrong);
        check(kind, "beta", beta, distribution == Kind.BETA, false, wrong);
        check(kind, "location", location, distribution == Kind.LOGNORMAL, false, wrong);
        check(kind, "values", values, distribution == Kind.DISCRETE, false, wrong);
        check(kind, "weights", weights, false, distribution == Kind.DISCRETE, wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        declared(distribution, from, to, mean, deviation, mode, alpha, beta, location, values, weights);
    }

    /** Some values, each as probable as any other. */
    public static UncertainParameter listed(List<Double> values) {
        return new UncertainParameter(
                Kind.DISCRETE, null, null, null, null, null, null, null, null, values, null, true, "");
    }

    /**
     * A distribution as a declaration writes it: {@code uniform(0.2, 1.4)}, {@code normal(0.4, 0.5) within -0.8..1.6} (mean
     * and deviation before the cut), {@code triangular(0, 0.2, 1)}, {@code beta(1.5, 4)} or {@code lognormal(1.2, 0.5)}
     * (median, and deviation of the logarithm), each with {@code within} where it is cut.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static UncertainParameter parse(String text) {
        Matcher m = WRITTEN.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("must be such as normal(0.4, 0.5) within -0.8..1.6, not " + text);
        }
        double[] n = Pattern.compile("\\s*,\\s*").splitAsStream(m.group(2)).mapToDouble(Double::parseDouble).toArray();
        Double from = m.group(3) == null ? null : Double.valueOf(m.group(3));
        Double to = m.group(4) == null ? null : Double.valueOf(m.group(4));
        Kind kind = Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT));
        if (n.length != (kind == Kind.TRIANGULAR ? 3 : 2) || from != null && kind != Kind.NORMAL && kind != Kind.LOGNORMAL) {
            throw new IllegalArgumentException("has another count of numbers than its kind, or a cut that it cannot have: "
                    + text);
        }
        return switch (kind) {
            case UNIFORM -> of(kind, n[0], n[1], null, null, null, null, null, null);
            case TRIANGULAR -> of(kind, n[0], n[2], null, null, n[1], null, null, null);
            case BETA -> of(kind, from, to, null, null, null, n[0], n[1], null);
            case NORMAL -> of(kind, from, to, n[0], n[1], null, null, null, null);
            default -> of(kind, from, to, null, n[1], null, null, null, StrictMath.log(n[0]));
        };
    }

    private static UncertainParameter of(
            Kind kind,
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Double mean,
            @Nullable Double deviation,
            @Nullable Double mode,
            @Nullable Double alpha,
            @Nullable Double beta,
            @Nullable Double location) {
        return new UncertainParameter(
                kind, from, to, mean, deviation, mode, alpha, beta, location, null, null, true, "");
    }

    private static boolean has(Kind kind, Kind one, Kind other) {
        return kind == one || kind == other;
    }

    private static void check(
            String kind, String key, @Nullable Object value, boolean needed, boolean allowed, List<String> wrong) {
        if (value == null && needed) {
            wrong.add(key + " must be given for a distribution of kind " + kind);
        } else if (value != null && !needed && !allowed) {
            wrong.add(key + " does not belong to a distribution of kind " + kind);
        }
    }

    /** The distribution as stated, before any cut. */
    public Distribution declared() {
        return declared(distribution, from, to, mean, deviation, mode, alpha, beta, location, values, weights);
    }

    private static Distribution declared(
            Kind kind,
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Double mean,
            @Nullable Double deviation,
            @Nullable Double mode,
            @Nullable Double alpha,
            @Nullable Double beta,
            @Nullable Double location,
            @Nullable List<Double> values,
            @Nullable List<Double> weights) {
        return switch (kind) {
            case UNIFORM -> Distribution.uniform(or(from, 0), or(to, 1));
            case NORMAL -> Distribution.truncatedNormal(or(mean, 0), or(deviation, 1), low(from), high(to));
            case TRIANGULAR -> Distribution.triangular(or(from, 0), or(mode, 0), or(to, 1));
            case BETA -> Distribution.beta(or(alpha, 1), or(beta, 1), or(from, 0), or(to, 1));
            case LOGNORMAL ->
                Distribution.lognormal(or(location, 0), or(deviation, 1)).cut(low(from), high(to));
            case DISCRETE -> {
                List<Double> listed = values == null ? List.of() : values;
                yield Distribution.discrete(
                        listed, weights == null ? Collections.nCopies(listed.size(), 1.0) : weights);
            }
        };
    }

    private static double low(@Nullable Double from) {
        return or(from, Double.NEGATIVE_INFINITY);
    }

    private static double high(@Nullable Double to) {
        return or(to, Double.POSITIVE_INFINITY);
    }

    static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
