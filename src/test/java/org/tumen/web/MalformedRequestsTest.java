package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten clients send 10,000 malformed requests over connections that they keep open as long as the server does. */
class MalformedRequestsTest {
    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 10;
    private static final String HOST = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final List<String> PATHS = List.of("/api/runs", "/api/validate", "/api/sql", "/api/runs/x/result");

    @TempDir
    Path results;

    @Tag("slow")
    @Test
    void tenThousandAreAnsweredAndTheServerGoesOn() throws Exception {
        Files.createDirectories(results.resolve("made"));
        Files.writeString(results.resolve("made/manifest.json"), "{}");
        try (Served served = new Served(results)) {
            ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
            Map<String, Integer> statuses = new TreeMap<>();
            try {
                List<Future<Client>> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    Client client = new Client(served.server.port(), HOST + served.bearer(), new Random(i));
                    clients.add(pool.submit(() -> client.send(REQUESTS / CLIENTS)));
                }
                for (Future<Client> client : clients) {
                    client.get().statuses.forEach((status, n) -> statuses.merge(status, n, Integer::sum));
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(statuses.values().stream().mapToInt(n -> n).sum()).isEqualTo(REQUESTS);
            // A closed connection is an answer only to bytes that are no request at all.
            assertThat(statuses.getOrDefault("closed", 0)).isLessThan(REQUESTS / 100);
            assertThat(statuses.keySet())
                    .as(statuses.toString())
                    .isNotEmpty()
                    .allMatch(s -> s.matches("closed|200|204|4..|505"));
            assertThat(statuses.get("400")).isGreaterThan(REQUESTS / 3);
            String id = served.batch("baseline", 100, "{}");
            assertThat(served.get("/api/runs/" + id).body()).contains("\"runs\":100");
        }
    }

    /** One client with its connection. */
    private static final class Client {
        final Map<String, Integer> statuses = new TreeMap<>();
        private final int port;
        private final String head;
        private final Random random;
        private Socket socket;
        private InputStream in;

        Client(int port, String head, Random random) {
            this.port = port;
            this.head = head;
            this.random = random;
        }

        Client send(int requests) throws IOException {
            for (int i = 0; i < requests; i++) {
                statuses.merge(one(request()), 1, Integer::sum);
            }
            if (socket != null) {
                socket.close();
            }
            return this;
        }

        /** Sends a request, again when the server had meanwhile closed the connection, as it may after any answer. */
        private String one(String request) throws IOException {
            boolean used = socket != null;
            String status = send(request);
            return used && status.equals("closed") ? send(request) : status;
        }

        private String send(String request) throws IOException {
            if (socket == null) {
                socket = new Socket("127.0.0.1", port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(120_000);
                in = new BufferedInputStream(socket.getInputStream());
            }
            String status;
            boolean keep = false;
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                String answered = readHead();
                status = answered.isEmpty() ? "closed" : answered.split(" ", 3)[1];
                String body = answered.isEmpty() ? "" : body(answered);
                assertThat(answered + body).doesNotContain("\tat ", "org.tumen", "java.lang", "jackson", "Exception");
                assertThat(status).as(request).doesNotMatch("50[0-4]");
                keep = !answered.isEmpty() && !answered.toLowerCase(Locale.ROOT).contains("connection: close");
            } catch (SocketException e) {
                status = "closed";
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no answer to " + request, e);
            }
            if (!keep) {
                socket.close();
                socket = null;
            }
            return status;
        }

        private String readHead() throws IOException {
            StringBuilder read = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                read.append((char) c);
                if (c == '\n' && read.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
            return read.toString();
        }

        private String body(String answered) throws IOException {
            for (String line : answered.split("\r\n")) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    byte[] body =
                            in.readNBytes(Integer.parseInt(line.substring(15).strip()));
                    return new String(body, StandardCharsets.UTF_8);
                }
            }
            return answered.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked") ? chunks() : "";
        }

        private String chunks() throws IOException {
            StringBuilder body = new StringBuilder();
            for (int size = size(); size > 0; size = size()) {
                body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                in.readNBytes(2);
            }
            in.readNBytes(2);
            return body.toString();
        }

        private int size() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new SocketException("closed within a body");
                }
                line.append((char) c);
            }
            return Integer.parseInt(line.toString().strip(), 16);
        }

        private String request() {
            return switch (random.nextInt(14)) {
                case 0 -> post(pick(PATHS), junk(random.nextInt(80)));
                case 1 ->
                    post(
                            pick(PATHS),
                            mutated(
                                    "{\"scenario\":\"baseline\",\"runs\":0,\"seed\":1,\"overrides\":{\"weeks\":\"0\"}}"));
                case 2 -> post(pick(PATHS), "[".repeat(1 + random.nextInt(3000)));
                case 3 ->
                    post(
                            "/api/validate",
                            "{\"scenario\":\"baseline\",\"overrides\":{\"" + junk(20).replace("\"", "") + "\":"
                                    + "{\"a\":".repeat(random.nextInt(1500)));
                case 4 -> post("/api/sql", "{\"result\":\"made\",\"sql\":\"" + sql() + "\"}");
                case 5 -> post("/api/sql", mutated("{\"result\":\"none\",\"sql\":\"select * from runs\"}"));
                case 6 -> "GET /" + path() + head + "\r\n";
                case 7 ->
                    "GET /api/trace?scenario=" + path() + "&run=" + path() + "&overrides=%7B" + path() + head + "\r\n";
                case 8 -> "GET /api/results/" + path() + "/files/" + path() + head + "\r\n";
                case 9 -> "DELETE /api/runs/%" + path() + head + "\r\n";
                case 10 -> "GET /api/scenarios" + head + junk(1 + random.nextInt(30)) + "\r\n\r\n";
                case 11 ->
                    "POST /api/runs" + head + JSON + "Content-Length: "
                            + pick(List.of("-1", "x", "99999999999999999999", "1e3")) + "\r\n\r\n";
                case 12 ->
                    "POST /api/runs HTTP/1.1\r\nHost: " + pick(List.of("evil.example", "", "127.0.0.1.evil", "[::"))
                            + "\r\n" + JSON + "Content-Length: 2\r\n\r\n{}";
                default ->
                    pick(List.of("BREW", "get", "PUT", "PATCH", "TRACE", "OPTIONS", "HEAD", "CONNECT"))
                                    .replace("HEAD", "POST")
                            + " /api/runs" + head + "Content-Type: "
                            + pick(List.of("text/plain", "application/xml", "", "a/b"))
                            + "\r\nContent-Length: 0\r\n\r\n";
            };
        }

        private String post(String path, String body) {
            String latin = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
            return "POST " + path + head + JSON + "Content-Length: " + latin.length() + "\r\n\r\n" + latin;
        }

        private String sql() {
            return pick(List.of(
                            "select",
                            "from runs",
                            "''",
                            "drop table runs",
                            "copy runs to '/tmp/x'",
                            "attach ':memory:'",
                            "select * from read_csv('/etc/passwd')",
                            "pragma version",
                            "((((((",
                            ";;;"))
                    + " " + junk(random.nextInt(20)).replaceAll("[\"\\\\\\p{Cntrl}]", "");
        }

        private String path() {
            return junk(random.nextInt(24)).replaceAll("[\\s\\p{Cntrl}]", "")
                    + pick(List.of("", "../..", "%00", "%zz", "%c0%ae", ";a=b", "//", "?", "\\", "%2e%2e%2f"));
        }

        /** A body with one character changed, left out or doubled: mostly no JSON any more, and never a batch that runs. */
        private String mutated(String text) {
            int at = random.nextInt(text.length());
            String middle =
                    switch (random.nextInt(3)) {
                        case 0 -> "";
                        case 1 -> text.substring(at, at + 1).repeat(2);
                        default -> junk(1);
                    };
            return text.substring(0, at) + middle + text.substring(at + 1);
        }

        private String junk(int length) {
            StringBuilder junk = new StringBuilder();
            for (int i = 0; i < length; i++) {
                junk.append((char) (random.nextInt(4) == 0 ? random.nextInt(256) : 33 + random.nextInt(90)));
            }
            return junk.toString();
        }

        private String pick(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
