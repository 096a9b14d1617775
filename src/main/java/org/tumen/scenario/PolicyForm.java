package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Defaults;
import org.tumen.declare.Form;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.Place;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.Resolved;
import org.tumen.declare.Scalars;
import org.tumen.declare.SchemaTypes;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.policy.Policies;
import org.tumen.policy.PolicyProvider;
import org.tumen.policy.PolicySpec;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.words.Texts;
import org.tumen.world.Role;

/** A policy: its type, and the parameters of that type for the role of the actor. */
public final class PolicyForm implements Form {
    @Override
    public boolean takes(Type type, @Nullable Object scope) {
        return type == PolicySpec.class;
    }

    private static Role role(Place place) {
        return (Role) Objects.requireNonNull(place.scope(), "a policy stands in an actor");
    }

    @Override
    public Node filled(Node node, Place place) {
        if (!(node instanceof Node.Mapping policy)) {
            return node;
        }
        Role role = role(place);
        Node.Mapping typed = policy;
        if (policy.get(RoleKeys.TYPE) == null) {
            Node type = new Node.Scalar(RoleKeys.defaultPolicy(role), true, policy.position());
            typed = policy.with(RoleKeys.TYPE, new Node.Field(policy.position(), type));
        }
        String type = typed.text(RoleKeys.TYPE);
        Class<? extends Record> parameters = type == null ? null : RoleKeys.parameters(role, type);
        return parameters == null ? typed : Defaults.record(parameters, typed, role);
    }

    @Override
    public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
        if (!(node instanceof Node.Mapping mapping)) {
            return binder.refuse(node, place, "must be a mapping of keys to values, not " + node.describe());
        }
        Role role = role(place);
        Node given = Objects.requireNonNull(mapping.get(RoleKeys.TYPE));
        String below = Paths.under(place.path(), RoleKeys.TYPE);
        String type = Scalars.word(given, Policies.types(role), below, binder.problems());
        Class<? extends Record> parameters = type == null ? null : RoleKeys.parameters(role, type);
        if (type == null || parameters == null) {
            return null;
        }
        Object bound = binder.record(parameters, mapping, place.path(), role, Set.of(RoleKeys.TYPE));
        return bound == null ? null : new PolicySpec(type, (Record) bound);
    }

    @Override
    public JsonNode written(Object value) {
        PolicySpec policy = (PolicySpec) value;
        ObjectNode object = Json.object();
        return Resolved.write(policy.parameters(), object.put(RoleKeys.TYPE, policy.type()));
    }

    @Override
    public @Nullable JsonNode brief(JsonNode written, Place place) {
        ObjectNode kept = Json.object();
        Role role = role(place);
        String type = written.get(RoleKeys.TYPE).asText();
        if (!type.equals(RoleKeys.defaultPolicy(role))) {
            kept.put(RoleKeys.TYPE, type);
        }
        Resolved.brief(Objects.requireNonNull(RoleKeys.parameters(role, type)), written, kept, role);
        return kept.isEmpty() ? null : kept;
    }

    @Override
    public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
        Role role = role(place);
        PolicySpec spec = (PolicySpec) value;
        catalogue.word(
                place.path() + "." + RoleKeys.TYPE,
                RoleKeys.defaultPolicy(role),
                spec == null ? null : spec.type(),
                place.declaration().meaning(),
                Policies.types(role));
        if (spec != null) {
            catalogue.walk(spec.parameters().getClass(), spec.parameters(), place, spec.type());
        } else if (catalogue.variant().isEmpty()) {
            Map<Class<?>, List<String>> types = new LinkedHashMap<>();
            for (String name : Policies.types(role)) {
                Class<?> parameters = Objects.requireNonNull(RoleKeys.parameters(role, name));
                types.computeIfAbsent(parameters, k -> new ArrayList<>()).add(name);
            }
            types.forEach((record, names) -> catalogue.walk(record, null, place, String.join(", ", names)));
        }
    }

    @Override
    public Record parts(Object value) {
        return ((PolicySpec) value).parameters();
    }

    @Override
    public Object with(Object value, Record parts) {
        return new PolicySpec(((PolicySpec) value).type(), parts);
    }

    @Override
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        Role role = role(place);
        String name = Texts.key(role) + "_policy";
        ObjectNode definitions = schemas.definitions();
        if (!definitions.has(name)) {
            ObjectNode policy = definitions.putObject(name);
            policy.put("type", "object");
            ObjectNode type = policy.putObject("properties").putObject(RoleKeys.TYPE);
            type.put("description", "The type of the policy");
            type.put("default", RoleKeys.defaultPolicy(role));
            List<String> types = Policies.types(role);
            types.forEach(type.putArray("enum")::add);
            ArrayNode rules = policy.putArray("allOf");
            ArrayNode any = policy.arrayNode();
            for (String each : types) {
                String definition = name + "_" + each;
                define(role, each, schemas, definitions.putObject(definition));
                rules.add(SchemaRules.when(RoleKeys.TYPE, each, definition));
                any.add(SchemaTypes.reference(definition));
            }
            rules.add(SchemaRules.without(RoleKeys.TYPE, any));
        }
        return SchemaTypes.reference(name);
    }

    private static void define(Role role, String type, SchemaTypes schemas, ObjectNode definition) {
        PolicyProvider<?, ?> provider = Policies.provider(role, type).orElseThrow();
        definition.put("description", provider.description());
        schemas.object(provider.parameters(), definition, role)
                .putObject(RoleKeys.TYPE)
                .put("const", type)
                .put("description", provider.description());
    }
}
