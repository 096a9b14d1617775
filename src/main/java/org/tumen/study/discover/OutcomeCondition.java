package org.tumen.study.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.PointQuantity;
import org.tumen.study.points.PointValues;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * Which points are of interest: comparisons of means over the runs of a point, such as {@code any_crisis > 0.3}, {@code
 * hard_line.mean_tension > usual.mean_tension} or {@code regret(usual.mean_stability) > 0.5}, joined by {@code and} and
 * {@code or}, of which {@code and} binds closer.
 *
 * @param anyOf it holds where all comparisons of any of these lists hold
 */
public record OutcomeCondition(List<List<Comparison>> anyOf) {
    private static final Pattern FORM = Pattern.compile("(.+?)\\s*(<=|>=|<|>)\\s*(.+)");

    public OutcomeCondition {
        anyOf = anyOf.stream().map(List::copyOf).toList();
    }

    /**
     * A comparison.
     *
     * @param sign one of {@code <}, {@code <=}, {@code >}, {@code >=}
     * @param right the quantity that is its limit; null for a number
     * @param limit the number; 0 beside a quantity
     */
    public record Comparison(
            PointQuantity left, String sign, @Nullable PointQuantity right, double limit) {
        private boolean holds(double left, double right) {
            return switch (sign) {
                case "<" -> left < right;
                case "<=" -> left <= right;
                case ">" -> left > right;
                default -> left >= right;
            };
        }

        private boolean[] holds(List<DesignOutcomes> arms) {
            double[] own = left.values(arms).means();
            double[] other = right == null ? null : right.values(arms).means();
            boolean[] holds = new boolean[own.length];
            for (int i = 0; i < holds.length; i++) {
                holds[i] = holds(own[i], other == null ? limit : other[i]);
            }
            return holds;
        }

        /** Where the limit lies within the 95 % interval of what is compared with it, by runs. */
        private boolean[] open(List<DesignOutcomes> arms) {
            PointValues own = left.values(arms);
            double[][] other = right == null ? null : right.values(arms).rows();
            double[][] rows = own.rows().clone();
            Arrays.setAll(
                    rows,
                    i -> IntStream.range(0, own.rows()[i].length)
                            .mapToDouble(r -> own.rows()[i][r] - (other == null ? limit : other[i][r]))
                            .toArray());
            return new PointValues(own.key(), own.label(), own.unit(), false, rows, own.clusters()).aboutZero();
        }

        /** It in words, such as any crisis ≥ 0.5. */
        private String words() {
            String limited = right == null ? Numbers.shown(limit) : Texts.lower(right.label());
            return Texts.lower(left.label()) + " "
                    + sign.replace("<=", "\u2264").replace(">=", "\u2265") + " " + limited;
        }

        @Override
        public String toString() {
            return left + " " + sign + " " + (right == null ? Numbers.plain(limit) : right);
        }
    }

    /**
     * The condition that a text states.
     *
     * @param arms the arms; of a single one the name is left out
     * @param better which way an outcome is better
     * @throws IllegalArgumentException when it states none
     */
    static OutcomeCondition parse(String text, List<String> arms, Function<Outcome, Direction> better) {
        List<List<Comparison>> anyOf = new ArrayList<>();
        for (String either : text.strip().split("\\s+or\\s+", -1)) {
            List<Comparison> all = new ArrayList<>();
            for (String part : either.split("\\s+and\\s+", -1)) {
                all.add(comparison(part.strip(), arms, better));
            }
            anyOf.add(all);
        }
        return new OutcomeCondition(anyOf);
    }

    private static Comparison comparison(String text, List<String> arms, Function<Outcome, Direction> better) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "must be an outcome, one of < <= > >= and a number or another outcome, such as "
                            + (arms.size() > 1
                                    ? arms.get(0) + ".mean_tension > " + arms.get(1) + ".mean_tension"
                                    : "any_crisis > 0")
                            + ", joined by and or or, not " + Texts.quoted(text));
        }
        PointQuantity left = PointQuantity.parse(form.group(1), arms, better);
        String other = form.group(3);
        if (Numbers.isNumber(other)) {
            return new Comparison(left, form.group(2), null, Double.parseDouble(other));
        }
        PointQuantity right = PointQuantity.parse(other, arms, better);
        if (!right.unit().equals(left.unit())) {
            throw new IllegalArgumentException("compares " + left.unit() + " with " + right.unit());
        }
        return new Comparison(left, form.group(2), right, 0);
    }

    /** The outcomes that it is about. */
    Set<Outcome> outcomes() {
        Set<Outcome> outcomes = new TreeSet<>();
        anyOf.forEach(all -> all.forEach(comparison -> {
            outcomes.addAll(comparison.left().outcomes());
            if (comparison.right() != null) {
                outcomes.addAll(comparison.right().outcomes());
            }
        }));
        return outcomes;
    }

    /** At which points it holds, from the outcomes of each arm. */
    boolean[] holds(List<DesignOutcomes> arms) {
        return joined(comparison -> comparison.holds(arms));
    }

    /**
     * At which points the runs leave open whether it holds: it would hold if all comparisons went one way whose limit lies
     * within a 95 % interval, and not if they went the other.
     */
    boolean[] open(List<DesignOutcomes> arms) {
        boolean[] most = joined(comparison -> either(comparison.holds(arms), comparison.open(arms), true));
        boolean[] least = joined(comparison -> either(comparison.holds(arms), comparison.open(arms), false));
        boolean[] open = new boolean[most.length];
        IntStream.range(0, open.length).forEach(i -> open[i] = most[i] && !least[i]);
        return open;
    }

    private static boolean[] either(boolean[] holds, boolean[] open, boolean way) {
        boolean[] either = holds.clone();
        IntStream.range(0, either.length).filter(i -> open[i]).forEach(i -> either[i] = way);
        return either;
    }

    private boolean[] joined(Function<Comparison, boolean[]> at) {
        List<List<boolean[]>> found =
                anyOf.stream().map(all -> all.stream().map(at).toList()).toList();
        boolean[] holds = new boolean[found.get(0).get(0).length];
        IntStream.range(0, holds.length)
                .forEach(i ->
                        holds[i] = found.stream().anyMatch(all -> all.stream().allMatch(c -> c[i])));
        return holds;
    }

    @Override
    public String toString() {
        return text(Comparison::toString);
    }

    /** It in words for readers. */
    String words() {
        return text(Comparison::words);
    }

    private String text(Function<Comparison, String> each) {
        return anyOf.stream()
                .map(all -> all.stream().map(each).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or "));
    }
}
