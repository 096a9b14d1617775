package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tumen.store.Fixtures.ARM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        processes = new QueryProcesses();
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
                .isEqualTo("{\"columns\":[\"n\",\"t\"],\"rows\":[[20,\"é\"]],\"truncated\":false}");
    }

    @Test
    void planningThatCannotBeStoppedEndsInTime() {
        assertThatThrownBy(() -> processes.ask(folder, ENDLESS_PLANNING, AMPLE.withTime(Duration.ofMillis(400))))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the query took longer than 0.4 s and was stopped");
        answersTheNext();
    }

    @Test
    void executionEndsInTime() {
        String sql = "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b";
        assertThatThrownBy(() -> processes.ask(folder, sql, AMPLE.withTime(Duration.ofSeconds(1))))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the query took longer than 1 s and was stopped");
        answersTheNext();
    }

    @Test
    void aProcessThatGrowsIsEnded() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "this system does not tell resident memory");
        assertThatThrownBy(() -> processes.ask(folder, GROWING, AMPLE.withMemory(160)))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageStartingWith("the query needs more than the allowed 160 MiB of memory");
        answersTheNext();
    }

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

    /** A text of more than the heap of the process. */
    @Test
    void aProcessThatFailsLeavesTheNextOneToAnswer() {
        String sql = "SELECT string_agg(range, ', ') FROM range(20000000)";
        assertThatThrownBy(() -> processes.ask(folder, sql, AMPLE.withMemory(4096)))
                .isInstanceOf(QueryLimitException.class);
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
                .hasMessageContaining("gave up on the query");
        assertThat(busy.awaitEnd(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whereNoProcessIsBetweenTheLastResortIsCalled() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "this system does not tell resident memory");
        CompletableFuture<QueryLimitException> last = new CompletableFuture<>();
        try (ResultReader reader = ResultReader.open(folder)) {
            assertThatThrownBy(() -> reader.query(GROWING, AMPLE.withMemory(64), last::complete))
                    .isInstanceOf(QueryLimitException.class);
        }
        assertThat(last).isCompletedWithValueMatching(over -> over.getMessage().contains("64 MiB of memory"));
    }
}
