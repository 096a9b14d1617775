package org.tumen.study.compare;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Finding;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.BreakEvenWords;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.UnderThePrior;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.summary.PriorComparison;
import org.tumen.words.TextTable;

/** The answer of a comparison in one world: what is better, by how much, how sure, what it turns on and where it flips. */
final class ComparisonAnswer {
    /** Arms beside each other in a line of the terminal. */
    private static final int ARMS_A_LINE = 4;

    private static final int MOST_NAMED = 4;

    private final String baseline;
    private final List<Measure> measures;
    private final ComparisonTable table;
    private final @Nullable PriorComparison prior;

    /** @param prior what the comparison comes to over the prior; null where nothing is uncertain */
    ComparisonAnswer(String baseline, List<Measure> measures, ComparisonTable table, @Nullable PriorComparison prior) {
        this.baseline = baseline;
        this.measures = measures;
        this.table = table;
        this.prior = prior;
    }

    /**
     * Tells question and answer, world by world.
     *
     * @param question may be blank
     * @param tables the comparison in each world
     * @param priors what it comes to over the prior, in the worlds in which something is uncertain
     * @return the sentences of the answer
     */
    static List<String> tell(
            String question,
            String baseline,
            List<Measure> measures,
            Map<String, ComparisonTable> tables,
            Map<String, PriorComparison> priors,
            PrintWriter print) {
        if (!question.isBlank()) {
            print.println(CompareTexts.wrapped(question.strip()));
        }
        List<String> sentences = new ArrayList<>();
        tables.forEach((world, table) -> {
            ComparisonAnswer answer = new ComparisonAnswer(baseline, measures, table, priors.get(world));
            String told = (tables.size() > 1 ? "In " + world + ": " : "") + String.join(" ", answer.sentences());
            print.println();
            print.println(CompareTexts.wrapped(told));
            print.println();
            print.print(answer.matrix());
            answer.turnsOn().forEach(line -> print.println(CompareTexts.wrapped(line)));
            sentences.add(told);
            sentences.addAll(answer.turnsOn());
        });
        return sentences;
    }

    /** One sentence to three. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Measure main = measures.get(0);
        List<ComparisonTable.Row> rows = rows(main.outcome());
        Comparator<ComparisonTable.Row> byDifference = Comparator.comparingDouble(
                r -> oriented(main, r.comparison().mean().difference()));
        Optional<ComparisonTable.Row> best = rows.stream()
                .filter(r -> r.comparison().finding() == Finding.BETTER)
                .max(byDifference);
        ComparisonTable.Row told = best.orElseGet(() -> rows.stream()
                .max(Comparator.comparingDouble(
                        r -> Math.abs(r.comparison().mean().difference())))
                .orElseThrow());
        if (best.isEmpty() && main.direction() != Direction.NEUTRAL) {
            sentences.add("No other arm is sure to be better than " + baseline + " in " + lower(main.outcome()) + ".");
        }
        sentences.add(told.verdict() + ".");
        DrawnComparison found = prior == null ? null : prior.found().get(main.outcome());
        if (found != null) {
            sentences.add(underThePrior(found, found.arms().indexOf(told.arm()), main));
        }
        return sentences;
    }

    private String underThePrior(DrawnComparison found, int arm, Measure main) {
        UnderThePrior under = found.underThePrior().get(arm);
        String share = under.shareInWords(main.direction() == Direction.NEUTRAL ? "higher" : "better");
        return found.valueOfPair().isEmpty()
                ? share
                : share + " "
                        + new BreakEvenWords(under.arm(), lower(main.outcome()))
                                .sentence(
                                        under,
                                        found.valueOfPair().get(arm),
                                        found.breakEvens().get(arm));
    }

    private static double oriented(Measure measure, double value) {
        return measure.direction() == Direction.LESS ? -value : value;
    }

    private List<ComparisonTable.Row> rows(Outcome outcome) {
        return table.rows().stream()
                .filter(r -> r.comparison().outcome() == outcome && r.baseline().equals(baseline))
                .toList();
    }

    /** Arms by criteria: difference, half of its interval, mark; under a prior the share of worlds. */
    String matrix() {
        List<String> arms = rows(measures.get(0).outcome()).stream()
                .map(ComparisonTable.Row::arm)
                .toList();
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < arms.size(); from += ARMS_A_LINE) {
            List<String> some = arms.subList(from, Math.min(arms.size(), from + ARMS_A_LINE));
            List<String> head = new ArrayList<>(List.of("Against " + baseline));
            head.addAll(some);
            TextTable lines = new TextTable(head.toArray(String[]::new));
            for (Measure measure : measures) {
                List<String> cells = new ArrayList<>(List.of(name(measure)));
                rows(measure.outcome()).stream()
                        .filter(r -> some.contains(r.arm()))
                        .forEach(r -> cells.add(cell(measure, r)));
                lines.row(cells.toArray(String[]::new));
            }
            text.append(lines);
        }
        return text
                + "±: half of the 95 % interval; + better, - worse, ? undecided"
                + (prior == null ? "\n" : "; %: worlds where better, - unknown\n");
    }

    private static String name(Measure measure) {
        String label = measure.outcome().label();
        return label.length() > 24 ? label.substring(0, 23) + "." : label;
    }

    private String cell(Measure measure, ComparisonTable.Row row) {
        DrawnComparison found = prior == null ? null : prior.found().get(measure.outcome());
        if (found == null) {
            MeanDifference mean = row.comparison().mean();
            Interval interval = mean.interval();
            return interval == null
                    ? String.format(Locale.ROOT, "%+.3f   -", mean.difference()) + (mean.differing() == 0 ? " =" : " ?")
                    : figure(mean.difference(), interval) + " " + mark(measure.direction(), interval);
        }
        UnderThePrior under = found.underThePrior().get(found.arms().indexOf(row.arm()));
        return figure(under.difference(), under.interval()) + " " + mark(measure.direction(), under.interval())
                + (under.shareTold() ? String.format(Locale.ROOT, "%4.0f%%", 100 * under.better()) : "    -");
    }

    private static String figure(double difference, Interval interval) {
        int decimals = interval.halfWidth() >= 0.995 ? 1 : interval.halfWidth() >= 0.0995 ? 2 : 3;
        return String.format(
                Locale.ROOT, "%+." + decimals + "f ±%." + decimals + "f", difference, interval.halfWidth());
    }

    private static String mark(Direction direction, Interval interval) {
        if (interval.low() == 0 && interval.high() == 0) {
            return "=";
        }
        if (!interval.excludesZero()) {
            return "?";
        }
        boolean higher = interval.low() > 0;
        return switch (direction) {
            case MORE -> higher ? "+" : "-";
            case LESS -> higher ? "-" : "+";
            case NEUTRAL -> " ";
        };
    }

    /** What it turns on, and the weights; empty without a prior. */
    List<String> turnsOn() {
        List<String> lines = new ArrayList<>();
        PriorComparison known = prior;
        if (known == null) {
            return lines;
        }
        for (Measure measure : measures) {
            DrawnComparison found = known.found().get(measure.outcome());
            if (found != null && !found.valueOfChoice().isEmpty()) {
                lines.add(turnsOn(measure.outcome(), found.valueOfChoice().get(0)));
                break;
            }
        }
        WeightsAcceptability weights = known.weights();
        if (weights != null) {
            lines.add("Weighing the " + weights.criteria().size()
                    + " criteria any way (one point: "
                    + (measures.stream().allMatch(m -> m.scale() == null)
                            ? "a standard deviation"
                            : "the study's scale, else a standard deviation")
                    + "): "
                    + String.join(
                            ", ",
                            weights.arms().stream()
                                    .sorted(Comparator.comparingDouble(WeightsAcceptability.OfArm::chosen)
                                            .reversed())
                                    .limit(MOST_NAMED)
                                    .map(a -> a.arm() + " best on average for " + CompareTexts.percent(a.chosen())
                                            + " of weights")
                                    .toList())
                    + ".");
        }
        return lines;
    }

    private static String turnsOn(Outcome outcome, ValueOfKnowing value) {
        String all = "; knowing everything would be worth " + number(value.ofAll()) + " " + outcome.unit() + ".";
        List<ValueOfKnowing.Known> matter = value.thatMatter();
        if (matter.isEmpty()) {
            return "The choice in " + lower(outcome) + " turns on no parameter: none stands out of the noise" + all;
        }
        return "The choice in " + lower(outcome) + " turns on "
                + String.join(
                        ", ",
                        matter.stream()
                                .limit(MOST_NAMED)
                                .map(k -> k.quantity().label() + " (worth " + number(k.value()) + " to know)")
                                .toList())
                + all;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 0.0995 || value < 5e-5 ? "%.2f" : "%.2g", value);
    }

    static String lower(Outcome outcome) {
        String label = outcome.label().substring(0, 1).toLowerCase(Locale.ROOT)
                + outcome.label().substring(1);
        return outcome.kind() == Kind.FLAG ? "the share of runs with " + label : label;
    }

    /** What a reader of the files finds of an arm in every outcome: sentences on where it flips. */
    static Map<String, String> flips(DrawnComparison found, Outcome outcome) {
        Map<String, String> sentences = new java.util.LinkedHashMap<>();
        for (int k = 0; k < found.breakEvens().size(); k++) {
            sentences.put(
                    found.arms().get(k),
                    new BreakEvenWords(found.arms().get(k), lower(outcome))
                            .sentence(
                                    found.underThePrior().get(k),
                                    found.valueOfPair().get(k),
                                    found.breakEvens().get(k)));
        }
        return sentences;
    }
}
