package org.tumen.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What DuckDB's own limit of memory does not hold. Texts and lists that functions make are allocated past it, for 2,048
 * rows in one step that cannot be stopped; planning cannot be stopped either. So a query is refused before it starts when
 * its parts could multiply: it calls only the {@link QueryFunctions} named there, joins few values to longer ones, names
 * few tables and does not repeat itself. The resident memory of the process is watched besides.
 *
 * <p>One guard judges one query.
 */
final class QueryGuard {
    /** Characters of a query: its constants are the longest texts that it starts from. */
    private static final int LONGEST = 20_000;

    private static final int LONGEST_CONSTANT = 200;

    /** Each value that is joined may double a text of the step before: 256 times 200 characters in 2,048 rows. */
    private static final int MOST_JOINED = 8;

    /** Each table and star may double the columns of the step before. */
    private static final int MOST_TABLES = 12;

    private static final int MOST_STARS = 8;
    private static final int MOST_GROUPINGS = 64;
    private static final long LARGEST_SAMPLE = 100_000;

    /** Beginnings of the names of DuckDB's own tables, which tell of the machine, such as where the parts lie. */
    private static final Pattern SYSTEM = Pattern.compile("(duckdb|pg|pragma|sqlite)_.*");

    private final Set<String> named;
    private int joined;
    private boolean inLambda;
    private int tables;
    private int stars;

    /** @param named the names that the query itself gives to SELECTs, by WITH */
    private QueryGuard(Set<String> named) {
        this.named = named;
    }

    /** @throws QueryException when a query has more characters than one may have */
    static void requireShort(String sql) {
        if (sql.length() > LONGEST) {
            throw new QueryException("a query has at most " + LONGEST + " characters; shorten it", null);
        }
    }

    /**
     * Refuses a parsed query that could outgrow its limits in one step.
     *
     * @param statements the statements as DuckDB's parser sees them
     * @throws QueryException saying what is not allowed and what to write instead
     */
    static void requireBounded(JsonNode statements) {
        Set<String> named = new HashSet<>(ResultViews.NAMES);
        statements
                .findValues("cte_map")
                .forEach(map -> map.path("map")
                        .forEach(entry -> named.add(entry.path("key").asText().toLowerCase(Locale.ROOT))));
        new QueryGuard(named).visit(statements, -1);
    }

    private void table(JsonNode node) {
        String name = node.path("table_name").asText().toLowerCase(Locale.ROOT);
        String place =
                node.path("catalog_name").asText() + node.path("schema_name").asText();
        if (!place.isEmpty() || !named.contains(name) || SYSTEM.matcher(name).matches()) {
            throw refused(
                    "the table " + node.path("table_name").asText(), "ask " + String.join(", ", ResultViews.NAMES));
        }
        tables = counted(
                tables, MOST_TABLES, "more than " + MOST_TABLES + " tables in a query", "ask in several queries");
    }

    /** DESCRIBE and SUMMARIZE carry the SELECT that they are of; lists of tables carry none. */
    private static void shown(JsonNode node) {
        if (!node.path("query").isObject()) {
            throw refused("SHOW", "ask " + String.join(", ", ResultViews.NAMES) + ", or DESCRIBE one of them");
        }
    }

    private void lambda(JsonNode node, int depth) {
        if (inLambda) {
            throw refused("a lambda inside a lambda", "unnest the lists and group instead");
        }
        inLambda = true;
        visit(node.path("expr"), depth);
        inLambda = false;
    }

    /** @param depth how many SELECTs enclose the node; 0 in the outermost */
    private void visit(JsonNode node, int depth) {
        String type = node.path("type").asText();
        int inside = type.endsWith("_NODE") ? depth + 1 : depth;
        switch (node.path("class").asText(type)) {
            case "FUNCTION" -> function(node, depth);
            case "WINDOW" -> window(node);
            case "LAMBDA" -> {
                lambda(node, inside);
                return;
            }
            case "CAST" -> cast(node.path("cast_type"));
            case "CONSTANT" -> constant(node.path("value"));
            case "STAR" ->
                stars = counted(stars, MOST_STARS, "more than " + MOST_STARS + " stars (*)", "name the columns");
            case "BASE_TABLE" -> table(node);
            case "SHOW_REF" -> shown(node);
            case "TABLE_FUNCTION" -> {
                source(node.path("function"), inside);
                return;
            }
            case "SELECT_NODE" -> select(node);
            case "RECURSIVE_CTE_NODE" ->
                throw refused("WITH RECURSIVE", "use range(n) as a table or a window function");
            default -> sample(node);
        }
        for (JsonNode child : node) {
            visit(child, inside);
        }
    }

    private void function(JsonNode call, int depth) {
        String name = name(call);
        if (!QueryFunctions.allowed(name)) {
            throw refused(
                    "the function " + name, "an argument may decide how much memory it takes, or it is not known here");
        }
        JsonNode arguments = call.path("children");
        if (QueryFunctions.COLLECTING.contains(name) && depth > 0) {
            throw refused(
                    name + " inside a subquery or WITH",
                    "call it in the outermost SELECT, where its value is the answer");
        }
        if (QueryFunctions.JOINING.contains(name)) {
            for (JsonNode argument : arguments) {
                // What is itself a join has been counted with its own arguments.
                if (!isConstant(argument) && !QueryFunctions.JOINING.contains(name(argument))) {
                    joined = counted(
                            joined,
                            MOST_JOINED,
                            "joining more than " + MOST_JOINED + " values to texts or lists",
                            "return them as columns");
                }
            }
        }
        if (QueryFunctions.PATTERNED.contains(name) && !isConstant(arguments.path(1))) {
            throw refused(name + " with a computed pattern", "write the pattern as a constant");
        }
        replacement(name, arguments);
        plural(name, arguments.size());
    }

    /** A replacement may not lengthen the text, or two of them multiply. */
    private static void replacement(String name, JsonNode arguments) {
        String by = text(arguments.path(2));
        if (name.equals("replace")
                && !(isConstant(arguments.path(1))
                        && isConstant(arguments.path(2))
                        && by.length() <= text(arguments.path(1)).length())) {
            throw refused(
                    "replace that may lengthen the text", "give constants, the new one not longer than the old one");
        }
        if (name.equals("regexp_replace") && !(isConstant(arguments.path(2)) && by.matches("|\\\\\\d"))) {
            throw refused("regexp_replace that may lengthen the text", "replace by '' or by one group such as '\\1'");
        }
    }

    private static void plural(String name, int arguments) {
        if (QueryFunctions.PLURAL_FROM_TWO.contains(name) && arguments > 1
                || QueryFunctions.PLURAL_FROM_THREE.contains(name) && arguments > 2) {
            throw refused(name + " with a number of values", "use ORDER BY and LIMIT");
        }
    }

    private static void window(JsonNode call) {
        String name = name(call);
        if (!QueryFunctions.allowed(name) || QueryFunctions.COLLECTING.contains(name)) {
            throw refused(name + " over a window", "use it with GROUP BY, or another function");
        }
        plural(name, call.path("children").size());
    }

    private void source(JsonNode call, int depth) {
        String name = name(call);
        if (!QueryFunctions.SOURCES.contains(name)) {
            throw refused(
                    "the table function " + name, "ask the tables of the result; range and unnest are there besides");
        }
        tables = counted(
                tables, MOST_TABLES, "more than " + MOST_TABLES + " tables in a query", "ask in several queries");
        for (JsonNode argument : call.path("children")) {
            visit(argument, depth);
        }
    }

    private static void cast(JsonNode to) {
        String id = to.path("id").asText();
        if (!QueryFunctions.CASTS.contains(id)) {
            throw refused("a cast to " + id, "cast to a number, VARCHAR, BOOLEAN, a date or a time");
        }
    }

    private static void constant(JsonNode value) {
        if (value.path("value").asText().length() > LONGEST_CONSTANT) {
            throw refused("a constant of more than " + LONGEST_CONSTANT + " characters", "shorten it");
        }
    }

    private static void select(JsonNode node) {
        if (node.path("group_sets").size() > MOST_GROUPINGS) {
            throw refused("grouping by more than " + MOST_GROUPINGS + " sets", "name fewer columns in CUBE or ROLLUP");
        }
        sample(node);
    }

    private static void sample(JsonNode node) {
        if (node.path("sample").path("sample_size").path("value").asDouble() > LARGEST_SAMPLE) {
            throw refused("a sample of more than " + LARGEST_SAMPLE + " rows", "take fewer, or a LIMIT");
        }
    }

    private static int counted(int before, int most, String what, String instead) {
        if (before == most) {
            throw refused(what, instead);
        }
        return before + 1;
    }

    private static boolean isConstant(JsonNode node) {
        return node.path("class").asText().equals("CONSTANT");
    }

    private static String text(JsonNode constant) {
        return constant.path("value").path("value").asText();
    }

    private static String name(JsonNode call) {
        return call.path("function_name").asText().toLowerCase(Locale.ROOT);
    }

    private static QueryException refused(String what, String instead) {
        return new QueryException(what + " is not allowed in a query: " + instead);
    }
}
