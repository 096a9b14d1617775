package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program from end to end, as a user runs it. */
class ProgramIT {
    private static final String BASELINE = "scenarios/baseline.yaml";

    @TempDir
    private Path results;

    private Program.Ending run(String... args) throws IOException, InterruptedException {
        return Program.run(results, args);
    }

    @Test
    void aBatchLeavesWhatItPromises() throws Exception {
        Program.Ending ending = run("batch", BASELINE, "--runs", "600", "--events");
        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out())
                .contains(
                        "Mean stability is",
                        "A crisis breaks out in",
                        "The renewal of the panel's mandate fails",
                        "digest");
        Path folder = onlyFolder();
        for (String file : List.of(
                "manifest.json",
                "summary.csv",
                "findings.json",
                "plots/overview.png",
                "plots/overview.svg",
                "plots/stability.png",
                "plots/time_to_crisis.svg")) {
            assertThat(folder.resolve(file)).isNotEmptyFile();
        }
        var manifest = new JsonMapper().readTree(folder.resolve("manifest.json").toFile());
        assertThat(manifest.toString()).contains(digest(ending));
        Program.Ending counted =
                run("query", folder.toString(), "select count(*) as n, min(run) as first from runs", "--csv");
        assertThat(counted.out()).contains("600,0");
        Program.Ending events = run(
                "query",
                folder.toString(),
                "select count(distinct run) as n from events where kind = 'shipment'",
                "--csv");
        assertThat(events.status()).as(events.err()).isZero();
        Program.Ending verified = run("verify", folder.toString());
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void theDigestIsTheSameOnAnyNumberOfThreads() throws Exception {
        String one = digest(run("batch", BASELINE, "--runs", "700", "--threads", "1", "--out", results + "/one"));
        String two = digest(run("batch", BASELINE, "--runs", "700", "--threads", "2", "--out", results + "/two"));
        String seven = digest(run("batch", BASELINE, "--runs", "700", "--threads", "7", "--out", results + "/seven"));
        assertThat(two).isEqualTo(one);
        assertThat(seven).isEqualTo(one);
    }

    @Tag("slow")
    @Test
    void moreRunsAreAddedAndFinishedOnesAreKept() throws Exception {
        run("batch", BASELINE, "--runs", "300");
        Program.Ending again = run("batch", BASELINE, "--runs", "300");
        assertThat(again.out()).contains("already stored");
        String extended = digest(run("batch", BASELINE, "--runs", "800"));
        String fresh = digest(run("batch", BASELINE, "--runs", "800", "--out", results + "/fresh"));
        assertThat(extended).isEqualTo(fresh);
    }

    @Test
    void aRunIsTold() throws Exception {
        Program.Ending text = run("trace", BASELINE, "--run", "3", "--why");
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("Run 3 of baseline").contains("why:").contains("North Korea");
        Program.Ending csv = run("trace", BASELINE, "--run", "3", "--format", "csv");
        assertThat(csv.out()).contains("source_iso3").contains("PRK,RUS,072");
        Program.Ending json =
                run("trace", BASELINE, "--pick", "worst:mean_stability", "--among", "50", "--format", "json");
        assertThat(new JsonMapper().readTree(json.out()).path("weeks").size()).isEqualTo(156);
        Program.Ending flip = run("trace", BASELINE, "--run", "3", "--flip", "2:japan=sanction");
        assertThat(flip.out()).contains("They diverge in week 2").contains("Difference");
    }

    @Test
    void theParameterPageIsMadeOfTheDeclarations() throws Exception {
        Program.Ending page = run("params", "--format", "markdown");
        assertThat(page.out().strip())
                .isEqualTo(Files.readString(Path.of("src/site/markdown/parameters.md"))
                        .strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch",
                "batch nowhere.yaml",
                "batch scenarios/baseline.yaml --runs 0",
                "batch scenarios/baseline.yaml --runs many",
                "batch scenarios/baseline.yaml --threads 0",
                "batch scenarios/baseline.yaml --set actors.japan.policy.assertivness=1",
                "batch scenarios/baseline.yaml --set weeks=NaN",
                "batch scenarios/baseline.yaml --engine moon",
                "batch scenarios/baseline.yaml --shard 3/2",
                "trace scenarios/baseline.yaml --run -1",
                "trace scenarios/baseline.yaml --pick best:nothing",
                "trace scenarios/baseline.yaml --flip 3:japan=launch",
                "query nowhere \"select 1\"",
                "frobnicate"
            })
    void badArgumentsAreRefusedClearly(String line) throws Exception {
        Program.Ending ending = run(line.split(" "));
        assertThat(ending.status()).as(ending.out() + ending.err()).isEqualTo(2);
        assertThat(ending.err()).isNotBlank().doesNotContain("\tat ").doesNotContain("Exception");
        try (Stream<Path> left = Files.list(results)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void everyShippedScenarioAndStudyIsValid() throws Exception {
        Program.Ending ending = run("validate", "scenarios", "scenarios/studies");
        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(ending.out()).contains("study japan-warning", "of the kind discover");
    }

    /** Neither can be told to stop: the first is planned without end, the second grows past what DuckDB counts. */
    @Tag("slow")
    @Test
    void queriesThatTakeTooMuchEndTheProcess() throws Exception {
        run("batch", BASELINE, "--runs", "300");
        String folder = onlyFolder().toString();
        String names = IntStream.range(0, 60)
                .mapToObj(i -> ", c%d + c%d as c%d".formatted(i, i, i + 1))
                .collect(Collectors.joining());
        String endless = "select run as c0" + names + " from runs order by all";
        Program.Ending late = run("query", folder, endless, "--timeout", "1");
        assertThat(late.status()).isEqualTo(1);
        assertThat(late.err())
                .startsWith("tumen query: the query took more than 1 s of processor time and was stopped");
        String growing = "select quantile_cont(a.range + b.range, 0.5) from range(100000) a, range(100000) b";
        Program.Ending large = run("query", folder, growing, "--memory", "160");
        assertThat(large.status()).isEqualTo(1);
        assertThat(large.err()).startsWith("tumen query: the query needs more than the allowed 160 MiB of memory");
    }

    @Test
    void everyCommandHasHelp() throws Exception {
        for (String command : List.of(
                "batch",
                "compare",
                "game",
                "trace",
                "report",
                "query",
                "serve",
                "verify",
                "join",
                "validate",
                "params",
                "schema")) {
            Program.Ending help = run(command, "--help");
            assertThat(help.status()).as(command).isZero();
            assertThat(help.out()).contains("Usage: tumen " + command);
        }
        assertThat(run("--version").out()).contains("0.1.0");
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> folders = Files.list(results)) {
            List<Path> all = folders.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static String digest(Program.Ending ending) {
        Matcher m = Pattern.compile("digest ([0-9a-f]{64})").matcher(ending.out());
        assertThat(m.find()).as(ending.out() + ending.err()).isTrue();
        return m.group(1);
    }
}
