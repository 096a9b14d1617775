package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultStore;
import org.tumen.store.part.PartWriter;
import org.tumen.store.part.StoredArm;
import org.tumen.world.Stage;

class ResultCommandsTest {
    private static final ResultIdentity IDENTITY =
            new ResultIdentity("trial", "0123456789abcdef", "0.1.0", 1, 1, List.of(new StoredArm("a_b", "{}")));

    @TempDir
    Path root;

    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() {
        folder = write(root.resolve(IDENTITY.folderName()), 0, 3);
    }

    private static Path write(Path folder, long from, long to) {
        try (ResultStore store = ResultStore.open(folder, IDENTITY, 0)) {
            try (PartWriter part = store.begin("a_b", from, to, false)) {
                WeeklyCounts counts = new WeeklyCounts(1);
                for (long run = from; run < to; run++) {
                    double[] values = new double[Outcome.all().size()];
                    values[0] = 50 + run / 3.0;
                    part.add(run, values);
                    counts.week(0, 50, 50, Stage.values()[0]);
                }
                part.commit(counts);
            }
            store.finish(Map.of());
        }
        return folder;
    }

    private int run(String command, String... args) {
        String[] all = Stream.concat(Stream.of(command), Stream.of(args)).toArray(String[]::new);
        return Main.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    private int query(String... args) {
        return run("query", args);
    }

    @Test
    void tablesAreAligned() {
        String sql =
                "select arm, run, mean_stability, case when run = 0 then null else 'x' end as note from runs order by run";
        assertThat(query(folder.toString(), sql)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "arm  run  mean_stability  note",
                        "---  ---  --------------  ----",
                        "a_b    0              50",
                        "a_b    1         50.3333  x",
                        "a_b    2         50.6667  x");
    }

    @Test
    void csvAndJsonKeepFullPrecision() {
        String sql = "select run, mean_stability, 'a,\"b\"' as note from runs where run = 1";
        assertThat(query(folder.toString(), sql, "--csv")).isZero();
        assertThat(out.toString()).isEqualTo("run,mean_stability,note\r\n1,50.333333333333336,\"a,\"\"b\"\"\"\r\n");
        assertThat(query(folder.toString(), sql, "--json")).isZero();
        assertThat(out.toString()).contains("\"mean_stability\" : 50.333333333333336");
    }

    /** DuckDB takes names of files for patterns, and of folders for values of columns. */
    @Tag("slow")
    @Test
    void namesOfFoldersAreNoPatterns() throws Exception {
        List<String> names = List.of("x", "[x]", "a*b", "a b", "a?b", "month=1", "**");
        for (int i = 0; i < names.size(); i++) {
            write(root.resolve(names.get(i)), 0, i + 1);
        }
        for (int i = 0; i < names.size(); i++) {
            String result = root.resolve(names.get(i)).toString();
            out.getBuffer().setLength(0);
            assertThat(query(result, "select count(*) as n from runs", "--csv"))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).as(result).isEqualTo("n\r\n" + (i + 1) + "\r\n");
            for (String table : List.of("runs", "weekly")) {
                Path to = root.resolve(table + ".csv");
                assertThat(run("export", result, "--table", table, "--to", to.toString(), "--force"))
                        .as(err.toString())
                        .isZero();
                assertThat(Files.readAllLines(to).get(0)).as(result).doesNotContain("month");
            }
            assertThat(Files.readAllLines(root.resolve("runs.csv"))).as(result).hasSize(i + 2);
            assertThat(run("verify", result)).as(err.toString()).isZero();
        }
    }

    @Test
    void resultsAreFoundByName() {
        String results = root.toString();
        assertThat(query("trial", "select 1", "--results", results)).isZero();
        assertThat(query("other", "select 1", "--results", results)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no result 'other'");
    }

    @Test
    void mistakesExitWithTwoAndNoStackTrace() {
        assertThat(query(folder.toString(), "selec 1")).isEqualTo(2);
        assertThat(query(folder.toString(), "drop view runs")).isEqualTo(2);
        assertThat(query(folder.toString(), "select 1", "--limit", "0")).isEqualTo(2);
        assertThat(query(folder.toString(), "select 1", "--csv", "--json")).isEqualTo(2);
        assertThat(err.toString())
                .contains("syntax error")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    @Test
    void cutAnswersSaySo() {
        assertThat(query(folder.toString(), "select run from runs order by run", "--limit", "2", "--csv"))
                .isZero();
        assertThat(out.toString()).isEqualTo("run\r\n0\r\n1\r\n");
        assertThat(err.toString()).contains("first 2 rows");
    }

    @Test
    void verifyNamesProblems() throws Exception {
        assertThat(run("verify", folder.toString())).isZero();
        assertThat(out.toString()).contains("3 runs read, none simulated again");
        try (var files = Files.list(folder.resolve("weekly"))) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[9] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(run("verify", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("not those that were written");
        assertThat(run("verify", root.toString())).isEqualTo(2);
    }

    @Test
    void aResultIsReachedByALink() throws Exception {
        Path link = Files.createSymbolicLink(root.resolve("link"), folder);
        assertThat(run("verify", link.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("3 runs read");
        out.getBuffer().setLength(0);
        assertThat(query(link.toString(), "select count(*) as n from runs")).isZero();
        assertThat(out.toString()).contains("3");
    }

    /** One folder too high, for which there is no manifest to miss. */
    @Test
    void aFolderWithoutShardsIsRefusedWithWhatIsMeant() throws Exception {
        Files.createDirectories(root.resolve("high/low"));
        assertThat(run("join", root.resolve("high").toString(), "--out", "joined"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is no shard and holds none; allowed: folders of shards");
    }

    @Test
    void joinNamesGaps() {
        Path late = write(root.resolve("late"), 5, 7);
        String joined = root.resolve("joined").toString();
        assertThat(run("join", folder.toString(), late.toString(), "--out", joined))
                .isEqualTo(1);
        assertThat(err.toString()).contains("runs 3..4 are missing");
        Path middle = write(root.resolve("middle"), 3, 5);
        assertThat(run("join", middle.toString(), "--out", joined)).isZero();
        assertThat(out.toString()).contains("7 runs");
        Path overlapping = write(root.resolve("overlapping"), 4, 6);
        assertThat(run("join", overlapping.toString(), "--out", joined)).isEqualTo(2);
        assertThat(err.toString()).contains("overlap");
    }
}
