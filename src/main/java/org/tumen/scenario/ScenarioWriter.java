package org.tumen.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.policy.PolicySpec;
import org.tumen.world.Role;

/** Writes scenarios as YAML that reads back to an equal scenario. */
public final class ScenarioWriter {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    private ScenarioWriter() {}

    /** The scenario with every value spelt out. */
    public static String yaml(Scenario scenario) {
        return yaml(Resolved.document(scenario));
    }

    /** Only what the scenario says beyond declared defaults, and its name and cast. */
    public static String brief(Scenario scenario) {
        ObjectNode document = Resolved.document(scenario);
        ObjectNode brief = document.objectNode();
        keep(Scenario.class, document, brief, null);
        return yaml(brief);
    }

    private static String yaml(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes over what is not the declared default. */
    private static void keep(Class<?> type, JsonNode full, ObjectNode kept, @Nullable Role role) {
        for (Component component : Component.of(type)) {
            JsonNode value = full.get(component.key());
            if (value == null) {
                continue;
            }
            ObjectNode below = kept.objectNode();
            if (component.type() == Uncertainties.class) {
                kept.set(component.key(), value);
            } else if (RecordBinder.isCast(component)) {
                actors(value, below);
            } else if (component.type() == PolicySpec.class && role != null) {
                policy(value, below, role);
            } else if (component.type().isRecord() && component.type() != RosterSpec.class) {
                keep(component.type(), value, below, role);
            } else if (!isDefault(component, value)) {
                kept.set(component.key(), value);
            }
            if (!below.isEmpty()) {
                kept.set(component.key(), below);
            }
        }
    }

    private static boolean isDefault(Component component, JsonNode value) {
        String declared = component.declaration().value();
        return !declared.isEmpty() && Resolved.node(Defaults.value(declared)).equals(value);
    }

    private static void actors(JsonNode actors, ObjectNode kept) {
        for (Map.Entry<String, JsonNode> entry : actors.properties()) {
            JsonNode full = entry.getValue();
            ObjectNode actor = kept.putObject(entry.getKey());
            actor.set(RoleKeys.ROLE, full.get(RoleKeys.ROLE));
            Role role =
                    Objects.requireNonNull(RoleKeys.role(full.get(RoleKeys.ROLE).asText()));
            keep(RoleKeys.type(role), full, actor, role);
        }
    }

    private static void policy(JsonNode full, ObjectNode kept, Role role) {
        String type = full.get(RoleKeys.TYPE).asText();
        if (!type.equals(RoleKeys.defaultPolicy(role))) {
            kept.put(RoleKeys.TYPE, type);
        }
        keep(Objects.requireNonNull(RoleKeys.parameters(role, type)), full, kept, role);
    }
}
