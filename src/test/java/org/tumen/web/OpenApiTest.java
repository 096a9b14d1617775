package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds openapi.yaml against the running server: its operations are the server's, and each answers as it says. */
class OpenApiTest {
    private static final Map<String, HttpResponse<String>> ANSWERS = new LinkedHashMap<>();

    @TempDir
    static Path results;

    private static JsonNode document;
    private static Served served;

    @BeforeAll
    static void start() throws Exception {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("openapi.yaml")) {
            document = new YAMLMapper().readTree(in);
        }
        Path scenarios = results.resolveSibling(results.getFileName() + "-scenarios");
        Served.copy(Path.of("scenarios"), scenarios);
        served = new Served(new ServerSettings("127.0.0.1", 0, scenarios, results, 2, ServerSettings.QUERY));
        exercise();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static void get(String operation, String path) throws IOException, InterruptedException {
        ANSWERS.put("get " + operation, served.get(path));
    }

    private static void post(String operation, String path, String body) throws IOException, InterruptedException {
        ANSWERS.put("post " + operation, served.send("POST", path, body));
    }

    /** Long enough to be looked at and cancelled before its end. */
    private static final String STUDY = "{\"scenario\":\"../baseline.yaml\",\"runs\":5000,\"seed\":1,\"levers\":"
            + "{\"actors.japan.policy.assertiveness\":{\"from\":0.3,\"to\":0.9,\"levels\":60}},\"sweep\":{\"method\":\"grid\"}}";

    /** Asks each operation once for something that it has, and then for things that it has not. */
    private static void exercise() throws Exception {
        String baseline = served.batch("baseline", 200, "{}");
        String batch = served.batch("baseline", 200, "{\"actors.japan.policy.assertiveness\":\"0.2\"}");
        post("/api/runs", "/api/runs", "{\"scenario\":\"baseline\",\"runs\":200,\"seed\":7}");
        get("/api/scenarios", "/api/scenarios");
        get("/api/scenarios/{name}/parameters", "/api/scenarios/baseline/parameters");
        get("/api/scenarios/{name}/record", "/api/scenarios/baseline/record");
        post("/api/validate", "/api/validate", "{\"scenario\":\"baseline\",\"overrides\":{\"weeks\":\"30\"}}");
        get("/api/runs/{id}", "/api/runs/" + batch);
        get("/api/runs/{id}/events", "/api/runs/" + batch + "/events");
        get("/api/runs/{id}/comparison", "/api/runs/" + batch + "/comparison?baseline=" + baseline);
        get("/api/runs", "/api/runs");
        get("/api/runs/{id}/bin", "/api/runs/" + batch + "/bin?outcome=any_crisis&bin=0");
        get("/api/continuations", "/api/continuations?batch=" + batch + "&run=4&flip=30:japan=warn&count=20");
        get("/api/kinds", "/api/kinds");
        get("/api/studies", "/api/studies");
        post("/api/studies/check", "/api/studies/check", "{\"document\":" + STUDY + "}");
        post("/api/studies", "/api/studies", "{\"name\":\"tiny\",\"document\":" + STUDY + "}");
        post("/api/jobs", "/api/jobs", "{\"study\":\"tiny\",\"kind\":\"sweep\"}");
        String work = served.json(ANSWERS.get("post /api/jobs")).get("id").asText();
        get("/api/jobs", "/api/jobs");
        do {
            get("/api/jobs/{id}", "/api/jobs/" + work);
            Thread.sleep(20);
        } while (ANSWERS.get("get /api/jobs/{id}").body().matches(".*\"state\":\"running\".*\"known\":0.*"));
        get("/api/jobs/{id}/findings", "/api/jobs/" + work + "/findings");
        ANSWERS.put("delete /api/jobs/{id}", served.send("DELETE", "/api/jobs/" + work, ""));
        post("/api/runs/{id}/result", "/api/runs/" + batch + "/result", "{}");
        ANSWERS.put("delete /api/runs/{id}", served.send("DELETE", "/api/runs/" + batch, ""));
        get("/api/trace", "/api/trace?scenario=baseline&run=4&seed=1&flip=30:japan=warn");
        get("/api/results", "/api/results");
        String name = served.json(ANSWERS.get("post /api/runs/{id}/result"))
                .get("name")
                .asText();
        get("/api/results/{name}/files/{file}", "/api/results/" + name + "/files/manifest.json");
        post(
                "/api/sql",
                "/api/sql",
                "{\"result\":\"" + name + "\",\"sql\":\"select run, any_crisis from runs limit 3\"}");
        ANSWERS.put("delete /api/results/{name}", served.send("DELETE", "/api/results/" + name, ""));
    }

    private static Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(method + " " + path.getKey())));
        return operations;
    }

    /** The overlay of the charts over time: what happened, and how the Council voted. */
    @Test
    void theRecordHoldsVotes() throws Exception {
        JsonNode record = Served.JSON.readTree(
                ANSWERS.get("get /api/scenarios/{name}/record").body());
        assertThat(record.findValuesAsText("kind")).contains("deal", "vote");
        assertThat(record.findValuesAsText("event"))
                .contains("S/2024/255, renewal of the panel: vetoed, 13 to 1 (RUS), 1 abstained (CHN)");
    }

    @Test
    void everyAddressTakesTheParametersOfTheFileAndNoOther() {
        document.get("paths").fields().forEachRemaining(path -> {
            Set<String> listed = new TreeSet<>();
            for (JsonNode operation : path.getValue()) {
                for (JsonNode parameter : operation.path("parameters")) {
                    if (parameter.path("in").asText().equals("query")) {
                        listed.add(parameter.get("name").asText());
                    }
                }
            }
            assertThat(Requests.parameters(path.getKey()))
                    .as(path.getKey())
                    .containsExactlyInAnyOrderElementsOf(listed);
        });
    }

    @Test
    void theFileHasEveryRouteOfTheServerAndNoOther() {
        ServerSettings settings =
                new ServerSettings("127.0.0.1", 0, Path.of("scenarios"), results, 1, ServerSettings.QUERY);
        Routes routes = new Routes(settings, new Places(settings));
        Javalin app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            routes.addTo(config.routes);
        });
        Set<String> registered = new TreeSet<>();
        for (var handler : app.unsafe.internalRouter.allHttpHandlers()) {
            HandlerType type = handler.endpoint.method;
            String path = handler.endpoint.path.replace('<', '{').replace('>', '}');
            if (path.startsWith("/api/")) {
                registered.add(type.name().toLowerCase(Locale.ROOT) + " " + path);
            }
        }
        routes.close();
        assertThat(registered).hasSizeGreaterThan(10).isEqualTo(documented());
    }

    @Test
    void everyOperationAnswersAsDocumented() throws Exception {
        assertThat(ANSWERS.keySet()).containsExactlyInAnyOrderElementsOf(documented());
        for (var answer : ANSWERS.entrySet()) {
            holds(answer.getKey(), answer.getValue());
            assertThat(answer.getValue().statusCode()).as(answer.getKey()).isBetween(200, 204);
        }
        assertThat(ANSWERS.get("get /api/trace").body()).contains("\"flipped\"");
        String stream = ANSWERS.get("get /api/runs/{id}/events").body();
        assertThat(stream).startsWith("event: end\ndata: ");
        String snapshot = stream.substring(stream.indexOf('{'));
        assertThat(faults(Served.JSON.readTree(snapshot), schema("Snapshot"))).isEmpty();
    }

    @Test
    void refusalsAnswerAsDocumented() throws Exception {
        String unknown = "00000000-0000-0000-0000-000000000000";
        Map<String, HttpResponse<String>> refused = new LinkedHashMap<>();
        refused.put("get /api/scenarios/{name}/parameters", served.get("/api/scenarios/none/parameters"));
        refused.put("get /api/scenarios/{name}/record", served.get("/api/scenarios/none/record"));
        for (String body : List.of("{", "[]", "{\"scenario\":\"none\"}", "{\"scenario\":\"baseline\",\"more\":1}")) {
            refused.put("post /api/validate " + body, served.send("POST", "/api/validate", body));
            refused.put("post /api/runs " + body, served.send("POST", "/api/runs", body));
        }
        refused.put(
                "post /api/runs weeks",
                served.send("POST", "/api/runs", "{\"scenario\":\"baseline\",\"overrides\":{\"weeks\":\"x\"}}"));
        refused.put("get /api/runs/{id}", served.get("/api/runs/" + unknown));
        refused.put("delete /api/runs/{id}", served.send("DELETE", "/api/runs/" + unknown, ""));
        refused.put("get /api/runs/{id}/events", served.get("/api/runs/" + unknown + "/events"));
        refused.put("get /api/runs/{id}/comparison", served.get("/api/runs/" + unknown + "/comparison"));
        refused.put("get /api/runs/{id}/bin", served.get("/api/runs/" + unknown + "/bin"));
        refused.put("get /api/continuations", served.get("/api/continuations?scenario=baseline"));
        refused.put("post /api/studies/check {", served.send("POST", "/api/studies/check", "{}"));
        refused.put(
                "post /api/studies name", served.send("POST", "/api/studies", "{\"name\":\"../x\",\"document\":{}}"));
        refused.put(
                "post /api/studies taken",
                served.send("POST", "/api/studies", "{\"name\":\"sweep-warning\",\"document\":" + STUDY + "}"));
        refused.put(
                "post /api/studies wrong",
                served.send("POST", "/api/studies", "{\"name\":\"wrong\",\"document\":{\"runs\":0}}"));
        refused.put("post /api/jobs none", served.send("POST", "/api/jobs", "{\"study\":\"none\",\"kind\":\"sweep\"}"));
        refused.put(
                "post /api/jobs kind",
                served.send("POST", "/api/jobs", "{\"study\":\"sweep-warning\",\"kind\":\"game\"}"));
        refused.put("get /api/jobs/{id}", served.get("/api/jobs/" + unknown));
        refused.put("get /api/jobs/{id}/findings", served.get("/api/jobs/" + unknown + "/findings"));
        refused.put("delete /api/jobs/{id}", served.send("DELETE", "/api/jobs/" + unknown, ""));
        refused.put("delete /api/results/{name}", served.send("DELETE", "/api/results/none", ""));
        refused.put("post /api/runs/{id}/result", served.send("POST", "/api/runs/" + unknown + "/result", "{}"));
        for (String query : List.of(
                "",
                "scenario=none",
                "scenario=baseline&run=x",
                "scenario=baseline&overrides={",
                "scenario=baseline&seed=y",
                "scenario=baseline&flip=z")) {
            refused.put("get /api/trace ?" + query, served.get("/api/trace?" + query.replace("{", "%7B")));
        }
        refused.put("get /api/results/{name}/files/{file}", served.get("/api/results/none/files/manifest.json"));
        refused.put(
                "post /api/sql none", served.send("POST", "/api/sql", "{\"result\":\"none\",\"sql\":\"select 1\"}"));
        refused.put("post /api/sql {", served.send("POST", "/api/sql", "{"));
        for (var answer : refused.entrySet()) {
            String[] words = answer.getKey().split(" ", 3);
            assertThat(answer.getValue().statusCode()).as(answer.getKey()).isBetween(400, 499);
            holds(words[0] + " " + words[1], answer.getValue());
        }
    }

    /** Checks status, content type and body of an answer against what the file has for its operation. */
    private static void holds(String operation, HttpResponse<String> answer) throws IOException {
        String[] words = operation.split(" ");
        JsonNode responses = document.at("/paths/" + words[1].replace("/", "~1") + "/" + words[0] + "/responses");
        JsonNode response = responses.get(String.valueOf(answer.statusCode()));
        assertThat(response)
                .as("%s answers %d: %s", operation, answer.statusCode(), answer.body())
                .isNotNull();
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").asText().substring(1));
        }
        if (!response.has("content")) {
            assertThat(answer.body()).as(operation).isEmpty();
            return;
        }
        String given = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        Map.Entry<String, JsonNode> content = response.get("content").fields().next();
        if (!content.getKey().equals("*/*")) {
            assertThat(given).as(operation).isEqualTo(content.getKey());
        }
        if (content.getKey().equals("application/json")) {
            JsonNode body = Served.JSON.readTree(answer.body());
            assertThat(faults(body, schema(content.getValue().get("schema"))))
                    .as(operation)
                    .isEmpty();
        }
    }

    private static JsonSchema schema(String name) {
        return schema(document.at("/components/schemas/" + name));
    }

    /** The schema with the components beside it, so that its references lead to them. */
    private static JsonSchema schema(JsonNode schema) {
        ObjectNode whole = Served.JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(whole);
    }

    private static List<String> faults(JsonNode body, JsonSchema schema) {
        List<String> faults = new ArrayList<>();
        for (ValidationMessage message : schema.validate(body)) {
            faults.add(message.toString());
        }
        return faults;
    }

    @Test
    void theSchemasRefuseWhatIsNotMeant() throws Exception {
        ObjectNode wrong = (ObjectNode) served.json(ANSWERS.get("get /api/runs/{id}"));
        wrong.remove("outcomes");
        assertThat(faults(wrong, schema("Snapshot"))).isNotEmpty();
        wrong.put("state", "asleep").putArray("outcomes");
        assertThat(faults(wrong, schema("Snapshot"))).isNotEmpty();
        assertThat(document.at("/components/schemas").size()).isGreaterThan(10);
    }
}
