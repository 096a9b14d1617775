package org.tumen.findings;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.words.Numbers;
import org.tumen.words.TerminalWidth;
import org.tumen.words.TextTable;
import org.tumen.words.Texts;

/** Findings as the text of a terminal: the answer first, then sections; details only when asked for. */
public final class FindingsText {
    /** Stands in commands for the folder that holds the result: findings do not know where they lie. */
    public static final String RESULT = "RESULT";

    private FindingsText() {}

    /**
     * Prints findings.
     *
     * @param details whether sections and tables of details are printed too
     * @param result where they lie, as a shell takes it, told in place of {@link #RESULT}
     */
    public static void print(Findings findings, boolean details, String result, PrintWriter out) {
        out.println();
        out.println(wrapped(findings.name() + ": " + findings.facts()));
        if (!findings.question().isBlank()) {
            out.println(wrapped(findings.question().strip().replaceAll("\\s+", " ")));
        }
        findings.answer().forEach(sentence -> {
            out.println();
            out.println(wrapped(sentence));
        });
        int spared = 0;
        for (Findings.Section section : findings.sections()) {
            if (section.detail() && !details) {
                spared++;
                continue;
            }
            StringWriter blocks = new StringWriter();
            PrintWriter inside = new PrintWriter(blocks);
            for (Block block : section.blocks()) {
                spared += print(block, details, result, inside) ? 0 : 1;
            }
            // A section of charts alone has nothing to say here.
            if (!blocks.toString().isEmpty()) {
                out.println();
                out.println(section.title());
                out.print(blocks);
            }
        }
        if (spared > 0) {
            out.println();
            out.println("More stands in the report; --details prints it here.");
        }
        out.flush();
    }

    /** Prints a block; false when it was spared. */
    private static boolean print(Block block, boolean details, String result, PrintWriter out) {
        if (block.detail() && !details) {
            return false;
        }
        if (block instanceof Block.Text text) {
            out.println();
            out.println(wrapped(text.text()));
        } else if (block instanceof Block.Command command) {
            out.println();
            out.println("    " + command.text().replace(RESULT, result));
        } else if (block instanceof Block.Rows rows) {
            out.println();
            return table(rows, details ? Integer.MAX_VALUE : rows.most(), out);
        }
        return true;
    }

    private static String wrapped(String text) {
        return Texts.wrapped(text, TerminalWidth.ofSentences());
    }

    /** Prints the first rows of a table, and of a long one the first columns, as many as fit; whether that is all. */
    private static boolean table(Block.Rows block, int most, PrintWriter out) {
        Table table = block.table();
        int[] told = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).type() != Table.Type.SPARK)
                .toArray();
        int[] which = IntStream.range(0, Math.min(most, table.shown().size()))
                .filter(block.told())
                .toArray();
        List<List<String>> lines = new ArrayList<>();
        lines.add(Arrays.stream(told)
                .mapToObj(i -> table.columns().get(i).label())
                .toList());
        boolean marks = table.marked().contains(true);
        for (int i : which) {
            List<String> row = table.shown().get(i);
            List<String> cells =
                    new ArrayList<>(Arrays.stream(told).mapToObj(row::get).toList());
            if (marks) {
                cells.set(0, (table.marked().get(i) ? "* " : "  ") + cells.get(0));
            }
            lines.add(cells);
        }
        TextTable text = new TextTable(lines.get(0).toArray(String[]::new));
        for (int i = 0; i < told.length; i++) {
            if (table.columns().get(told[i]).type() != Table.Type.NUMBER) {
                text.words(i);
            }
        }
        lines.subList(1, lines.size()).forEach(cells -> text.row(cells.toArray(String[]::new)));
        int width = TerminalWidth.ofTables();
        int columns = most == Integer.MAX_VALUE ? told.length : text.fitting(width);
        // What a row is and in which unit stand beside each part of it.
        int kept = told.length > 1 && table.columns().get(told[1]).label().equals("Unit") ? 2 : 1;
        out.print(which.length == 0 ? "(no rows)\n" : text.first(columns).folded(width, kept));
        boolean all = which.length == table.shown().size() && (which.length == 0 || columns == told.length);
        if (!all) {
            boolean first = which.length == 0 || which[which.length - 1] == which.length - 1;
            out.println(wrapped("("
                    + leftOut(first, which.length, table.shown().size(), lines.get(0), columns)
                    + (first ? "" : "; all of them stand in " + table.name() + ".csv") + ")"));
        }
        if (!table.caption().isBlank()) {
            out.println(wrapped(table.caption()));
        }
        return all;
    }

    private static String leftOut(boolean first, int rows, int of, List<String> columns, int shown) {
        String told = rows == of
                ? "all " + Numbers.counted(of, "row")
                : (first ? "the first " : "the weightiest ") + Numbers.count(rows) + " of "
                        + Numbers.counted(of, "row");
        List<String> others = columns.subList(shown, columns.size());
        return others.isEmpty()
                ? told
                : told + "; without the " + (others.size() == 1 ? "column " : "columns ") + String.join(", ", others);
    }
}
