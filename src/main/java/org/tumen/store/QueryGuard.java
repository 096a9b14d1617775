package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What DuckDB's own limit of memory does not hold: values whose size an argument decides are allocated past it and in one
 * step that cannot be stopped, so the functions that make them are refused; and the resident memory of the process is
 * watched, so that a query whose values grow step by step is stopped.
 */
final class QueryGuard {
    private static final Set<String> SIZED_BY_ARGUMENT = Set.of(
            "repeat",
            "lpad",
            "rpad",
            "range",
            "generate_series",
            "list_resize",
            "array_resize",
            "bar",
            "bitstring",
            "format",
            "printf");
    private static final Path STATM = Path.of("/proc/self/statm");
    private static final long PAGE = 4096;

    private QueryGuard() {}

    /**
     * Refuses a parsed query that calls such a function; as sources of rows, range and generate_series may stand.
     *
     * @throws QueryException naming the function
     */
    static void requireBounded(JsonNode parsed) {
        boolean source = parsed.path("type").asText().equals("TABLE_FUNCTION");
        String name = parsed.path("function_name").asText("").toLowerCase(Locale.ROOT);
        if (SIZED_BY_ARGUMENT.contains(name)) {
            throw new QueryException(
                    "the function " + name + " is not allowed: an argument decides how much memory it takes", null);
        }
        for (JsonNode child : source ? parsed.path("function").path("children") : parsed) {
            requireBounded(child);
        }
    }

    /** The resident memory of this process in bytes; 0 where the system does not say. */
    static long resident() {
        try {
            return Files.isReadable(STATM)
                    ? Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE
                    : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
