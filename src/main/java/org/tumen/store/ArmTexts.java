package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tumen.document.Json;
import org.tumen.document.JsonPattern;
import org.tumen.store.part.StoredArm;

/**
 * The scenarios of arms in one form of JSON, arm after arm in their order. Those that are like one before them are made of
 * its text, without reading and writing each.
 */
public final class ArmTexts {
    private final Function<JsonNode, String> writer;
    private final Map<String, JsonNode> whole = new HashMap<>();
    private final Map<String, Optional<JsonPattern>> patterns = new HashMap<>();

    /**
     * Texts in a form.
     *
     * @param writer writes a scenario, which it may change; numbers by themselves as within one
     */
    public ArmTexts(Function<JsonNode, String> writer) {
        this.writer = writer;
    }

    /** The next arm. */
    public String of(StoredArm arm) {
        StoredArm.Likeness like = arm.like();
        if (like != null) {
            Optional<JsonPattern> pattern = pattern(like);
            if (pattern.isPresent()) {
                return pattern.get().with(values(like));
            }
        }
        JsonNode tree = Json.parse(arm.scenario());
        whole.put(arm.name(), tree);
        return writer.apply(tree.deepCopy());
    }

    /**
     * What an arm that is like another is.
     *
     * @throws IllegalArgumentException when no such arm came before it, or it has no numbers at these paths
     */
    String of(StoredArm.Likeness like) {
        return pattern(like)
                .orElseThrow(() -> new IllegalArgumentException("an arm is like " + like.arm() + " but for "
                        + String.join(", ", like.values().keySet()) + ", which is not there"))
                .with(values(like));
    }

    private List<String> values(StoredArm.Likeness like) {
        return like.values().values().stream()
                .map(value -> writer.apply(Json.parse(value)))
                .toList();
    }

    private Optional<JsonPattern> pattern(StoredArm.Likeness like) {
        return patterns.computeIfAbsent(like.arm() + " " + like.values().keySet(), key -> {
            JsonNode first = whole.get(like.arm());
            try {
                return first == null
                        ? Optional.empty()
                        : Optional.of(
                                new JsonPattern(first, List.copyOf(like.values().keySet()), writer));
            } catch (IllegalArgumentException e) {
                // This form leaves out one of the values, or what stands at its path.
                return Optional.empty();
            }
        });
    }
}
