package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Parameter;
import org.tumen.policy.PolicySpec;
import org.tumen.world.Action;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Role;
import org.tumen.world.Roster;

/** Turns declared components into JSON Schema. */
final class SchemaTypes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode definitions;
    private final Function<Role, ObjectNode> policies;

    /**
     * @param definitions takes the definitions of records
     * @param policies gives the reference to the policies of a role
     */
    SchemaTypes(ObjectNode definitions, Function<Role, ObjectNode> policies) {
        this.definitions = definitions;
        this.policies = policies;
    }

    /** Makes a schema that of a record's mapping, and returns its properties. */
    ObjectNode object(Class<?> type, ObjectNode schema, @Nullable Role role) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Component component : Component.of(type)) {
            if (!RecordBinder.isCast(component)) {
                properties.set(component.key(), property(component, role));
            }
        }
        schema.put("additionalProperties", false);
        return properties;
    }

    private ObjectNode property(Component component, @Nullable Role role) {
        Parameter declared = component.declaration();
        ObjectNode schema = type(component.generic(), declared, role);
        schema.put("description", description(declared));
        if (!declared.value().isEmpty()) {
            schema.set("default", Resolved.node(Defaults.value(declared.value())));
        }
        return schema;
    }

    private static String description(Parameter declared) {
        StringBuilder text = new StringBuilder(declared.meaning());
        if (!declared.unit().isEmpty()) {
            text.append(" [").append(declared.unit()).append(']');
        }
        if (!declared.allowed().isEmpty()) {
            text.append("; allowed: ").append(declared.allowed());
        }
        if (!declared.basis().isEmpty()) {
            text.append(". Basis: ").append(declared.basis());
        }
        if (!declared.prior().isEmpty()) {
            text.append(". Prior: ").append(declared.prior());
        }
        return text.toString();
    }

    private ObjectNode type(Type type, Parameter declared, @Nullable Role role) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1 ? list(arguments[0], declared, role) : map(arguments[1], declared, role);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == RosterSpec.class) {
            return roster();
        }
        if (raw == PolicySpec.class && role != null) {
            return policies.apply(role);
        }
        return raw.isRecord() ? reference(raw, role) : scalar(raw, declared, role);
    }

    private ObjectNode list(Type element, Parameter declared, @Nullable Role role) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "array");
        schema.set("items", type(element, declared, role));
        boolean records = element instanceof Class<?> raw && raw.isRecord();
        if (records && Double.isFinite(declared.max())) {
            schema.put("maxItems", (long) declared.max());
        }
        return schema;
    }

    private ObjectNode map(Type element, Parameter declared, @Nullable Role role) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        if (!declared.pattern().isEmpty()) {
            schema.putObject("propertyNames").put("pattern", anchored(declared.pattern()));
        }
        schema.set("additionalProperties", type(element, declared, role));
        return schema;
    }

    private static String anchored(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private ObjectNode reference(Class<?> type, @Nullable Role role) {
        // Acts depend on the role: each has its own definition.
        boolean byRole = role != null && Component.of(type).stream().anyMatch(c -> c.type() == Action.class);
        String name = Component.key(type.getSimpleName()) + (role != null && byRole ? "_of_" + RoleKeys.key(role) : "");
        if (!definitions.has(name)) {
            ObjectNode definition = definitions.putObject(name);
            object(type, definition, role);
            ArrayNode required = JSON.arrayNode();
            Component.of(type).stream()
                    .filter(c -> !c.optional()
                            && !c.type().isRecord()
                            && c.declaration().value().isEmpty())
                    .forEach(c -> required.add(c.key()));
            if (!required.isEmpty()) {
                definition.set("required", required);
            }
            if (type == Uncertainties.EmpiricalPoints.class) {
                orFile(definition);
            }
            if (type == Uncertainties.class) {
                priors((ObjectNode) definition.get("properties"));
            }
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** A table of points stands in the scenario or in a file beside it. */
    private static void orFile(ObjectNode table) {
        JsonNode inline = table.remove("required");
        ((ObjectNode) table.get("properties"))
                .putObject("file")
                .put("type", "string")
                .put("description", "A CSV file beside the scenario file, in place of parameters, points and weights");
        ArrayNode either = table.putArray("oneOf");
        either.addObject().set("required", inline);
        either.addObject().putArray("required").add("file");
    }

    /** Which of the declared priors are drawn. */
    private static void priors(ObjectNode properties) {
        ObjectNode priors = properties.putObject(PriorExpansion.PRIORS);
        priors.put("description", "Which parameters are drawn from their declared priors");
        ArrayNode any = priors.putArray("oneOf");
        any.addObject().put("const", "all");
        paths(any.addObject());
        ObjectNode except = any.addObject().put("type", "object");
        paths(except.putObject("properties").putObject("except"));
        except.putArray("required").add("except");
        except.put("additionalProperties", false);
    }

    private static void paths(ObjectNode list) {
        list.put("type", "array").putObject("items").put("type", "string");
    }

    private ObjectNode roster() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode any = schema.putArray("oneOf");
        any.addObject()
                .put("type", "integer")
                .put("minimum", CouncilMembership.firstYear())
                .put("maximum", CouncilMembership.lastYear());
        any.addObject().put("const", RosterBinder.CALENDAR);
        ObjectNode listed = any.addObject();
        listed.put("type", "array").put("minItems", Roster.SIZE).put("maxItems", Roster.SIZE);
        listed.set("items", reference(ListedMember.class, null));
        return schema;
    }

    private static ObjectNode scalar(Class<?> type, Parameter declared, @Nullable Role role) {
        ObjectNode schema = JSON.objectNode();
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
            List<String> words =
                    type == Action.class && role != null ? Scalars.actions(role) : Scalars.constants(type, declared);
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
