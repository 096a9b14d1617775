package org.tumen.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tumen.document.JsonTree;
import org.tumen.document.JsonWords;
import org.tumen.document.Paths;
import org.tumen.document.Position;
import org.tumen.outcome.Outcome;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

/** Reads what requests carry, strictly. */
final class Requests {
    /** The largest body, in bytes. */
    static final int MAX_BODY = 128 * 1024;

    static final int MAX_OVERRIDES = 300;
    static final int MAX_VALUE = 4_000;

    private Requests() {}

    /** A scenario with changes. */
    record Chosen(@Nullable String scenario, @Nullable Map<String, String> overrides) {}

    /** A batch. */
    record Batch(
            @Nullable String scenario,
            @Nullable Map<String, String> overrides,

            @Body.Within(min = 2, max = Batches.MAX_RUNS) @Nullable
            Long runs,

            @Nullable Long seed) {
        /** The changes of the scenario. */
        Map<String, String> changes() {
            return overrides == null ? Map.of() : overrides;
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
                        + (known.isEmpty() ? "" : "; " + Nearest.suggestion(key, new TreeSet<>(known))));
            }
            if (values.size() > 1) {
                throw RequestRefusedException.bad(key + " is given " + values.size() + " times");
            }
        });
    }

    /** The changes of a scenario that a parameter holds; null for none. */
    static @Nullable Map<String, String> overrides(@Nullable String text) {
        return text == null || text.isBlank() ? null : Body.texts(text.getBytes(StandardCharsets.UTF_8), "overrides");
    }

    /** That a request has no body, or an empty object. */
    static void nothing(Context ctx) {
        if (ctx.bodyAsBytes().length > 0) {
            body(ctx, Nothing.class);
        }
    }

    static <T extends Record> T body(Context ctx, Class<T> type) {
        return Body.read(ctx.bodyAsBytes(), type);
    }

    /** A whole number in the query, within bounds. */
    static long number(Context ctx, String key, long fallback, long min, long max) {
        String text = ctx.queryParam(key);
        if (text == null) {
            return fallback;
        }
        if (text.matches("-?[0-9]{1,19}")) {
            BigInteger value = new BigInteger(text);
            if (value.compareTo(BigInteger.valueOf(min)) >= 0 && value.compareTo(BigInteger.valueOf(max)) <= 0) {
                return value.longValue();
            }
        }
        throw RequestRefusedException.bad(
                key + " must be a whole number from " + min + " to " + max + ", not " + Texts.quoted(text));
    }

    static Outcome outcome(@Nullable String key) {
        return key == null
                ? Outcome.MEAN_STABILITY
                : Outcome.byKey(key)
                        .orElseThrow(() -> RequestRefusedException.bad("there is no outcome " + Texts.brief(key) + "; "
                                + Nearest.suggestion(
                                        key,
                                        Outcome.all().stream().map(Outcome::key).toList())));
    }

    static String need(@Nullable String value, String key) {
        if (value == null || value.isBlank()) {
            throw RequestRefusedException.bad(key + " is missing");
        }
        return value;
    }

    /**
     * Reads JSON of a request into a record whose components are the keys that are allowed, and tells everything that is wrong with
     * it at once: the line and column where it is no JSON, else the key, what is allowed there and what was found.
     */
    static final class Body {
        /** The least and the greatest that a whole number may be. */
        @Retention(RetentionPolicy.RUNTIME)
        @interface Within {
            long min();

            long max();
        }

        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        /** Of what is wrong, so much is told. */
        private static final int MOST = 20;

        private static final Position NOWHERE = new Position("", 0);

        /** What it is of, as messages say it. */
        private final String what;

        private final List<String> problems = new ArrayList<>();

        private Body(String what) {
            this.what = what;
        }

        /** A record of the object that a text holds. */
        static <T extends Record> T read(byte[] json, Class<T> type) {
            Body body = new Body("the body");
            JsonNode read = body.parsed(json);
            RecordComponent[] components = type.getRecordComponents();
            List<String> allowed =
                    Arrays.stream(components).map(RecordComponent::getName).toList();
            if (!read.isObject()) {
                throw body.refused("the body must be a JSON object"
                        + (allowed.isEmpty() ? " without keys" : " of " + Texts.listed(allowed)) + ", not "
                        + described(read));
            }
            read.fieldNames().forEachRemaining(key -> {
                if (!allowed.contains(key)) {
                    body.problems.add(key(key) + ": unknown key; " + Nearest.suggestion(key, allowed));
                }
            });
            Object[] values = Arrays.stream(components)
                    .map(c -> read.has(c.getName()) ? body.value(read.get(c.getName()), c) : null)
                    .toArray();
            body.requireSound();
            try {
                Class<?>[] types =
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record of a request has its components as a constructor", e);
            }
        }

        /** The texts of the object that a parameter of a query holds. */
        static Map<String, String> texts(byte[] json, String name) {
            Body body = new Body(name);
            JsonNode read = body.parsed(json);
            Map<String, String> texts = body.texts(read, "");
            body.requireSound();
            return texts;
        }

        private JsonNode parsed(byte[] json) {
            try {
                // As text, so that columns count characters.
                JsonNode read = JSON.readTree(
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
                if (read != null && !read.isMissingNode()) {
                    return read;
                }
            } catch (JsonProcessingException e) {
                throw refused(what + " is not valid JSON: " + where(e) + JsonWords.told(e));
            } catch (CharacterCodingException e) {
                throw refused(what + " is not valid JSON: it is not UTF-8");
            }
            throw refused(what + " is empty; a JSON object is expected");
        }

        private static String where(JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return at == null || at.getLineNr() < 1
                    ? ""
                    : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        }

        private @Nullable Object value(JsonNode found, RecordComponent component) {
            String key = component.getName();
            Class<?> type = component.getType();
            if (type == Map.class) {
                return texts(found, key);
            }
            Within within = component.getAnnotation(Within.class);
            long min = within == null ? Long.MIN_VALUE : within.min();
            long max = within == null ? Long.MAX_VALUE : within.max();
            boolean fits = type == String.class
                    ? found.isTextual()
                    : type == Long.class
                            ? found.isIntegralNumber()
                                    && found.canConvertToLong()
                                    && found.longValue() >= min
                                    && found.longValue() <= max
                            : found.isObject();
            if (!fits) {
                String allowed = type == String.class
                        ? "a text"
                        : type == Long.class ? "a whole number from " + min + " to " + max : "a JSON object";
                wrong(key, allowed, found);
                return null;
            }
            return type == String.class ? found.textValue() : type == Long.class ? (Object) found.longValue() : found;
        }

        private Map<String, String> texts(JsonNode found, String path) {
            Map<String, String> texts = new LinkedHashMap<>();
            if (!found.isObject()) {
                wrong(path, "a JSON object of paths and texts", found);
            }
            for (Map.Entry<String, JsonNode> entry : found.properties()) {
                if (entry.getValue().isTextual()) {
                    texts.put(entry.getKey(), entry.getValue().textValue());
                } else {
                    wrong(Paths.under(path, entry.getKey()), "a text, in quotation marks", entry.getValue());
                }
            }
            return texts;
        }

        private void wrong(String path, String allowed, JsonNode found) {
            String where = path.isEmpty() ? what : key(path);
            problems.add(where + (path.isEmpty() ? " must be " : ": must be ") + allowed + ", not " + described(found));
        }

        private static String key(String path) {
            return Texts.brief(path);
        }

        private static String described(JsonNode found) {
            return found.isObject() ? "an object" : JsonTree.of(found, NOWHERE).describe();
        }

        private void requireSound() {
            if (!problems.isEmpty()) {
                throw refused(
                        problems.size() == 1
                                ? problems.get(0).startsWith(what)
                                        ? problems.get(0)
                                        : what + " is wrong: " + problems.get(0)
                                : what + " is wrong in " + problems.size() + " places");
            }
        }

        private RequestRefusedException refused(String message) {
            return new RequestRefusedException(
                    400,
                    message,
                    problems.size() > 1 ? problems.subList(0, Math.min(MOST, problems.size())) : List.of());
        }
    }
}
