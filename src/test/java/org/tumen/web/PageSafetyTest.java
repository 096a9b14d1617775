package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.store.DerivedFiles;

/** The server refuses what it must and survives what it is sent. */
class PageSafetyTest {
    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        Files.writeString(folder.resolve("secret.txt"), "the secret");
        Files.createDirectories(results.resolve("made/plots"));
        Files.writeString(results.resolve("made/manifest.json"), "{}");
        Files.writeString(results.resolve("made/.lock"), "the secret");
        Files.createSymbolicLink(results.resolve("made/link.txt"), folder.resolve("secret.txt"));
        served = new Served(results);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void refused(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(served.json(answer).get("error").asText()).isNotBlank();
        clean(answer.body());
    }

    /** No stack trace, class name or place on this machine. */
    private static void clean(String text) {
        assertThat(text).doesNotContain("\tat ", "java.", "org.tumen", "jackson", folder.toString(), "the secret");
    }

    @Test
    void foreignHostsAndOriginsAreRefused() throws Exception {
        for (String host : List.of("evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil", "")) {
            String answer = served.raw("GET /api/scenarios HTTP/1.1\r\nHost: " + host + "\r\n" + served.bearer()
                    + "Connection: close\r\n\r\n");
            assertThat(answer).as(host).matches("(?s)HTTP/1.1 (403|400) .*").doesNotContain("baseline");
        }
        String own = "http://127.0.0.1:" + served.server.port();
        refused(served.get("/api/scenarios", "Origin", "http://evil.example"), 403);
        refused(served.get("/api/scenarios", "Origin", "null"), 403);
        refused(served.get("/api/scenarios", "Origin", own + "0"), 403);
        refused(served.get("/api/scenarios", "Sec-Fetch-Site", "cross-site"), 403);
        assertThat(served.get("/api/scenarios", "Origin", own).statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : List.of("/", "/assets/page.js", "/api/scenarios", "/api/nothing")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
        assertThat(served.get("/").body()).doesNotContainPattern("<script>|\\son[a-z]+=|style=|https?://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "..%2fsecret.txt",
                "%2e%2e%2fsecret.txt",
                "%2e%2e/secret.txt",
                "..%5csecret.txt",
                "..%252fsecret.txt",
                "....//secret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "..;/secret.txt",
                "%00../secret.txt",
                "link.txt",
                ".lock",
                "plots/../../../secret.txt",
                "/etc/passwd",
                "%2fetc%2fpasswd",
                "file:%2f%2f%2fetc%2fpasswd"
            })
    void noSpellingOfAPathLeadsOutOfTheFolders(String spelling) throws Exception {
        for (String before : List.of("/api/results/made/files/", "/api/results/", "/assets/", "/api/scenarios/")) {
            for (String after : List.of("", "/parameters", "/files/manifest.json")) {
                String answer = served.raw("GET " + before + spelling + after + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + served.bearer() + "Connection: close\r\n\r\n");
                assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotStartWith("HTTP/1.1 500");
                assertThat(answer).doesNotContain("the secret", "root:", "\tat ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('SECRET')",
                "SELECT * FROM read_csv('SECRET')",
                "SELECT * FROM 'SECRET'",
                "SELECT * FROM glob('/etc/*')",
                "SELECT getenv('HOME')",
                "COPY runs TO 'SECRET'",
                "ATTACH 'SECRET'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access=true",
                "SELECT 1; SELECT * FROM read_text('SECRET')"
            })
    void noQueryReadsOrWritesFiles(String sql) throws Exception {
        Path secret = folder.resolve("secret.txt");
        String body = Served.JSON.writeValueAsString(
                Map.of("result", "made", "sql", sql.replace("SECRET", secret.toString())));
        refused(served.send("POST", "/api/sql", body), 400);
        assertThat(secret).hasContent("the secret");
    }

    @Test
    void limitsHold() throws Exception {
        refused(served.send("POST", "/api/runs", "{\"scenario\":\"baseline\",\"runs\":100001}"), 400);
        refused(served.send("POST", "/api/runs", "{\"scenario\":\"baseline\",\"runs\":1}"), 400);
        refused(served.send("POST", "/api/runs", "{\"scenario\":\"" + "x".repeat(200_000) + "\"}"), 413);
        refused(served.send("POST", "/api/runs", "{\"scenario\":\"nothing\"}"), 404);
        refused(served.send("PUT", "/api/runs", "{}"), 405);
        List<String> ids = new ArrayList<>();
        int refusals = 0;
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> answer =
                    served.send("POST", "/api/runs", "{\"scenario\":\"baseline\",\"runs\":100000}");
            if (answer.statusCode() == 201) {
                ids.add(served.json(answer).get("id").asText());
            } else {
                refused(answer, 429);
                refusals++;
            }
        }
        for (String id : ids) {
            assertThat(served.send("DELETE", "/api/runs/" + id, "").statusCode())
                    .isEqualTo(204);
            String stream = served.get("/api/runs/" + id + "/events").body();
            assertThat(stream).contains("event: end");
        }
        assertThat(ids).hasSize(Batches.MAX_RUNNING);
        assertThat(refusals).isEqualTo(2);
    }

    @Test
    void badOverridesAreToldAsOnTheCommandLine() throws Exception {
        String body =
                "{\"scenario\":\"baseline\",\"overrides\":{\"actors.japan.policy.assertivness\":\"1\",\"weeks\":\"-3\"}}";
        JsonNode answer = served.json(served.send("POST", "/api/validate", body));
        assertThat(answer.get("valid").asBoolean()).isFalse();
        assertThat(answer.toString()).contains("did you mean assertiveness?").contains("must be a whole number from 1");
        refused(served.send("POST", "/api/runs", body), 422);
    }

    /** What breaks the connection itself, which the ten thousand requests of {@link MalformedRequestsTest} keep open. */
    @Test
    void bytesThatAreNoWholeRequestAreSurvived() throws Exception {
        Random random = new Random(1);
        int answered = 0;
        for (int i = 0; i < 150; i++) {
            String answer;
            try {
                answer = served.raw(broken(i % 3, random));
            } catch (SocketException e) {
                // The server may close a connection over which nonsense arrives before all of it was written.
                continue;
            }
            answered++;
            // 505 is what a request of another version of HTTP deserves; 500 to 504 would be failures.
            assertThat(answer)
                    .doesNotContainPattern("^HTTP/1.1 50[0-4]")
                    .doesNotContain("\tat ")
                    .doesNotContain("org.tumen");
        }
        assertThat(answered).isGreaterThan(75);
        assertThat(served.get("/api/scenarios").statusCode()).isEqualTo(200);
    }

    /** No request line; a body shorter than announced; a chunk whose size is no number. */
    private static String broken(int kind, Random random) {
        String post = " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer()
                + "Connection: close\r\nContent-Type: application/json\r\n";
        return switch (kind) {
            case 0 -> junk(random) + "\r\n\r\n";
            case 1 -> "POST /api/validate" + post + "Content-Length: 999\r\n\r\n{\"scenario\":";
            default -> "POST /api/sql" + post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + junk(random);
        };
    }

    private static String junk(Random random) {
        StringBuilder junk = new StringBuilder();
        for (int length = 1 + random.nextInt(60); length > 0; length--) {
            junk.append((char) (random.nextInt(4) == 0 ? random.nextInt(256) : 33 + random.nextInt(90)));
        }
        return junk.toString();
    }

    @Tag("slow")
    @Test
    void aReaderThatGoesAwayMidStreamHarmsNothing() throws Exception {
        JsonNode started = served.json(served.send("POST", "/api/runs", "{\"scenario\":\"baseline\",\"runs\":20000}"));
        String id = started.get("id").asText();
        for (int i = 0; i < EventStreams.MAX_STREAMS + 8; i++) {
            try (Socket socket = new Socket("127.0.0.1", served.server.port())) {
                String request =
                        "GET /api/runs/" + id + "/events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer() + "\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isPositive();
            }
        }
        served.send("DELETE", "/api/runs/" + id, "");
        HttpResponse<String> last = served.get("/api/runs/" + id + "/events");
        while (last.statusCode() == 429) {
            // The server notices that a reader has gone when it writes to him next.
            Thread.sleep(20);
            last = served.get("/api/runs/" + id + "/events");
        }
        assertThat(last.body()).contains("event: end");
    }

    /** Each holds a thread of the server until it gives up on it: files and answers by one rule. */
    @Test
    void answersThatNobodyReadsAreOnlySoMany() throws Exception {
        DerivedFiles files = new DerivedFiles(folder.resolve("results/large"));
        files.write(Path.of("report.html"), "large");
        files.write(Path.of("large.csv"), new byte[16 << 20]);
        String path = "/api/results/large/files/large.csv";
        // Each is small and fits into the buffers of a connection; all that one asks for do not.
        String many = request("/assets/default.json").repeat(300);
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < Unread.MOST; i++) {
                idle.add(unread(i % 2 == 0 ? many : request(path)));
            }
            HttpResponse<String> last = null;
            for (int tries = 0; (last == null || last.statusCode() == 200) && tries < 500; tries++) {
                try {
                    last = served.get(path);
                    if (last.statusCode() == 200) {
                        // It may have had the last place when one of the others wanted it, which was cut off then.
                        idle.add(unread(request(path)));
                    }
                } catch (IOException cutOff) {
                    // It had to wait for a moment in which the last of the others took the last place.
                    last = null;
                }
                Thread.sleep(20);
            }
            assertThat(last).isNotNull();
            refused(last, 429);
            assertThat(last.body()).contains(Unread.MOST + " answers wait for clients");
            refused(served.get("/assets/echarts.js"), 429);
            assertThat(served.get("/api/jobs").statusCode()).isEqualTo(200);
            // One that would have to wait all the same is cut off, long before the half minute of the others.
            try (Socket one = unread(many)) {
                one.setSoTimeout(20_000);
                Thread.sleep(3_000);
                assertThat(readToItsEnd(one)).isLessThan(300L * answerLength("/assets/default.json"));
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        HttpResponse<String> last = served.get(path);
        while (last.statusCode() == 429) {
            Thread.sleep(20);
            last = served.get(path);
        }
        assertThat(last.body()).hasSize(16 << 20);
    }

    /** How many bytes come before the server closes, in whichever way. */
    private static long readToItsEnd(Socket socket) throws IOException {
        long read = 0;
        try {
            for (byte[] some = new byte[8192]; ; ) {
                int now = socket.getInputStream().read(some);
                if (now < 0) {
                    return read;
                }
                read += now;
            }
        } catch (SocketException e) {
            return read;
        }
    }

    private static int answerLength(String path) throws IOException, InterruptedException {
        return served.get(path).body().length();
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer() + "\r\n";
    }

    /** A connection over which requests are sent and, but for a byte, nothing is read. */
    private static Socket unread(String requests) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", served.server.port()));
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    @Test
    void tenClientsAtATime() throws Exception {
        String id = served.batch("baseline", 200, "{}");
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(pool.submit(() ->
                        served.get("/api/runs/" + id + "/events").body().replaceAll("\"runs_a_second\":\\d+", "")));
            }
            String first = answers.get(0).get();
            assertThat(first).contains("event: end").contains("\"runs\":200");
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aTokenIsDemandedAlways(String host) throws Exception {
        ServerSettings open =
                new ServerSettings(host, 0, Path.of("scenarios"), folder.resolve("results"), 1, ServerSettings.QUERY);
        try (PageServer server = PageServer.start(open)) {
            String token = server.address().replaceFirst(".*token=", "");
            assertThat(token).matches("[0-9a-f]{32}");
            String head = " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nConnection: close\r\n";
            for (String address : List.of("/api/scenarios", "/api/scenarios?token=" + token, "/assets/page.js", "/")) {
                assertThat(raw(server, "GET " + address + head + "\r\n")).startsWith("HTTP/1.1 401");
            }
            assertThat(raw(server, "GET /?token=" + token.replace('a', 'b') + "0" + head + "\r\n"))
                    .startsWith("HTTP/1.1 401");
            assertThat(raw(server, "GET /api/scenarios" + head + "Authorization: Bearer " + token + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            String opened = raw(server, "GET /?token=" + token + head + "\r\n");
            assertThat(opened)
                    .startsWith("HTTP/1.1 303")
                    .containsPattern("Location: \\S*/\r\n")
                    .containsIgnoringCase("HttpOnly")
                    .contains("SameSite=Strict");
            String cookie = opened.replaceFirst("(?s).*Set-Cookie: ([^;]+);.*", "$1");
            assertThat(cookie).startsWith("tumen_" + server.port() + "=");
            assertThat(raw(server, "GET /" + head + "Cookie: " + cookie + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    /** More of them than the server has threads; while they wait, others are answered, and then they are too. */
    @Test
    void halfSentBodiesHoldNothing() throws Exception {
        String body = "{\"scenario\":\"baseline\"}";
        String head = "POST /api/validate HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer()
                + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket("127.0.0.1", served.server.port());
                sockets.add(socket);
                socket.getOutputStream().write((head + body.substring(0, 5)).getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(served.get("/api/scenarios").statusCode()).isEqualTo(200);
            Socket first = sockets.get(0);
            first.getOutputStream().write(body.substring(5).getBytes(StandardCharsets.US_ASCII));
            // Had its place been needed for the answer above, it would have been closed for its idleness.
            assertThat(new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void whatIsDeclaredTooLargeIsRefusedBeforeItIsSent() throws Exception {
        for (String body : List.of("Content-Length: 99999999999\r\n", "Content-Length: 131073\r\n")) {
            String answer = unsent(body);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("{\"error\":\"the body is larger than 131072 bytes");
            clean(answer);
        }
        assertThat(unsent("Content-Length: 10\r\nExpect: 100-continue\r\n")).startsWith("HTTP/1.1 417");
        String chunk = "20000\r\n" + "x".repeat(0x20000) + "\r\n";
        assertThat(served.raw("POST /api/validate HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer()
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk))
                .startsWith("HTTP/1.1 413");
    }

    /** However much larger than allowed and wherever the client is in sending it when it is refused. */
    @ParameterizedTest
    @ValueSource(ints = {200_000, 8_000_000})
    void whoeverSendsTooMuchReadsTheAnswer(int length) throws Exception {
        String chunked = "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n";
        for (String head : List.of("Content-Length: " + length + "\r\n\r\n", chunked)) {
            try (Socket socket = new Socket("127.0.0.1", served.server.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST /api/validate HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer()
                                + "Content-Type: application/json\r\n" + head + "x".repeat(length / 4 * 3))
                        .getBytes(StandardCharsets.US_ASCII));
                // The first byte of the answer, which is there before the rest is sent.
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                for (int i = 0; i < 25; i++) {
                    out.write("x".repeat(length / 100).getBytes(StandardCharsets.US_ASCII));
                }
                String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(rest).startsWith("TTP/1.1 413").endsWith("bytes\"}");
            }
        }
    }

    /** The answer to the head of a request whose body never comes. */
    private static String unsent(String more) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.server.port())) {
            socket.getOutputStream()
                    .write(("POST /api/validate HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer()
                                    + "Content-Type: application/json\r\n" + more + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scenario\":\"baseline\",\"runs\":2.9}",
                "{\"scenario\":\"baseline\",\"runs\":3.0}",
                "{\"scenario\":\"baseline\",\"runs\":\"100\"}",
                "{\"scenario\":\"baseline\",\"runs\":true}",
                "{\"scenario\":\"baseline\",\"runs\":99999999999}",
                "{\"scenario\":\"baseline\",\"runs\":10,\"seed\":1.5}",
                "{\"scenario\":\"baseline\",\"runs\":10,\"seed\":\"1\"}",
                "{\"scenario\":7,\"runs\":10}",
                "{\"scenario\":\"baseline\",\"runs\":10,\"overrides\":{\"weeks\":30}}"
            })
    void numbersAndTextsAreTakenStrictly(String body) throws Exception {
        refused(served.send("POST", "/api/runs", body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-7",
                "application/json; charset=nonsense",
                "application/json; charset=utf-16",
                "application/jsonp",
                "text/plain"
            })
    void onlyJsonInUtf8IsTaken(String type) throws Exception {
        String body = "{\"scenario\":\"baseline\"}";
        String answer = served.raw("POST /api/validate HTTP/1.1\r\nHost: 127.0.0.1\r\n" + served.bearer()
                + "Connection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
        assertThat(answer).startsWith("HTTP/1.1 415");
        clean(answer);
    }

    @Tag("slow")
    @Test
    void noAnswerTellsWhereFoldersLie() throws Exception {
        String here = Path.of("").toAbsolutePath().toString();
        Files.writeString(folder.resolve("results/made/parts.json"), "{}");
        String id = served.batch("baseline", 100, "{}");
        String name = served.json(served.send("POST", "/api/runs/" + id + "/result", "{}"))
                .get("name")
                .asText();
        Path part = Files.list(folder.resolve("results/" + name + "/runs"))
                .findFirst()
                .orElseThrow();
        Files.writeString(part, "damaged");
        Path scenarios = Files.createDirectory(folder.resolve("scenarios"));
        Files.writeString(scenarios.resolve("broken.yaml"), "extends: ../nowhere.yaml\nweeks: x\n");
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (Served broken = new Served(
                new ServerSettings("127.0.0.1", 0, scenarios, folder.resolve("results"), 1, ServerSettings.QUERY))) {
            answers.add(broken.get("/api/scenarios"));
            answers.add(broken.get("/api/scenarios/broken/parameters"));
            answers.add(broken.send("POST", "/api/validate", "{\"scenario\":\"broken\"}"));
            answers.add(broken.send("POST", "/api/runs", "{\"scenario\":\"broken\"}"));
            answers.add(broken.get("/api/results"));
            answers.add(broken.get("/api/results/" + name + "/files/runs/" + part.getFileName()));
            for (String sql : List.of(
                    "select * from runs", "select * from weekly", "select sql from duckdb_views", "describe runs")) {
                answers.add(broken.send(
                        "POST", "/api/sql", Served.JSON.writeValueAsString(Map.of("result", name, "sql", sql))));
            }
        }
        for (HttpResponse<String> answer : answers) {
            // Commands, and what is to be put into one, are for a shell at this machine.
            String told = answer.body().replaceAll("\"(command|file)\":\"[^\"]*\"", "");
            assertThat(told)
                    .as(answer.uri().toString())
                    .doesNotContain(here, folder.toRealPath().toString());
            clean(told);
        }
        assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 400, 422);
    }

    private static String raw(PageServer server, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
