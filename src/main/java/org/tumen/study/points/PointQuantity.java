package org.tumen.study.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Texts;

/**
 * What a study looks at where it simulates one arm or several at each point: {@code mean_tension}, {@code
 * hard_line.mean_tension}, a difference such as {@code hard_line.mean_tension - usual.mean_tension}, or {@code
 * regret(usual.mean_stability)}, by how much the arm that is best on average at the point is better, 0 or more. Arms meet
 * the same random numbers, so differences are of paired runs.
 *
 * @param minus what is taken from it; null for nothing
 * @param regret which way the outcome is better of which it is the regret; null for the outcome itself
 */
public record PointQuantity(
        Term of, @Nullable Term minus, @Nullable Direction regret) {
    private static final Pattern REGRET = Pattern.compile("regret\\s*\\(\\s*(.*?)\\s*\\)");
    private static final Pattern TERM = Pattern.compile("(?:([a-z0-9][a-z0-9_-]*)\\.)?([a-z_]+)");

    /** An outcome of an arm, by the arm's place and name; the name is empty where there is one arm. */
    public record Term(int arm, String name, Outcome outcome) {
        @Override
        public String toString() {
            return name.isEmpty() ? outcome.key() : name + "." + outcome.key();
        }
    }

    /**
     * The quantity that a text states.
     *
     * @param arms the arms; of a single one the name is left out
     * @param better which way an outcome is better
     * @throws IllegalArgumentException when it states none, with what is wrong
     */
    public static PointQuantity parse(String text, List<String> arms, Function<Outcome, Direction> better) {
        Matcher regret = REGRET.matcher(text.strip());
        if (regret.matches()) {
            Term of = term(regret.group(1), arms);
            Direction direction = better.apply(of.outcome());
            if (arms.size() < 2 || direction == Direction.NEUTRAL) {
                throw new IllegalArgumentException(
                        "regret needs two arms or more, and an outcome that is better one way, not "
                                + Texts.quoted(text));
            }
            return new PointQuantity(of, null, direction);
        }
        String[] parts = text.strip().split("\\s+-\\s+", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException(
                    "must be an outcome or the difference of two, not " + Texts.quoted(text));
        }
        Term of = term(parts[0], arms);
        Term minus = parts.length == 1 ? null : term(parts[1], arms);
        if (minus != null && !minus.outcome().unit().equals(of.outcome().unit())) {
            throw new IllegalArgumentException(
                    "takes " + minus.outcome().unit() + " from " + of.outcome().unit());
        }
        return new PointQuantity(of, minus, null);
    }

    private static Term term(String text, List<String> arms) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) {
            throw new IllegalArgumentException(
                    "must name an outcome" + (arms.size() > 1 ? " of an arm" : "") + ", not " + Texts.quoted(text));
        }
        String arm = term.group(1);
        Outcome outcome = Outcome.named(term.group(2));
        if (arms.size() == 1 && arm == null) {
            return new Term(0, "", outcome);
        }
        if (arm == null || !arms.contains(arm)) {
            throw new IllegalArgumentException("must name an arm before the outcome, one of " + String.join(", ", arms)
                    + ", as in " + arms.get(0) + "." + outcome.key() + ", not " + Texts.quoted(text));
        }
        return new Term(arms.indexOf(arm), arms.size() == 1 ? "" : arm, outcome);
    }

    /** The outcome of each arm; of a single one under its own name. */
    public static List<PointQuantity> each(List<Outcome> outcomes, List<String> arms) {
        List<PointQuantity> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (int a = 0; a < arms.size(); a++) {
                all.add(new PointQuantity(new Term(a, arms.size() == 1 ? "" : arms.get(a), outcome), null, null));
            }
        }
        return all;
    }

    /** The difference of each arm to the first. */
    public static List<PointQuantity> differences(List<Outcome> outcomes, List<String> arms) {
        List<PointQuantity> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (int a = 1; a < arms.size(); a++) {
                Term first = new Term(0, arms.get(0), outcome);
                all.add(new PointQuantity(new Term(a, arms.get(a), outcome), first, null));
            }
        }
        return all;
    }

    /** The outcomes that it is made of. */
    public Set<Outcome> outcomes() {
        Set<Outcome> outcomes = new TreeSet<>(Set.of(of.outcome()));
        if (minus != null) {
            outcomes.add(minus.outcome());
        }
        return outcomes;
    }

    public String unit() {
        return of.outcome().unit();
    }

    /** Its values at the points, from the outcomes of each arm. */
    public PointValues values(List<DesignOutcomes> arms) {
        double[][] own = arms.get(of.arm()).of(of.outcome());
        double[][] rows = own;
        if (minus != null) {
            double[][] taken = arms.get(minus.arm()).of(minus.outcome());
            rows = IntStream.range(0, own.length)
                    .mapToObj(i -> difference(own[i], taken[i], 1))
                    .toArray(double[][]::new);
        } else if (regret != null) {
            int sign = regret == Direction.LESS ? -1 : 1;
            rows = IntStream.range(0, own.length)
                    .mapToObj(i -> difference(best(arms, i, sign), own[i], sign))
                    .toArray(double[][]::new);
        }
        boolean flag = minus == null && regret == null && of.outcome().kind() == Kind.FLAG;
        return new PointValues(
                key(), label(), unit(), flag, rows, arms.get(of.arm()).clusters());
    }

    /** The runs of the arm that is best on average at a point: what luck does to single runs is no regret. */
    private double[] best(List<DesignOutcomes> arms, int point, int sign) {
        double[] best = arms.get(of.arm()).of(of.outcome())[point];
        for (DesignOutcomes arm : arms) {
            double[] row = arm.of(of.outcome())[point];
            best = sign * (DesignOutcomes.mean(row) - DesignOutcomes.mean(best)) > 0 ? row : best;
        }
        return best;
    }

    private static double[] difference(double[] x, double[] y, int sign) {
        return IntStream.range(0, x.length)
                .mapToDouble(r -> sign * (x[r] - y[r]))
                .toArray();
    }

    private String key() {
        return regret != null ? "regret." + of : minus == null ? of.toString() : of + "-" + minus;
    }

    /** Its name in texts. */
    public String label() {
        String label = of.outcome().label();
        if (regret != null) {
            return "Regret of " + of.name() + " in " + label.toLowerCase(Locale.ROOT);
        }
        if (minus == null) {
            return term(of);
        }
        return minus.outcome() == of.outcome()
                ? label + ", " + of.name() + " \u2212 " + minus.name()
                : term(of) + " \u2212 " + term(minus);
    }

    private static String term(Term term) {
        String label = term.outcome().label();
        return term.name().isEmpty() ? label : label + ", " + term.name();
    }

    @Override
    public String toString() {
        return regret != null ? "regret(" + of + ")" : minus == null ? of.toString() : of + " - " + minus;
    }
}
