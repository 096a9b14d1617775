package org.tumen.declare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.document.Node;

/** Turns declared components into JSON Schema (draft 2020-12). */
public final class SchemaTypes {
    private final ObjectNode definitions = Json.object();
    private final Parameter.@Nullable Basis usual;

    /** For the files of a record. */
    public SchemaTypes(Class<?> type) {
        usual = type.getAnnotation(Parameter.Basis.class);
    }

    /** The definitions so far. */
    public ObjectNode definitions() {
        return definitions;
    }

    /** The beginning of a schema for files. */
    public static ObjectNode root(String title, String description) {
        ObjectNode root = Json.object();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        return root.put("title", title).put("description", description);
    }

    /** What any of several schemas allows. */
    public static ObjectNode either(ObjectNode... schemas) {
        ObjectNode either = Json.object();
        either.putArray("anyOf").addAll(List.of(schemas));
        return either;
    }

    /** Makes a schema that of a record's mapping, and returns its properties. */
    public ObjectNode object(Class<?> type, ObjectNode schema, @Nullable Object scope) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Component component : Component.of(type)) {
            properties.set(component.key(), property(component, scope));
        }
        schema.put("additionalProperties", false);
        return properties;
    }

    private ObjectNode property(Component component, @Nullable Object scope) {
        Parameter declared = component.declaration();
        Place place = Place.of(component, component.key(), scope);
        ObjectNode schema = type(place);
        schema.put("description", description(declared, place.basis(usual)));
        if (!declared.value().isEmpty()) {
            schema.set("default", Resolved.node(Defaults.value(declared.value())));
        }
        return schema;
    }

    private static String description(Parameter declared, String basis) {
        StringBuilder text = new StringBuilder(declared.meaning());
        if (!declared.unit().isEmpty()) {
            text.append(" [").append(declared.unit()).append(']');
        }
        if (!declared.allowed().isEmpty()) {
            text.append("; allowed: ").append(declared.allowed());
        }
        if (!declared.prior().isEmpty()) {
            text.append(". Prior: ").append(declared.prior());
        }
        if (!basis.isEmpty()) {
            text.append(". Basis: ").append(basis);
        }
        return text.toString();
    }

    /** The schema of the values at a place. */
    public ObjectNode type(Place place) {
        return Forms.of(place).schema(place, this);
    }

    /** The schema of values of which nothing is special. */
    public ObjectNode plain(Place place) {
        if (place.type() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1 ? list(place, arguments[0]) : map(place, arguments[0], arguments[1]);
        }
        Class<?> raw = (Class<?>) place.type();
        if (raw == Node.class) {
            return Json.object();
        }
        return raw.isRecord() ? reference(raw, place.scope()) : scalar(raw, place.declaration());
    }

    private ObjectNode list(Place place, Type element) {
        ObjectNode schema = Json.object();
        schema.put("type", "array");
        schema.set("items", type(place.entry(element, place.path())));
        boolean records = element instanceof Class<?> raw && raw.isRecord();
        if (records && Double.isFinite(place.declaration().max())) {
            schema.put("maxItems", (long) place.declaration().max());
        }
        return schema;
    }

    private ObjectNode map(Place place, Type names, Type element) {
        ObjectNode schema = Json.object();
        schema.put("type", "object");
        if (names != String.class) {
            Scalars.constants((Class<?>) names, null)
                    .forEach(schema.putObject("propertyNames").putArray("enum")::add);
        } else if (!place.entry() && !place.declaration().pattern().isEmpty()) {
            schema.putObject("propertyNames")
                    .put("pattern", anchored(place.declaration().pattern()));
        }
        schema.set("additionalProperties", type(place.entry(element, place.path())));
        return schema;
    }

    private static String anchored(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    /** A reference to the definition of a record, which is made when there is none. */
    public ObjectNode reference(Class<?> type, @Nullable Object scope) {
        // What depends on the scope has a definition in each.
        boolean scoped = scope != null
                && Component.of(type).stream()
                        .anyMatch(c -> Forms.of(c.generic(), scope) != Forms.of(c.generic(), null));
        String name = Component.key(type.getSimpleName())
                + (scoped ? "_of_" + String.valueOf(scope).toLowerCase(Locale.ROOT) : "");
        if (!definitions.has(name)) {
            ObjectNode definition = definitions.putObject(name);
            object(type, definition, scope);
            ArrayNode required = Json.array();
            Component.of(type).stream()
                    .filter(c -> !c.optional()
                            && !c.type().isRecord()
                            && c.declaration().value().isEmpty())
                    .forEach(c -> required.add(c.key()));
            if (!required.isEmpty()) {
                definition.set("required", required);
            }
        }
        return reference(name);
    }

    public static ObjectNode reference(String name) {
        return Json.object().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode scalar(Class<?> type, Parameter declared) {
        ObjectNode schema = Json.object();
        if (type == double.class || type == Double.class) {
            return bounded(schema.put("type", "number"), declared);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return bounded(schema.put("type", "integer"), declared);
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type.isEnum()) {
            List<String> words = Scalars.constants(type, declared);
            words.stream().distinct().forEach(schema.putArray("enum")::add);
            return schema;
        }
        schema.put("type", "string");
        if (type == LocalDate.class) {
            schema.put("format", "date");
        }
        if (type == MonthDay.class) {
            schema.put("pattern", anchored("[0-9]{2}-[0-9]{2}"));
        }
        if (!declared.pattern().isEmpty()) {
            schema.put("pattern", anchored(declared.pattern()));
        }
        return schema;
    }

    private static ObjectNode bounded(ObjectNode schema, Parameter declared) {
        if (Double.isFinite(declared.min())) {
            schema.set("minimum", Resolved.value(declared.min()));
        }
        if (Double.isFinite(declared.max())) {
            schema.set("maximum", Resolved.value(declared.max()));
        }
        return schema;
    }
}
