package org.tumen.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.store.part.Database;

/**
 * A statement {@code PIVOT source ON column USING ...} that does not say which values become columns. DuckDB makes a type
 * of them first, which is more than one SELECT; here the values are asked for by a SELECT of its own and written into the
 * statement, and each of the two is judged like any other query.
 *
 * @param source what is pivoted
 * @param columns the expressions after ON
 * @param rest from USING, GROUP BY, ORDER BY or LIMIT on
 */
record QueryPivot(String source, List<String> columns, String rest) {
    static final int MOST_VALUES = 200;

    /** What is skipped as a whole, and the words and signs that structure the statement. */
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[A-Za-z_]\\w*|[(\\[{]|[)\\]}]|[,;]",
            Pattern.DOTALL);

    /** The parts of a PIVOT that stands alone; null when the text is no such statement. */
    static @Nullable QueryPivot of(String sql) {
        Matcher token = TOKEN.matcher(sql);
        int depth = 0;
        int from = -1;
        int on = -1;
        List<Integer> cuts = new ArrayList<>();
        int end = sql.length();
        while (token.find()) {
            String word = token.group().toUpperCase(Locale.ROOT);
            if (word.matches("[(\\[{]")) {
                depth++;
            } else if (word.matches("[)\\]}]")) {
                depth--;
            } else if (depth == 0 && from < 0 && !word.startsWith("--") && !word.startsWith("/*")) {
                if (!word.equals("PIVOT")) {
                    return null;
                }
                from = token.end();
            } else if (depth == 0 && on < 0 && word.equals("ON")) {
                cuts.add(token.start());
                on = token.end();
            } else if (depth == 0 && on >= 0 && word.equals(",")) {
                cuts.add(token.start());
            } else if (depth == 0 && (word.equals(";") || on >= 0 && word.matches("USING|GROUP|ORDER|LIMIT"))) {
                end = token.start();
                break;
            }
        }
        return on < 0
                ? null
                : new QueryPivot(
                        sql.substring(from, cuts.get(0)).strip(), columns(sql, on, cuts, end), sql.substring(end));
    }

    private static List<String> columns(String sql, int on, List<Integer> cuts, int end) {
        List<String> columns = new ArrayList<>();
        int start = on;
        for (int cut : cuts.subList(1, cuts.size())) {
            columns.add(sql.substring(start, cut).strip());
            start = cut + 1;
        }
        columns.add(sql.substring(start, end).strip());
        return columns;
    }

    /**
     * The statement with its values.
     *
     * @param values the values of a SELECT of one column, as texts
     * @throws QueryException when there are more of them than a table may have columns
     */
    String complete(Function<String, List<String>> values) {
        List<String> complete = new ArrayList<>();
        for (String column : columns) {
            if (column.matches("(?is).*\\sIN\\s*\\(.*")) {
                complete.add(column);
                continue;
            }
            String text = "CAST((" + column + ") AS VARCHAR)";
            List<String> found = values.apply("SELECT DISTINCT " + text + " AS pivoted FROM " + source + " WHERE ("
                    + column + ") IS NOT NULL ORDER BY pivoted LIMIT " + (MOST_VALUES + 1));
            if (found.isEmpty() || found.size() > MOST_VALUES) {
                throw new QueryException(
                        "PIVOT ON " + column + " has "
                                + (found.isEmpty() ? "no value" : "more than " + MOST_VALUES + " values")
                                + "; name those that become columns: ON " + column + " IN (...)",
                        null);
            }
            complete.add(text + " IN ("
                    + String.join(", ", found.stream().map(Database::text).toList()) + ")");
        }
        return "PIVOT " + source + " ON " + String.join(", ", complete) + " " + rest;
    }
}
