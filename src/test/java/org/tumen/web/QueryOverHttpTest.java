package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.store.query.QueryLimits;

/** Queries that take too much are refused with words, and the server answers the next one. */
class QueryOverHttpTest {
    private static final QueryLimits LIMITS = new QueryLimits(1_000, Duration.ofSeconds(1), 256, 1);

    @TempDir
    static Path results;

    private static Served served;
    private static String result;

    @BeforeAll
    static void start() throws Exception {
        served = new Served(new ServerSettings("127.0.0.1", 0, Path.of("scenarios"), results, 2, LIMITS));
        String batch = served.batch("baseline", 50, "{}");
        HttpResponse<String> saved = served.send("POST", "/api/runs/" + batch + "/result", "{}");
        result = served.json(saved).get("name").asText();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static HttpResponse<String> ask(String sql) throws Exception {
        return served.send("POST", "/api/sql", Served.JSON.writeValueAsString(Map.of("result", result, "sql", sql)));
    }

    private static void refused(String sql, String why) throws Exception {
        HttpResponse<String> answer = ask(sql);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(served.json(answer).get("error").asText()).startsWith(why);
        assertThat(ask("select count(*) as n from runs").body())
                .isEqualTo("{\"columns\":[\"n\"],\"types\":[\"BIGINT\"],\"rows\":[[50]],\"truncated\":false}");
    }

    @Test
    void timeIsLimited() throws Exception {
        refused(
                "select sum(a.range * b.range) from range(10000000) a, range(10000000) b",
                "the query took longer than 1 s and was stopped");
    }

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
        refused("select 1 from '/etc/passwd'", "Catalog Error: Table with name /etc/passwd does not exist");
    }
}
