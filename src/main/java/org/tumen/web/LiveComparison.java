package org.tumen.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.analysis.comparison.Settings;
import org.tumen.document.Json;
import org.tumen.findings.Table;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** A batch against a baseline, run by run on the same random numbers, as JSON. */
final class LiveComparison {
    private static final List<Outcome> COMPARED = List.of(
            Outcome.MEAN_STABILITY,
            Outcome.MIN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.CRISIS_WEEKS,
            Outcome.ANY_CRISIS,
            Outcome.INCIDENTS,
            Outcome.DELIVERED,
            Outcome.FINAL_ARSENAL,
            Outcome.LAUNCHES,
            Outcome.WARNINGS,
            Outcome.PACKAGES,
            Outcome.VETOES,
            Outcome.FINAL_INTEGRITY,
            Outcome.FINAL_CREDIBILITY);

    private LiveComparison() {}

    static ObjectNode of(LiveBatch baseline, LiveBatch batch) {
        if (baseline.seed != batch.seed) {
            throw new RequestRefusedException(
                    409, "the two batches have different seeds, so their runs do not share random numbers");
        }
        if (baseline.scenario.weeks() != batch.scenario.weeks()) {
            throw new RequestRefusedException(409, "the two batches run over different numbers of weeks");
        }
        int[] runs = paired(baseline, batch);
        if (runs.length < 2) {
            throw new RequestRefusedException(409, "a comparison needs 2 paired runs; wait for more");
        }
        // The settings of the command line, so that both say the same of the same runs.
        Settings settings = Settings.standard().withHorizon(batch.scenario.weeks());
        ComparisonTable table = ComparisonTable.of(
                COMPARED.stream().map(Measure::of).toList(),
                arm("baseline", baseline, runs),
                List.of(arm("this run", batch, runs)),
                settings);
        ObjectNode root = Json.object();
        root.put("runs", runs.length);
        root.put("level", settings.level());
        ArrayNode rows = root.putArray("rows");
        for (ComparisonTable.Row row : table.rows()) {
            describe(row, rows.addObject());
        }
        return root;
    }

    /** The runs that both have completed. */
    private static int[] paired(LiveBatch baseline, LiveBatch batch) {
        int runs = Math.min(baseline.completed(), batch.completed());
        double[] one = baseline.column(COMPARED.get(0), runs);
        double[] other = batch.column(COMPARED.get(0), runs);
        return IntStream.range(0, runs)
                .filter(i -> !Double.isNaN(one[i]) && !Double.isNaN(other[i]))
                .toArray();
    }

    private static double[] column(LiveBatch batch, Outcome outcome, int[] runs) {
        double[] all = batch.column(outcome, batch.completed());
        return Arrays.stream(runs).mapToDouble(run -> all[run]).toArray();
    }

    private static Arm arm(String name, LiveBatch batch, int[] runs) {
        Map<Outcome, double[]> columns = new EnumMap<>(Outcome.class);
        COMPARED.forEach(o -> columns.put(o, column(batch, o, runs)));
        return new Arm(
                name, columns, batch.clusters(Arrays.stream(runs).asLongStream().toArray()));
    }

    static void describe(ComparisonTable.Row row, ObjectNode node) {
        PairedComparison c = row.comparison();
        node.put("key", c.outcome().key());
        node.put("label", c.outcome().label());
        node.put("unit", c.outcome().unit());
        node.put("kind", Texts.key(c.outcome().kind()));
        Snapshot.put(node, "baseline", c.mean().baseline());
        Snapshot.put(node, "mean", c.mean().arm());
        Snapshot.put(node, "difference", c.mean().difference());
        Interval interval = c.mean().interval();
        Double p = c.mean().adjustedPValue();
        Snapshot.put(node, "low", Interval.lowOf(interval));
        Snapshot.put(node, "high", Interval.highOf(interval));
        Snapshot.put(node, "adjusted_p_value", p == null ? Double.NaN : p);
        node.put("finding", Texts.key(c.finding()));
        node.put("verdict", row.verdict());
        shown(c, node.putObject("shown"));
    }

    /** The same as the tables of the command line write it; shares of runs, as in its table of outcomes, in percent. */
    private static void shown(PairedComparison c, ObjectNode node) {
        boolean flag = c.outcome().kind() == Kind.FLAG;
        DoubleFunction<String> mean = flag ? Numbers::percent : Numbers::estimate;
        int factor = flag ? 100 : 1;
        Interval interval = c.mean().interval();
        Interval scaled = interval == null ? null : new Interval(factor * interval.low(), factor * interval.high());
        String difference = Table.of(
                        "differences", "", List.of(factor * c.mean().difference()))
                .difference("Difference", d -> d, d -> scaled, Table.OF_ROW)
                .build()
                .shown()
                .get(0)
                .get(0);
        node.put("baseline", mean.apply(c.mean().baseline()));
        node.put("mean", mean.apply(c.mean().arm()));
        node.put("difference", flag ? difference + " points" : difference);
    }
}
