package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Form;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.Place;
import org.tumen.declare.SchemaTypes;

/** What is uncertain: not parameters of their own, but what others may be. */
public final class UncertaintyForms {
    private UncertaintyForms() {}

    /** All that is uncertain. */
    public static final class Section implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == Uncertainties.class;
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            ObjectNode reference = schemas.plain(place);
            ObjectNode properties = (ObjectNode) schemas.definitions().get("uncertainties").get("properties");
            ObjectNode priors = properties.putObject(PriorExpansion.PRIORS);
            priors.put("description", "Which parameters are drawn from their declared priors");
            ArrayNode any = priors.putArray("oneOf");
            any.addObject().put("const", "all");
            paths(any.addObject());
            ObjectNode except = any.addObject().put("type", "object");
            paths(except.putObject("properties").putObject("except"));
            except.putArray("required").add("except");
            except.put("additionalProperties", false);
            return reference;
        }

        private static void paths(ObjectNode list) {
            list.put("type", "array").putObject("items").put("type", "string");
        }

        @Override
        public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
            // What is uncertain are parameters that are listed where they stand.
        }

        @Override
        public JsonNode brief(JsonNode written, Place place) {
            return written;
        }

        @Override
        public @Nullable Record parts(Object value) {
            return null;
        }
    }

    /** A table of points, which stands in the scenario or in a file beside it. */
    public static final class Points implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == Uncertainties.EmpiricalPoints.class;
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            ObjectNode reference = schemas.plain(place);
            ObjectNode table = (ObjectNode) schemas.definitions().get("empirical_points");
            if (table.has("required")) {
                JsonNode inline = table.remove("required");
                ((ObjectNode) table.get("properties"))
                        .putObject("file")
                        .put("type", "string")
                        .put(
                                "description",
                                "A CSV file beside the scenario file, in place of parameters, points and weights");
                ArrayNode either = table.putArray("oneOf");
                either.addObject().set("required", inline);
                either.addObject().putArray("required").add("file");
            }
            return reference;
        }
    }
}
