package org.tumen.declare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.document.Node;

/** A record that may be written short: a word alone stands for a mapping with that word under one key. */
public abstract class ShortForm implements Form {
    private final Class<? extends Record> record;
    private final String key;

    /** A short form of a record by one of its keys. */
    protected ShortForm(Class<? extends Record> record, String key) {
        this.record = record;
        this.key = key;
    }

    @Override
    public boolean takes(Type type, @Nullable Object scope) {
        return type == record;
    }

    @Override
    public Node filled(Node node, Place place) {
        Node whole = node instanceof Node.Scalar scalar && !scalar.isNull()
                ? new Node.Mapping(Map.of(key, new Node.Field(node.position(), node)), node.position())
                : node;
        return Defaults.plain(whole, place);
    }

    @Override
    public ObjectNode schema(Place place, SchemaTypes schemas) {
        return SchemaTypes.either(Json.object().put("type", "string"), schemas.plain(place));
    }
}
