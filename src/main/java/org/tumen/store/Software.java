package org.tumen.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.duckdb.DuckDBDriver;
import org.tumen.document.Json;

/** What a result is made by. */
public final class Software {
    private Software() {}

    /** The version of the program, as its jar says; "development" when the classes do not come from a jar. */
    public static String version() {
        String version = Software.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Versions of program, Java, system and DuckDB, for the manifest. */
    static ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("tumen", version());
        node.put("java", System.getProperty("java.version"));
        node.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        node.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        node.put("duckdb", DuckDBDriver.class.getPackage().getImplementationVersion());
        node.put("processors", Runtime.getRuntime().availableProcessors());
        return node;
    }
}
