package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a request is passed over: what is not known, not well formed or given twice is told. */
class StrictRequestsTest {
    @TempDir
    static Path results;

    private static Served served;

    @BeforeAll
    static void start() {
        served = new Served(results);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/trace?scenario=baseline&run=1&run=2 | run is given 2 times",
                "/api/trace?scenario=baseline&sead=4 | no parameter sead; did you mean seed?",
                "/api/scenarios?x=1 | this address takes no parameter x",
                "/api/trace?scenario=baseline&batch=1 | give either batch or scenario",
                "/api/trace?scenario=baseline&overrides=%7B%7D%7B%7D | overrides is not valid JSON: line 1, column 3: something follows its end",
                "/api/trace?scenario=baseline&overrides=%7B%22weeks%22:%225%22,%22weeks%22:%226%22%7D | the key weeks stands twice",
                "/api/trace?scenario=baseline&overrides=null | overrides must be a JSON object",
                "/api/trace?scenario=baseline&flip=, | is not of the form",
                "/api/trace?scenario=baseline&flip=3:japan=warn, | is not of the form",
                "/api/trace?scenario=baseline&run=-3&outcome=launches | run must be a number from 0",
                "/api/trace?scenario=baseline&run=3&outcome=launches | outcome says by what the median, worst or best run is meant",
                "/api/trace?scenario=baseline&outcome=launches | leave it out, or ask for one of those",
                "/api/trace?scenario=baseline&seed=99999999999999999999 | a whole number from -9223372036854775808 to",
            })
    void aQueryIsTakenWhole(String path, String told) throws Exception {
        var answer = served.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void aPercentSignThatEscapesNothingIsTold() throws Exception {
        String answer = served.raw("GET /api/trace?scenario=baseline&run=% HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + served.bearer() + "Connection: close\r\n\r\n");
        assertThat(answer).contains(" 400 ").contains("a % that is not followed by two hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/runs/none", "/api/scenarios", "/assets/none"})
    void headClaimsNothing(String path) throws Exception {
        assertThat(served.send("HEAD", path, "").statusCode()).isEqualTo(405);
    }

    @Test
    void aBodyThatIsNotWantedIsTold() throws Exception {
        String result = "/api/runs/" + served.batch("baseline", 5, "{}") + "/result";
        for (String body : new String[] {"[garbage", "{\"name\":\"mine\"}"}) {
            var answer = served.send("POST", result, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).containsAnyOf("the body is not valid JSON", "name: unknown key");
        }
        assertThat(results).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'scenario':'baseline','runs':'2'} | runs: must be a whole number from 2 to 100000, not the text '2'",
                "{'scenario':'baseline','runs':null} | runs: must be a whole number",
                "{'scenario':'baseline','runs':1} | runs: must be a whole number from 2 to 100000, not 1",
                "{'scenario':'baseline','runs':2,'seed':18446744073709551616} | seed: must be a whole number",
                "{'scenario':'baseline','overrides':{'weeks':5}} | overrides.weeks: must be a text, in quotation marks, not 5",
                "{'scenario':'baseline','overrides':{'weeks':null}} | overrides.weeks: must be a text, in quotation marks, not nothing",
                "{'scenario':['baseline']} | scenario: must be a text, not a list",
                "{'scenrio':'baseline'} | scenrio: unknown key; did you mean scenario?",
                "{'scenario':'baseline','x':1} | x: unknown key; allowed: scenario, overrides, runs, seed",
                "{'sed':1,'runs':true} | the body is wrong in 2 places",
                "['baseline'] | the body must be a JSON object of scenario, overrides, runs and seed, not a list",
                "null | the body must be a JSON object of scenario, overrides, runs and seed, not nothing",
                "{'scenario':'baseline',} | line 1, column 24: } stands where a key in double quotes is expected",
                "{'scenario':baseline} | line 1, column 21: baseline is no value; a text in double quotes",
                "{'scenario':'ü' 'runs':2} | line 1, column 17: ' stands where a comma or the end is expected",
                "{'scenario':'baseline' | it ends before it is complete",
                "{'scenario':'baseline'}{} | line 1, column 24: something follows its end",
                "{'runs':2,'runs':3} | the key runs stands twice; it may stand once",
                "{'runs':02} | a number begins with 0, which it may not",
                "{'runs':2.} | stands in a number where a digit is expected",
                "{'runs':NaN} | NaN is no value",
                "'' | the body must be a JSON object",
            })
    void aBadValueIsToldWithItsPlace(String body, String place) throws Exception {
        var answer = served.send("POST", "/api/runs", body.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(served.json(answer).path("error").asText()).contains(place.replace('\'', '"'));
    }

    @Test
    void aNameThatThereIsNotIsToldWithTheNearest() throws Exception {
        assertThat(served.get("/api/scenarios/basline/parameters").body())
                .isEqualTo("{\"error\":\"there is no scenario \\\"basline\\\"; did you mean baseline?\"}");
        var study = served.send("POST", "/api/jobs", "{\"study\":\"sweep-warnin\",\"kind\":\"sweep\"}");
        assertThat(study.statusCode()).isEqualTo(404);
        assertThat(study.body()).contains("did you mean sweep-warning?");
        var kind = served.send("POST", "/api/jobs", "{\"study\":\"sweep-warning\",\"kind\":\"sweeep\"}");
        assertThat(kind.statusCode()).isEqualTo(404);
        assertThat(kind.body()).contains("did you mean sweep?");
    }

    @Test
    void aBodyBeyondMeasureIsToldOfItsMeasure() throws Exception {
        String deep = "[".repeat(30_000) + "]".repeat(30_000);
        for (String body : new String[] {
            "{\"name\":\"x\",\"document\":" + deep + "}",
            "{\"scenario\":\"baseline\",\"runs\":" + "9".repeat(5_000) + "}"
        }) {
            var answer = served.send("POST", body.startsWith("{\"name") ? "/api/studies/check" : "/api/runs", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .containsAnyOf("nested more than 1000 levels deep", "a number of more than 1000 digits");
        }
    }

    @Test
    void aFolderThatIsNoResultIsNotDeleted() throws Exception {
        Path thesis = Files.createDirectory(results.resolve("thesis"));
        Files.writeString(thesis.resolve("report.html"), "mine");
        var answer = served.send("DELETE", "/api/results/thesis", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("is no result folder: it holds report.html");
        assertThat(thesis.resolve("report.html")).hasContent("mine");
        Files.delete(thesis.resolve("report.html"));
        Files.delete(thesis);
    }
}
