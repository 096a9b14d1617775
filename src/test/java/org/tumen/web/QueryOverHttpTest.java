package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.store.query.QueryLimits;

/** Queries that take too much are refused with words, and the server answers the next one. */
class QueryOverHttpTest {
    /** Long enough for every query here that ends, however busy the machine is. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final String COUNT = "select count(*) as n from runs";
    private static final String COUNTED =
            "{\"columns\":[\"n\"],\"types\":[\"BIGINT\"],\"rows\":[[50]],\"truncated\":false}";

    @TempDir
    static Path results;

    private static Served served;
    private static String result;

    @BeforeAll
    static void start() throws Exception {
        served = server(LONG);
        String batch = served.batch("baseline", 50, "{}");
        HttpResponse<String> saved = served.send("POST", "/api/runs/" + batch + "/result", "{}");
        result = served.json(saved).get("name").asText();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Served server(Duration time) throws Exception {
        QueryLimits limits = new QueryLimits(1_000, time, 256, 1);
        return new Served(new ServerSettings("127.0.0.1", 0, Path.of("scenarios"), results, 2, limits));
    }

    private static HttpResponse<String> ask(Served server, String sql) throws Exception {
        return server.send("POST", "/api/sql", Served.JSON.writeValueAsString(Map.of("result", result, "sql", sql)));
    }

    private static void refused(String sql, String why) throws Exception {
        HttpResponse<String> answer = ask(served, sql);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(served.json(answer).get("error").asText()).startsWith(why);
        assertThat(ask(served, COUNT).body()).isEqualTo(COUNTED);
    }

    /** The query would run for days; the next one needs a small part of its second, however busy the machine is. */
    @Test
    void timeIsLimited() throws Exception {
        Served hasty = server(Duration.ofSeconds(1));
        try {
            HttpResponse<String> answer =
                    ask(hasty, "select sum(a.range * b.range) from range(10000000) a, range(10000000) b");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(hasty.json(answer).get("error").asText())
                    .startsWith("the query took more than 1 s of processor time and was stopped");
            assertThat(ask(hasty, COUNT).body()).isEqualTo(COUNTED);
        } finally {
            hasty.close();
        }
    }

    @Tag("slow")
    @Test
    void answersAreLimited() throws Exception {
        refused("select list(range) from range(500000)", "the answer is larger than the allowed 1 MiB");
    }

    @Test
    void nestingAndNumbersAreLimited() throws Exception {
        refused("select " + "9".repeat(5_000), "the query is nested too deeply, or a number in it is out of range");
    }

    @Test
    void filesAreNotRead() throws Exception {
        refused("select * from read_text('/etc/passwd')", "the table function read_text is not allowed in a query");
        refused("select 1 from '/etc/passwd'", "the table /etc/passwd is not allowed in a query");
    }
}
