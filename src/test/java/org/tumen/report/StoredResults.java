package org.tumen.report;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.analysis.comparison.Settings;
import org.tumen.declare.Resolved;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Engines;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.SampleRuns;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.summary.Samples;

/** Small results of the shipped baseline, made and stored as the program does it. */
public final class StoredResults {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SEED = 7;

    private StoredResults() {}

    /**
     * Simulates and stores arms that start as the baseline and are then changed.
     *
     * @param folder where to
     * @param runs how many of each arm
     * @param arms by name, what to change in the tree of the scenario
     */
    public static void make(Path folder, int runs, Map<String, Consumer<ObjectNode>> arms) throws Exception {
        List<Experiment.ArmSpec> specs = new ArrayList<>();
        for (Map.Entry<String, Consumer<ObjectNode>> arm : arms.entrySet()) {
            specs.add(arm(arm.getKey(), arm.getValue()));
        }
        Experiment experiment = new Experiment("tried", specs, SEED);
        try (ResultStore store = ResultStore.open(folder, experiment.identity(), runs)) {
            Job job = new Job(
                    experiment,
                    store,
                    Job.everyArm(experiment, 0, runs),
                    ExecutionSettings.local(1, 0),
                    new Cancellation());
            Engines.named("local").run(job, RunListener.NONE);
            store.finish(Map.of("command", "tumen batch it.yaml"));
            Map<String, Samples.Series> samples = new LinkedHashMap<>();
            for (Experiment.ArmSpec spec : specs) {
                SampleRuns first = SampleRuns.of(spec.scenario(), SEED, 0, 1);
                samples.put(spec.name(), new Samples.Series(first.stability(), first.tension()));
            }
            new DerivedFiles(store.folder()).write(Samples.FILE, out -> out.write(new Samples(samples).toJson()));
        }
    }

    /**
     * Stores a comparison of two arms in {@code comparison.json}, with a verdict of the caller's for the first outcome.
     *
     * @return the difference of mean stability
     */
    static double compare(Path folder, String baseline, String arm, String verdict) throws Exception {
        JsonMapper snake = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        ArrayNode rows = snake.createArrayNode();
        double found = Double.NaN;
        try (ResultReader reader = ResultReader.open(folder)) {
            for (Outcome outcome : List.of(Outcome.MEAN_STABILITY, Outcome.LAUNCHES)) {
                PairedComparison comparison = PairedComparison.of(
                        outcome,
                        outcome.direction(),
                        reader.column(baseline, outcome),
                        reader.column(arm, outcome),
                        Settings.standard());
                ObjectNode row = rows.addObject();
                row.put("baseline", baseline).put("arm", arm);
                row.put("adjusted_p_value", comparison.mean().adjustedPValue());
                row.put("verdict", rows.size() == 1 ? verdict : comparison.verdict(arm));
                row.put("outcome", outcome.key());
                row.set("interval", snake.valueToTree(comparison.mean().interval()));
                row.set("statistics", snake.valueToTree(comparison));
                found = rows.size() == 1 ? comparison.mean().difference() : found;
            }
        }
        byte[] comparison = snake.writeValueAsBytes(Map.of(
                "worlds", List.of(Map.of("world", "tried", "comparisons", rows, "pareto", pareto(baseline, arm)))));
        new DerivedFiles(folder).write(Path.of("comparison.json"), out -> out.write(comparison));
        return found;
    }

    private static Map<String, Object> pareto(String... arms) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (String arm : arms) {
            entries.add(Map.of("arm", arm, "nondominated", true, "probability", 1.0));
        }
        return Map.of("entries", entries);
    }

    private static Experiment.ArmSpec arm(String name, Consumer<ObjectNode> change) throws Exception {
        Reading baseline = ScenarioReader.read(Path.of("scenarios", "baseline.yaml"));
        ObjectNode tree = (ObjectNode) JSON.readTree(Resolved.text(baseline.document()));
        tree.remove("uncertainties");
        change.accept(tree);
        Reading changed = ScenarioReader.read(tree, name);
        if (!changed.valid()) {
            throw new AssertionError(changed.problems());
        }
        return new Experiment.ArmSpec(name, changed.scenario(), Resolved.text(changed.document()));
    }
}
