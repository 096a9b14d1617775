package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.StoredTables;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.store.DerivedFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.file.SealedJson;

/** Runs that fail, and results that were tampered with. */
class FailuresTest {
    private static final String BASELINE = "scenarios/baseline.yaml";
    private static final String FRAGILE = "actors.japan.policy={type: fragile, probability: 0.0005}";

    @TempDir
    private Path root;

    private Program.Ending fragile(Path folder, String... more) {
        List<String> args = new ArrayList<>(
                List.of("batch", BASELINE, "--set", FRAGILE, "--runs", "300", "--out", folder.toString()));
        args.addAll(List.of(more));
        return InProcess.run(args.toArray(new String[0]));
    }

    @Test
    void failedRunsAreCountedToldAndReproduced() throws Exception {
        Path folder = root.resolve("fragile");
        Program.Ending batch = fragile(folder);
        assertThat(batch.status()).as(batch.err()).isZero();
        Matcher told = Pattern.compile("--run (\\d+)\\R").matcher(batch.out());
        assertThat(told.find()).as(batch.out()).isTrue();
        int failed = json(folder.resolve("manifest.json"))
                .path("result")
                .path("failed")
                .asInt();
        assertThat(failed).isPositive();
        assertThat(json(folder.resolve("findings.json")).path("facts").asText())
                .startsWith((300 - failed) + " runs of ")
                .contains("; " + failed + " failed and count nowhere.");
        assertThat(batch.out()).contains(failed + " runs failed");
        assertThat(Files.readString(folder.resolve("summary.csv"))).contains("failed_runs", "," + failed + "\r\n");
        Program.Ending trace = InProcess.run("trace", BASELINE, "--set", FRAGILE, "--run", told.group(1), "--why");
        assertThat(trace.status()).isEqualTo(1);
        assertThat(trace.err())
                .contains("run " + told.group(1) + " of baseline", "ArithmeticException: the mistake showed")
                .doesNotContain("\tat ");
        assertThat(batch.out()).contains("tumen trace " + folder + " --run " + told.group(1));
        Program.Ending stored = InProcess.run("trace", folder.toString(), "--run", told.group(1));
        assertThat(stored.status()).isEqualTo(1);
        assertThat(stored.err()).isEqualTo(trace.err());
        Program.Ending verified = InProcess.run("verify", folder.toString(), "--sample", "300");
        assertThat(verified.status()).as(verified.err()).isZero();
        assertThat(verified.out()).contains("300 simulated again");
        Program.Ending elsewhere = fragile(root.resolve("elsewhere"), "--threads", "1");
        assertThat(ResultFolderFacts.digest(elsewhere.out())).isEqualTo(ResultFolderFacts.digest(batch.out()));
    }

    @Test
    void aReportMadeAgainIsTheSameAndCountsThem() throws Exception {
        Path folder = root.resolve("again");
        assertThat(fragile(folder).status()).isZero();
        List<Path> files = List.of(Path.of("summary.csv"), Path.of("findings.json"), Path.of("report.html"));
        List<String> before = new ArrayList<>();
        for (Path file : files) {
            before.add(Files.readString(folder.resolve(file)));
            Files.delete(folder.resolve(file));
        }
        Program.Ending report = InProcess.run("report", folder.toString(), "--no-pictures");
        assertThat(report.status()).as(report.err()).isZero();
        for (int i = 0; i < files.size(); i++) {
            assertThat(folder.resolve(files.get(i))).content().isEqualTo(before.get(i));
        }
    }

    @Test
    void aReportWaitsForWhoeverWritesTheResult() {
        Path folder = root.resolve("busy");
        assertThat(InProcess.run("batch", BASELINE, "--runs", "20", "--out", folder.toString())
                        .status())
                .isZero();
        try (FolderLock alone = FolderLock.hold(folder)) {
            Program.Ending report = InProcess.run("report", folder.toString());
            assertThat(report.status()).isEqualTo(Main.FAILED);
            assertThat(report.err()).contains("is in use", "Wait until it has ended");
            Program.Ending join = InProcess.run("join", folder.toString(), "--out", folder.toString());
            assertThat(join.status()).isEqualTo(Main.FAILED);
            assertThat(join.err()).contains("is in use", "Wait until it has ended");
        }
        assertThat(InProcess.run("report", folder.toString()).status()).isZero();
    }

    /** What was killed early has nothing of its end yet, and what simulates nothing never has runs. */
    @Test
    void aFolderIsKeptToOneKindOfResult() throws Exception {
        for (String mark : List.of("search/study.json", "study.json", "findings.json")) {
            Path folder = root.resolve("of " + mark.replace('/', ' '));
            Files.createDirectories(folder.resolve(mark).getParent());
            Files.writeString(folder.resolve(mark), "{}");
            Files.createFile(folder.resolve("lock"));
            for (String force : List.of("--details", "--force")) {
                Program.Ending refused =
                        InProcess.run("batch", BASELINE, "--runs", "20", "--out", folder.toString(), force);
                assertThat(refused.status()).isEqualTo(Main.FAILED);
                assertThat(refused.err())
                        .contains("holds a result of another kind (" + mark.replaceFirst("/.*", "") + ")");
            }
            assertThat(folder.resolve("manifest.json")).doesNotExist();
        }
        Path batch = root.resolve("batch");
        assertThat(InProcess.run("batch", BASELINE, "--runs", "20", "--out", batch.toString())
                        .status())
                .isZero();
        String found = Files.readString(batch.resolve("findings.json"));
        Program.Ending votes = InProcess.run("hindcast", BASELINE, "--parts", "votes", "--out", batch.toString());
        assertThat(votes.status()).isEqualTo(Main.FAILED);
        assertThat(votes.err()).contains("holds another experiment", "\"baseline-hindcast\"");
        assertThat(batch.resolve("findings.json")).content().isEqualTo(found);
    }

    /** A calibration keeps no runs of which a report would be made. */
    @Test
    void aReportOfFindingsAloneWaitsToo() throws Exception {
        Path folder = root.resolve("calibrated");
        DerivedFiles files = new DerivedFiles(folder);
        Findings found =
                Findings.of("calibrate", "small", "Why?", "").answer("So.").build();
        files.write(FindingsJson.FILE, FindingsJson.bytes(FindingsJson.of(found)));
        try (FolderLock alone = FolderLock.hold(folder)) {
            Program.Ending report = InProcess.run("report", folder.toString());
            assertThat(report.status()).isEqualTo(Main.FAILED);
            assertThat(report.err()).contains("is in use", "Wait until it has ended");
            assertThat(folder.resolve("report.html")).doesNotExist();
        }
        Program.Ending report = InProcess.run("report", folder.toString());
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(folder.resolve("report.html")).exists();
    }

    @Tag("slow")
    @Test
    void aComparisonTellsOfFailedRunsAndTheirArms() throws Exception {
        Path fragile = fragileStudy("compare").resolveSibling("fragile.yaml");
        Path folder = root.resolve("compared");
        Program.Ending compared = InProcess.run(
                "compare",
                BASELINE,
                fragile.toString(),
                "--allow-outside",
                "--failure-limit",
                "1000",
                "--runs",
                "300",
                "--out",
                folder.toString());
        assertThat(compared.status()).as(compared.err()).isZero();
        Matcher told = Pattern.compile("--arm fragile --run (\\d+)\\R").matcher(compared.out());
        assertThat(told.find()).as(compared.out()).isTrue();
        int failed = StoredTables.rows(folder, "failed_runs").size();
        assertThat(failed).isPositive();
        assertThat(compared.out()).contains(failed + " runs failed");
        String[] trace = {"trace", folder.toString(), "--run", told.group(1)};
        Program.Ending unnamed = InProcess.run(trace);
        assertThat(unnamed.status()).isEqualTo(2);
        assertThat(unnamed.err()).contains("has several arms; name one by --arm: baseline, fragile");
        Program.Ending named = InProcess.run(Stream.concat(Arrays.stream(trace), Stream.of("--arm", "fragile"))
                .toArray(String[]::new));
        assertThat(named.status()).isEqualTo(Main.FAILED);
        assertThat(named.err()).contains("the mistake showed");
    }

    private Path fragileStudy(String kind) throws Exception {
        Path folder = Files.createDirectories(root.resolve(kind));
        Files.writeString(
                folder.resolve("fragile.yaml"),
                "extends: " + Path.of(BASELINE).toAbsolutePath() + "\nname: fragile\nactors:\n  japan:\n"
                        + "    policy: {type: fragile, probability: 0.0005}\n");
        return folder.resolve("study.yaml");
    }

    @Test
    void aSearchKeepsItsFailedRuns() throws Exception {
        Path study = fragileStudy("search");
        Files.writeString(
                study,
                "name: fragile-search\nworlds:\n  only: {scenario: fragile.yaml}\nlevers:\n"
                        + "  actors.russia.secrecy: {from: 0.1, to: 0.9}\nruns: 20\nseed: 1\nsearch:\n"
                        + "  objectives: [mean_stability, delivered]\n  population: 8\n  evaluations: 16\n"
                        + "  searches: 2\n  fresh_runs: 50\n  front: 4\n");
        String out = root.resolve("searched").toString();
        String[] search = {"search", study.toString(), "--out", out, "--allow-outside", "--failure-limit", "1000"};
        Program.Ending first = InProcess.run(search);
        assertThat(first.status()).as(first.err()).isZero();
        List<String> failed = Files.readAllLines(root.resolve("searched/failed_runs.csv"));
        assertThat(failed.get(0)).isEqualTo("world,actors.russia.secrecy,run,cause");
        int count = failed.size() - 1;
        assertThat(count).isPositive();
        String[] row = failed.get(1).split(",");
        assertThat(row[3]).isEqualTo("ArithmeticException: the mistake showed");
        assertThat(first.out()).contains(count + (count == 1 ? " run failed" : " runs failed"));
        Program.Ending again = InProcess.run(
                "trace",
                study.resolveSibling("fragile.yaml").toString(),
                "--allow-outside",
                "--seed",
                "1",
                "--run",
                row[2].replace(".0", ""),
                "--set",
                "actors.russia.secrecy=" + row[1]);
        assertThat(again.status()).isEqualTo(Main.FAILED);
        assertThat(again.err()).contains("the mistake showed");
        assertThat(InProcess.run(search).status()).isZero();
        assertThat(Files.readAllLines(root.resolve("searched/failed_runs.csv"))).isEqualTo(failed);
        Program.Ending stopped = InProcess.run(
                "search",
                study.toString(),
                "--out",
                root.resolve("stopped-search").toString(),
                "--allow-outside",
                "--failure-limit",
                "0");
        assertThat(stopped.status()).isEqualTo(Main.FAILED);
        assertThat(stopped.err()).contains("more than the 0 that --failure-limit allows", "the mistake showed");
    }

    @Test
    void tooManyFailuresStopABatch() {
        Program.Ending batch = fragile(root.resolve("stopped"), "--failure-limit", "2");
        assertThat(batch.status()).isEqualTo(1);
        assertThat(batch.err())
                .contains("3 runs failed, more than the 2 that --failure-limit allows", "the mistake showed")
                .doesNotContain("\tat ");
    }

    @Test
    void tamperingIsFoundAndNamed() throws Exception {
        Path folder = root.resolve("result");
        assertThat(InProcess.run("batch", BASELINE, "--runs", "300", "--out", folder.toString())
                        .status())
                .isZero();
        Path manifest = folder.resolve("manifest.json");
        String original = Files.readString(manifest);
        String edited = original.replaceFirst("\"agreement_hazard\" : [0-9.]+", "\"agreement_hazard\" : 0.75");
        assertThat(edited).isNotEqualTo(original);
        Files.writeString(manifest, edited);
        Program.Ending damaged = InProcess.run("verify", folder.toString());
        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.err()).contains("manifest.json: its bytes are not those that were written");
        reseal(manifest);
        Program.Ending scenario = InProcess.run("verify", folder.toString());
        assertThat(scenario.status()).isEqualTo(1);
        assertThat(scenario.err())
                .contains(
                        "the fingerprint does not agree",
                        "its scenario of arm baseline is another one than the manifest's");
        Files.writeString(manifest, original);

        Path part;
        try (var files = Files.list(folder.resolve("runs"))) {
            part = files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 4;
        Files.write(part, bytes);
        Program.Ending flipped = InProcess.run("verify", folder.toString(), "--sample", "0");
        assertThat(flipped.status()).isEqualTo(1);
        assertThat(flipped.err()).contains(part.getFileName().toString(), "not those that were written");
        Files.delete(part);
        Program.Ending missing = InProcess.run("verify", folder.toString());
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains(part.getFileName() + ": it is missing");
    }

    @Test
    void aResultOfAnOlderModelIsReadAndNotExtended() throws Exception {
        Path folder = root.resolve("older");
        InProcess.run("batch", BASELINE, "--runs", "300", "--out", folder.toString());
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replaceFirst("\"model_version\" : \"[^\"]*\"", "\"model_version\" : \"0\""));
        reseal(manifest);
        Program.Ending read = InProcess.run("query", folder.toString(), "select count(*) as n from runs", "--csv");
        assertThat(read.out()).contains("300");
        Program.Ending extended = InProcess.run("batch", BASELINE, "--runs", "600", "--out", folder.toString());
        assertThat(extended.status()).isEqualTo(1);
        assertThat(extended.err()).contains("model version 0", "can be read, not extended");
        assertThat(InProcess.run("verify", folder.toString()).out()).contains("none simulated again");
    }

    /** Gives an edited file the checksum that it would have if it had been written so. */
    private static void reseal(Path file) throws IOException {
        ObjectNode content = (ObjectNode) json(file);
        content.remove("crc32c");
        SealedJson.write(file, content);
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(file.toFile());
    }
}
