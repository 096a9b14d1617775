package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored batches are compared as the arms of one study would be. */
class StoredPairingTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String WORLD = """
            extends: reference.yaml
            name: %s
            weeks: %d
            uncertainties:
              parameters:
                region.impacts.spiral: {distribution: uniform, from: %s, to: 0.2, reason: unknown}
            """;

    private static final String SILENT = "actors: {japan: {policy: {type: silent}}}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void reference() throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Files.writeString(folder.resolve("usual.yaml"), WORLD.formatted("usual", 30, "-0.2"));
        Files.writeString(folder.resolve("silent.yaml"), WORLD.formatted("silent", 30, "-0.2") + SILENT);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void batch(String scenario, String into, String... options) {
        String[] args = new String[4 + options.length];
        args[0] = "batch";
        args[1] = path(scenario);
        args[2] = "--out";
        args[3] = path(into);
        System.arraycopy(options, 0, args, 4, options.length);
        Program.Ending ended = InProcess.run(args);
        assertThat(ended.status()).as(ended.err()).isZero();
    }

    private JsonNode read(String file) throws IOException {
        return JSON.readTree(folder.resolve(file).toFile());
    }

    @Test
    void pairsTheRunsThatBothHaveAndFindsWhatOneStudyFinds() throws IOException {
        batch("usual.yaml", "usual", "--runs", "300");
        batch("silent.yaml", "silent", "--runs", "200");
        Program.Ending paired = InProcess.run("compare", path("usual"), path("silent"), "--out", path("paired"));
        assertThat(paired.status()).as(paired.err()).isZero();
        assertThat(paired.out().replaceAll("\\s+", " "))
                .contains(
                        "200 runs each",
                        "300 of usual, 200 of silent",
                        "nothing was simulated",
                        "of draws of the parameters");

        Program.Ending study = InProcess.run(
                "compare", path("usual.yaml"), path("silent.yaml"), "--runs", "200", "--out", path("study"));
        assertThat(study.status()).as(study.err()).isZero();
        for (String table : List.of("comparison", "prior", "value_of_knowing", "weights", "pareto_set", "matrix")) {
            assertThat(Files.readString(folder.resolve("paired/" + table + ".csv")))
                    .as(table)
                    .isEqualTo(Files.readString(folder.resolve("study/" + table + ".csv")));
        }
        assertThat(read("paired/findings.json").path("answer"))
                .isEqualTo(read("study/findings.json").path("answer"));
        assertThat(folder.resolve("paired/report.html")).exists();
        // As every command, it takes a result that cannot be read for a wrong argument.
        Files.move(folder.resolve("silent/runs"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("silent/runs"), folder.resolve("elsewhere"));
        Program.Ending linked = InProcess.run("compare", path("usual"), path("silent"), "--out", path("linked"));
        assertThat(linked.status()).as(linked.err()).isEqualTo(2);
        assertThat(linked.err()).contains("silent/runs is a symbolic link");
        assertThat(read("paired/findings.json").toString())
                .contains("the charts over time show all of these", "stability_by_arm", "first_crisis_by_arm");
    }

    /** Results of the same runs have the charts over time that one study of them has. */
    @Tag("slow")
    @Test
    void weeksAreChartedAsInOneStudy() throws IOException {
        batch("usual.yaml", "usual", "--runs", "60");
        batch("silent.yaml", "silent", "--runs", "60");
        Program.Ending paired = InProcess.run("compare", path("usual"), path("silent"), "--out", path("paired"));
        assertThat(paired.status()).as(paired.err()).isZero();
        Program.Ending study = InProcess.run(
                "compare", path("usual.yaml"), path("silent.yaml"), "--runs", "60", "--out", path("study"));
        assertThat(study.status()).as(study.err()).isZero();
        List<JsonNode> charts = overTime("paired");
        assertThat(charts).hasSize(3).isEqualTo(overTime("study"));
        assertThat(charts).allSatisfy(chart -> assertThat(chart.path("series")).hasSize(2));
        assertThat(folder.resolve("paired/plots/stability_by_arm.svg")).isNotEmptyFile();
    }

    private List<JsonNode> overTime(String result) throws IOException {
        List<JsonNode> charts = new ArrayList<>();
        for (JsonNode section : read(result + "/findings.json").path("sections")) {
            if (section.path("id").asText().equals("over_time")) {
                section.findValues("charts").forEach(found -> found.forEach(charts::add));
            }
        }
        return charts;
    }

    /** A result without findings is told of from its runs. */
    @Test
    void aReportIsMadeOfWhatIsStored() throws IOException {
        Program.Ending study = InProcess.run(
                "compare", path("usual.yaml"), path("silent.yaml"), "--runs", "200", "--out", path("study"));
        assertThat(study.status()).as(study.err()).isZero();
        String before = Files.readString(folder.resolve("study/prior.csv"));
        Files.delete(folder.resolve("study/findings.json"));
        Files.delete(folder.resolve("study/prior.csv"));
        Program.Ending again = InProcess.run("report", path("study"));
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(Files.readString(folder.resolve("study/prior.csv"))).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("study/report.html"))).contains("Where it flips");
    }

    /** What would do nothing is refused, and what is no result is not taken for a scenario. */
    @Test
    void refusesWhatSimulatesAndWhatIsNoResult() {
        batch("usual.yaml", "usual", "--runs", "20");
        batch("silent.yaml", "silent", "--runs", "20");
        for (List<String> option : List.of(
                List.of("--runs", "10"), List.of("--seed", "3"), List.of("--set", "weeks=10"), List.of("--dry-run"))) {
            List<String> args = new ArrayList<>(List.of("compare", path("usual"), path("silent")));
            args.addAll(option);
            Program.Ending refused = InProcess.run(args.toArray(String[]::new));
            assertThat(refused.status()).as(option.toString()).isEqualTo(2);
            assertThat(refused.err()).startsWith(option.get(0)).contains("without simulating");
        }
        for (String other : List.of("nowhere", "silent.yaml")) {
            Program.Ending mixed = InProcess.run("compare", path("usual"), path(other));
            assertThat(mixed.status()).as(other).isEqualTo(2);
            assertThat(mixed.err()).startsWith(path(other) + " is no result folder");
        }
        assertThat(InProcess.run("diff", path("usual"), path("silent"), "--set", "weeks=10"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(2))
                .satisfies(refused -> assertThat(refused.err()).contains("--set changes scenario files"));
        assertThat(InProcess.run("batch", path("usual")).err()).contains("is a result folder");
        assertThat(InProcess.run("export", path("usual"), "--to", path("usual/runs/more.csv"))
                        .err())
                .contains("lies in a result");
        assertThat(InProcess.run("export", path("usual"), "--columns", "run,run", "--to", path("twice.csv"))
                        .err())
                .contains("names a column twice");
    }

    @Test
    void saysWhyResultsAreNoPairs() throws IOException {
        Files.writeString(folder.resolve("short.yaml"), WORLD.formatted("short", 20, "-0.2"));
        Files.writeString(folder.resolve("other.yaml"), WORLD.formatted("other", 30, "-0.1"));
        batch("usual.yaml", "usual", "--runs", "40");
        batch("silent.yaml", "seeded", "--runs", "40", "--seed", "7");
        batch("short.yaml", "short", "--runs", "40");
        batch("other.yaml", "other", "--runs", "40");

        refused("seeded", "differ in their seed");
        refused("short", "differ in their number of weeks");
        refused("other", "draw region.impacts.spiral differently");
        refused("usual", "are the same result");
        Program.Ending overwriting = InProcess.run("compare", path("usual"), path("other"), "--out", path("usual"));
        assertThat(overwriting.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(overwriting.err()).contains("--out names a result");
    }

    private void refused(String other, String reason) {
        Program.Ending ended = InProcess.run("compare", path("usual"), path(other));
        assertThat(ended.status()).as(ended.out()).isEqualTo(Main.BAD_INPUT);
        assertThat(ended.err()).contains(reason);
        assertThat(ended.out()).isEmpty();
    }
}
