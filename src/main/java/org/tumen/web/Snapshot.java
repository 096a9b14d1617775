package org.tumen.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.StageShares;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.analysis.WeeklyBands;
import org.tumen.document.Json;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.deal.CargoParameters;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.arm.ArmFindings;
import org.tumen.words.Texts;
import org.tumen.world.Stage;

/** A batch at one moment as JSON: figures and histogram of each outcome, bands and stages by week. */
final class Snapshot {
    private static final int MOST_LISTED = 60;
    private static final MathContext DIGITS = new MathContext(6);

    private Snapshot() {}

    static ObjectNode of(LiveBatch batch) {
        ObjectNode root = Json.object();
        int runs = batch.completed();
        about(batch, runs, root);
        root.put("model", DiplomacySim.MODEL_VERSION);
        root.put("runs_a_second", Math.round(batch.runsASecond()));
        root.put("weeks", batch.scenario.weeks());
        root.put("crisis_begins", batch.scenario.region().crisis().enter());
        root.set("cargo", cargo(batch.scenario));
        root.put("start", batch.scenario.start().toString());
        root.put("problem", batch.problem());
        List<RunFailure> failures = batch.failures(runs);
        failed(failures, batch, root);
        ArrayNode outcomes = root.putArray("outcomes");
        if (runs > failures.size()) {
            BatchData data = described(batch, runs, failures);
            ArmFindings found = new ArmFindings(data);
            Outcome.all().forEach(outcome -> outcomes.add(outcome(outcome, found)));
            root.set("table", table(ArmFindings.table(List.of(data), Map.of())));
            root.setAll(batch.<ObjectNode>weekly(Snapshot::weekly));
        }
        return root;
    }

    /** What ran, in the words of a list. */
    static ObjectNode brief(LiveBatch batch) {
        ObjectNode node = Json.object();
        about(batch, batch.completed(), node);
        return node;
    }

    private static void about(LiveBatch batch, int runs, ObjectNode node) {
        node.put("id", batch.id);
        node.put("scenario", batch.scenarioName);
        ObjectNode overrides = node.putObject("overrides");
        batch.overrides.forEach(overrides::put);
        node.put("seed", batch.seed);
        node.put("begun", batch.begun.truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("state", Texts.key(batch.state()));
        node.put("runs", runs);
        node.put("wanted", batch.wanted);
    }

    /** What a unit of volume stands for. */
    static ObjectNode cargo(Scenario scenario) {
        CargoParameters cargo = scenario.deal().cargo();
        return Json.object().put("what", cargo.what()).put("per_unit", cargo.perUnit());
    }

    /** How many runs failed, the first of them, and the command that tells it. */
    private static void failed(List<RunFailure> failures, LiveBatch batch, ObjectNode root) {
        root.put("failed", failures.size());
        if (!failures.isEmpty()) {
            RunFailure first = failures.get(0);
            root.putObject("failure")
                    .put("run", first.key().run())
                    .put("cause", first.cause())
                    .set("command", new Places.ForShell(batch.trace(first.key().run())));
        }
    }

    private static ObjectNode weekly(WeeklyCounts counts) {
        ObjectNode weekly = Json.object();
        ObjectNode bands = weekly.putObject("bands");
        for (WeeklySeries series : List.of(WeeklySeries.STABILITY, WeeklySeries.TENSION)) {
            ObjectNode levels = bands.putObject(series.key());
            WeeklyBands of = WeeklyBands.of(counts, series);
            WeeklyBands.LEVELS.forEach(level -> levels.set("p" + level, numbers(of.at(level))));
        }
        ObjectNode stages = weekly.putObject("stages");
        StageShares shares = StageShares.of(counts);
        for (Stage stage : Stage.values()) {
            stages.set(stage.key(), numbers(shares.of(stage)));
        }
        return weekly;
    }

    /** The runs described as a stored batch is; of their curves by week the page draws its own. */
    private static BatchData described(LiveBatch batch, int runs, List<RunFailure> failures) {
        Set<Long> failed = failures.stream().map(f -> f.key().run()).collect(Collectors.toSet());
        long[] completed =
                LongStream.range(0, runs).filter(run -> !failed.contains(run)).toArray();
        Scenario scenario = batch.scenario;
        Clusters clusters = batch.clusters(completed);
        Map<Outcome, SummaryDistribution> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.all()) {
            double[] values = batch.completed(outcome, runs);
            outcomes.put(
                    outcome,
                    new SummaryDistribution(
                            OutcomeSummary.of(outcome, values, scenario.weeks(), clusters),
                            Histogram.of(outcome, values, scenario.weeks()),
                            null));
        }
        return new BatchData(
                scenario.name(),
                scenario.description(),
                "",
                completed.length,
                batch.seed,
                DiplomacySim.MODEL_VERSION,
                scenario.start(),
                scenario.weeks(),
                scenario.region().crisis().enter(),
                scenario.region().crisis().leave(),
                outcomes,
                null,
                KaplanMeier.of(batch.completed(Outcome.FIRST_CRISIS, runs), scenario.weeks(), clusters));
    }

    /** The table that a terminal shows, as texts. */
    private static ObjectNode table(Table table) {
        List<Integer> shown = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).type() != Table.Type.SPARK)
                .boxed()
                .toList();
        ObjectNode node = Json.object().put("caption", table.caption());
        ArrayNode columns = node.putArray("columns");
        shown.forEach(i -> columns.addObject()
                .put("label", table.columns().get(i).label())
                .put("number", table.columns().get(i).type() == Table.Type.NUMBER));
        ArrayNode rows = node.putArray("rows");
        for (int r = 0; r < table.rows().size(); r++) {
            List<String> texts = table.shown().get(r);
            ArrayNode cells = rows.addObject()
                    .put("outcome", String.valueOf(table.rows().get(r).get(0)))
                    .putArray("cells");
            shown.forEach(i -> cells.add(texts.get(i)));
        }
        return node;
    }

    private static ObjectNode outcome(Outcome outcome, ArmFindings found) {
        SummaryDistribution described = found.arm().outcome(outcome);
        OutcomeSummary s = described.summary();
        ObjectNode node = Json.object();
        node.put("key", outcome.key());
        node.put("label", outcome.label());
        node.put("unit", outcome.unit());
        node.put("kind", Texts.key(outcome.kind()));
        node.put("direction", Texts.key(outcome.direction()));
        node.put("sentence", found.sentence(outcome).orElseThrow());
        put(node, "mean", s.mean());
        put(node, "p5", s.p5());
        put(node, "p50", s.p50());
        put(node, "p95", s.p95());
        Histogram histogram = described.histogram();
        ObjectNode bins = node.putObject("histogram");
        bins.set("edges", numbers(histogram.edges()));
        bins.put("discrete", histogram.discrete());
        ArrayNode counts = bins.putArray("counts");
        Arrays.stream(histogram.counts()).forEach(counts::add);
        return node;
    }

    /** The runs of a bar, the first of them by number. */
    static ObjectNode bin(LiveBatch batch, Outcome outcome, int bin) {
        int runs = batch.completed();
        double[] column = batch.column(outcome, runs);
        Histogram histogram = Histogram.of(outcome, batch.completed(outcome, runs), batch.scenario.weeks());
        double[] edges = histogram.edges();
        if (bin >= edges.length - 1) {
            throw RequestRefusedException.bad("bin must be from 0 to " + (edges.length - 2));
        }
        boolean last = bin == edges.length - 2;
        ObjectNode node = Json.object().put("from", rounded(edges[bin])).put("to", rounded(edges[bin + 1]));
        ArrayNode found = node.putArray("runs");
        long count = 0;
        for (int run = 0; run < runs; run++) {
            if (column[run] >= edges[bin] && (column[run] < edges[bin + 1] || last && column[run] == edges[bin + 1])) {
                if (count++ < MOST_LISTED) {
                    found.addObject().put("run", run).put("value", rounded(column[run]));
                }
            }
        }
        return node.put("count", count);
    }

    /** A number, left out where there is none. */
    static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, rounded(value));
        }
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode array = Json.array();
        Arrays.stream(values).map(Snapshot::rounded).forEach(array::add);
        return array;
    }

    /** As many digits as the page is sent. */
    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
