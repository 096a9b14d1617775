package org.tumen.summary;

import com.fasterxml.jackson.databind.JsonNode;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;

/**
 * An arm of a stored result.
 *
 * @param reader the result
 * @param stored its name in the result
 * @param name its name in texts
 */
public record ResultArm(ResultReader reader, String stored, String name) {
    /** How many runs on end share a draw of its uncertain parameters; 1 where it draws nothing. */
    public int replicates() {
        return SharedPoints.replicates(reader, stored);
    }

    /** Its resolved scenario. */
    JsonNode scenario() {
        return reader.identity().arms().stream()
                .filter(arm -> arm.name().equals(stored))
                .map((StoredArm arm) -> ArmFacts.tree(arm))
                .findFirst()
                .orElseThrow();
    }
}
