package org.tumen.cli.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.query.QueryResult;
import org.tumen.words.Csv;

/** Writes the answer to a query. */
public final class QueryOutput {
    private static final int WIDEST = 60;

    private QueryOutput() {}

    /** As an aligned table: numbers to the right, the rest to the left. */
    public static void table(QueryResult result, PrintWriter out) {
        int width = result.columns().size();
        List<List<String>> cells = new ArrayList<>();
        cells.add(result.columns());
        result.rows()
                .forEach(row -> cells.add(row.stream().map(QueryOutput::cell).toList()));
        int[] widths = new int[width];
        boolean[] numeric = new boolean[width];
        for (int column = 0; column < width; column++) {
            int at = column;
            widths[column] =
                    cells.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            numeric[column] =
                    result.rows().stream().allMatch(row -> row.get(at) == null || row.get(at) instanceof Number);
        }
        for (int i = 0; i < cells.size(); i++) {
            line(cells.get(i), widths, numeric, out);
            if (i == 0) {
                List<String> rule = new ArrayList<>();
                for (int w : widths) {
                    rule.add("-".repeat(w));
                }
                line(rule, widths, numeric, out);
            }
        }
    }

    private static void line(List<String> cells, int[] widths, boolean[] numeric, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.println(line.toString().stripTrailing());
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
        ArrayNode rows = Json.MAPPER.createArrayNode();
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
