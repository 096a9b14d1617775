package org.tumen.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Engine;
import org.tumen.experiment.Engines;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.ResultStore;

class SparkEngineTest {
    private static final long RUNS = 1200;

    @TempDir
    private Path root;

    private static Experiment baseline() {
        Reading reading = ScenarioReader.read(Path.of("scenarios/baseline.yaml"));
        return Experiment.batch(reading.scenario(), 5);
    }

    private String digest(Engine engine, String folder, AtomicLong made) throws InterruptedException {
        Experiment experiment = baseline();
        try (ResultStore store = ResultStore.open(root.resolve(folder), experiment.identity(), RUNS)) {
            Job job = new Job(
                    experiment,
                    store,
                    Job.everyArm(experiment, RUNS),
                    new ExecutionSettings(null, null, 2, false, false, 0, "spark", "local[2,4]", null),
                    new Cancellation());
            engine.run(job, new RunListener() {
                @Override
                public void made(int runs) {
                    made.addAndGet(runs);
                }
            });
            store.finish(Map.of());
            assertThat(store.rows()).isEqualTo(RUNS);
            return store.digest().hex();
        }
    }

    @Test
    void yieldsWhatLocalThreadsYieldThoughTasksFail() throws InterruptedException {
        AtomicLong made = new AtomicLong();
        String local = digest(Engines.named("local"), "local", made);
        assertThat(digest(Engines.named("spark"), "spark", new AtomicLong())).isEqualTo(local);
        AtomicLong madeAgain = new AtomicLong();
        Engine failing = new SparkEngine((partition, attempt) -> {
            if (attempt == 0 && partition % 2 == 1) {
                throw new IllegalStateException("the executor is lost");
            }
        });
        assertThat(digest(failing, "failing", madeAgain)).isEqualTo(local);
        assertThat(madeAgain.get()).isEqualTo(RUNS);
    }
}
