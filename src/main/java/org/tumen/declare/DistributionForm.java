package org.tumen.declare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.words.Texts;

/** A distribution: a mapping, or a list of the values that are all as probable. */
public final class DistributionForm implements Form {
    @Override
    public boolean takes(Type type, @Nullable Object scope) {
        return type == UncertainParameter.class;
    }

    @Override
    public Node filled(Node node, Place place) {
        if (!(node instanceof Node.Sequence values)) {
            return Defaults.plain(node, place);
        }
        Node kind = new Node.Scalar("discrete", true, node.position());
        Node.Mapping stated = new Node.Mapping(Map.of(), node.position())
                .with("distribution", new Node.Field(node.position(), kind))
                .with("values", new Node.Field(node.position(), values));
        return Defaults.plain(stated, place);
    }

    @Override
    public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
        if (node instanceof Node.Mapping mapping) {
            for (UncertainParameter.Kind kind : UncertainParameter.Kind.values()) {
                // One number is the shape of a beta distribution, which is called as that is.
                Node numbers = mapping.get(Texts.key(kind));
                if (numbers != null && !(numbers instanceof Node.Scalar)) {
                    return binder.refuse(node, place, "has a kind for a key; write " + kind.example());
                }
            }
        }
        return node instanceof Node.Scalar ? binder.refuse(node, place, refused(node)) : binder.plain(node, place);
    }

    /** What to say of a single value where a distribution is meant. */
    public static String refused(Node node) {
        String wrong =
                "must be a distribution, such as {from: 0.2, to: 0.8}, or a list of values, not " + node.describe();
        boolean declared = node instanceof Node.Scalar scalar && scalar.text().equals("prior");
        return declared
                ? wrong
                        + "; the word prior stands for the declared one among the parameters of a calibration alone, and"
                        + " a scenario names those that it draws under uncertainties.priors"
                : wrong;
    }

    @Override
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        ObjectNode values = Json.object().put("type", "array");
        values.putObject("items").put("type", "number");
        return SchemaTypes.either(schemas.plain(place), values);
    }
}
