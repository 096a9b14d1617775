package org.tumen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of findings as a result folder holds them. */
public final class StoredTables {
    private static final JsonMapper JSON = new JsonMapper();

    private StoredTables() {}

    /** The findings of a result. */
    public static JsonNode findings(Path folder) throws IOException {
        return JSON.readTree(folder.resolve("findings.json").toFile());
    }

    /**
     * The rows of a table, each as an object of its columns.
     *
     * @throws IllegalArgumentException when there is no such table
     */
    public static List<ObjectNode> rows(Path folder, String name) throws IOException {
        for (JsonNode section : findings(folder).path("sections")) {
            for (JsonNode block : section.path("blocks")) {
                if (block.at("/table/name").asText().equals(name)) {
                    return rows(block.path("table"));
                }
            }
        }
        throw new IllegalArgumentException(folder + " has no table " + name);
    }

    private static List<ObjectNode> rows(JsonNode table) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode cells : table.path("rows")) {
            ObjectNode row = JSON.createObjectNode();
            for (int i = 0; i < cells.size(); i++) {
                row.set(table.at("/fields/" + i + "/key").asText(), cells.path(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
