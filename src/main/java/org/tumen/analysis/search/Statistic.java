package org.tumen.analysis.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.util.KthSelector;
import org.tumen.analysis.Quantiles;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * A number that sums up the runs of a point: {@code mean(outcome)}, {@code share(outcome > value)}, {@code quantile(outcome,
 * 0.95)} or {@code cvar(outcome, 0.1)}, the mean of the worst tenth of the runs.
 *
 * <p>Quantiles are those of {@link Quantiles}. The conditional value at risk is q − mean((q − x)⁺)/α with q the least value that a
 * share α of the runs does not exceed, which counts in part the run that the tail cuts: R. T. Rockafellar and S. Uryasev, J.
 * Banking Finance 26 (2002) 1443–1471.
 *
 * @param kind which statistic
 * @param outcome of which outcome
 * @param level the limit of a share, the probability of a quantile, the tail of a conditional value at risk; 0 for a mean
 * @param above whether a share counts the runs above its limit rather than those below
 * @param lowTail whether the worst runs are those with the least of the outcome
 */
public record Statistic(Kind kind, Outcome outcome, double level, boolean above, boolean lowTail) {
    private static final Pattern FORM = Pattern.compile("\\s*(mean|share|quantile|cvar)\\s*\\(\\s*([a-z_]+)\\s*"
            + "(?:(,|<|>)\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*)?\\)\\s*");

    /** Which statistic. */
    public enum Kind {
        /** The mean of the runs. */
        MEAN,
        /** The share of runs beyond a limit. */
        SHARE,
        /** A quantile of the runs. */
        QUANTILE,
        /** The mean of the worst runs. */
        CVAR
    }

    /** @throws IllegalArgumentException when a probability is not between 0 and 1 */
    public Statistic {
        boolean probability = kind == Kind.QUANTILE || kind == Kind.CVAR;
        if (probability && !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "the " + Texts.key(kind) + " needs a probability between 0 and 1, not " + level);
        }
    }

    /**
     * Reads a statistic; an outcome alone is its mean.
     *
     * @param text such as {@code cvar(mean_stability, 0.1)}
     * @param better which way it is better; decides which tail of a conditional value at risk is the worst
     * @throws IllegalArgumentException when it is none; the message says what is allowed
     */
    public static Statistic parse(String text, Direction better) {
        Matcher m = FORM.matcher(text.matches("\\s*[a-z_]+\\s*") ? "mean(" + text.strip() + ")" : text);
        if (!m.matches()) {
            boolean cut = text.contains("(") != text.contains(")");
            throw new IllegalArgumentException(
                    "must be mean(OUTCOME), share(OUTCOME > NUMBER), quantile(OUTCOME, 0.95) or"
                            + " cvar(OUTCOME, 0.1), not \"" + text + "\""
                            + (cut ? "; in a list in [brackets] put what has a comma in quotes" : ""));
        }
        Outcome outcome = Outcome.named(m.group(2));
        Kind kind = Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT));
        String sign = m.group(3) == null ? "" : m.group(3);
        String wanted = kind == Kind.MEAN ? "" : kind == Kind.SHARE ? "<>" : ",";
        if (sign.isEmpty() != wanted.isEmpty() || !wanted.contains(sign)) {
            throw new IllegalArgumentException("\"" + text + "\": write "
                    + switch (kind) {
                        case MEAN -> "mean(" + outcome.key() + ")";
                        case SHARE -> "share(" + outcome.key() + " > NUMBER) or share(" + outcome.key() + " < NUMBER)";
                        default -> m.group(1) + "(" + outcome.key() + ", PROBABILITY)";
                    });
        }
        double level = sign.isEmpty() ? 0 : Double.parseDouble(m.group(4));
        return new Statistic(kind, outcome, level, sign.equals(">"), better == Direction.MORE);
    }

    /** Its value for the outcomes of some runs; NaN without runs. */
    public double of(double[] runs) {
        if (runs.length == 0) {
            return Double.NaN;
        }
        return switch (kind) {
            case MEAN -> Arrays.stream(runs).sum() / runs.length;
            case SHARE ->
                (double) Arrays.stream(runs)
                                .filter(x -> above ? x > level : x < level)
                                .count()
                        / runs.length;
            case QUANTILE -> Quantiles.of(runs, level);
            case CVAR -> cvar(runs);
        };
    }

    /** Whether two values of a run count differently: on different sides of the limit of a share, else not alike. */
    public boolean differ(double one, double other) {
        return kind == Kind.SHARE ? of(new double[] {one}) != of(new double[] {other}) : one != other;
    }

    private double cvar(double[] runs) {
        int sign = lowTail ? 1 : -1;
        double[] signed = Arrays.stream(runs).map(x -> sign * x).toArray();
        // A share of 0.1 of 30 runs may come out a little above 3.
        int last = Math.max(0, (int) Math.ceil(level * signed.length - 1e-9) - 1);
        double q = new KthSelector().select(signed.clone(), null, last);
        double beyond = 0;
        for (double x : signed) {
            beyond += Math.max(0, q - x);
        }
        return sign * (q - beyond / level / runs.length);
    }

    /** What a reader calls it. */
    public String label() {
        return outcome.label()
                + switch (kind) {
                    case MEAN -> "";
                    case SHARE -> (above ? " above " : " below ") + Numbers.plain(level);
                    case QUANTILE -> ", " + Numbers.shown(100 * level) + " % quantile";
                    case CVAR -> ", mean of the worst " + Numbers.shown(100 * level) + " % of runs";
                };
    }

    public String unit() {
        return kind == Kind.SHARE ? "share of runs" : outcome.unit();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        String number = Numbers.typed(level);
        return Texts.key(kind) + "(" + outcome.key()
                + switch (kind) {
                    case MEAN -> "";
                    case SHARE -> (above ? " > " : " < ") + number;
                    default -> ", " + number;
                }
                + ")";
    }
}
