package org.tumen.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.tumen.policy.Policies;
import org.tumen.policy.PolicyProvider;
import org.tumen.world.Role;

/**
 * The JSON Schema (draft 2020-12) of scenario files, made of the declarations of parameters; it gives completion and
 * checks in editors. It allows what a file with {@code extends} may leave out; rules across fields, and everything that
 * depends on the extended file, only {@link ScenarioReader} knows.
 */
public final class ScenarioSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode definitions = JSON.objectNode();

    private ScenarioSchema() {}

    /** The schema. */
    public static ObjectNode generate() {
        return new ScenarioSchema().root();
    }

    private ObjectNode root() {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Tumen scenario");
        root.put("description", "One world and its policies.");
        SchemaTypes types = new SchemaTypes(definitions, this::policyReference);
        ObjectNode properties = types.object(Scenario.class, root, null);
        ObjectNode parent = JSON.objectNode();
        parent.put("type", "string").put("minLength", 1);
        parent.put("description", "The scenario file that this one builds on, relative to it");
        properties.set("extends", parent);
        properties.set("actors", actors(types));
        // What a file that extends another leaves out may stand in that one.
        ArrayNode either = root.putArray("anyOf");
        either.addObject().putArray("required").add("extends");
        ObjectNode alone = either.addObject();
        alone.putArray("required").add("actors");
        ArrayNode needed = alone.putObject("properties")
                .putObject("actors")
                .putObject("additionalProperties")
                .putArray("required");
        needed.add(RoleKeys.ROLE);
        root.set("$defs", definitions);
        return root;
    }

    private ObjectNode actors(SchemaTypes types) {
        ObjectNode actors = JSON.objectNode();
        actors.put("type", "object");
        actors.put("description", "Who plays: one seller, one buyer, one council, any number of warners");
        actors.putObject("propertyNames").put("pattern", "^[a-z][a-z0-9_]{0,31}$");
        actors.put("maxProperties", Scenario.MOST_ACTORS);
        ObjectNode actor = actors.putObject("additionalProperties");
        actor.putArray("type").add("object").add("null");
        ObjectNode role = actor.putObject("properties").putObject(RoleKeys.ROLE);
        role.put("description", "The part it plays");
        RoleKeys.keys().forEach(role.putArray("enum")::add);
        ArrayNode rules = actor.putArray("allOf");
        ArrayNode any = JSON.arrayNode();
        any.addObject().put("type", "null");
        for (Role each : Role.values()) {
            String key = RoleKeys.key(each);
            ObjectNode definition = definitions.putObject(key);
            types.object(RoleKeys.type(each), definition, each)
                    .putObject(RoleKeys.ROLE)
                    .put("const", key);
            rules.add(when(RoleKeys.ROLE, key, "#/$defs/" + key));
            any.addObject().put("$ref", "#/$defs/" + key);
        }
        rules.add(without(RoleKeys.ROLE, any));
        return actors;
    }

    /** If a key has a value, the definition holds. */
    private static ObjectNode when(String key, String value, String reference) {
        ObjectNode rule = JSON.objectNode();
        ObjectNode condition = rule.putObject("if");
        condition.put("type", "object");
        condition.putObject("properties").putObject(key).put("const", value);
        condition.putArray("required").add(key);
        rule.putObject("then").put("$ref", reference);
        return rule;
    }

    /** If a key is absent, because the extended file has it or by default, one of the definitions holds. */
    private static ObjectNode without(String key, ArrayNode any) {
        ObjectNode rule = JSON.objectNode();
        ObjectNode condition = rule.putObject("if");
        condition.put("type", "object");
        condition.putArray("required").add(key);
        rule.putObject("else").set("anyOf", any);
        return rule;
    }

    private ObjectNode policyReference(Role role) {
        String name = RoleKeys.key(role) + "_policy";
        if (!definitions.has(name)) {
            ObjectNode policy = definitions.putObject(name);
            policy.put("type", "object");
            ObjectNode type = policy.putObject("properties").putObject(RoleKeys.TYPE);
            type.put("description", "The type of the policy");
            type.put("default", RoleKeys.defaultPolicy(role));
            List<String> types = Policies.types(role);
            types.forEach(type.putArray("enum")::add);
            ArrayNode rules = policy.putArray("allOf");
            ArrayNode any = JSON.arrayNode();
            for (String each : types) {
                String definition = name + "_" + each;
                define(role, each, definitions.putObject(definition));
                rules.add(when(RoleKeys.TYPE, each, "#/$defs/" + definition));
                any.addObject().put("$ref", "#/$defs/" + definition);
            }
            rules.add(without(RoleKeys.TYPE, any));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private void define(Role role, String type, ObjectNode definition) {
        PolicyProvider<?, ?> provider = Policies.provider(role, type).orElseThrow();
        definition.put("description", provider.description());
        Class<?> parameters = Objects.requireNonNull(RoleKeys.parameters(role, type));
        new SchemaTypes(definitions, this::policyReference)
                .object(parameters, definition, role)
                .putObject(RoleKeys.TYPE)
                .put("const", type)
                .put("description", provider.description());
    }
}
