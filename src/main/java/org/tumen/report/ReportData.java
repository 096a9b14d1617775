package org.tumen.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Density;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.analysis.WeeklyBands;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.world.Stage;

/** What the charts of the page draw, as JSON. Numbers keep four or five significant digits: more than a screen shows. */
final class ReportData {
    private static final int DIGITS = 5;
    private static final int FEW_DIGITS = 4;

    /** Every so many points of a density: 128 of 512 make a smooth curve. */
    private static final int DENSITY_STEP = 4;

    private ReportData() {}

    /** The data of a page as JSON that can stand in a script element. */
    static String of(List<BatchData> arms) {
        ObjectNode root = Json.object();
        ArrayNode outcomes = root.putArray("outcomes");
        for (Outcome outcome : Outcome.all()) {
            ObjectNode node = outcomes.addObject();
            node.put("key", outcome.key()).put("label", outcome.label()).put("unit", outcome.unit());
            node.put("kind", outcome.kind().name().toLowerCase(Locale.ROOT));
            node.put("direction", outcome.direction().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode list = root.putArray("arms");
        arms.forEach(arm -> list.add(arm(arm)));
        try {
            return embeddable(Json.PLAIN.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }

    /** JSON without the characters that could end a script element or start a comment in one; the same values. */
    static String embeddable(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static ObjectNode arm(BatchData arm) {
        ObjectNode node = Json.object();
        node.put("name", arm.name()).put("runs", arm.runs()).put("weeks", arm.weeks());
        node.put("warners", arm.warners()).put("start", arm.start().toString());
        node.put("crisis_on", arm.crisisOn()).put("crisis_off", arm.crisisOff());
        ObjectNode outcomes = node.putObject("outcomes");
        for (Outcome outcome : Outcome.all()) {
            SummaryDistribution found = arm.outcomes().get(outcome);
            if (found != null) {
                outcomes.set(outcome.key(), outcome(found));
            }
        }
        node.set("stability", bands(arm.stability(), arm.sampleStability()));
        node.set("tension", bands(arm.tension(), arm.sampleTension()));
        ObjectNode stages = node.putObject("stages");
        for (Stage stage : Stage.values()) {
            numbers(
                    stages.putArray(stage.name().toLowerCase(Locale.ROOT)),
                    arm.stages().of(stage),
                    FEW_DIGITS,
                    1);
        }
        node.set("first_crisis", survival(arm.firstCrisis()));
        return node;
    }

    private static ObjectNode outcome(SummaryDistribution distribution) {
        OutcomeSummary s = distribution.summary();
        ObjectNode node = Json.object();
        number(node, "mean", s.mean());
        number(node, "se", s.standardError());
        number(node, "p5", s.p5());
        number(node, "p25", s.p25());
        number(node, "p50", s.p50());
        number(node, "p75", s.p75());
        number(node, "p95", s.p95());
        number(node, "censored", s.censoredShare());
        Histogram histogram = distribution.histogram();
        number(node, "from", histogram.edges()[0]);
        number(node, "to", histogram.edges()[histogram.edges().length - 1]);
        node.put("discrete", histogram.discrete());
        ArrayNode counts = node.putArray("counts");
        for (long count : histogram.counts()) {
            counts.add(count);
        }
        Density density = distribution.density();
        if (density != null) {
            ObjectNode curve = node.putObject("density");
            number(curve, "from", density.x()[0]);
            number(curve, "step", DENSITY_STEP * (density.x()[1] - density.x()[0]));
            numbers(curve.putArray("y"), density.y(), FEW_DIGITS, DENSITY_STEP);
        }
        return node;
    }

    private static ObjectNode bands(WeeklyBands bands, double[][] samples) {
        ObjectNode node = Json.object();
        for (int level : WeeklyBands.LEVELS) {
            numbers(node.putArray("p" + level), bands.at(level), FEW_DIGITS, 1);
        }
        ArrayNode runs = node.putArray("samples");
        for (double[] sample : samples) {
            numbers(runs.addArray(), sample, FEW_DIGITS, 1);
        }
        return node;
    }

    private static ObjectNode survival(KaplanMeier curve) {
        ObjectNode node = Json.object();
        numbers(node.putArray("time"), curve.time(), DIGITS, 1);
        numbers(node.putArray("survival"), curve.survival(), DIGITS, 1);
        numbers(node.putArray("lower"), curve.lower(), DIGITS, 1);
        numbers(node.putArray("upper"), curve.upper(), DIGITS, 1);
        ArrayNode atRisk = node.putArray("at_risk");
        for (long n : curve.atRisk()) {
            atRisk.add(n);
        }
        return node;
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Numbers.rounded(value, DIGITS));
        } else {
            node.putNull(name);
        }
    }

    private static void numbers(ArrayNode node, double[] values, int digits, int step) {
        for (int i = 0; i < values.length; i += step) {
            if (Double.isFinite(values[i])) {
                node.add(Numbers.rounded(values[i], digits));
            } else {
                node.addNull();
            }
        }
    }
}
