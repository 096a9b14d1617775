package org.tumen.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;

/**
 * What is special about values of some type, where the declaration alone does not say how a document becomes one: how it is
 * bound, filled with defaults, written, listed and described by a schema. What a form leaves out is as for any other value.
 *
 * <p>Forms are found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/org.tumen.declare.Form}. They have no state.
 */
public interface Form {
    /** Whether values of a type are of this form in a scope, which is null outside of any. */
    boolean takes(Type type, @Nullable Object scope);

    /** What a document says, with declared defaults wherever it is silent. */
    default Node filled(Node node, Place place) {
        return Defaults.plain(node, place);
    }

    /** The value that a filled document describes; null after noting what is wrong with it. */
    default @Nullable Object bound(Node node, Place place, RecordBinder binder) {
        return binder.plain(node, place);
    }

    /** A value as JSON that reads back to it. */
    default JsonNode written(Object value) {
        return Resolved.plain(value);
    }

    /** What of a written value is worth saying: without what the declaration says already; null when nothing is left. */
    default @Nullable JsonNode brief(JsonNode written, Place place) {
        return Resolved.plainBrief(written, place);
    }

    /** The JSON Schema of the values. */
    default ObjectNode schema(Place place, SchemaTypes schemas) {
        return schemas.plain(place);
    }

    /** Lists the parameters of a value; where it is null, of any value. */
    default void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
        catalogue.plain(value, place);
    }

    /** The record whose components are the parts of a value; null when it has none that could be set. */
    default @Nullable Record parts(Object value) {
        return value instanceof Record parts && Component.declared(parts.getClass()) ? parts : null;
    }

    /** A value with other parts. */
    default Object with(Object value, Record parts) {
        return parts;
    }
}
