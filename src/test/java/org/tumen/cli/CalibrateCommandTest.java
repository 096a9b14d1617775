package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.analysis.calibration.AbcSettings;
import org.tumen.analysis.calibration.PopulationMonteCarlo;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.analysis.calibration.PriorDistribution;
import org.tumen.analysis.calibration.Priors;
import org.tumen.analysis.calibration.RankHistogram;
import org.tumen.ballot.PosteriorFile;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.ballot.VotePosterior;
import org.tumen.declare.ParameterSetter;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.experiment.RunMaker;
import org.tumen.experiment.RunStatistic;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/** Calibration with the simulation: from end to end, gone on after an interruption, and on data whose truth is known. */
class CalibrateCommandTest {
    private static final String DRIVE = "actors.north_korea.policy.launch.drive";

    @TempDir
    private Path folder;

    private String study(String settings) throws IOException {
        for (String name : List.of("reference.yaml", "baseline.yaml")) {
            Files.copy(Path.of("scenarios", name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.writeString(folder.resolve("small.yaml"), """
                        scenario: baseline.yaml
                        weeks: 30
                        seed: 5
                        parameters:
                          actors.north_korea.policy.launch.drive: {distribution: normal, mean: -2.8, deviation: 0.3}
                          actors.japan.policy.assertiveness: {distribution: uniform, from: 0.3, to: 1.5}
                        targets:
                          tests: {event: major_launch, measure: count, observed: 9, tolerance: 2, source: made for the test}
                          warning: {event: warning, measure: first_week, until: 20, observed: 3, source: made for the test}
                          held: {outcome: vetoes, observed: 1, held_out: true, source: made for the test}
                        calibrate: %s
                        """.formatted(settings))
                .toString();
    }

    @Test
    void theVotesGiveRowsAndAScenario() throws Exception {
        String study = Files.writeString(folder.resolve("votes.yaml"), """
                        scenario: %s
                        calibrate: {method: votes, draws: 2000, rows: 50, known_to: 2023, cautious: true}
                        """.formatted(
                                Path.of("scenarios/baseline.yaml").toAbsolutePath()))
                .toString();
        String out = folder.resolve("votes").toString();
        Path runs = Files.createDirectory(folder.resolve("runs"));
        Path manifest = Files.writeString(runs.resolve("manifest.json"), "{}");
        Files.writeString(runs.resolve("lock"), "");
        Program.Ending refused =
                InProcess.run("calibrate", study, "--allow-outside", "--out", runs.toString(), "--force");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("holds a result of another kind (manifest.json)");
        assertThat(manifest).hasContent("{}");
        Program.Ending made = InProcess.run("calibrate", study, "--allow-outside", "--out", out);
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("The record narrows", "self interest");
        assertThat(folder.resolve("votes/report.html"))
                .content()
                .contains("25 votes on drafts, 1 of them vetoed", "self interest");
        assertThat(folder.resolve("votes/parameters.csv")).content().contains("self_interest");
        // How many rows are kept changes nothing of what the draws tell.
        Path fewer = Files.writeString(
                folder.resolve("fewer.yaml"), Files.readString(Path.of(study)).replace("rows: 50", "rows: 1"));
        Program.Ending kept = InProcess.run(
                "calibrate",
                fewer.toString(),
                "--allow-outside",
                "--out",
                folder.resolve("fewer").toString());
        assertThat(kept.status()).as(kept.err()).isZero();
        assertThat(folder.resolve("fewer/parameters.csv"))
                .hasSameTextualContentAs(folder.resolve("votes/parameters.csv"));
        VotePosterior posterior =
                VotePosterior.of(VoteAssumptions.CAUTIOUS, RollCall.ofRecord(), LocalDate.of(2023, 9, 1), 2000, 1);
        assertThat(folder.resolve("votes/rows.csv"))
                .hasContent(PosteriorFile.text(posterior, 50, "tumen calibrate " + study));
        Program.Ending valid = InProcess.run("validate", out + "/votes-posterior.yaml");
        assertThat(valid.status()).as(valid.out()).isZero();
    }

    @Test
    void aCalibrationGoesOnToTheSameResultAndItsScenarioRuns() throws Exception {
        String study = study("{method: abc_smc, particles: 48, generations: 3, min_acceptance: 0.001}");
        String whole = folder.resolve("whole").toString();
        Program.Ending first = InProcess.run("calibrate", study, "--out", whole);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("Contraction", "held out", "North Korea: launch drive", "The record narrows")
                // As it can be given from where one is.
                .contains("tumen batch " + whole + "/small-posterior.yaml");
        assertThat(folder.resolve("whole/report.html"))
                .content()
                // A target of an outcome has the outcome's label, another the name that the study gives it.
                .contains(
                        "all requested generations were made",
                        "Japan: assertiveness",
                        Outcome.VETOES.label() + " (held out)",
                        "\"Warning\"");
        assertThat(InProcess.run("report", whole).status()).isZero();
        assertThat(folder.resolve("whole/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("whole/plots/pairs.png")).isNotEmptyFile();

        Path cut = folder.resolve("cut");
        Files.createDirectories(cut.resolve("generations"));
        for (String name :
                List.of("study.json", "generations/generation-000.json", "generations/generation-001.json")) {
            Files.copy(folder.resolve("whole").resolve(name), cut.resolve(name));
        }
        Program.Ending resumed = InProcess.run("calibrate", study, "--out", cut.toString());
        assertThat(resumed.err()).contains("Going on after generation 1");
        assertThat(cut.resolve("posterior.csv")).hasSameTextualContentAs(folder.resolve("whole/posterior.csv"));
        Program.Ending other = InProcess.run("calibrate", study, "--out", whole, "--seed", "6");
        assertThat(other.status()).isEqualTo(Main.FAILED);
        assertThat(other.err()).contains("holds another study", "What differs (there, here): seed (5, 6)");

        String scenario = folder.resolve("whole/small-posterior.yaml").toString();
        String batch = folder.resolve("batch").toString();
        Program.Ending made = InProcess.run("batch", scenario, "--runs", "20", "--set", "weeks=30", "--out", batch);
        assertThat(made.status()).as(made.err()).isZero();
        Program.Ending asked = InProcess.run(
                "query",
                batch,
                "select count(distinct parameter) as p, count(distinct run) as r from parameters",
                "--csv");
        assertThat(asked.out()).contains("2,20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--runs=5", "--shard=1/2", "--events"})
    void optionsOfBatchesAreRefused(String option) throws Exception {
        Program.Ending refused = InProcess.run("calibrate", study("{method: abc_smc}"), option);
        assertThat(refused.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(refused.err()).contains(option.replaceFirst("=.*", ""));
    }

    @Test
    void badStudiesAreRefusedWithAllThatIsWrong() throws Exception {
        String study = study("{method: abc_smc, particles: 3, generation: 4}");
        Files.writeString(Path.of(study), Files.readString(Path.of(study)).replace("event: warning", "event: warming"));
        Program.Ending refused = InProcess.run(
                "calibrate", study, "--out", folder.resolve("none").toString());
        assertThat(refused.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(refused.err())
                .contains("small.yaml:", "did you mean warning?", "particles", "did you mean generations?");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(InProcess.run("validate", study).status()).isEqualTo(Main.BAD_INPUT);
    }

    /**
     * Simulation-based calibration with the simulation itself: the drive to test is drawn from its prior, data are simulated,
     * and the posterior given the number of tests is ranked. Of 16 central 90 % intervals fewer than 11 hold the truth with a
     * probability of 0.3 % when they are right.
     */
    @Tag("slow")
    @Test
    void intervalsHoldTheTruthAsOftenAsTheyShould() throws Exception {
        int trials = 16;
        ParameterSetter<Scenario> setter = new ParameterSetter<>(
                ScenarioReader.read(
                                Path.of("scenarios/baseline.yaml"),
                                new ScenarioReader.Options(List.of("weeks=26"), false))
                        .scenario(),
                List.of(DRIVE));
        PriorDistribution prior = Priors.normal(-0.2, 0.25);
        Stream truths = new Streams().register("test", "truth");
        Draws draws = new Draws();
        int held = 0;
        int[] ranks = new int[trials];
        for (int trial = 0; trial < trials; trial++) {
            draws.startRun(31, trial);
            double truth = prior.sample(draws.uniform(truths, 0));
            double[] data = simulated(setter, new double[] {truth}, new RunKey(77, trial));
            Posterior posterior = Posterior.of(new PopulationMonteCarlo(
                            List.of(prior),
                            data,
                            Collections.nCopies(data.length, Double.NaN),
                            (point, key) -> simulated(setter, point, new RunKey(100 + 1, key)),
                            new AbcSettings(30, 0.5, 0, 0.01, 3, 200 + trial),
                            (pieces, piece) -> IntStream.range(0, pieces).forEach(piece))
                    .run(population -> {}));
            held += posterior.interval(0, 0.9).contains(truth) ? 1 : 0;
            ranks[trial] = RankHistogram.rank(posterior, 0, truth, 19, 12, trial);
        }
        assertThat(held).isGreaterThanOrEqualTo(11);
        assertThat(RankHistogram.of(ranks, 19, 2).p()).isGreaterThan(1e-3);
    }

    private static double[] simulated(ParameterSetter<Scenario> setter, double[] point, RunKey key) {
        RunMaker maker = new RunMaker(setter.with(point)).keepingEvents();
        assertThat(maker.make(key)).isNull();
        return RunStatistic.of(
                maker, List.of(new RunStatistic(null, RunStatistic.Measure.COUNT, 0, 25, Outcome.LAUNCHES)));
    }
}
