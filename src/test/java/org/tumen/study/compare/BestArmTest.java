package org.tumen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.analysis.selection.Selection;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.study.ExperimentRun;
import org.tumen.study.StudyReader;
import org.tumen.study.StudySession;
import org.tumen.summary.RunTables;
import org.tumen.words.Numbers;

/** Which runs a selection asks for, and what it makes of them, without the report of a comparison. */
class BestArmTest {
    private static final String STUDY = """
            scenario: world.yaml
            seed: 1
            arms:
              usual: {}
              twin: {}
              silent: {set: {actors.japan.policy: {type: silent}}}
              firm: {set: {actors.japan.policy.assertiveness: 1.5}}
            compare: {select: mean_stability, indifference: 0.045, confidence: 0.9}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void scenarios() throws IOException {
        for (String name : List.of("baseline.yaml", "reference.yaml")) {
            Files.copy(Path.of("scenarios", name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("world.yaml"), "extends: reference.yaml\nname: world\nweeks: 30\n");
    }

    private Study study(String text) throws IOException {
        return plan(text).study();
    }

    private CompareKind.Plan plan(String text) throws IOException {
        return StudyReader.plan(
                Files.writeString(folder.resolve("study.yaml"), text),
                new CompareKind(),
                new ScenarioReader.Options(List.of(), false),
                ExecutionSettings.standard());
    }

    private void make(Study study, String out, List<Job.Slice> slices) throws InterruptedException {
        StudySession session = StudySession.quiet(ExecutionSettings.standard(), new Cancellation(), RunListener.NONE);
        new ExperimentRun(study.experiment(1), folder.resolve(out), session).make(slices, RunPlan.UNKNOWN);
    }

    /** Selects to the end, or to the most runs. */
    private Findings select(String text, String out, int maxRuns) throws Exception {
        CompareKind.Plan plan = plan(text);
        Study study = plan.study();
        BestArm best = new BestArm(
                study, Objects.requireNonNull(SelectionOptions.NONE.aim(plan.section(), study.measures())), maxRuns);
        List<Job.Slice> wanted = Job.everyArm(study.experiment(1), BestArm.first(study, maxRuns));
        while (!wanted.isEmpty()) {
            make(study, out, wanted);
            try (ResultReader reader = ResultReader.open(folder.resolve(out))) {
                wanted = best.wanted(reader);
            }
        }
        Findings.Builder found = Findings.of("comparison", "tried", "", "");
        best.tell(found);
        return found.build();
    }

    private static List<List<Object>> rows(Findings found) {
        return Objects.requireNonNull(found.tables().get("selection")).rows();
    }

    /** What is stored before, less or more than it looks at, changes neither what is selected nor by which runs. */
    @Test
    void whatIsStoredBeforeChangesNothing() throws Exception {
        Findings once = select(STUDY, "once", 5_000);
        assertThat(once.answer().get(0))
                .containsPattern(
                        "is selected as the best of 4 arms in mean stability \\(mean [0-9.]+\\): with a probability of 90 % or more");

        assertThat(rows(once))
                .as("more looks than one")
                .anySatisfy(row -> assertThat(((Number) row.get(2)).intValue()).isGreaterThan(Selection.FIRST));

        assertThat(select(STUDY, "stopped", 80).answer().get(0))
                .containsPattern(
                        "^None of .* is selected as the best in mean stability within 80 runs of each, the most"
                                + " allowed; [a-z]+ has the best mean\\.$");
        assertThat(rows(select(STUDY, "stopped", 5_000))).isEqualTo(rows(once));

        Study study = study(STUDY);
        Experiment experiment = study.experiment(1);
        make(study, "more", Job.everyArm(experiment, 600));
        assertThat(rows(select(STUDY, "more", 5_000))).isEqualTo(rows(once));
    }

    /** What does not matter is a share of how runs vary, and the same however many of them share a point. */
    @Test
    void theUsualZoneIsATenthOfTheDeviationOfARunWhereRunsShareAPointToo() throws Exception {
        Files.writeString(
                folder.resolve("shared.yaml"),
                "extends: baseline.yaml\nname: shared\nweeks: 20\nuncertainties: {replicates: 4}\n");
        Findings found = select(
                "scenario: shared.yaml\nseed: 1\narms:\n  open: {set: {actors.russia.secrecy: 0.1}}\n"
                        + "  discreet: {set: {actors.russia.secrecy: 0.9}}\ncompare: {select: launches}\n",
                "out",
                400);
        double variance = 0;
        try (ResultReader reader = ResultReader.open(folder.resolve("out"))) {
            for (double[][] runs : RunTables.of(reader, List.of(Outcome.LAUNCHES), arm -> 0, arm -> 400)
                    .values()) {
                variance += StatUtils.variance(runs[0]) / 2;
            }
        }
        assertThat(found.sections().toString())
                .contains("A difference of " + Numbers.shown(Math.sqrt(variance) / 10) + " launches does not matter");
    }

    /** Runs that share a point are one observation, and those that fail in an arm in play are left out of all. */
    @Test
    void pointsAreLookedAtWholeAndFailedRunsLeftOut() throws Exception {
        Files.writeString(
                folder.resolve("fragile.yaml"),
                "extends: baseline.yaml\nname: fragile\nweeks: 40\nuncertainties: {replicates: 3}\n"
                        + "actors:\n  japan:\n    policy: {type: fragile, probability: 0.0007}\n");
        String study = "scenario: fragile.yaml\nseed: 1\narms:\n  open: {set: {actors.russia.secrecy: 0.1}}\n"
                + "  discreet: {set: {actors.russia.secrecy: 0.9}}\ncompare: {select: delivered, indifference: 0.2}\n";
        Findings found = select(study, "out", 100_000);
        int runs = ((Number) rows(found).get(0).get(2)).intValue();
        assertThat(runs).isGreaterThanOrEqualTo(300);
        assertThat(runs % 3).isZero();
        try (ResultReader reader = ResultReader.open(folder.resolve("out"))) {
            List<Long> failed =
                    reader.failures().stream().map(f -> f.key().run()).toList();
            assertThat(failed).isNotEmpty();
            double[][] sums = new double[runs / 3][2];
            reader.forEachRunOfAllArms(List.of(Outcome.DELIVERED), (arm, run, values) -> {
                if (arm.equals("open") && !failed.contains(run)) {
                    sums[(int) run / 3][0] += values[0];
                    sums[(int) run / 3][1]++;
                }
            });
            double mean = IntStream.range(0, sums.length)
                    .filter(c -> sums[c][1] > 0)
                    .mapToDouble(c -> sums[c][0] / sums[c][1])
                    .average()
                    .orElseThrow();
            assertThat((Double) rows(found).get(0).get(3)).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void eachWorldHasABestArmAndADirectionOfTheStudyCounts() throws Exception {
        String study = """
                worlds:
                  calm: {scenario: world.yaml, set: {region.tension.mean: 25}}
                  tense: {scenario: world.yaml, set: {region.tension.mean: 40}}
                seed: 1
                arms:
                  open: {set: {actors.russia.secrecy: 0.1}}
                  discreet: {set: {actors.russia.secrecy: 0.9}}
                outcomes: [{outcome: delivered, direction: more}]
                compare: {select: delivered, indifference: 0.03}
                """;
        Findings found = select(study, "out", 50_000);
        assertThat(found.answer())
                .hasSize(2)
                .anySatisfy(a -> assertThat(a)
                        .startsWith("discreet is selected as the best of 2 arms in volume delivered in the world calm"))
                .anySatisfy(a -> assertThat(a)
                        .startsWith(
                                "discreet is selected as the best of 2 arms in volume delivered in the world tense"));
        assertThat(rows(found)).hasSize(4);
    }
}
