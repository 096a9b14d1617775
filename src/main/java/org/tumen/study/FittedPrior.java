package org.tumen.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Defaults;
import org.tumen.declare.Form;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.Place;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.SchemaTypes;
import org.tumen.declare.UncertainParameter;
import org.tumen.document.Json;
import org.tumen.document.Node;

/**
 * The prior of a parameter that is calibrated: a distribution or, where that is null, the one in the parameter's
 * declaration.
 */
public record FittedPrior(@Nullable UncertainParameter stated) {
    private static final String DECLARED = "prior";

    /**
     * The prior of a parameter.
     *
     * @throws IllegalArgumentException when the declaration of the parameter has none and none is stated
     */
    public UncertainParameter of(ParameterPath parameter) {
        if (stated != null) {
            return stated;
        }
        if (parameter.prior().isEmpty()) {
            throw new IllegalArgumentException(
                    "has no declared prior, so a distribution must be given, such as {from: 0.2, to: 0.8}");
        }
        return UncertainParameter.parse(parameter.prior());
    }

    /** A distribution, or the word {@code prior}. */
    public static final class PriorForm implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == FittedPrior.class;
        }

        @Override
        public Node filled(Node node, Place place) {
            return declared(node) ? node : Defaults.filled(node, place.of(UncertainParameter.class));
        }

        @Override
        public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
            catalogue.walk(UncertainParameter.class, null, place.path(), place.scope());
        }

        @Override
        public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
            if (declared(node)) {
                return new FittedPrior(null);
            }
            if (node instanceof Node.Scalar) {
                return binder.refuse(
                        node,
                        place,
                        "must be a distribution, or the word " + DECLARED + " for the declared one, not "
                                + node.describe());
            }
            Object stated = binder.value(node, place.of(UncertainParameter.class));
            return stated == null ? null : new FittedPrior((UncertainParameter) stated);
        }

        private static boolean declared(Node node) {
            return node instanceof Node.Scalar scalar && scalar.text().equals(DECLARED);
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            ObjectNode schema = schemas.type(place.of(UncertainParameter.class));
            schema.withArray("anyOf").addObject().put("const", DECLARED);
            return schema;
        }
    }

    /** Priors by path; a list of paths takes the declared ones. */
    public static final class ListForm implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type instanceof ParameterizedType map
                    && map.getActualTypeArguments()[map.getActualTypeArguments().length - 1] == FittedPrior.class;
        }

        @Override
        public Node filled(Node node, Place place) {
            if (!(node instanceof Node.Sequence list)) {
                return node;
            }
            Map<String, Node.Field> priors = new LinkedHashMap<>();
            for (Node item : list.items()) {
                Node word = new Node.Scalar(DECLARED, true, item.position());
                boolean path = item instanceof Node.Scalar scalar
                        && !scalar.isNull()
                        && priors.put(scalar.text(), new Node.Field(item.position(), word)) == null;
                if (!path) {
                    return node;
                }
            }
            return new Node.Mapping(priors, node.position());
        }

        @Override
        public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
            if (node instanceof Node.Sequence) {
                return binder.refuse(node, place, "must list paths of parameters, each of them once");
            }
            return Form.super.bound(node, place, binder);
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            ObjectNode paths = Json.object().put("type", "array").put("uniqueItems", true);
            paths.putObject("items").put("type", "string");
            return SchemaTypes.either(schemas.plain(place), paths);
        }
    }
}
