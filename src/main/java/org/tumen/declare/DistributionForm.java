package org.tumen.declare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.document.Node;

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
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        ObjectNode values = Json.object().put("type", "array");
        values.putObject("items").put("type", "number");
        return SchemaTypes.either(schemas.plain(place), values);
    }
}
