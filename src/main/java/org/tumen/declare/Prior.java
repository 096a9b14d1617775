package org.tumen.declare;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.distribution.Distribution;
import org.tumen.draw.PortableMath;

/**
 * What a number may be where nobody knows it, as {@link Parameter#prior} declares it.
 *
 * @param family the family of distributions
 * @param first lower end, mean, or median
 * @param second upper end, standard deviation, or standard deviation of the logarithm
 * @param low what lies below is cut off; negative infinity for no cut
 * @param high what lies above is cut off; infinity for no cut
 */
public record Prior(Family family, double first, double second, double low, double high) {
    private static final String NUMBER = "(-?[0-9]*\\.?[0-9]+)";
    private static final Pattern TEXT = Pattern.compile("(uniform|normal|lognormal)\\(" + NUMBER + ", " + NUMBER
            + "\\)(?: within " + NUMBER + "\\.\\." + NUMBER + ")?");

    /** Families of priors. */
    public enum Family {
        /** All values between two ends alike. */
        UNIFORM,
        /** Normal, by mean and standard deviation before any cut. */
        NORMAL,
        /** Lognormal, by median and standard deviation of the logarithm. */
        LOGNORMAL
    }

    /** The prior of a declaration; nothing where the number is not in doubt. */
    public static Optional<Prior> of(Parameter declaration) {
        return declaration.prior().isEmpty() ? Optional.empty() : Optional.of(parse(declaration.prior()));
    }

    /**
     * Reads {@code uniform(0.2, 1.4)}, {@code normal(0.4, 0.5) within -0.8..1.6} or {@code lognormal(1.2, 0.5)}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Prior parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a prior; write uniform(a, b), normal(mean, deviation) or"
                            + " lognormal(median, deviation), with within a..b after a normal one that is cut");
        }
        Family family = Family.valueOf(m.group(1).toUpperCase(Locale.ROOT));
        boolean cut = m.group(4) != null;
        if (cut && family != Family.NORMAL) {
            throw new IllegalArgumentException("\"" + text + "\": only a normal prior is cut by within");
        }
        Prior prior = new Prior(
                family,
                Double.parseDouble(m.group(2)),
                Double.parseDouble(m.group(3)),
                cut ? Double.parseDouble(m.group(4)) : Double.NEGATIVE_INFINITY,
                cut ? Double.parseDouble(m.group(5)) : Double.POSITIVE_INFINITY);
        prior.distribution();
        return prior;
    }

    /** The distribution, cut where it is. */
    public Distribution distribution() {
        return switch (family) {
            case UNIFORM -> Distribution.uniform(first, second);
            case NORMAL ->
                Double.isFinite(low)
                        ? Distribution.truncatedNormal(first, second, low, high)
                        : Distribution.normal(first, second);
            case LOGNORMAL -> Distribution.lognormal(PortableMath.log(first), second);
        };
    }
}
