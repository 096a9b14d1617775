package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.MemoryRuns;
import org.tumen.experiment.RunListener;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultReader;
import org.tumen.study.compare.CompareKind;

/** What Java callers use, and the page that says so. */
class TumenTest {
    private static final Path BASELINE = Path.of("scenarios/baseline.yaml");

    @TempDir
    private Path folder;

    private static StudySession session(Cancellation cancellation, RunListener listener) {
        return StudySession.quiet(ExecutionSettings.local(2, 10), cancellation, listener);
    }

    @Test
    void theExampleOfThePageRuns() throws Exception {
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        MemoryRuns made = TumenExample.differences(150, told::add);
        assertThat(told).contains("usual: +0.00", "usual: runs 0 to 99", "usual: runs 100 to 149");
        Experiment plan = CompareKind.experiment(Path.of("scenarios/studies/japan-warning.yaml"));
        for (Experiment.ArmSpec arm : plan.arms()) {
            double[] outcomes = new DiplomacySim(arm.scenario()).run(new RunKey(plan.seed(), 149));
            for (Outcome outcome : Outcome.all()) {
                assertThat(made.column(arm.name(), outcome)[149]).isEqualTo(outcomes[outcome.ordinal()]);
            }
        }
    }

    @Test
    void thePageShowsTheExample() throws Exception {
        String source = Files.readString(Path.of("src/test/java/org/tumen/study/TumenExample.java"));
        String shown = source.substring(
                        source.indexOf("// What the page shows:\n") + "// What the page shows:\n".length(),
                        source.indexOf("        // Until here."))
                .stripTrailing()
                .stripIndent();
        assertThat(Files.readString(Path.of("src/site/markdown/java.md"))).contains("```java\n" + shown + "\n```");
    }

    @Test
    void memoryAndFolderHoldTheSame() throws Exception {
        Experiment plan = Tumen.plan(Tumen.scenario(BASELINE, "weeks=20"), 3);
        StudySession session = session(new Cancellation(), RunListener.NONE);
        MemoryRuns made = Tumen.run(plan, 330, session);
        Tumen.store(plan, 330, folder.resolve("stored"), session);
        String arm = plan.arms().get(0).name();
        assertThat(made.runs(arm)).isEqualTo(330);
        try (ResultReader reader = ResultReader.open(folder.resolve("stored"))) {
            for (Outcome outcome : List.of(Outcome.MEAN_STABILITY, Outcome.LAUNCHES, Outcome.FIRST_CRISIS)) {
                assertThat(made.column(arm, outcome)).isEqualTo(reader.column(arm, outcome));
            }
        }
    }

    @Test
    void aCancelledRunKeepsWhatIsFinished() throws Exception {
        Cancellation cancellation = new Cancellation();
        Experiment plan = Tumen.plan(Tumen.scenario(BASELINE, "weeks=20"), 3);
        String arm = plan.arms().get(0).name();
        MemoryRuns made = Tumen.run(plan, 100_000, session(cancellation, new RunListener() {
            @Override
            public void stored(String name, long from, long to) {
                // Another thread's part may come first; runs count from run 0 to the first that is missing.
                if (from == 0) {
                    cancellation.request();
                }
            }
        }));
        assertThat(made.runs(arm)).isBetween(1, 99_999);
        assertThat(made.column(arm, Outcome.MEAN_STABILITY))
                .hasSize(made.runs(arm))
                .doesNotContain(Double.NaN);
        assertThatThrownBy(
                        () -> Tumen.store(plan, 500, folder.resolve("none"), session(cancellation, RunListener.NONE)))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aListenerHearsWhatAScenarioMayNotHaveMeant() throws Exception {
        Scenario late = Tumen.scenario(BASELINE, "weeks=4", "start=2024-06-01");
        assertThat(late.warnings()).anyMatch(w -> w.contains("the panel's mandate ended"));
        List<String> heard = new ArrayList<>();
        Tumen.run(Tumen.plan(late, 3), 2, session(new Cancellation(), new RunListener() {
            @Override
            public void warned(String warning) {
                heard.add(warning);
            }
        }));
        assertThat(heard).isEqualTo(late.warnings());
    }

    @Test
    void anyKindRunsByName() throws Exception {
        for (String name : List.of("baseline.yaml", "reference.yaml")) {
            Files.copy(Path.of("scenarios", name), folder.resolve(name));
        }
        Path study = Files.writeString(
                folder.resolve("sweep.yaml"),
                "name: small\nscenario: baseline.yaml\nlevers:\n"
                        + "  actors.japan.policy.assertiveness: {from: 0.4, to: 1.4, levels: 2}\nruns: 10\nseed: 1\n"
                        + "sweep: {method: grid}\n");
        StudySession session = session(new Cancellation(), RunListener.NONE);
        List<Findings> found = Tumen.study("sweep", study, folder.resolve("swept"), session);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).tables().get("points").rows()).hasSize(2);
        assertThat(folder.resolve("swept/report.html")).isNotEmptyFile();
        assertThatThrownBy(() -> Tumen.study("swop", study, folder, session))
                .hasMessageContaining("calibrate, compare, discover, game, hindcast, search, sensitivity, sweep");
        assertThatThrownBy(() -> Tumen.scenario(folder.resolve("missing.yaml")))
                .isInstanceOf(InvalidInputException.class);
    }
}
