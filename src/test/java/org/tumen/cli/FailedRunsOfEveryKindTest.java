package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.StoredTables;

/**
 * A policy that throws now and then, through every kind of question: each comes to its end, says how many runs failed, and
 * gives a command that shows one.
 */
class FailedRunsOfEveryKindTest {
    private static final Pattern FAILED = Pattern.compile("(\\d+) runs? failed");
    private static final Pattern TRACE = Pattern.compile("tumen (trace .*? --run \\d+)");

    @TempDir
    private Path root;

    /** A run of 40 weeks fails with a probability of 1/4. */
    @BeforeEach
    void scenarios() throws IOException {
        for (String name : List.of("baseline.yaml", "reference.yaml")) {
            Files.copy(Path.of("scenarios", name), root.resolve(name));
        }
        Files.writeString(
                root.resolve("fragile.yaml"),
                "extends: baseline.yaml\nname: fragile\nweeks: 40\nactors:\n  japan:\n"
                        + "    policy: {type: fragile, probability: 0.007}\n");
    }

    private String study(String text) throws IOException {
        return Files.writeString(root.resolve("study.yaml"), "name: tried\nseed: 1\n" + text)
                .toString();
    }

    private String file(String name) {
        return root.resolve(name).toString();
    }

    /** Runs a command, and the command that it gives to look at a failed run; yields what it said. */
    private String told(String... command) {
        Program.Ending ending = InProcess.run(command);
        assertThat(ending.status()).as(ending.err()).isZero();
        String said = ending.out().replaceAll("\\s+", " ");
        Matcher failed = FAILED.matcher(said);
        assertThat(failed.find()).as(said).isTrue();
        assertThat(Integer.parseInt(failed.group(1))).isPositive();
        Matcher trace = TRACE.matcher(said);
        assertThat(trace.find()).as(said).isTrue();
        Program.Ending shown = InProcess.run(trace.group(1).split(" "));
        assertThat(shown.status()).as(shown.err()).isEqualTo(Main.FAILED);
        assertThat(shown.err()).contains("the mistake showed");
        return said;
    }

    @Test
    void batch() throws IOException {
        told("batch", file("fragile.yaml"), "--runs", "80", "--out", file("out"));
        Map<JsonNode, JsonNode> told = new HashMap<>();
        StoredTables.rows(root.resolve("out"), "summary").forEach(row -> told.put(row.path("outcome"), row.path("sd")));
        assertThat(StoredTables.rows(root.resolve("out"), "variance"))
                .as("the standard deviation of a run is one number, wherever it stands")
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(row.path("sd")).isEqualTo(told.get(row.path("outcome"))));
    }

    /** The runs that failed are wanted too: an arm that has them all is not asked for them for ever. */
    @Test
    void compareUntilItsMostRuns() throws IOException {
        String study = study("scenario: fragile.yaml\nbaseline: one\narms:\n  one: {}\n"
                + "  two: {set: {actors.russia.secrecy: 0.9}}\nruns: 60\n");
        String said = told(
                "compare",
                study,
                "--until-halfwidth",
                "0.000001",
                "--max-runs",
                "150",
                "--failure-limit",
                "1000",
                "--out",
                file("out"));
        assertThat(said).containsPattern("2 arms, \\d+ runs each");
    }

    /** What compares arms leaves a run out of all of them; what describes one has all of its own. */
    @Test
    void anArmThatDoesNotFailIsDescribedByAllOfItsRuns() throws IOException {
        String study = study("scenario: fragile.yaml\nbaseline: one\narms:\n  one: {}\n"
                + "  two: {set: {actors.japan.policy.probability: 0}}\nruns: 60\n");
        told("compare", study, "--out", file("out"));
        List<ObjectNode> rows = StoredTables.rows(root.resolve("out"), "summary");
        int one = rows.get(0).path("n").asInt();
        assertThat(one).isBetween(1, 59);
        assertThat(rows.get(rows.size() - 1).path("n").asInt()).isEqualTo(60);
        assertThat(StoredTables.rows(root.resolve("out"), "arm_means"))
                .allSatisfy(row -> assertThat(row.path("runs").asInt()).isEqualTo(one));
        assertThat(Files.readString(root.resolve("out/findings.json")))
                .contains("Outcomes of " + one + " to 60 runs of each arm")
                .contains("Where points or arms are compared, what the same run gave in the others is left out too.");
    }

    private void design(String kind, String section, String runs) throws IOException {
        String study = study("scenario: fragile.yaml\nuncertainties:\n  actors.russia.secrecy: {from: 0.1, to: 0.9}\n"
                + "  actors.russia.generosity: {from: 0.1, to: 0.9}\noutcomes: [mean_stability, delivered]\nruns: "
                + runs + "\n" + kind + ": " + section + "\n");
        told("explore", kind, study, "--failure-limit", "100000", "--out", file("out"));
        assertThat(Files.readString(root.resolve("out/findings.json")))
                .contains("the mistake showed", "Runs that failed");
    }

    @Test
    void sweep() throws IOException {
        design("sweep", "{method: latin_hypercube, points: 4}", "30");
    }

    @Test
    void sensitivity() throws IOException {
        design("sensitivity", "{method: morris, trajectories: 3, resamples: 20}", "30");
    }

    @Test
    void discover() throws IOException {
        design("discover", "{condition: mean_stability >= 54, points: 50, resamples: 2, luck: common}", "20");
    }

    @Test
    void search() throws IOException {
        String study = study("worlds:\n  only: {scenario: fragile.yaml}\nlevers:\n"
                + "  actors.russia.secrecy: {from: 0.1, to: 0.9}\nruns: 20\nsearch:\n"
                + "  objectives: [mean_stability, delivered]\n  population: 8\n  evaluations: 16\n"
                + "  searches: 2\n  fresh_runs: 50\n  front: 4\n");
        told("search", study, "--failure-limit", "100000", "--out", file("out"));
    }

    /** A run that failed in one profile is left out in all, so that gains stay differences by run. */
    @Test
    void game() throws IOException {
        String study = study("scenario: fragile.yaml\nplayers:\n  russia:\n    objective: delivered\n    strategies:\n"
                + "      open: {actors.russia.secrecy: 0.1}\n      discreet: {actors.russia.secrecy: 0.8}\n"
                + "  council:\n    objective: mean_stability\n    strategies:\n"
                + "      calm: {actors.security_council.policy.failure_cost: 0.1}\n"
                + "      tense: {actors.security_council.policy.failure_cost: 0.9}\nruns: 40\ngame: {most_runs: 40}\n");
        told("game", study, "--failure-limit", "100000", "--out", file("out"));
        String csv = Files.readString(root.resolve("out/payoffs.csv"));
        assertThat(csv.lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .hasSize(4)
                .allSatisfy(runs -> assertThat(Double.parseDouble(runs)).isBetween(2.0, 39.0));
    }

    @Test
    void calibrate() throws IOException {
        String study = study("scenario: fragile.yaml\nparameters:\n"
                + "  actors.north_korea.policy.launch.drive: {distribution: normal, mean: -2.8, deviation: 0.2}\n"
                + "targets:\n  launches: {event: minor_launch, measure: count, observed: 12, tolerance: 3, source: made up}\n"
                + "calibrate: {method: abc_smc, particles: 20, generations: 2, min_acceptance: 0.001}\n");
        told("calibrate", study, "--failure-limit", "100000", "--out", file("out"));
        String once = Files.readString(root.resolve("out/failed-runs.json"));
        assertThat(once).contains("the mistake showed", "actors.north_korea.policy.launch.drive");
        told("calibrate", study, "--failure-limit", "100000", "--out", file("out"));
        assertThat(root.resolve("out/failed-runs.json")).hasContent(once);
        Program.Ending stopped = InProcess.run("calibrate", study, "--failure-limit", "0", "--out", file("none"));
        assertThat(stopped.status()).isEqualTo(Main.FAILED);
        assertThat(stopped.err()).contains("1 run failed, more than the 0 that --failure-limit allows");
    }

    /** A tenth of the runs of a hindcast may fail; here one of a hundred does. */
    @Test
    void hindcast() {
        told(
                "hindcast",
                file("fragile.yaml"),
                "--set",
                "actors.japan.policy.probability=0.0003",
                "--runs",
                "300",
                "--parts",
                "launches",
                "--out",
                file("out"));
    }
}
