package org.tumen.declare;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;

/**
 * The list of all parameters of a record, made of their declarations: of any such record, where all that may stand in it is
 * listed, or of one, with what stands in it.
 */
public final class ParameterCatalogue {
    private final List<ParameterEntry> entries = new ArrayList<>();
    private String variant = "";
    private boolean declared;

    private final Parameter.@Nullable Basis usual;

    private ParameterCatalogue(Class<?> type) {
        usual = type.getAnnotation(Parameter.Basis.class);
    }

    /** All parameters that a record of a type can have. */
    public static List<ParameterEntry> declared(Class<? extends Record> type) {
        return declared(type, "");
    }

    /** The same of a record that stands at a path. */
    public static List<ParameterEntry> declared(Class<? extends Record> type, String path) {
        ParameterCatalogue catalogue = new ParameterCatalogue(type);
        catalogue.walk(type, null, path, null);
        return List.copyOf(catalogue.entries);
    }

    /** The parameters of a record with their values. */
    public static List<ParameterEntry> of(Record holder) {
        ParameterCatalogue catalogue = new ParameterCatalogue(holder.getClass());
        catalogue.walk(holder.getClass(), holder, "", null);
        return List.copyOf(catalogue.entries);
    }

    /** Lists the components of a record, or of any record of the type. */
    public void walk(Class<?> type, @Nullable Record holder, String path, @Nullable Object scope) {
        boolean before = declared;
        declared = holder == null;
        for (Component component : Component.of(type)) {
            Place below = Place.of(component, path.isEmpty() ? component.key() : path + "." + component.key(), scope);
            Forms.of(below).list(holder == null ? null : component.of(holder), below, this);
        }
        declared = before;
    }

    /** Whether all that may stand at a place is to be listed, not what stands there. */
    public boolean declared() {
        return declared;
    }

    /** Lists the components of a record that belong to some types of policy only. */
    public void walk(Class<?> type, @Nullable Record holder, Place place, String only) {
        String before = variant;
        variant = only;
        walk(type, holder, place.path(), place.scope());
        variant = before;
    }

    /** The types of policy whose parameters are listed; empty outside of any. */
    public String variant() {
        return variant;
    }

    void plain(@Nullable Object value, Place place) {
        if (place.type() instanceof Class<?> raw && raw.isRecord()) {
            walk(raw, value instanceof Record section ? section : null, place.path(), place.scope());
            return;
        }
        leaf(value, place, kind(place.type()), allowed(place));
        if (declared
                && place.type() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            walk(element, null, place.path() + "[]", place.scope());
        }
        if (declared
                && place.type() instanceof ParameterizedType generic
                && generic.getActualTypeArguments().length == 2
                && generic.getActualTypeArguments()[1] instanceof Class<?> element
                && element.isRecord()) {
            Place entry = place.entry(element, place.path() + ".<name>");
            Forms.of(entry).list(null, entry, this);
        }
    }

    /** Lists a value as one parameter, with its kind and what is allowed beyond kind and range, in words. */
    public void leaf(@Nullable Object value, Place place, String kind, String allowed) {
        Parameter declaration = place.declaration();
        entries.add(new ParameterEntry(
                place.path(),
                variant,
                kind,
                text(Resolved.node(Defaults.value(declaration.value()))),
                value == null ? null : text(Resolved.value(value)),
                "",
                declaration.min(),
                declaration.max(),
                declaration.unit(),
                declaration.meaning(),
                place.basis(usual),
                declaration.prior(),
                place.priorBasis(usual),
                declaration.example(),
                allowed));
    }

    /** Lists a word that a form reads beside the components of a record. */
    public void word(String path, String value, @Nullable String current, String meaning, List<String> words) {
        entries.add(new ParameterEntry(path, variant, "word", value, current, meaning, String.join(", ", words)));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : Json.text(value);
    }

    private static String allowed(Place place) {
        Parameter declaration = place.declaration();
        return declaration.allowed().isEmpty() && place.type() instanceof Class<?> raw && raw.isEnum()
                ? String.join(", ", Scalars.constants(raw, declaration))
                : declaration.allowed();
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1 ? "list of " + kind(arguments[0]) : "map to " + kind(arguments[1]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == double.class || raw == Double.class) {
            return "number";
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return "whole number";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "true or false";
        }
        if (raw == LocalDate.class) {
            return "date";
        }
        if (raw == MonthDay.class) {
            return "month and day";
        }
        if (raw.isRecord()) {
            return "mapping";
        }
        return raw.isEnum() ? "word" : "text";
    }
}
