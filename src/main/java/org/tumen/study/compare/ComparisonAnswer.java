package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Finding;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.BreakEvenWords;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.UnderThePrior;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.summary.PriorComparison;

/** The answer of a comparison in one world: what is better, by how much, how sure, what it turns on and where it flips. */
final class ComparisonAnswer {
    private static final int MOST_NAMED = 4;

    private final WorldComparison world;
    private final List<Measure> measures;

    ComparisonAnswer(WorldComparison world, List<Measure> measures) {
        this.world = world;
        this.measures = measures;
    }

    /** One sentence to three. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Measure main = measures.get(0);
        List<ComparisonTable.Row> rows = world.against(main.outcome());
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
            sentences.add("No other arm is sure to be better than " + world.baseline() + " in " + CompareFormats.lower(main.outcome()) + ".");
        }
        sentences.add(told.verdict() + ".");
        world.drawn(main.outcome())
                .ifPresent(found -> sentences.add(underThePrior(found, found.arms().indexOf(told.arm()), main)));
        return sentences;
    }

    private String underThePrior(DrawnComparison found, int arm, Measure main) {
        UnderThePrior under = found.underThePrior().get(arm);
        String share = under.shareInWords(main.direction() == Direction.NEUTRAL ? "higher" : "better");
        return found.valueOfPair().isEmpty()
                ? share
                : share + " "
                        + new BreakEvenWords(under.arm(), CompareFormats.lower(main.outcome()))
                                .sentence(
                                        under,
                                        found.valueOfPair().get(arm),
                                        found.breakEvens().get(arm));
    }

    private static double oriented(Measure measure, double value) {
        return measure.direction() == Direction.LESS ? -value : value;
    }

    /** What it turns on, and the weights; empty without a prior. */
    List<String> turnsOn() {
        List<String> lines = new ArrayList<>();
        PriorComparison known = world.prior();
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
                                    .filter(a -> a.chosen() >= 0.005)
                                    .sorted(Comparator.comparingDouble(WeightsAcceptability.OfArm::chosen)
                                            .reversed())
                                    .limit(MOST_NAMED)
                                    .map(a -> a.arm() + " best on average for " + CompareFormats.percent(a.chosen())
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
            return "The choice" + among(value) + " in " + CompareFormats.lower(outcome)
                    + " turns on no single parameter that stands out of the noise" + all;
        }
        return "The choice" + among(value) + " in " + CompareFormats.lower(outcome) + " turns on "
                + String.join(
                        ", ",
                        matter.stream()
                                .limit(MOST_NAMED)
                                .map(k -> k.quantity().label() + " (worth " + number(k.value()) + " to know)")
                                .toList())
                + all;
    }

    private static String among(ValueOfKnowing value) {
        return value.arms().size() > 2 ? " among the " + value.arms().size() + " arms" : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 0.0995 || value < 5e-5 ? "%.2f" : "%.2g", value);
    }

    /** Where each arm flips in an outcome, a sentence an arm. */
    static List<String> flips(DrawnComparison found, Outcome outcome) {
        return IntStream.range(0, found.breakEvens().size())
                .mapToObj(k -> new BreakEvenWords(found.arms().get(k), CompareFormats.lower(outcome))
                        .sentence(
                                found.underThePrior().get(k),
                                found.valueOfPair().get(k),
                                found.breakEvens().get(k)))
                .toList();
    }
}
