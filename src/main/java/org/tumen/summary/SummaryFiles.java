package org.tumen.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.words.Csv;

/** The summary of a result as CSV and as JSON: a row or an object for each arm and outcome. */
public final class SummaryFiles {
    /** What is told of an outcome, as {@link #numbers} gives it. */
    private static final List<String> NUMBERS =
            List.of("mean", "standard_error", "sd", "min", "p5", "p25", "p50", "p75", "p95", "max", "censored_share");

    private SummaryFiles() {}

    /** As CSV, NaN as an empty field; the last column counts the arm's failed runs. */
    public static byte[] csv(List<BatchData> arms, Map<String, Long> failed) {
        List<String> header = new ArrayList<>(List.of("arm", "outcome", "unit", "kind", "n"));
        header.addAll(NUMBERS);
        header.add("failed_runs");
        Csv csv = Csv.of(header);
        for (BatchData arm : arms) {
            for (Outcome outcome : described(arm)) {
                OutcomeSummary s = arm.outcome(outcome).summary();
                String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
                List<Object> row = new ArrayList<>(List.of(arm.name(), outcome.key(), outcome.unit(), kind, s.n()));
                for (double value : numbers(s)) {
                    row.add(value);
                }
                row.add(failed.getOrDefault(arm.name(), 0L));
                csv.row(row);
            }
        }
        return csv.bytes();
    }

    /** As {@link #json(List, Map)}, with the split of the variance of arms with uncertain parameters. */
    public static byte[] json(List<BatchData> arms, Map<String, Long> failed, Map<String, VarianceShares> splits) {
        if (splits.isEmpty()) {
            return json(arms, failed);
        }
        ObjectNode root = tree(arms, failed);
        splits.forEach((arm, split) -> split.shares().forEach((outcome, share) -> {
            if (Double.isFinite(share.share()) && root.path(arm).path(outcome.key()) instanceof ObjectNode node) {
                ObjectNode of = node.putObject("variance");
                of.put("total", share.variance());
                of.put("parameters_share", share.share());
                of.put("parameters_share_low", share.low());
                of.put("parameters_share_high", share.high());
                of.put("points", share.points());
                of.put("estimator", share.replicated() ? "analysis_of_variance" : "quadratic_regression");
            }
        }));
        return bytes(root);
    }

    /** As JSON: arm → outcome → figures, and under {@code runs} how many were completed and how many failed. */
    public static byte[] json(List<BatchData> arms, Map<String, Long> failed) {
        return bytes(tree(arms, failed));
    }

    private static ObjectNode tree(List<BatchData> arms, Map<String, Long> failed) {
        ObjectNode root = Json.object();
        for (BatchData arm : arms) {
            ObjectNode ofArm = root.putObject(arm.name());
            ofArm.putObject("runs").put("completed", arm.runs()).put("failed", failed.getOrDefault(arm.name(), 0L));
            for (Outcome outcome : described(arm)) {
                OutcomeSummary s = arm.outcome(outcome).summary();
                ObjectNode node = ofArm.putObject(outcome.key());
                node.put("label", outcome.label());
                node.put("unit", outcome.unit());
                node.put("kind", outcome.kind().name().toLowerCase(Locale.ROOT));
                node.put("n", s.n());
                double[] numbers = numbers(s);
                for (int i = 0; i < numbers.length; i++) {
                    String name = NUMBERS.get(i);
                    if (Double.isFinite(numbers[i])) {
                        node.put(name, numbers[i]);
                    } else {
                        node.putNull(name);
                    }
                }
            }
        }
        return root;
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return Json.MAPPER.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }

    /** The outcomes that there are of an arm: all, unless an older version of the model made its runs. */
    private static List<Outcome> described(BatchData arm) {
        return Outcome.all().stream().filter(arm.outcomes()::containsKey).toList();
    }

    private static double[] numbers(OutcomeSummary s) {
        return new double[] {
            s.mean(),
            s.standardError(),
            s.sd(),
            s.min(),
            s.p5(),
            s.p25(),
            s.p50(),
            s.p75(),
            s.p95(),
            s.max(),
            s.censoredShare()
        };
    }
}
