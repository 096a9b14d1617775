package org.tumen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What RO-Crate 1.1 and Process Run Crate 0.5 say that a {@code ro-crate-metadata.json} must be, and those of their
 * recommendations that the program follows; written from their texts and not from the program.
 */
public final class CrateRules {
    private static final Set<String> SOFTWARE =
            Set.of("SoftwareApplication", "SoftwareSourceCode", "ComputationalWorkflow");
    private static final Set<String> ACTIONS = Set.of("CreateAction", "ActivateAction", "UpdateAction");
    private static final Set<String> DATA = Set.of("File", "Dataset");

    private final Path folder;
    private final Map<String, JsonNode> entities = new LinkedHashMap<>();

    private CrateRules(Path folder) {
        this.folder = folder;
    }

    /** Holds all rules against the crate of a folder. */
    public static void hold(Path folder) throws IOException {
        CrateRules rules = new CrateRules(folder);
        JsonNode tree = new JsonMapper()
                .readTree(folder.resolve("ro-crate-metadata.json").toFile());
        rules.document(tree);
        rules.descriptorAndRoot();
        rules.dataEntities();
        rules.process();
    }

    /** A flattened JSON-LD document whose context is that of the specification: entities by one identifier each, no nesting. */
    private void document(JsonNode tree) {
        assertThat(ids(tree.path("@context"))).contains("https://w3id.org/ro/crate/1.1/context");
        assertThat(tree.path("@graph").isArray()).isTrue();
        for (JsonNode entity : tree.path("@graph")) {
            String id = entity.path("@id").asText();
            assertThat(id).isNotEmpty();
            assertThat(URI.create(id)).isNotNull();
            assertThat(types(entity)).isNotEmpty();
            assertThat(entities.put(id, entity)).as("entities called " + id).isNull();
        }
        for (JsonNode entity : entities.values()) {
            entity.properties().forEach(property -> {
                for (JsonNode value : each(property.getValue())) {
                    if (value.isObject()) {
                        assertThat(value.size()).as("nested in " + entity).isEqualTo(1);
                        String id = value.path("@id").asText();
                        assertThat(entities.containsKey(id) || URI.create(id).isAbsolute())
                                .as("there is a " + id)
                                .isTrue();
                    }
                }
            });
        }
    }

    private void descriptorAndRoot() {
        JsonNode descriptor = entities.get("ro-crate-metadata.json");
        assertThat(types(descriptor)).contains("CreativeWork");
        assertThat(descriptor.path("conformsTo").path("@id").asText()).isEqualTo("https://w3id.org/ro/crate/1.1");
        JsonNode root = root();
        assertThat(types(root)).contains("Dataset");
        assertThat(root.path("@id").asText()).endsWith("/");
        for (String key : List.of("name", "description", "license")) {
            assertThat(root.path(key).asText()).as(key).isNotBlank();
        }
        // A timestamp, which is one of the forms that ISO 8601 has.
        assertThat(Instant.parse(root.path("datePublished").asText())).isNotNull();
    }

    private JsonNode root() {
        return entities.get(
                entities.get("ro-crate-metadata.json").path("about").path("@id").asText());
    }

    /** Files and folders are linked from the root, are there, and are what their checksums say. */
    private void dataEntities() throws IOException {
        List<String> linked = ids(root().path("hasPart"));
        assertThat(linked).isNotEmpty().doesNotHaveDuplicates();
        List<String> data = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entity : entities.entrySet()) {
            if (types(entity.getValue()).stream().anyMatch(DATA::contains) && entity.getValue() != root()) {
                data.add(entity.getKey());
                file(entity.getKey(), entity.getValue());
            }
        }
        assertThat(linked).containsExactlyInAnyOrderElementsOf(data);
    }

    private void file(String id, JsonNode entity) throws IOException {
        Path file = folder.resolve(URLDecoder.decode(id, StandardCharsets.UTF_8));
        if (types(entity).contains("Dataset")) {
            assertThat(id).endsWith("/");
            assertThat(file).isDirectory();
            return;
        }
        assertThat(file).isRegularFile();
        assertThat(entity.path("contentSize").asLong()).isEqualTo(Files.size(file));
        if (entity.has("sha256")) {
            assertThat(entity.path("sha256").asText()).as(id).isEqualTo(sha256(file));
        }
    }

    private void process() {
        String permalink = "https://w3id.org/ro/wfrun/process/0.5";
        assertThat(ids(root().path("conformsTo"))).contains(permalink);
        assertThat(types(entities.get(permalink))).contains("CreativeWork");
        List<JsonNode> actions = entities.values().stream()
                .filter(e -> types(e).stream().anyMatch(ACTIONS::contains))
                .toList();
        assertThat(actions).isNotEmpty();
        for (JsonNode action : actions) {
            assertThat(ids(root().path("mentions"))).contains(action.path("@id").asText());
            assertThat(action.path("name").asText()).isNotBlank();
            assertThat(action.path("description").asText()).isNotBlank();
            assertThat(Instant.parse(action.path("endTime").asText())).isNotNull();
            assertThat(ids(action.path("instrument"))).hasSize(1);
            JsonNode tool = entities.get(ids(action.path("instrument")).get(0));
            assertThat(types(tool)).containsAnyElementsOf(SOFTWARE);
            assertThat(tool.path("name").asText()).isNotBlank();
            assertThat(tool.has("version") ^ tool.has("softwareVersion")).isTrue();
            assertThat(ids(action.path("result"))).isNotEmpty();
            Set<String> used = new HashSet<>(ids(action.path("result")));
            used.addAll(ids(action.path("object")));
            for (String id : used) {
                assertThat(types(entities.get(id)))
                        .as(id)
                        .containsAnyOf("File", "Dataset", "Collection", "CreativeWork", "PropertyValue");
            }
        }
    }

    private static List<JsonNode> each(JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(all::add);
        } else if (!value.isMissingNode()) {
            all.add(value);
        }
        return all;
    }

    private static List<String> ids(JsonNode value) {
        return each(value).stream()
                .map(v -> v.isTextual() ? v.asText() : v.path("@id").asText())
                .toList();
    }

    private static List<String> types(JsonNode entity) {
        return each(entity.path("@type")).stream().map(JsonNode::asText).toList();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
