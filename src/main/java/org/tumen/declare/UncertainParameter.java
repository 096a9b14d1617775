package org.tumen.declare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.distribution.BetaDistribution;
import org.tumen.distribution.DiscreteDistribution;
import org.tumen.distribution.Distribution;
import org.tumen.distribution.LognormalDistribution;
import org.tumen.distribution.NormalDistribution;
import org.tumen.distribution.TriangularDistribution;
import org.tumen.distribution.UniformDistribution;
import org.tumen.draw.PortableMath;
import org.tumen.words.Texts;

/**
 * The distribution of a parameter as a file or a declaration states it; the one vocabulary of all files. Which numbers
 * belong to it depends on its kind: {@code uniform} from, to; {@code normal} mean, deviation and, where it is cut, from or
 * to; {@code triangular} from, mode, to; {@code beta} alpha, beta and from, to (0 and 1 when not given); {@code lognormal}
 * location, deviation (of the logarithm) and, where it is cut, from or to; {@code discrete} values and weights (equal ones
 * when not given). A list of numbers is a discrete one with equal weights ({@link DistributionForm}). A parameter that is a
 * whole number takes the nearest one of what is drawn.
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
        UNIFORM(List.of("from", "to"), Set.of()),
        /** The normal distribution. */
        NORMAL(List.of("mean", "deviation"), Set.of("from", "to")),
        /** From an end up to the mode and down to the other end. */
        TRIANGULAR(List.of("from", "mode", "to"), Set.of()),
        /** The beta distribution, stretched. */
        BETA(List.of("alpha", "beta"), Set.of("from", "to")),
        /** A normal distribution of the logarithm. */
        LOGNORMAL(List.of("location", "deviation"), Set.of("from", "to")),
        /** Some values with weights. */
        DISCRETE(List.of("values"), Set.of("weights"));

        private final List<String> needed;
        private final Set<String> allowed;

        Kind(List<String> needed, Set<String> allowed) {
            this.needed = needed;
            this.allowed = allowed;
        }

        /** How a file writes one, its numbers left open. */
        String example() {
            return "{distribution: " + Texts.key(this) + ", " + String.join(": ..., ", needed)
                    + (this == DISCRETE ? ": [...]}" : ": ...}");
        }

        private void check(String key, @Nullable Object value, List<String> wrong) {
            String kind = " a distribution of kind " + Texts.key(this);
            if (value == null && needed.contains(key)) {
                wrong.add(key + " must be given for" + kind);
            } else if (value != null && !needed.contains(key) && !allowed.contains(key)) {
                wrong.add(key + " does not belong to" + kind);
            }
        }
    }

    /** @throws IllegalArgumentException when a number is missing, does not belong to the kind, or is not allowed */
    public UncertainParameter {
        values = values == null ? null : List.copyOf(values);
        weights = weights == null ? null : List.copyOf(weights);
        List<String> wrong = new ArrayList<>();
        distribution.check("from", from, wrong);
        distribution.check("to", to, wrong);
        distribution.check("mean", mean, wrong);
        distribution.check("deviation", deviation, wrong);
        distribution.check("mode", mode, wrong);
        distribution.check("alpha", alpha, wrong);
        distribution.check("beta", beta, wrong);
        distribution.check("location", location, wrong);
        distribution.check("values", values, wrong);
        distribution.check("weights", weights, wrong);
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
        Kind kind = Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT));
        String[] numbers = m.group(2).split("\\s*,\\s*");
        Map<String, Double> given = new HashMap<>();
        for (int i = 0; i < Math.min(numbers.length, kind.needed.size()); i++) {
            double number = Double.parseDouble(numbers[i]);
            boolean median = kind == Kind.LOGNORMAL && i == 0;
            given.put(kind.needed.get(i), median ? Double.valueOf(PortableMath.log(number)) : Double.valueOf(number));
        }
        boolean cut = m.group(3) != null;
        if (numbers.length != kind.needed.size() || cut && !kind.allowed.contains("from")) {
            throw new IllegalArgumentException(
                    "has not the numbers that belong to its kind, or a cut that it cannot have: " + text);
        }
        if (cut) {
            given.put("from", Double.valueOf(m.group(3)));
            given.put("to", Double.valueOf(m.group(4)));
        }
        return new UncertainParameter(
                kind,
                given.get("from"),
                given.get("to"),
                given.get("mean"),
                given.get("deviation"),
                given.get("mode"),
                given.get("alpha"),
                given.get("beta"),
                given.get("location"),
                null,
                null,
                true,
                "");
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
            case UNIFORM -> new UniformDistribution(or(from, 0), or(to, 1));
            case NORMAL -> new NormalDistribution(or(mean, 0), or(deviation, 1), low(from), high(to));
            case TRIANGULAR -> new TriangularDistribution(or(from, 0), or(mode, 0), or(to, 1));
            case BETA -> new BetaDistribution(or(alpha, 1), or(beta, 1), or(from, 0), or(to, 1));
            case LOGNORMAL -> new LognormalDistribution(or(location, 0), or(deviation, 1)).cut(low(from), high(to));
            case DISCRETE -> {
                List<Double> listed = values == null ? List.of() : values;
                yield new DiscreteDistribution(
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
