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

    /** What it is in the result. */
    public StoredArm arm() {
        return reader.identity().arms().stream()
                .filter(arm -> arm.name().equals(stored))
                .findFirst()
                .orElseThrow();
    }

    /** Its resolved scenario. */
    JsonNode scenario() {
        return ArmFacts.tree(arm());
    }
}
