package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openapi.yaml says that a request may carry is what the server takes: whatever it rules out is refused. */
class RequestSchemasTest {
    @TempDir
    static Path folder;

    private static JsonNode document;
    private static Served served;
    private static String batch;

    @BeforeAll
    static void start() throws Exception {
        try (InputStream in = RequestSchemasTest.class.getResourceAsStream("openapi.yaml")) {
            document = new YAMLMapper().readTree(in);
        }
        Path scenarios = folder.resolve("scenarios");
        Served.copy(Path.of("scenarios"), scenarios);
        Path results = Files.createDirectory(folder.resolve("results"));
        served = new Served(new ServerSettings("127.0.0.1", 0, scenarios, results, 2, ServerSettings.QUERY));
        batch = served.batch("baseline", 20, "{}");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    /** Values that a schema rules out. */
    private static List<JsonNode> wrong(JsonNode schema) {
        List<JsonNode> wrong = new ArrayList<>();
        var make = Served.JSON.getNodeFactory();
        String type = schema.path("type").asText();
        if (!schema.path("nullable").asBoolean()) {
            wrong.add(make.nullNode());
        }
        wrong.add(make.booleanNode(true));
        wrong.add(make.arrayNode());
        wrong.add(type.equals("string") ? make.numberNode(3) : make.textNode("3"));
        if (type.equals("object")) {
            JsonNode values = schema.path("additionalProperties");
            if (values.isObject()) {
                wrong(values).forEach(value -> wrong.add(make.objectNode().set("weeks", value)));
            }
        } else {
            wrong.add(make.objectNode());
        }
        if (schema.has("minLength")) {
            wrong.add(make.textNode(""));
        }
        if (type.equals("integer")) {
            wrong.add(make.numberNode(20.5));
            boolean bounded = schema.has("minimum");
            assertThat(bounded || schema.path("format").asText().equals("int64"))
                    .as("a whole number has bounds: %s", schema)
                    .isTrue();
            BigInteger least = bounded ? schema.get("minimum").bigIntegerValue() : BigInteger.valueOf(Long.MIN_VALUE);
            BigInteger most = schema.has("maximum")
                    ? schema.get("maximum").bigIntegerValue()
                    : BigInteger.valueOf(Long.MAX_VALUE);
            wrong.add(make.numberNode(least.subtract(BigInteger.ONE)));
            wrong.add(make.numberNode(most.add(BigInteger.ONE)));
        }
        return wrong;
    }

    private static final Map<String, String> SOUND = Map.of(
            "/api/validate", "{\"scenario\":\"baseline\"}",
            "/api/runs", "{\"scenario\":\"baseline\",\"runs\":2}",
            "/api/studies", "{\"name\":\"mine\",\"document\":{}}",
            "/api/studies/check", "{\"document\":{}}",
            "/api/jobs", "{\"study\":\"sweep-warning\",\"kind\":\"game\"}",
            "/api/sql", "{\"result\":\"none\",\"sql\":\"select 1\"}",
            "/api/runs/{id}/result", "{}");

    @Test
    void aBodyThatTheFileRulesOutIsRefusedAndToldWhere() throws Exception {
        int tried = 0;
        Map<String, String> taken = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode post = path.getValue().path("post");
            if (post.isMissingNode()) {
                continue;
            }
            JsonNode schema = resolved(post.at("/requestBody/content/application~1json/schema"));
            assertThat(schema.path("additionalProperties").asText("none"))
                    .as("keys of %s", path.getKey())
                    .isEqualTo("false");
            ObjectNode sound = (ObjectNode) Served.JSON.readTree(SOUND.get(path.getKey()));
            Map<String, ObjectNode> bodies = new LinkedHashMap<>();
            bodies.put("scenarioo", sound.deepCopy().put("scenarioo", 1));
            schema.path("required").forEach(key -> {
                ObjectNode without = sound.deepCopy();
                without.remove(key.asText());
                bodies.put(key.asText() + " is missing", without);
            });
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                for (JsonNode value : wrong(resolved(property.getValue()))) {
                    ObjectNode changed = sound.deepCopy();
                    changed.set(property.getKey(), value);
                    bodies.put(property.getKey() + " ".repeat(++tried), changed);
                }
            }
            for (Map.Entry<String, ObjectNode> body : bodies.entrySet()) {
                String address = path.getKey().replace("{id}", batch);
                HttpResponse<String> answer =
                        served.send("POST", address, body.getValue().toString());
                String told = served.json(answer).path("error").asText();
                if (answer.statusCode() != 400 || !told.contains(body.getKey().strip())) {
                    taken.put(path.getKey() + " " + body.getValue(), answer.statusCode() + " " + answer.body());
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void aParameterThatTheFileRulesOutIsRefused() throws Exception {
        Map<String, String> taken = new LinkedHashMap<>();
        int tried = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                JsonNode schema = parameter.path("schema");
                String type = schema.path("type").asText();
                if (!parameter.path("in").asText().equals("query") || type.equals("string")) {
                    continue;
                }
                List<String> values = new ArrayList<>(List.of("", "x", "null", "1.5", "+1", "1e2", " 1", "false", "١"));
                if (type.equals("integer")) {
                    wrong(schema).stream().filter(JsonNode::isNumber).forEach(value -> values.add(value.asText()));
                }
                for (String value : values) {
                    tried++;
                    String address = path.getKey().replace("{id}", batch) + "?"
                            + (path.getKey().equals("/api/trace") ? "scenario=baseline&" : "")
                            + (path.getKey().equals("/api/continuations") ? "scenario=baseline&flip=3:japan=warn&" : "")
                            + parameter.get("name").asText() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
                    HttpResponse<String> answer = served.get(address);
                    if (answer.statusCode() != 400
                            || !answer.body().contains(parameter.get("name").asText() + " must be")) {
                        taken.put(address, answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }
}
