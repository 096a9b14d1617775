package org.tumen.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.words.Texts;

/** Reads what requests carry, strictly. */
final class Requests {
    /** The largest body, in bytes. */
    static final int MAX_BODY = 128 * 1024;

    static final int MAX_OVERRIDES = 300;
    static final int MAX_VALUE = 4_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
            .build();

    private Requests() {}

    /** A scenario with changes. */
    record Chosen(@Nullable String scenario, @Nullable Map<String, @Nullable String> overrides) {}

    /** A batch. */
    record Batch(
            @Nullable String scenario,
            @Nullable Map<String, @Nullable String> overrides,
            @Nullable Integer runs,
            @Nullable Long seed) {
        /** The changes of the scenario; those without a value are refused before. */
        Map<String, String> changes() {
            Map<String, String> changes = new LinkedHashMap<>();
            if (overrides != null) {
                overrides.forEach((path, value) -> changes.put(path, String.valueOf(value)));
            }
            return Collections.unmodifiableMap(changes);
        }
    }

    /** A study that a form holds. */
    record Draft(@Nullable String name, @Nullable JsonNode document) {}

    /** A study that is to run, as one of its kinds. */
    record Begun(@Nullable String study, @Nullable String kind) {}

    /** A question in SQL. */
    record Question(@Nullable String result, @Nullable String sql) {}

    /** Nothing, where a request has only to be sent. */
    record Nothing() {}

    /** The parameters of the query that an address takes, as openapi.yaml lists them. */
    static Set<String> parameters(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "trace" -> Set.of("batch", "scenario", "overrides", "run", "outcome", "seed", "flip");
            case "continuations" -> Set.of("batch", "scenario", "overrides", "run", "seed", "flip", "count");
            case "comparison" -> Set.of("baseline");
            case "findings" -> Set.of("known");
            case "results" -> Set.of("studies");
            case "bin" -> Set.of("outcome", "bin");
            default -> Set.of();
        };
    }

    /** Refuses parameters of the query that would be passed over. */
    static void requireKnown(Context ctx) {
        Set<String> known = parameters(ctx.path());
        ctx.queryParamMap().forEach((key, values) -> {
            if (!known.contains(key)) {
                throw RequestRefusedException.bad("this address takes no parameter " + Texts.brief(key)
                        + (known.isEmpty() ? "" : "; allowed: " + String.join(", ", new TreeSet<>(known))));
            }
            if (values.size() > 1) {
                throw RequestRefusedException.bad(key + " is given " + values.size() + " times");
            }
        });
    }

    /** The changes of a scenario that a parameter holds; null for none. */
    static @Nullable Map<String, @Nullable String> overrides(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Map<String, @Nullable String> read =
                    JSON.readValue(text, new TypeReference<Map<String, @Nullable String>>() {});
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw RequestRefusedException.bad("overrides must be a JSON object of paths and texts, each path once");
        }
        throw RequestRefusedException.bad("overrides must be a JSON object of paths and texts, not null");
    }

    /** That a request has no body, or an empty object. */
    static void nothing(Context ctx) {
        if (ctx.bodyAsBytes().length > 0) {
            body(ctx, Nothing.class);
        }
    }

    static <T> T body(Context ctx, Class<T> type) {
        try {
            T read = JSON.readValue(ctx.bodyAsBytes(), type);
            if (read == null) {
                throw RequestRefusedException.bad("the body must be a JSON object");
            }
            return read;
        } catch (JsonProcessingException e) {
            if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
                throw RequestRefusedException.bad("the body is not the JSON that is expected: it is nested more than "
                        + StreamReadConstraints.DEFAULT_MAX_DEPTH + " deep, or has a number of more than "
                        + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits");
            }
            String what = e.getOriginalMessage().lines().findFirst().orElse("");
            int end = what.indexOf(" (");
            throw RequestRefusedException.bad("the body is not the JSON that is expected: " + where(e)
                    + (end < 0 ? what : what.substring(0, end)).replaceAll("\"org\\.tumen[^\"]*\"|`[^`]*`", "value"));
        } catch (IOException e) {
            throw RequestRefusedException.bad("the body could not be read");
        }
    }

    /** The keys that lead to what is wrong, where that is known. */
    private static String where(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)
                || mapping instanceof PropertyBindingException
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return "at "
                + mapping.getPath().stream()
                        .map(step -> Texts.brief(String.valueOf(step.getFieldName())))
                        .collect(Collectors.joining("."))
                + ": ";
    }

    /** A whole number in the query, within bounds. */
    static long number(Context ctx, String key, long fallback, long min, long max) {
        String text = ctx.queryParam(key);
        if (text == null) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max && !text.startsWith("+")) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw RequestRefusedException.bad(key + " must be a whole number from " + min + " to " + max);
        }
        throw RequestRefusedException.bad(key + " must be a whole number from " + min + " to " + max);
    }

    static Outcome outcome(@Nullable String key) {
        return key == null
                ? Outcome.MEAN_STABILITY
                : Outcome.byKey(key).orElseThrow(() -> RequestRefusedException.bad("there is no outcome of that name"));
    }

    static String need(@Nullable String value, String key) {
        if (value == null || value.isBlank()) {
            throw RequestRefusedException.bad(key + " is missing");
        }
        return value;
    }
}
