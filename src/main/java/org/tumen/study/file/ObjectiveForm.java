package org.tumen.study.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Form;
import org.tumen.declare.Place;
import org.tumen.declare.SchemaTypes;
import org.tumen.document.Node;
import org.tumen.outcome.Outcome;

/** Weights by outcome; an outcome alone has the weight 1. */
public final class ObjectiveForm implements Form {
    @Override
    public boolean takes(Type type, @Nullable Object scope) {
        return type instanceof ParameterizedType map
                && map.getActualTypeArguments()[0] == Outcome.class
                && map.getActualTypeArguments().length == 2;
    }

    @Override
    public Node filled(Node node, Place place) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            return node;
        }
        Node one = new Node.Scalar("1", true, node.position());
        return new Node.Mapping(Map.of(scalar.text(), new Node.Field(node.position(), one)), node.position());
    }

    @Override
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        return SchemaTypes.either(schemas.type(place.of(Outcome.class)), schemas.plain(place));
    }
}
