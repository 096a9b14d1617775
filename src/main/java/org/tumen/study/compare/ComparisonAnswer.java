package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Finding;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.BreakEvenWords;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.UnderThePrior;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.Valued;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.outcome.Amount;
import org.tumen.outcome.Direction;
import org.tumen.summary.PriorComparison;
import org.tumen.words.Numbers;

/** The answer of a comparison in one world: what is better, by how much, how sure, what it turns on and where it flips. */
record ComparisonAnswer(WorldComparison world, List<Measure> measures) {
    private static final int MOST_NAMED = 4;
    private static final String UTILITY = Valued.utility("").key();

    /** One sentence to three. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Measure main = measures.get(0);
        ComparisonTable.Row told = told();
        if (told.comparison().finding() != Finding.BETTER && main.direction() != Direction.NEUTRAL) {
            sentences.add("No arm is surely better than " + world.baseline() + " in "
                    + CompareFormats.lower(main.outcome()) + ".");
        }
        sentences.add(told.verdict() + ".");
        world.drawn(main.outcome()).ifPresent(found -> sentences.add(underThePrior(found, told, main)));
        return sentences;
    }

    /** The arm that is better by most in the main outcome; where none is surely better, the one that differs most. */
    private ComparisonTable.Row told() {
        Measure main = measures.get(0);
        List<ComparisonTable.Row> rows = world.against(main.outcome());
        return rows.stream()
                .filter(r -> r.comparison().finding() == Finding.BETTER)
                .max(Comparator.comparingDouble(
                        r -> oriented(main, r.comparison().mean().difference())))
                .or(() -> rows.stream()
                        .max(Comparator.comparingDouble(
                                r -> Math.abs(r.comparison().mean().difference()))))
                .orElseThrow();
    }

    /** The keys of the parameters that the sentences name. */
    List<String> named() {
        DrawnComparison found = world.drawn(measures.get(0).outcome()).orElse(null);
        return found == null || found.valueOfPair().isEmpty()
                ? List.of()
                : found.breakEvens().get(found.arms().indexOf(told().arm())).stream()
                        .map(along -> along.quantity().key())
                        .toList();
    }

    private String underThePrior(DrawnComparison found, ComparisonTable.Row told, Measure main) {
        int arm = found.arms().indexOf(told.arm());
        UnderThePrior under = found.underThePrior().get(arm);
        String share = under.shareInWords(main.direction() == Direction.NEUTRAL ? "higher" : "better");
        Finding finding = told.comparison().finding();
        // The verdict tells the same mean; only where one of the two is settled and the other is not, both are told.
        boolean settled = finding != Finding.UNDECIDED && finding != Finding.NO_DIFFERENCE_THAT_MATTERS;
        boolean said = settled == under.signSure();
        return found.valueOfPair().isEmpty()
                ? share
                : share + " "
                        + new BreakEvenWords(under.arm(), CompareFormats.lower(main.outcome()))
                                .sentence(
                                        under,
                                        found.valueOfPair().get(arm),
                                        found.breakEvens().get(arm),
                                        said);
    }

    private static double oriented(Measure measure, double value) {
        return measure.direction() == Direction.LESS ? -value : value;
    }

    /** The utility that the study states, what the choice turns on, and the weights; empty without a prior. */
    List<String> turnsOn() {
        List<String> lines = new ArrayList<>();
        PriorComparison known = world.prior();
        if (known == null) {
            return lines;
        }
        List<Map.Entry<Valued, DrawnComparison>> choices = known.found().entrySet().stream()
                .filter(entry -> !entry.getValue().valueOfChoice().isEmpty())
                .toList();
        choices.stream()
                .filter(entry -> entry.getKey().key().equals(UTILITY))
                .findFirst()
                .or(() -> choices.stream().findFirst())
                .ifPresent(entry -> {
                    if (entry.getKey().key().equals(UTILITY)) {
                        lines.add(utility(entry.getKey(), entry.getValue()));
                    }
                    lines.add(turnsOn(
                            entry.getKey(), entry.getValue().valueOfChoice().get(0)));
                });
        WeightsAcceptability weights = known.weights();
        if (weights != null) {
            lines.add(weights(weights));
        }
        return lines;
    }

    /** Which arm the utility speaks for; its interval holds against the baseline, not against the other arms. */
    private String utility(Valued utility, DrawnComparison found) {
        UnderThePrior best = found.underThePrior().stream()
                .max(Comparator.comparingDouble(UnderThePrior::difference))
                .orElseThrow();
        Interval interval = best.interval();
        String by = "by "
                + (interval == null
                        ? amount(utility).told(Numbers.estimate(best.difference()))
                        : amount(utility).told(best.difference(), interval.low(), interval.high()));
        if (interval == null || interval.low() <= 0) {
            return "No arm surely has a greater utility than " + world.baseline() + "; " + best.arm() + " differs " + by
                    + ".";
        }
        return best.arm() + " has a greater utility than " + world.baseline() + ", " + by
                + (found.arms().size() > 1
                        ? ", and the greatest in these runs; against other arms it is not tested."
                        : ".");
    }

    private String weights(WeightsAcceptability weights) {
        String point = measures.stream().allMatch(m -> m.scale() == null)
                ? "a standard deviation"
                : "the study's scale, else a standard deviation";
        if (weights.given()) {
            return "By the study's weights of the criteria (one point: " + point + "): "
                    + named(weights, WeightsAcceptability.OfArm::chosen, " is best on average")
                    + "; "
                    + named(weights, a -> a.ranks()[0], " is best in %s of draws of the parameters")
                    + ".";
        }
        return "Weighing the " + weights.criteria().size() + " criteria any way (one point: " + point + "): "
                + named(weights, WeightsAcceptability.OfArm::chosen, " best on average for %s of weights")
                + ".";
    }

    /** The arms with the greatest shares, in words, in which %s is the share. */
    private static String named(
            WeightsAcceptability weights, ToDoubleFunction<WeightsAcceptability.OfArm> share, String words) {
        List<WeightsAcceptability.OfArm> arms = weights.arms();
        List<String> percents =
                Numbers.wholePercents(arms.stream().mapToDouble(share).toArray());
        return IntStream.range(0, arms.size())
                .boxed()
                .filter(i -> share.applyAsDouble(arms.get(i)) >= 0.005)
                .sorted(Comparator.comparingDouble(i -> -share.applyAsDouble(arms.get(i))))
                .limit(MOST_NAMED)
                .map(i -> arms.get(i).arm() + words.replace("%s", percents.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static String turnsOn(Valued outcome, ValueOfKnowing value) {
        Amount amount = amount(outcome);
        String all =
                "; knowing everything would be worth " + amount.told(number(amount.factor() * value.ofAll())) + ".";
        List<ValueOfKnowing.Known> matter = value.thatMatter();
        String choice = "The choice" + among(value) + " in " + outcome.phrase();
        if (matter.isEmpty()) {
            return choice + " turns on no single parameter that stands out of the noise" + all;
        }
        return choice + " turns on "
                + matter.stream()
                        .limit(MOST_NAMED)
                        .map(k -> k.quantity().label() + " (worth " + number(amount.factor() * k.value()) + " to know)")
                        .collect(Collectors.joining(", "))
                + all;
    }

    /** The unit of a utility is the study's own and stands as it is written there. */
    private static Amount amount(Valued outcome) {
        return outcome.key().equals(UTILITY) ? new Amount(1, outcome.unit()) : Amount.in(outcome.unit());
    }

    private static String among(ValueOfKnowing value) {
        return value.arms().size() > 2 ? " among the " + value.arms().size() + " arms" : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 0.0995 || value < 5e-5 ? "%.2f" : "%.2g", value);
    }

    /** Where each arm flips in an outcome, a sentence an arm. */
    static List<String> flips(DrawnComparison found, Valued outcome) {
        return IntStream.range(0, found.breakEvens().size())
                .mapToObj(k -> new BreakEvenWords(found.arms().get(k), outcome.phrase())
                        .sentence(
                                found.underThePrior().get(k),
                                found.valueOfPair().get(k),
                                found.breakEvens().get(k),
                                false))
                .toList();
    }
}
