package org.tumen.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tumen.declare.ParameterEntry;
import org.tumen.words.Texts;

/** Prints parameters as a table for the terminal. */
public final class ParameterTable {
    private static final int WIDEST = 34;

    private ParameterTable() {}

    public static void print(List<ParameterEntry> entries, PrintWriter out) {
        if (entries.isEmpty()) {
            out.println("no such parameter");
            return;
        }
        boolean values = entries.stream().anyMatch(e -> e.current() != null);
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                values
                        ? List.of("PARAMETER", "VALUE", "DEFAULT", "RANGE", "UNIT", "MEANING")
                        : List.of("PARAMETER", "DEFAULT", "RANGE", "UNIT", "MEANING"));
        for (ParameterEntry entry : entries) {
            rows.add(row(entry, values));
        }
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns - 1; i++) {
                widths[i] = Math.max(widths[i], Math.min(row.get(i).length(), i == 0 ? 70 : WIDEST));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns - 1; i++) {
                line.append(padded(row.get(i), widths[i])).append("  ");
            }
            out.println(line.append(row.get(columns - 1)).toString().stripTrailing());
        }
    }

    private static List<String> row(ParameterEntry entry, boolean values) {
        List<String> row = new ArrayList<>();
        row.add(entry.path());
        if (values) {
            row.add((entry.differs() ? "*" : "") + shown(entry.current() == null ? "" : entry.current()));
        }
        row.add(shown(entry.value()));
        row.add(shown(entry.range().isEmpty() ? entry.type() : entry.range()));
        row.add(entry.unit());
        String policy = entry.policy().isEmpty() || values ? "" : " (policy " + entry.policy() + ")";
        row.add(entry.meaning() + policy);
        return row;
    }

    private static String shown(String text) {
        String visible = Texts.visible(text);
        return visible.length() <= WIDEST ? visible : visible.substring(0, WIDEST - 3) + "...";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
