package org.tumen.study.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.analysis.value.BreakEvens;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.UnderThePrior;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.chart.Picture;
import org.tumen.chart.compare.PriorPictures;
import org.tumen.outcome.Outcome;
import org.tumen.report.ComparisonFiles;
import org.tumen.report.PriorSections;
import org.tumen.report.ResultFiles;
import org.tumen.store.DerivedFiles;
import org.tumen.summary.PriorComparison;
import org.tumen.words.TextTable;

/** What a comparison under a prior tells in detail, and stores in prior.json and pictures. */
final class PriorOutput {
    private PriorOutput() {}

    /** The details for the terminal. */
    static String details(PriorComparison prior) {
        StringBuilder text = new StringBuilder();
        prior.found().forEach((outcome, found) -> {
            text.append('\n').append(outcome.label()).append(" under the prior\n");
            TextTable table = new TextTable(
                    "  Arm", "difference", "95 % interval", "better in", "sd by luck", "by parameters", "their share");
            for (UnderThePrior under : found.underThePrior()) {
                table.row(
                        "  " + under.arm(),
                        CompareTexts.signed(under.difference()),
                        "(" + CompareTexts.number(under.interval().low()) + " to "
                                + CompareTexts.number(under.interval().high()) + ")",
                        CompareTexts.percent(under.better()) + " ("
                                + CompareTexts.percent(under.betterInterval().low()) + " to "
                                + CompareTexts.percent(under.betterInterval().high()) + ")",
                        CompareTexts.number(Math.sqrt(Math.max(0, under.luck()))),
                        CompareTexts.number(Math.sqrt(Math.max(0, under.parameters()))),
                        CompareTexts.percent(Math.max(0, under.parameterShare())));
            }
            text.append(table);
            found.valueOfChoice().forEach(value -> text.append(turnsOn(value, outcome)));
            ComparisonAnswer.flips(found, outcome)
                    .forEach((arm, sentence) ->
                            text.append("  ").append(sentence).append('\n'));
        });
        WeightsAcceptability weights = prior.weights();
        return weights == null ? text.toString() : text + weights(weights);
    }

    private static String turnsOn(ValueOfKnowing value, Outcome outcome) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  Value of knowing, %s (noise reaches %s): everything %s ±%s",
                outcome.unit(),
                CompareTexts.number(value.floor()),
                CompareTexts.number(value.ofAll()),
                CompareTexts.number(1.96 * value.ofAllError())));
        value.thatMatter()
                .forEach(k -> text.append(String.format(
                        Locale.ROOT,
                        "; %s %s ±%s",
                        k.quantity().label(),
                        CompareTexts.number(k.value()),
                        CompareTexts.number(1.96 * k.error()))));
        return text.append('\n').toString();
    }

    private static String weights(WeightsAcceptability weights) {
        TextTable table = new TextTable("Weights of the criteria", "chosen now", "best in", "confidence", "regret");
        weights.arms()
                .forEach(a -> table.row(
                        "  " + a.arm(),
                        CompareTexts.percent(a.chosen()),
                        CompareTexts.percent(a.ranks()[0]),
                        CompareTexts.percent(a.confidence()),
                        CompareTexts.number(a.regret())));
        StringBuilder central = new StringBuilder();
        weights.arms().stream()
                .filter(a -> a.centralWeights().length > 0)
                .forEach(a -> central.append("  ")
                        .append(a.arm())
                        .append(" is chosen at weights around ")
                        .append(IntStream.range(0, weights.criteria().size())
                                .mapToObj(c -> CompareTexts.percent(a.centralWeights()[c]) + " "
                                        + weights.criteria().get(c).label().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")))
                        .append(".\n"));
        central.append("  One point is ")
                .append(weights.criteria().stream()
                        .map(c -> CompareTexts.number(c.scale()) + " of "
                                + c.label().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        return "\n" + table
                + central
                + "  chosen now: share of weights for which it is best on average; best in: share of weights and worlds;\n"
                + "  confidence: share of worlds at its central weights; regret: points lost by choosing it now.\n";
    }

    /** Writes prior.json. */
    static void write(List<PriorComparison> priors, DerivedFiles sink) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("worlds", priors.stream().map(PriorOutput::content).toList());
        sink.write(PriorSections.FILE, out -> out.write(ComparisonFiles.json(content)));
    }

    private static Map<String, Object> content(PriorComparison prior) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("world", prior.world());
        content.put("arms", prior.arms());
        content.put("runs", prior.runs());
        content.put("points", prior.points());
        content.put("replicates", prior.replicates());
        List<Object> outcomes = new ArrayList<>();
        prior.found().forEach((outcome, found) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("outcome", outcome.key());
            one.put("label", outcome.label());
            one.put("unit", outcome.unit());
            one.put("direction", found.direction());
            one.put("arms", found.underThePrior());
            one.put(
                    "turns_on",
                    found.valueOfChoice().stream().map(PriorOutput::value).toList());
            one.put(
                    "turns_on_of_pairs",
                    found.valueOfPair().stream().map(PriorOutput::value).toList());
            one.put("flips", flips(found, outcome));
            outcomes.add(one);
        });
        content.put("outcomes", outcomes);
        WeightsAcceptability weights = prior.weights();
        if (weights != null) {
            content.put("weights", weights);
        }
        return content;
    }

    private static Map<String, Object> value(ValueOfKnowing value) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("among", value.arms());
        content.put("noise_floor", value.floor());
        content.put("everything", value.ofAll());
        content.put("everything_error", value.ofAllError());
        content.put("everything_by_regression", value.all());
        List<Object> quantities = new ArrayList<>();
        for (ValueOfKnowing.Known known : value.quantities()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("key", known.quantity().key());
            one.put("label", known.quantity().label());
            one.put("value", known.value());
            one.put("error", known.error());
            one.put("above_noise", known.aboveNoise());
            quantities.add(one);
        }
        content.put("quantities", quantities);
        return content;
    }

    private static List<Object> flips(DrawnComparison found, Outcome outcome) {
        Map<String, String> sentences = ComparisonAnswer.flips(found, outcome);
        List<Object> flips = new ArrayList<>();
        for (int k = 0; k < found.breakEvens().size(); k++) {
            String arm = found.arms().get(k);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("arm", arm);
            one.put("sentence", sentences.getOrDefault(arm, ""));
            List<Object> along = new ArrayList<>();
            for (BreakEvens breakEvens : found.breakEvens().get(k)) {
                along.add(Map.of(
                        "key",
                        breakEvens.quantity().key(),
                        "label",
                        breakEvens.quantity().label(),
                        "break_evens",
                        breakEvens.values()));
            }
            one.put("parameters", along);
            flips.add(one);
        }
        return flips;
    }

    /** The drawings of the pictures. */
    static List<Runnable> drawings(List<PriorComparison> priors, String note, DerivedFiles sink) {
        List<Runnable> drawings = new ArrayList<>();
        Path plots = Path.of("plots");
        for (PriorComparison prior : priors) {
            Map<String, Picture> pictures = new LinkedHashMap<>();
            prior.found().forEach((outcome, found) -> pictures.putAll(PriorPictures.of(found, outcome, note)));
            drawings.addAll(
                    ResultFiles.drawings(pictures, priors.size() > 1 ? plots.resolve(prior.world()) : plots, sink));
        }
        return drawings;
    }
}
