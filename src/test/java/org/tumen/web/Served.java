package org.tumen.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A running server over the project's scenarios and some folder of results, and a client of it. */
final class Served implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final PageServer server;
    final HttpClient client = HttpClient.newHttpClient();

    Served(Path results) {
        this(new ServerSettings("127.0.0.1", 0, Path.of("scenarios"), results, 2, ServerSettings.QUERY));
    }

    Served(ServerSettings settings) {
        server = PageServer.start(settings);
    }

    /** A folder of scenarios of its own, for tests that save studies. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A line of a request that is written out. */
    String bearer() {
        return "Authorization: Bearer " + server.token() + "\r\n";
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
        request.header("Authorization", "Bearer " + server.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** The results with the study that each is of, when it is found out which. */
    JsonNode resultsOfStudies() throws IOException, InterruptedException {
        while (true) {
            HttpResponse<String> answer = get("/api/results?studies=true");
            if (answer.statusCode() != 200 || !answer.body().contains("\"planning\":true")) {
                return json(answer);
            }
            Thread.sleep(50);
        }
    }

    /** Starts a batch, waits for its end and returns its id. */
    String batch(String scenario, int runs, String overrides) throws IOException, InterruptedException {
        String body =
                "{\"scenario\":\"" + scenario + "\",\"runs\":" + runs + ",\"seed\":7,\"overrides\":" + overrides + "}";
        HttpResponse<String> started = send("POST", "/api/runs", body);
        if (started.statusCode() != 201) {
            throw new AssertionError(started.statusCode() + " " + started.body());
        }
        String id = json(started).get("id").asText();
        get("/api/runs/" + id + "/events");
        return id;
    }

    /** Sends bytes as they are and returns what comes back until the server closes or is silent. */
    String raw(String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
