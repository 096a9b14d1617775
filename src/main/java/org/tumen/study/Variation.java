package org.tumen.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Defaults;
import org.tumen.declare.DistributionForm;
import org.tumen.declare.Form;
import org.tumen.declare.Parameter;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.Place;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.Resolved;
import org.tumen.declare.SchemaTypes;
import org.tumen.declare.UncertainParameter;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.words.Numbers;

/**
 * What a lever or an uncertainty may be: a distribution, with what a design makes of it, or a list of choices.
 *
 * @param distribution the distribution; null for choices
 * @param design how designs treat a distribution
 * @param choices the choices as overrides take them, numbers, words or policies; empty for a distribution
 */
public record Variation(@Nullable UncertainParameter distribution, Design design, List<String> choices) {
    public Variation {
        choices = List.copyOf(choices);
    }

    /** How designs treat a distribution. */
    public record Design(
            @Parameter(meaning = "Levels on a grid", value = "5", min = 1, max = 10000)
            int levels,

            @Parameter(meaning = "Whether only whole numbers are searched", value = "false")
            boolean whole) {
        private static final Set<String> KEYS = Set.of("levels", "whole");
    }

    /** A value of a study as an override takes it: a plain value as it stands, all else as JSON, which YAML contains. */
    public static String text(Node value) {
        return value instanceof Node.Scalar scalar && scalar.plain() ? scalar.text() : Json.text(Resolved.node(value));
    }

    /** True when every choice is a number. */
    public boolean numbers() {
        return choices.stream().allMatch(Numbers::isNumber);
    }

    /** A mapping is a distribution with its levels, a list one of choices. */
    public static final class VariationForm implements Form {
        private static final String TRUNCATE = "truncate";
        private static final Set<String> UNBOUNDED = Set.of("normal", "lognormal");

        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == Variation.class;
        }

        @Override
        public Node filled(Node node, Place place) {
            return node;
        }

        @Override
        public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
            if (node instanceof Node.Sequence sequence) {
                return choices(sequence, place, binder);
            }
            if (!(node instanceof Node.Mapping mapping)) {
                return binder.refuse(node, place, DistributionForm.refused(node));
            }
            Node.Mapping design = mapping;
            for (String key : mapping.fields().keySet()) {
                design = Design.KEYS.contains(key) ? design : design.without(key);
            }
            Node.Mapping whole = mapping;
            if (mapping.get(TRUNCATE) == null && !UNBOUNDED.contains(String.valueOf(mapping.text("distribution")))) {
                // A range that reaches too far is a mistake; a tail that does is none.
                Node never = new Node.Scalar("false", true, mapping.position());
                whole = mapping.with(TRUNCATE, new Node.Field(mapping.position(), never));
            }
            Object stated = binder.record(
                    UncertainParameter.class,
                    Defaults.record(UncertainParameter.class, whole),
                    place.path(),
                    null,
                    Design.KEYS);
            Design treated = binder.bind(Design.class, design, place.path());
            return stated == null || treated == null
                    ? null
                    : new Variation((UncertainParameter) stated, treated, List.of());
        }

        private static @Nullable Object choices(Node.Sequence sequence, Place place, RecordBinder binder) {
            List<String> choices = new ArrayList<>();
            for (Node item : sequence.items()) {
                boolean allowed =
                        item instanceof Node.Mapping || item instanceof Node.Scalar scalar && !scalar.isNull();
                String text = text(item);
                if (!allowed || choices.contains(text)) {
                    String wrong = allowed
                            ? "holds " + item.describe() + " twice"
                            : "must list values or policies, not " + item.describe();
                    return binder.refuse(item, place, wrong);
                }
                choices.add(text);
            }
            if (choices.isEmpty()) {
                return binder.refuse(sequence, place, "must list a value or more");
            }
            return new Variation(null, new Design(choices.size(), false), choices);
        }

        @Override
        public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
            catalogue.walk(UncertainParameter.class, null, place.path(), place.scope());
            catalogue.walk(Design.class, null, place.path(), place.scope());
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            if (!schemas.definitions().has("variation")) {
                ObjectNode mapping = schemas.definitions().putObject("variation");
                ObjectNode properties = schemas.object(UncertainParameter.class, mapping, null);
                ObjectNode design = Json.object();
                properties.setAll(schemas.object(Design.class, design, null));
            }
            return SchemaTypes.either(
                    SchemaTypes.reference("variation"),
                    Json.object().put("type", "array").put("minItems", 1));
        }
    }
}
