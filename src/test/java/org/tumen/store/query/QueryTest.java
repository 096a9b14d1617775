package org.tumen.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.store.Fixtures;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.store.part.Database;

class QueryTest {
    @TempDir
    static Path root;

    private static Path secret;
    private static ResultReader reader;

    @BeforeAll
    static void write() throws Exception {
        secret = Files.writeString(root.resolve("secret.csv"), "password\nhunter2\n");
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 20);
        }
        reader = ResultReader.open(Fixtures.folder(root));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static QueryResult query(String sql) {
        return Answers.ask(reader, sql, QueryLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT arm, count(*) AS n FROM runs GROUP BY arm",
                "FROM (SELECT arm, count(*) AS n FROM runs GROUP BY arm);",
                "WITH r AS (SELECT * FROM runs) SELECT arm, count(*) AS n FROM r GROUP BY arm -- a comment"
            })
    void answers(String sql) {
        QueryResult result = query(sql);
        assertThat(result.columns()).containsExactly("arm", "n");
        assertThat(result.rows()).containsExactly(List.of(ARM, 20L));
        assertThat(result.truncated()).isFalse();
    }

    @Test
    void emptyTablesAreThere() {
        assertThat(query("SELECT * FROM failures").rows()).isEmpty();
        assertThat(query("SELECT max(week) FROM weekly").rows()).containsExactly(List.of((short) 3));
    }

    static Stream<String> forbidden() {
        String file = Database.text(secret);
        String part = Database.text(Fixtures.folder(root).resolve("runs/stolen.parquet"));
        return Stream.of(
                "SELECT * FROM read_csv(" + file + ")",
                "SELECT * FROM " + file,
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_blob(" + file + ")",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_csv('https://example.org/a.csv')",
                "SELECT * FROM query('COPY runs TO ' || " + Database.text(part) + ")",
                "COPY runs TO " + part,
                "COPY (SELECT 1) TO " + Database.text(root.resolve("out.csv")),
                "EXPORT DATABASE " + Database.text(root.resolve("export")),
                "ATTACH " + Database.text(root.resolve("other.db")),
                "ATTACH ':memory:' AS other",
                "INSTALL httpfs",
                "LOAD httpfs",
                "PRAGMA database_list",
                "PRAGMA enable_profiling",
                "SET enable_external_access=true",
                "SET lock_configuration=false",
                "RESET memory_limit",
                "CREATE TABLE t (a INTEGER)",
                "DROP VIEW runs",
                "DELETE FROM failures",
                "INSERT INTO failures VALUES ('a', 1, 1, 'b')",
                "CALL pragma_version()",
                "EXPLAIN ANALYZE COPY runs TO " + part,
                "SELECT 1; COPY runs TO " + part + "; SELECT 2",
                "SELECT 1; SELECT 2",
                "",
                ";",
                "-- nothing");
    }

    @ParameterizedTest
    @MethodSource
    void forbidden(String sql) throws Exception {
        assertThatThrownBy(() -> query(sql))
                .isInstanceOf(QueryException.class)
                .hasMessageMatching(
                        "(?s).*(SELECT statement|[Pp]ermission|disabled|not allowed|does not exist|syntax).*");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .doesNotContain("stolen.parquet", "out.csv", "export", "other.db");
        }
    }

    @Test
    void onlyPartsCanBeReadInTheFolder() throws Exception {
        Path manifest = Fixtures.folder(root).resolve("manifest.json");
        assertThat(manifest).exists();
        assertThatThrownBy(() -> query("SELECT * FROM read_text(" + Database.text(manifest) + ")"))
                .isInstanceOf(QueryException.class);
    }

    @Test
    void mistakesAreExplained() {
        assertThatThrownBy(() -> query("SELECT tensoin FROM runs"))
                .hasMessageContaining("tensoin")
                .hasMessageNotContaining("Exception");
        assertThatThrownBy(() -> query("SELEC 1")).hasMessageContaining("syntax error");
    }

    @Test
    void rowsAreLimited() {
        QueryResult result = Answers.ask(reader, "SELECT run FROM runs ORDER BY run", QueryLimits.DEFAULT.withRows(3));
        assertThat(result.rows()).containsExactly(List.of(0L), List.of(1L), List.of(2L));
        assertThat(result.truncated()).isTrue();
        assertThat(Answers.ask(reader, "SELECT * FROM range(1000000000000)", QueryLimits.DEFAULT.withRows(3))
                        .rows())
                .hasSize(3);
    }

    @Test
    void timeIsLimited() {
        QueryLimits brief = new QueryLimits(10, Duration.ofMillis(200), 256, 4);
        assertThatThrownBy(() -> Answers.ask(
                        reader, "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b", brief))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("was stopped");
    }

    @Test
    void memoryIsLimited() {
        QueryLimits small = new QueryLimits(10, Duration.ofSeconds(20), 64, 4);
        assertThatThrownBy(() -> Answers.ask(reader, "SELECT list(range) FROM range(1000000000)", small))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("memory");
    }

    /** Values of a size that an argument decides pass by the database's own limit of memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT length(repeat('x', 2000000000))",
                "SELECT 1 FROM runs WHERE length(Repeat('x', run)) > 1",
                "SELECT len(generate_series(1, 1000000000))",
                "SELECT * FROM range(len(range(1000000000)))",
                "SELECT lpad('x', 1000000000, 'y')",
                "WITH big AS (SELECT list_resize([1], 1000000000) AS l) SELECT len(l) FROM big",
                "SELECT (SELECT bitstring('1', 1000000000))",
                "SELECT main.repeat('x', 1000000000)"
            })
    void functionsSizedByAnArgumentAreRefused(String sql) {
        assertThatThrownBy(() -> query(sql)).isInstanceOf(QueryException.class).hasMessageContaining("is not allowed");
    }

    /** Each of these multiplies texts, lists, columns or plans in one step that nothing could stop. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT length(s) FROM t",
                "SELECT replace(arm, 'a', arm) FROM runs",
                "SELECT replace('xx', 'x', 'xx')",
                "SELECT regexp_replace(arm, '.', arm, 'g') FROM runs",
                "SELECT regexp_replace(arm, '(.)', '\\1\\1', 'g') FROM runs",
                "SELECT regexp_matches(arm, 'a{1000}' || run) FROM runs",
                "SELECT arm || arm || arm || arm || arm || arm || arm || arm || arm FROM runs",
                "SELECT [x, x] FROM (SELECT string_agg(arm, '') AS x FROM runs)",
                "SELECT string_agg(arm, '') OVER () FROM runs",
                "SELECT list_transform([1], x -> list_transform([2], y -> x + y))",
                "SELECT list_reduce(['x', 'y'], lambda a, b: a || a || b)",
                "SELECT arm::BLOB::VARCHAR FROM runs",
                "SELECT hex(hex(arm)) FROM runs",
                "SELECT max(run, 999999) FROM runs",
                "SELECT getenv('PATH')",
                "SELECT * FROM runs USING SAMPLE reservoir(1000000000 ROWS)",
                "SELECT 1 FROM runs GROUP BY CUBE (1, 2, 3, 4, 5, 6, 7)",
                "WITH a AS (SELECT * FROM runs, runs b, runs c, runs d, runs e, runs f, runs g),"
                        + " b AS (SELECT * FROM a, a b, a c, a d, a e, a f) SELECT * FROM b"
            })
    void whatMultipliesIsRefused(String sql) {
        assertThatThrownBy(() -> query(sql))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("is not allowed in a query: ");
    }

    @Test
    void longQueriesAndConstantsAreRefused() {
        assertThatThrownBy(() -> query("SELECT '" + "x".repeat(201) + "'")).hasMessageContaining("200 characters");
        assertThatThrownBy(() -> query("SELECT 1" + " ".repeat(20_000))).hasMessageContaining("20000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT string_agg(DISTINCT arm || '-' || status, ', ') FROM runs",
                "SELECT replace(arm, '_', ' '), regexp_replace(arm, '^.*_', '') FROM runs",
                "SELECT quantile_cont(mean_stability, [0.1, 0.5, 0.9]), median(run), corr(run, any_crisis) FROM runs",
                "SELECT arm, avg(run) OVER (ORDER BY run ROWS 3 PRECEDING), row_number() OVER () FROM runs",
                "SELECT * FROM runs WHERE (arm, run) IN (SELECT arm, min(run) FROM runs GROUP BY arm)",
                "SELECT week, sum(bin * count) / sum(count) FROM weekly WHERE series LIKE 't%' GROUP BY ALL",
                "PIVOT runs ON status IN ('completed', 'failed') USING count(*) GROUP BY arm",
                "SELECT * FROM runs PIVOT (avg(run) FOR any_crisis IN (0, 1) GROUP BY arm)",
                "UNPIVOT runs ON run, any_crisis INTO NAME outcome VALUE figure",
                "SELECT list_transform([run, any_crisis], lambda x: x + 1), list_filter([run], x -> x > 3) FROM runs",
                "SELECT [x * 2 FOR x IN list_value(run, 3) IF x > 2] FROM runs",
                "SELECT width_bucket(run, 0, 20, 4) AS quarter, count(*) FROM runs GROUP BY ALL",
                "DESCRIBE runs",
                "SUMMARIZE runs"
            })
    void whatAnalystsAskIsAnswered(String sql) {
        assertThat(query(sql).columns()).isNotEmpty();
    }

    /** DuckDB's own tables tell of the machine, such as where the parts lie. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT sql FROM duckdb_views",
                "SELECT * FROM main.duckdb_views",
                "SELECT * FROM system.main.duckdb_settings",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM pg_catalog.pg_views",
                "SELECT * FROM pg_views",
                "SELECT * FROM sqlite_master",
                "SELECT * FROM pragma_database_list",
                "SELECT * FROM duckdb_views()",
                "SELECT * FROM (WITH duckdb_views AS (SELECT 1) SELECT 2), duckdb_views",
                "DESCRIBE duckdb_views",
                "SHOW ALL TABLES",
                "SHOW TABLES",
                "PIVOT duckdb_views ON view_name",
                "SELECT current_setting('allowed_directories')"
            })
    void systemTablesAreRefused(String sql) {
        assertThatThrownBy(() -> query(sql))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("is not allowed in a query: ")
                .hasMessageNotContaining(root.toString());
    }

    @Test
    void aPivotFindsItsColumns() {
        QueryResult result = query("PIVOT runs ON run % 3, status USING count(*) AS n GROUP BY arm ORDER BY arm");
        assertThat(result.columns()).containsExactly("arm", "0_completed_n", "1_completed_n", "2_completed_n");
        assertThat(result.rows()).containsExactly(List.of(ARM, 7L, 7L, 6L));
        assertThat(query("PIVOT (SELECT arm, 'ON' AS word FROM runs) ON word USING count(*)")
                        .rows())
                .containsExactly(List.of(ARM, 20L));
        assertThatThrownBy(() -> query("PIVOT runs ON range((SELECT 9)) USING count(*)"))
                .hasMessageContaining("not allowed in a query");
        assertThatThrownBy(() -> query("PIVOT range(300) ON range USING count(*)"))
                .hasMessageContaining("more than 200 values");
    }

    @Test
    void bucketsAreThoseOfPostgres() {
        assertThat(query("SELECT list(width_bucket(x, 0, 10, 5) ORDER BY x)::VARCHAR FROM"
                                + " (VALUES (-1.0), (0.0), (1.9), (2.0), (9.9), (10.0), (11.0), (NULL)) AS t(x)")
                        .rows())
                .containsExactly(List.of("[0, 1, 1, 2, 5, 6, 6, NULL]"));
    }
}
