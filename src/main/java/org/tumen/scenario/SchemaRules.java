package org.tumen.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tumen.declare.SchemaTypes;
import org.tumen.document.Json;

/** Rules of a JSON Schema for a mapping whose keys depend on what one of them says. */
final class SchemaRules {
    private SchemaRules() {}

    /** If a key has a value, the definition holds. */
    static ObjectNode when(String key, String value, String definition) {
        ObjectNode rule = Json.object();
        ObjectNode condition = rule.putObject("if");
        condition.put("type", "object");
        condition.putObject("properties").putObject(key).put("const", value);
        condition.putArray("required").add(key);
        rule.set("then", SchemaTypes.reference(definition));
        return rule;
    }

    /** If a key is absent, because the extended file has it or by default, one of the definitions holds. */
    static ObjectNode without(String key, ArrayNode any) {
        ObjectNode rule = Json.object();
        ObjectNode condition = rule.putObject("if");
        condition.put("type", "object");
        condition.putArray("required").add(key);
        rule.putObject("else").set("anyOf", any);
        return rule;
    }
}
