package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.simulation.DiplomacySim;
import org.tumen.simulation.RunTrace;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;

/** Batches of a scenario in which parameters are uncertain. */
class UncertainRunsTest {
    private static final int RUNS = 600;

    @TempDir
    private Path folder;

    private static Scenario scenario(String... set) {
        List<String> all = new ArrayList<>(List.of("weeks=12"));
        all.addAll(List.of(set));
        return ScenarioReader.read(Path.of("scenarios/baseline.yaml"), new ScenarioReader.Options(all, false))
                .scenario();
    }

    private Experiment experiment() {
        Scenario one = scenario();
        Scenario other = scenario("region.impacts.spiral=1.4");
        return new Experiment(
                "uncertain", List.of(new Experiment.ArmSpec("one", one), new Experiment.ArmSpec("other", other)), 1);
    }

    private String make(Path where, int threads, long... steps) throws InterruptedException {
        Experiment experiment = experiment();
        for (long to : steps) {
            try (ResultStore store = ResultStore.open(where, experiment.identity(), RUNS)) {
                Job job = new Job(
                        experiment,
                        store,
                        Job.everyArm(experiment, to),
                        ExecutionSettings.local(threads, 0),
                        new Cancellation());
                new LocalEngine().run(job, new RunListener() {});
                store.finish(Map.of());
            }
        }
        try (ResultReader reader = ResultReader.open(where)) {
            return reader.digest().hex();
        }
    }

    @Test
    void theyDependNeitherOnThreadsNorOnInterruptionAndReplay() throws Exception {
        String at = make(folder.resolve("a"), 1, RUNS);
        assertThat(make(folder.resolve("b"), 2, 300, RUNS)).isEqualTo(at);
        assertThat(make(folder.resolve("c"), 7, RUNS)).isEqualTo(at);
        try (ResultReader reader = ResultReader.open(folder.resolve("a"))) {
            assertThat(Resimulation.check(reader, reader.identity(), 40, 1, () -> {})
                            .problems())
                    .isEmpty();
            Map<String, double[]> one = reader.parameters("one", reader.runs("one"));
            Map<String, double[]> other = reader.parameters("other", reader.runs("other"));
            assertThat(one).hasSizeGreaterThan(50);
            assertThat(other).hasSize(one.size() - 1).doesNotContainKey("region.impacts.spiral");
            // Arms meet the same values on the same run.
            other.forEach((path, values) -> assertThat(values).containsExactly(one.get(path)));
            UncertaintyDraw draw = new UncertaintyDraw(scenario());
            assertThat(one.get(draw.paths().get(0))[17]).isEqualTo(draw.values(1, 17)[0]);
            RunTrace trace = RunTrace.of(scenario(), new RunKey(1, 17));
            assertThat(trace.outcomes()).hasSize(reader.outcomes().size());
            double[] stored = reader.run("one", 17).orElseThrow().outcomes();
            assertThat(trace.outcomes().stream().mapToDouble(v -> v))
                    .containsExactly(Arrays.stream(stored).boxed().toArray(Double[]::new));
            assertThat(new DiplomacySim(trace.scenario()).run(new RunKey(1, 17)))
                    .containsExactly(stored);
        }
    }
}
