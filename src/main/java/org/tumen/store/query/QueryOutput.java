package org.tumen.store.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.words.Csv;
import org.tumen.words.TextTable;

/** Writes the answer to a query. */
public final class QueryOutput {
    private static final int WIDEST = 60;

    private QueryOutput() {}

    /** As an aligned table: numbers to the right, the rest to the left. */
    public static void table(QueryResult result, PrintWriter out) {
        TextTable table =
                new TextTable(result.columns().stream().map(QueryOutput::cell).toArray(String[]::new)).ruled();
        for (int column = 0; column < result.columns().size(); column++) {
            int at = column;
            if (result.rows().stream().allMatch(row -> row.get(at) == null || row.get(at) instanceof Number)) {
                table.numbers(column);
            } else {
                table.words(column);
            }
        }
        result.rows()
                .forEach(row -> table.row(row.stream().map(QueryOutput::cell).toArray(String[]::new)));
        out.print(table);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Double number ? number(number) : value.toString();
        String shown = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.length() <= WIDEST ? shown : shown.substring(0, WIDEST - 1) + "…";
    }

    /** Six significant digits; whole numbers without a point. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toString();
    }

    /** As comma-separated values (RFC 4180) in full precision. */
    public static void csv(QueryResult result, PrintWriter out) {
        Csv csv = Csv.of(distinct(result.columns()));
        result.rows()
                .forEach(row -> csv.row(row.stream().map(QueryOutput::exact).toList()));
        out.print(csv.text());
    }

    /** A number that is none (NaN, infinite) is told from what is missing. */
    private static @Nullable Object exact(@Nullable Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? number.toString() : value;
    }

    /** Names of columns with a number behind those that stood before: an answer may have two of one name. */
    private static List<String> distinct(List<String> columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int i = 2; names.contains(name); i++) {
                name = column + "_" + i;
            }
            names.add(name);
        }
        return names;
    }

    /** As a JSON array of objects. */
    public static void json(QueryResult result, PrintWriter out) {
        ArrayNode rows = Json.array();
        List<String> names = distinct(result.columns());
        for (List<@Nullable Object> values : result.rows()) {
            ObjectNode row = rows.addObject();
            for (int i = 0; i < values.size(); i++) {
                row.set(names.get(i), Json.MAPPER.valueToTree(values.get(i)));
            }
        }
        out.println(rows.toPrettyString());
    }
}
