package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.tumen.scenario.actor.Actor;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.words.Texts;
import org.tumen.world.Role;

/** The actors of a scenario by name: each a record of its role, within which policies, acts and conditions are of that role. */
public final class CastForm implements Form {
    private static final String NAME = "[a-z][a-z0-9_]{0,31}";
    private static final Pattern NAMES = Pattern.compile(NAME);

    @Override
    public boolean takes(Type type, @Nullable Object scope) {
        return holds(type);
    }

    /** Whether a type is that of a scenario's actors. */
    static boolean holds(Type type) {
        return type instanceof ParameterizedType map
                && map.getActualTypeArguments().length == 2
                && map.getActualTypeArguments()[1] == Actor.class;
    }

    /** An actor: its role, and the components of its record. */
    public static final class ActorForm implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type instanceof Class<?> raw && Actor.class.isAssignableFrom(raw);
        }

        @Override
        public JsonNode written(Object value) {
            ObjectNode object = Json.object();
            object.put(RoleKeys.ROLE, Texts.key(((Actor) value).role()));
            return Resolved.write((Record) value, object);
        }
    }

    @Override
    public Node filled(Node node, Place place) {
        if (!(node instanceof Node.Mapping actors)) {
            return node;
        }
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        actors.fields().forEach((name, field) -> {
            Role role = field.value() instanceof Node.Mapping actor ? RoleKeys.role(actor.text(RoleKeys.ROLE)) : null;
            Node value = role == null
                    ? field.value()
                    : Defaults.record(RoleKeys.type(role), (Node.Mapping) field.value(), role);
            fields.put(name, new Node.Field(field.key(), value));
        });
        return new Node.Mapping(fields, actors.position());
    }

    @Override
    public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
        if (!(node instanceof Node.Mapping actors)) {
            return binder.refuse(node, place, "must be a mapping of names to values, not " + node.describe());
        }
        Map<String, Object> cast = new LinkedHashMap<>();
        Map<String, Role> roles = new LinkedHashMap<>();
        boolean known = true;
        for (Map.Entry<String, Node.Field> entry : actors.fields().entrySet()) {
            String below = Paths.under(place.path(), entry.getKey());
            if (!NAMES.matcher(entry.getKey()).matches()) {
                binder.problems()
                        .add(
                                entry.getValue().key(),
                                below,
                                "an actor's name must be up to 32 lower-case letters, digits and underscores, a letter"
                                        + " first");
            }
            Node value = entry.getValue().value();
            Role role = role(value, below, binder);
            known &= role != null;
            if (role != null && value instanceof Node.Mapping mapping) {
                roles.put(entry.getKey(), role);
                Object actor = binder.record(RoleKeys.type(role), mapping, below, role, RoleKeys.BESIDE_AN_ACTOR);
                if (actor != null) {
                    cast.put(entry.getKey(), actor);
                }
            }
        }
        CastingRules.problems(roles, known && !binder.partial())
                .forEach(p -> binder.problems().add(actors.position(), place.path(), p));
        return cast.size() == actors.fields().size() ? cast : null;
    }

    private static @Nullable Role role(Node node, String path, RecordBinder binder) {
        if (!(node instanceof Node.Mapping mapping)) {
            boolean removed = node instanceof Node.Scalar scalar && scalar.isNull();
            String wrong = removed
                    ? "there is no such actor to remove"
                    : "must be a mapping that describes an actor, not " + node.describe();
            binder.problems().add(node.position(), path, wrong);
            return null;
        }
        Node given = mapping.get(RoleKeys.ROLE);
        String below = Paths.under(path, RoleKeys.ROLE);
        if (given == null) {
            if (!binder.partial()) {
                String allowed = "must be given: one of " + String.join(", ", RoleKeys.keys());
                binder.problems().add(mapping.position(), below, allowed);
            }
            return null;
        }
        return RoleKeys.role(Scalars.word(given, RoleKeys.keys(), below, binder.problems()));
    }

    @Override
    public JsonNode brief(JsonNode written, Place place) {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, JsonNode> entry : written.properties()) {
            JsonNode full = entry.getValue();
            ObjectNode actor = kept.putObject(entry.getKey());
            actor.set(RoleKeys.ROLE, full.get(RoleKeys.ROLE));
            Role role = RoleKeys.role(full.get(RoleKeys.ROLE).asText());
            if (role != null) {
                Resolved.brief(RoleKeys.type(role), full, actor, role);
            }
        }
        return kept;
    }

    @Override
    public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
        if (value instanceof Map<?, ?> actors) {
            actors.forEach((name, actor) ->
                    list(String.valueOf(name), ((Actor) actor).role(), (Actor) actor, place, catalogue));
        } else {
            for (Role role : Role.values()) {
                list("<" + Texts.key(role) + ">", role, null, place, catalogue);
            }
        }
    }

    private static void list(String name, Role role, @Nullable Actor actor, Place place, ParameterCatalogue catalogue) {
        String path = place.path() + "." + name;
        String cast = actor == null ? null : Texts.key(role);
        catalogue.word(path + "." + RoleKeys.ROLE, "", cast, "The part it plays", RoleKeys.keys());
        catalogue.walk(RoleKeys.type(role), (Record) actor, path, role);
    }

    @Override
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        ObjectNode actors = Json.object();
        actors.put("type", "object");
        actors.putObject("propertyNames").put("pattern", "^" + NAME + "$");
        actors.put("maxProperties", Scenario.MOST_ACTORS);
        ObjectNode actor = actors.putObject("additionalProperties");
        actor.putArray("type").add("object").add("null");
        ObjectNode role = actor.putObject("properties").putObject(RoleKeys.ROLE);
        role.put("description", "The part it plays");
        RoleKeys.keys().forEach(role.putArray("enum")::add);
        ArrayNode rules = actor.putArray("allOf");
        ArrayNode any = actor.arrayNode();
        any.addObject().put("type", "null");
        for (Role each : Role.values()) {
            String key = Texts.key(each);
            ObjectNode definition = schemas.definitions().putObject(key);
            schemas.object(RoleKeys.type(each), definition, each)
                    .putObject(RoleKeys.ROLE)
                    .put("const", key);
            rules.add(SchemaRules.when(RoleKeys.ROLE, key, key));
            any.add(SchemaTypes.reference(key));
        }
        rules.add(SchemaRules.without(RoleKeys.ROLE, any));
        return actors;
    }
}
