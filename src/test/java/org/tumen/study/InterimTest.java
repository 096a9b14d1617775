package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.analysis.Clusters;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.ResultReader;
import org.tumen.summary.SharedPoints;

/** What kinds of study tell before their end: runs that are there, and no more than they can bear. */
class InterimTest {
    private static final Path STUDIES = Path.of("scenarios/studies").toAbsolutePath();

    @TempDir
    Path folder;

    private Path study(String text) throws Exception {
        String base = STUDIES.resolveSibling("baseline.yaml").toString();
        return Files.writeString(folder.resolve("study.yaml"), text.replace("BASE", base));
    }

    /** Runs a study until so many parts are stored, and tells what is known then. */
    private Findings stopped(Path file, String kind, int parts) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger stored = new AtomicInteger();
        AtomicReference<Interim> interim = new AtomicReference<>();
        StudySession session = StudySession.quiet(ExecutionSettings.local(1, 0), cancellation, new RunListener() {
                    @Override
                    public void stored(String arm, long from, long to) {
                        if (stored.incrementAndGet() == parts) {
                            cancellation.request();
                        }
                    }
                })
                .watchedBy(interim::set);
        assertThatThrownBy(() -> run(file, kind, session)).isInstanceOf(InterruptedException.class);
        return interim.get().known().orElseThrow();
    }

    private void run(Path file, String kind, StudySession session) throws InterruptedException {
        StudyKinds.named(kind)
                .orElseThrow()
                .run(
                        new StudyRequest(
                                file, new ScenarioReader.Options(List.of(), true), folder.resolve("result-" + kind)),
                        session);
    }

    private static Table table(Findings findings, String name) {
        Table table = findings.tables().get(name);
        assertThat(table).as(name).isNotNull();
        return table;
    }

    @Test
    void aComparisonTellsDifferencesOfTheArmsThatAreThere() throws Exception {
        Path file = study("scenario: BASE\nruns: 600\noutcomes: [delivered, mean_stability]\narms:\n"
                + "  usual: {}\n  silent:\n    set: {actors.japan.policy: {type: silent}}\n"
                + "  firm:\n    set: {actors.japan.policy.assertiveness: 2}\ncompare: {}\n");
        Findings known = stopped(file, "compare", 2);
        assertThat(known.kind()).isEqualTo("comparison, so far");
        assertThat(known.facts()).startsWith("Partial: from 1,200 of 1,800 runs of all arms.");
        assertThat(known.answer().get(0)).isEqualTo("Not finished: 1,200 of 1,800 runs of all arms so far.");
        assertThat(known.answer().get(1)).contains("usual", "beyond noise");
        assertThat(FindingsJson.of(known).toString()).contains("Still without runs in common with the baseline: firm.");
        Table differences = table(known, "so_far");
        assertThat(differences.rows()).hasSize(2);
        try (ResultReader reader = ResultReader.open(folder.resolve("result-compare"))) {
            double[] usual = reader.column("usual", Outcome.DELIVERED);
            double[] silent = reader.column("silent", Outcome.DELIVERED);
            double[] difference = IntStream.range(0, 600)
                    .mapToDouble(i -> silent[i] - usual[i])
                    .toArray();
            double mean = Arrays.stream(difference).average().orElseThrow();
            Clusters clusters = SharedPoints.of(reader, "usual");
            double fixed = clusters.quantile(0.95) * clusters.standardError(difference);
            List<Object> delivered = differences.rows().get(0);
            assertThat((double) value(differences, delivered, "difference")).isCloseTo(mean, within(1e-9));
            // What holds at every look, and for all differences together, is wider than what holds at one.
            assertThat((double) value(differences, delivered, "difference_high") - mean)
                    .isGreaterThan(1.3 * fixed)
                    .isLessThan(4 * fixed);
        }
    }

    private static Object value(Table table, List<Object> row, String key) {
        return row.get(table.fields().stream().map(Table.Field::key).toList().indexOf(key));
    }

    @Test
    void aSweepTellsTheMeansOfItsFinishedPoints() throws Exception {
        Path file = study("scenario: BASE\nruns: 600\noutcomes: [delivered]\n"
                + "levers: {actors.japan.policy.assertiveness: [0.4, 0.9, 1.5]}\nsweep: {}\n");
        Findings known = stopped(file, "sweep", 2);
        assertThat(known.facts()).startsWith("Partial: from 2 of 3 points.");
        assertThat(table(known, "points").rows()).hasSize(2);
        assertThat(FindingsJson.of(known).toString()).contains("Japan: assertiveness", "Nothing is decided by them");
    }

    @Test
    void aBatchTellsWhatItsRunsSay() throws Exception {
        Findings known = stopped(study("scenario: BASE\nruns: 1000\nbatch: {}\n"), "batch", 1);
        assertThat(known.kind()).isEqualTo("batch, so far");
        assertThat(known.facts()).matches("Partial: from \\d{3} of 1,000 runs\\..*");
        assertThat(known.sections().stream().map(Findings.Section::id))
                .contains("outcomes", "distributions", "weeks", "acts");
    }

    /** A kind of another hand need not tell anything; those that ship do, before they make a run; what sweeps do, all explorations do. */
    @ParameterizedTest
    @CsvSource({
        "compare, japan-warning",
        "sweep, sweep-warning",
        "search, search-warning",
        "game, game-warning",
        "hindcast, hindcast-baseline",
        "calibrate, calibrate-dynamics"
    })
    void everyKindIsWatched(String kind, String study) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger watched = new AtomicInteger();
        StudySession session = StudySession.quiet(ExecutionSettings.local(1, 0), cancellation, RunListener.NONE)
                .watchedBy(interim -> {
                    watched.incrementAndGet();
                    assertThat(interim.known()).isEmpty();
                    cancellation.request();
                });
        assertThatThrownBy(() -> run(STUDIES.resolve(study + ".yaml"), kind, session))
                .isInstanceOf(InterruptedException.class);
        assertThat(watched).hasValue(1);
    }

    @Test
    void aFolderThatIsNotThereTellsNothing() {
        Interim interim = Interim.ofRuns(folder.resolve("nowhere"), reader -> {
            throw new AssertionError("there is nothing to read");
        });
        assertThat(interim.known()).isEmpty();
    }
}
