package org.tumen.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.Needed;
import org.tumen.store.Fixtures;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.store.file.StoreException;

/** Whatever a query does, it ends within its limits, and the next one is answered. */
class QueryLimitsTest {
    /** Names each column by the one before, twice: planning replaces the names, 2^60 of them, and hears no interruption. */
    private static final String ENDLESS_PLANNING = endlessPlanning();

    /** The values of a quantile, which DuckDB's own limit of memory does not count. */
    private static final String GROWING =
            "SELECT quantile_cont(a.range + b.range, 0.5) FROM range(100000) a, range(100000) b";

    private static final QueryLimits AMPLE = new QueryLimits(1_000_000, Duration.ofMinutes(5), 512, 64);

    @TempDir
    static Path root;

    private static Path folder;
    private static QueryProcesses processes;

    @BeforeAll
    static void write() {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 20);
        }
        folder = Fixtures.folder(root);
        processes = new QueryProcesses(true);
    }

    @AfterAll
    static void close() {
        processes.close();
    }

    private static String endlessPlanning() {
        StringBuilder sql = new StringBuilder("SELECT run AS c0");
        for (int i = 0; i < 60; i++) {
            sql.append(", c%d + c%d AS c%d".formatted(i, i, i + 1));
        }
        return sql.append(" FROM runs ORDER BY ALL").toString();
    }

    private static void answersTheNext() {
        assertThat(processes.ask(folder, "SELECT count(*) AS n, 'é' AS t FROM runs", AMPLE))
                .isEqualTo(
                        "{\"columns\":[\"n\",\"t\"],\"types\":[\"BIGINT\",\"VARCHAR\"],\"rows\":[[20,\"é\"]],\"truncated\":false}");
    }

    @Test
    void planningThatCannotBeStoppedEndsInTime() {
        assertThatThrownBy(() -> processes.ask(folder, ENDLESS_PLANNING, AMPLE.withTime(Duration.ofMillis(400))))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the query took more than 0.4 s of processor time and was stopped");
        answersTheNext();
    }

    @Test
    void executionEndsInTime() {
        String sql = "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b";
        assertThatThrownBy(() -> processes.ask(folder, sql, AMPLE.withTime(Duration.ofSeconds(1))))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the query took more than 1 s of processor time and was stopped");
        answersTheNext();
    }

    @Test
    void aProcessThatGrowsIsEnded() {
        Needed.require(
                Files.isReadable(Path.of("/proc/self/status")), "proc", "this system does not tell resident memory");
        assertThatThrownBy(() -> processes.ask(folder, GROWING, AMPLE.withMemory(160)))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the query needs more than the allowed 160 MiB of memory");
        answersTheNext();
    }

    @Tag("slow")
    @Test
    void answersAreBoundedInBytes() {
        QueryLimits small = new QueryLimits(1_000_000, Duration.ofMinutes(5), 512, 1);
        for (String sql : new String[] {
            "SELECT range FROM range(1000000)",
            "SELECT list(range) FROM range(1000000)",
            // Less than a mebibyte of values, and more as JSON.
            "SELECT range, range, range, range FROM range(1000000000000, 1000000030000)"
        }) {
            assertThatThrownBy(() -> processes.ask(folder, sql, small))
                    .as(sql)
                    .isInstanceOf(QueryLimitException.class)
                    .hasMessageStartingWith("the answer is larger than the allowed 1 MiB");
        }
        answersTheNext();
    }

    /** As objects these numbers would take more than the heap of the process. */
    @Test
    void answersUpToTheirLimitAreGiven() {
        String sql = "SELECT range / 7 AS a, range / 11 AS b, range / 13 AS c, range / 17 AS d FROM range(400000)";
        QueryResult answer = QueryResult.parse(processes.ask(folder, sql, AMPLE.withRows(1_000_000)));
        assertThat(answer.rows()).hasSize(400_000);
        assertThat(answer.rows().get(399_999))
                .containsExactly(399_999 / 7.0, 399_999 / 11.0, 399_999 / 13.0, 399_999 / 17.0);
    }

    /** A text of more than the heap of the process. */
    @Test
    void aProcessThatFailsLeavesTheNextOneToAnswer() {
        String sql = "SELECT string_agg(range, ', ') FROM range(20000000)";
        assertThatThrownBy(() -> processes.ask(folder, sql, AMPLE.withMemory(4096)))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the answer needs more than the 96 MiB that its process has for it");
        answersTheNext();
    }

    @Test
    void whatIsWrongIsToldThroughTheProcess() {
        assertThatThrownBy(() -> processes.ask(folder, "SELECT tensoin FROM runs", AMPLE))
                .isInstanceOf(QueryException.class)
                .isNotInstanceOf(QueryLimitException.class)
                .hasMessageContaining("tensoin");
        assertThatThrownBy(() -> processes.ask(folder, "SELECT * FROM read_text('/etc/passwd')", AMPLE))
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> processes.ask(root, "SELECT 1", AMPLE)).isInstanceOf(StoreException.class);
    }

    @Test
    void aProcessEndsWhenItsInputDoes() throws Exception {
        QueryProcess idle = new QueryProcess();
        idle.close();
        assertThat(idle.awaitEnd(60, TimeUnit.SECONDS)).isTrue();

        QueryProcess busy = new QueryProcess();
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> busy.ask(folder, ENDLESS_PLANNING, AMPLE));
        busy.awaitQuestion();
        busy.close();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(QueryProcessException.class)
                .hasMessageContaining("the process that was to answer the query ended with status 1");
        assertThat(busy.awaitEnd(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noValueChangesOnItsWay() {
        String sql = "SELECT 0.1::DOUBLE AS a, 'NaN'::DOUBLE AS b, '-inf'::DOUBLE AS c, 1.50::DECIMAL(9, 2) AS d,"
                + " 123456789012345678901234567890.5::DECIMAL(38, 1) AS e, 170141183460469231731687303715884105727 AS f,"
                + " 0.1::FLOAT AS g, 3::TINYINT AS h, true AS i, NULL AS j, '7' AS k, DATE '2024-02-29' AS l,"
                + " 1e300::DOUBLE AS m, 5e-324::DOUBLE AS n, [1, 2] AS o, 2::DOUBLE AS p, mean_stability FROM runs WHERE run = 7";
        QueryResult through = QueryResult.parse(processes.ask(folder, sql, AMPLE));
        try (ResultReader reader = ResultReader.open(folder)) {
            QueryResult here = Answers.ask(reader, sql, AMPLE);
            assertThat(through.columns()).isEqualTo(here.columns());
            assertThat(through.types()).isEqualTo(here.types());
            assertThat(through.rows()).hasSize(1);
            for (int i = 0; i < here.columns().size(); i++) {
                Object value = here.rows().get(0).get(i);
                Object received = through.rows().get(0).get(i);
                assertThat(String.valueOf(received)).as(here.columns().get(i)).isEqualTo(String.valueOf(value));
                assertThat(received instanceof Number).isEqualTo(value instanceof Number);
                assertThat(received instanceof Double).isEqualTo(value instanceof Double);
            }
        }
    }
}
