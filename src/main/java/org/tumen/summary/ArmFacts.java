package org.tumen.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.document.Json;
import org.tumen.store.part.StoredArm;

/**
 * What a report says of an arm besides its outcomes, read from its resolved scenario.
 *
 * @param description the question it asks
 * @param start the first day of week 0
 * @param warners the labels of the warners
 * @param crisisOn tension at which a crisis begins
 * @param crisisOff tension at which it ends
 */
public record ArmFacts(String description, LocalDate start, List<String> warners, double crisisOn, double crisisOff) {
    /** Reads them from the resolved scenario of an arm. */
    public static ArmFacts of(StoredArm arm) {
        JsonNode tree = tree(arm);
        JsonNode crisis = tree.path("region").path("crisis");
        List<String> warners = new ArrayList<>();
        for (Map.Entry<String, JsonNode> actor : tree.path("actors").properties()) {
            if (actor.getValue().path("role").asText().equals("warner")) {
                warners.add(actor.getValue().path("label").asText(actor.getKey()));
            }
        }
        return new ArmFacts(
                tree.path("description").asText(""),
                LocalDate.parse(tree.path("start").asText()),
                List.copyOf(warners),
                crisis.path("enter").asDouble(),
                crisis.path("leave").asDouble());
    }

    /** The resolved scenario as a tree. */
    public static JsonNode tree(StoredArm arm) {
        try {
            return Json.MAPPER.readTree(arm.scenario());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the stored scenario of " + arm.name() + " is not JSON", e);
        }
    }
}
