package org.tumen.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.document.Json;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Engines;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.ResultStore;

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
                    Job.everyArm(experiment, runs),
                    ExecutionSettings.local(1, 0),
                    new Cancellation());
            Engines.named("local").run(job, RunListener.NONE);
            store.finish(Map.of("command", "tumen batch it.yaml"));
        }
    }

    private static Experiment.ArmSpec arm(String name, Consumer<ObjectNode> change) throws Exception {
        Reading baseline = ScenarioReader.read(Path.of("scenarios", "baseline.yaml"));
        ObjectNode tree = (ObjectNode) JSON.readTree(Json.text(baseline.document()));
        tree.remove("uncertainties");
        change.accept(tree);
        Reading changed = ScenarioReader.read(tree, name);
        if (!changed.valid()) {
            throw new AssertionError(changed.problems());
        }
        return new Experiment.ArmSpec(name, changed.scenario());
    }
}
