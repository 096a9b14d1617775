package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.InvalidInputException;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.MemoryRuns;
import org.tumen.experiment.RunListener;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultReader;
import org.tumen.study.batch.BatchFindings;
import org.tumen.study.compare.CompareKind;

/** What Java callers use, and the page that says so. */
class TumenTest {
    private static final Path BASELINE = Path.of("scenarios/baseline.yaml");

    @TempDir
    private Path folder;

    private static StudySession session(Cancellation cancellation, RunListener listener) {
        return StudySession.quiet(ExecutionSettings.local(2, 10), cancellation, listener);
    }

    /** As a newcomer runs it: the page's program by Java alone, and what the page says that it prints. */
    @Test
    @Tag("slow")
    void theExampleOfThePagePrintsWhatThePageSays() throws Exception {
        Matcher example = Pattern.compile("```java\n(.*?)```.*?\\$ java [^\n]*\n((    [^\n]*\n)+)", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/site/markdown/java.md")));
        assertThat(example.find()).isTrue();
        Path program = Files.writeString(folder.resolve("Differences.java"), example.group(1));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(printed)).isEqualTo(example.group(2).replaceAll("(?m)^    ", ""));
    }

    @Test
    void aRunInMemoryIsTheRunOfItsKey() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void stored(String arm, long from, long to) {
                told.add(arm + " " + from + " " + to);
            }
        };
        Experiment plan = CompareKind.experiment(Path.of("scenarios/studies/japan-warning.yaml"));
        MemoryRuns made = Tumen.run(plan, 150, session(new Cancellation(), listener));
        assertThat(told).contains("usual 0 100", "usual 100 150");
        for (Experiment.ArmSpec arm : plan.arms()) {
            double[] outcomes = new DiplomacySim(arm.scenario()).run(new RunKey(plan.seed(), 149));
            for (Outcome outcome : Outcome.all()) {
                assertThat(made.column(arm.name(), outcome)[149]).isEqualTo(outcomes[outcome.ordinal()]);
            }
        }
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

    /** The rest of its time a study may spend on what its runs say, which nobody waits for once it is cancelled. */
    @Test
    void whatIsCancelledAfterItsRunsIsNotAnalysed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("study.yaml"),
                "scenario: " + BASELINE.toAbsolutePath() + "\n"
                        + "levers: {actors.russia.secrecy: [0.2, 0.8]}\nruns: 20\noutcomes: [mean_stability]\n");
        Path result = folder.resolve("result");
        Cancellation cancellation = new Cancellation();
        // The first that is told is that the runs are made.
        PrintWriter out = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void write(String text, int from, int length) {
                cancellation.request();
            }
        };
        StudySession session = session(cancellation, RunListener.NONE);
        StudyRequest request = new StudyRequest(file, new ScenarioReader.Options(List.of(), true), result);
        assertThatThrownBy(() -> StudyKinds.named("sweep")
                        .orElseThrow()
                        .run(request, session.reporting(out, session.err(), "sweep")))
                .isInstanceOf(InterruptedException.class);
        assertThat(result.resolve("runs")).isNotEmptyDirectory();
        assertThat(result.resolve("findings.json")).doesNotExist();
    }

    @Test
    void whatIsCancelledIsNotSummarised() throws Exception {
        Path result = folder.resolve("stored");
        StudySession session = session(new Cancellation(), RunListener.NONE);
        Tumen.store(Tumen.plan(Tumen.scenario(BASELINE, "weeks=20"), 3), 50, result, session);
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> BatchFindings.write(result, false, session(cancellation, RunListener.NONE)))
                .isInstanceOf(CancellationException.class);
        assertThat(result.resolve("findings.json")).doesNotExist();
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

    @Test
    void aBatchTakesAScenarioAndOtherKindsSayThatTheyDoNot() throws Exception {
        StudySession session =
                StudySession.quiet(ExecutionSettings.local(2, 10).with(20L, 1L), new Cancellation(), RunListener.NONE);
        List<Findings> found =
                Tumen.study("batch", Path.of("scenarios/reference.yaml"), folder.resolve("batch"), session);
        assertThat(found).singleElement().satisfies(f -> assertThat(f.tables()).containsKey("summary"));
        for (String kind : List.of("search", "compare", "sweep")) {
            assertThatThrownBy(() -> Tumen.study(kind, BASELINE, folder.resolve(kind), session))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageEndingWith("is a scenario, and a study is wanted here");
        }
    }

    @Test
    void aFolderIsNoScenario() {
        assertThatThrownBy(() -> Tumen.scenario(Path.of("scenarios")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void numbersOfRunsThatCannotBeAreRefused() throws Exception {
        Experiment plan = Tumen.plan(Tumen.scenario(BASELINE, "weeks=4"), 3);
        StudySession session = session(new Cancellation(), RunListener.NONE);
        for (int runs : new int[] {-1, 0, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Tumen.run(plan, runs, session))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("not " + runs);
            assertThatThrownBy(() -> Tumen.store(plan, runs, folder.resolve("stored"), session))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("not " + runs);
        }
        assertThat(folder.resolve("stored")).doesNotExist();
        MemoryRuns made = Tumen.run(plan, 2, session);
        assertThatThrownBy(() -> made.column("baseline", Outcome.LAUNCHES, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
