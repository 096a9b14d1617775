package org.tumen.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tumen.declare.SchemaTypes;
import org.tumen.scenario.actor.RoleKeys;

/**
 * The JSON Schema (draft 2020-12) of scenario files, made of the declarations of parameters; it gives completion and
 * checks in editors. It allows what a file with {@code extends} may leave out; rules across fields, and everything that
 * depends on the extended file, only {@link ScenarioReader} knows.
 */
public final class ScenarioSchema {
    private ScenarioSchema() {}

    public static ObjectNode generate() {
        ObjectNode root = SchemaTypes.root("Tumen scenario", "One world and its policies.");
        SchemaTypes types = new SchemaTypes(Scenario.class);
        types.object(Scenario.class, root, null)
                .putObject("extends")
                .put("type", "string")
                .put("minLength", 1)
                .put("description", "The scenario file that this one builds on, relative to it");
        // What a file that extends another leaves out may stand in that one.
        ArrayNode either = root.putArray("anyOf");
        either.addObject().putArray("required").add("extends");
        ObjectNode alone = either.addObject();
        alone.putArray("required").add("actors");
        ArrayNode needed = alone.putObject("properties")
                .putObject("actors")
                .putObject("additionalProperties")
                .putArray("required");
        needed.add(RoleKeys.ROLE);
        root.set("$defs", types.definitions());
        return root;
    }
}
