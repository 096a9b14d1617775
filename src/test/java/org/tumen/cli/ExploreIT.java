package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that explore, from end to end, on designs small enough to run in a moment. */
class ExploreIT {
    @TempDir
    private Path folder;

    private Path study(String content) throws IOException {
        Path file = folder.resolve("study.yaml");
        for (String name : List.of("reference.yaml", "baseline.yaml")) {
            Files.copy(Path.of("scenarios", name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.writeString(file, "name: small\nscenario: baseline.yaml\n" + content);
    }

    private Program.Ending run(String... args) throws IOException, InterruptedException {
        return Program.run(folder.resolve("results"), args);
    }

    @Test
    void aSweepIsStoredResumedAndQueried() throws Exception {
        String study = study("""
                        levers:
                          actors.japan.policy.assertiveness: {from: 0.3, to: 1.5, levels: 3}
                          actors.russia.secrecy: [0.2, 0.8]
                        outcomes: [mean_stability]
                        runs: 6
                        """).toString();
        String out = folder.resolve("sweep").toString();
        Program.Ending first = run("explore", "sweep", study, "--out", out);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("6 points, 6 runs each", "p00006", "Mean stability");
        assertThat(folder.resolve("sweep/plots/heat_map_mean_stability.png")).isNotEmptyFile();
        assertThat(folder.resolve("sweep/plots/parallel_coordinates.svg")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("sweep/points.csv"))).hasSize(7);
        Program.Ending again = run("explore", "sweep", study, "--out", out);
        assertThat(again.out()).contains("already stored");
        Program.Ending more = run("explore", "sweep", study, "--out", out, "--runs", "8");
        assertThat(more.status()).as(more.err()).isZero();
        Program.Ending counted = run("query", out, "select count(*) as n, count(distinct arm) as a from runs", "--csv");
        assertThat(counted.out()).contains("48,6");
        Program.Ending verified = run("verify", out);
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void badDesignsAreRefusedBeforeAnythingRuns() throws Exception {
        String tooMany = study("""
                        levers:
                          actors.japan.policy.assertiveness: {from: 0.3, to: 1.5, levels: 1000}
                          actors.japan.policy.restraint: {from: 0.3, to: 1.5, levels: 1000}
                          actors.russia.secrecy: {from: 0.1, to: 0.9, levels: 1000}
                        """).toString();
        Program.Ending many = run("explore", "sweep", tooMany);
        assertThat(many.status()).isEqualTo(2);
        assertThat(many.err()).contains("1,000,000,000 points", "2 to 4,000");
        String wrong = study("""
                        levers:
                          actors.russia.secrecy: {from: 0.5, to: 7}
                          actors.japan.policy.assertivness: {from: 0, to: 1}
                        """).toString();
        Program.Ending ranges = run("explore", "sweep", wrong);
        assertThat(ranges.status()).isEqualTo(2);
        assertThat(ranges.err())
                .contains("actors.russia.secrecy", "0 to 1", "did you mean actors.japan.policy.assertiveness?");
        Program.Ending few = run(
                "explore",
                "discover",
                study(
                                "levers: {actors.russia.secrecy: {from: 0, to: 0.9}, actors.russia.generosity: {from: 0, to: 1}}\n"
                                        + "discover: {points: 3, condition: any_crises > 0}\n")
                        .toString());
        assertThat(few.status()).isEqualTo(2);
        assertThat(few.err()).contains("discover.points", "50", "did you mean any_crisis?");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Tag("slow")
    @Test
    void sensitivityTellsEffectsFromNoise() throws Exception {
        String study = study("""
                        uncertainties:
                          region.stability_is_no_key: {from: 0, to: 1}
                        """).toString();
        assertThat(run("explore", "sensitivity", study).status()).isEqualTo(2);
        Map<String, String> standards = Map.of(
                "{method: morris, trajectories: 4}", "Against noise",
                "{method: sobol, rows: 8}", "The noise of replication is taken off already");
        for (String method : standards.keySet()) {
            String sound = study("uncertainties:\n"
                            + "  actors.russia.generosity: {from: 0, to: 0.9}\n"
                            + "  actors.security_council.voting.rivalry: {distribution: triangular, from: 0, mode: 7, to: 10}\n"
                            + "outcomes: [final_arsenal]\nruns: 8\nsensitivity: "
                            + method)
                    .toString();
            Path out = Files.createTempDirectory(folder, "sensitivity");
            Program.Ending ending = run("explore", "sensitivity", sound, "--out", out.toString());
            assertThat(ending.status()).as(ending.err()).isZero();
            assertThat(ending.out()).contains("Russia: generosity", standards.get(method), "Parameters and chance");
            assertThat(out.resolve("plots/sensitivity_final_arsenal.png")).isNotEmptyFile();
        }
    }

    @Test
    void discoveryFindsTheParameterThatMakesTheCases() throws Exception {
        // The condition is on technology paid, which generosity alone decides: the box must restrict it.
        String study = study("""
                        uncertainties:
                          actors.russia.generosity: {from: 0, to: 0.9}
                          actors.japan.intelligence.vigilance: {from: 0.1, to: 0.5}
                        outcomes: [mean_stability]
                        discover: {condition: technology_share > 0.88, cases: rich payments, points: 60, runs: 4, resamples: 5}
                        """).toString();
        Path out = folder.resolve("discover");
        Program.Ending ending = run("explore", "discover", study, "--out", out.toString());
        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out())
                .contains("Rich payments concentrate where", "Russia: generosity >", "(coverage)", "(density)");
        assertThat(out.resolve("plots/pairs.png")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("box.csv"))).containsPattern("actors.russia.generosity,> [0-9.]+,0\\.");
    }

    @Tag("slow")
    @Test
    void aGameLeavesItsEquilibriumAsAScenario() throws Exception {
        // Each payoff falls in the player's own choice alone, whatever the other does: one equilibrium, by dominance.
        String study = study("""
                        players:
                          russia:
                            objective: final_arsenal
                            strategies:
                              none: {actors.russia.generosity: 0}
                              all: {actors.russia.generosity: 0.9}
                          japan:
                            objective: {warnings: -1}
                            strategies:
                              silent: {actors.japan.policy.assertiveness: 0}
                              firm: {actors.japan.policy.assertiveness: 1.5}
                        runs: 20
                        game: {most_runs: 1280}
                        """).toString();
        Path out = folder.resolve("game");
        Program.Ending ending = run("game", study, "--out", out.toString());
        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out())
                .contains("Russia all and Japan silent is the only equilibrium: nobody gains by a change alone.");
        Path equilibrium = out.resolve("equilibria/all-silent.yaml");
        Program.Ending valid = run("validate", equilibrium.toString());
        assertThat(valid.status()).as(valid.err()).isZero();
        assertThat(out.resolve("plots/regret.png")).isNotEmptyFile();
    }
}
