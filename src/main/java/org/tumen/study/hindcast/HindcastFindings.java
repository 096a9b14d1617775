package org.tumen.study.hindcast;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.chart.Picture;
import org.tumen.report.PlainBlock;
import org.tumen.words.Csv;
import org.tumen.words.TextTable;

/**
 * What a command found, said once and shown four ways: on the terminal, in the report, as tables of full precision in CSV and
 * in one JSON file, and as pictures.
 */
public final class HindcastFindings {
    private static final int WIDTH = 110;

    private final List<PlainBlock.Section> sections = new ArrayList<>();
    private final Map<String, String> csv = new LinkedHashMap<>();
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final ObjectNode json;
    private List<PlainBlock> blocks = new ArrayList<>();
    private String id = "";
    private String title = "";

    /** @param json takes the data of every table under its name */
    public HindcastFindings(ObjectNode json) {
        this.json = json;
    }

    /** Begins a section. */
    public HindcastFindings section(String name, String words) {
        finish();
        id = name;
        title = words;
        return this;
    }

    /** Adds a sentence or more. */
    public HindcastFindings say(String text) {
        blocks.add(new PlainBlock.Paragraph(text));
        return this;
    }

    /** Adds a table for readers. */
    public HindcastFindings table(String caption, List<String> head, List<List<String>> rows) {
        blocks.add(new PlainBlock.Table(caption, head, rows));
        return this;
    }

    /** Adds a picture. */
    public HindcastFindings picture(String name, Picture picture) {
        blocks.add(new PlainBlock.Figure(name, picture));
        pictures.put(name, picture);
        return this;
    }

    /** Adds a table for machines: NAME.csv, and an array of objects in the JSON file. Cells are numbers, texts or truths. */
    public HindcastFindings data(String name, List<String> head, List<List<Object>> rows) {
        Csv table = Csv.of(head);
        ArrayNode array = json.putArray(name);
        for (List<Object> row : rows) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < row.size(); i++) {
                put(object, head.get(i), row.get(i));
            }
            table.row(row);
        }
        csv.put(name, table.text());
        return this;
    }

    private static void put(ObjectNode object, String name, Object cell) {
        if (cell instanceof Double d) {
            if (Double.isFinite(d)) {
                object.put(name, d);
            } else {
                object.putNull(name);
            }
        } else if (cell instanceof Integer || cell instanceof Long) {
            object.put(name, ((Number) cell).longValue());
        } else if (cell instanceof Boolean b) {
            object.put(name, b);
        } else {
            object.put(name, String.valueOf(cell));
        }
    }

    private void finish() {
        if (!blocks.isEmpty()) {
            sections.add(new PlainBlock.Section(id, title, blocks));
            blocks = new ArrayList<>();
        }
    }

    public List<PlainBlock.Section> sections() {
        finish();
        return List.copyOf(sections);
    }

    public Map<String, String> csv() {
        return csv;
    }

    public Map<String, Picture> pictures() {
        return pictures;
    }

    public ObjectNode json() {
        return json;
    }

    /** Prints texts and tables. */
    public void print(PrintWriter out) {
        for (PlainBlock.Section section : sections()) {
            out.println(section.title());
            out.println("=".repeat(section.title().length()));
            out.println();
            for (PlainBlock block : section.blocks()) {
                print(out, block);
            }
        }
    }

    private static void print(PrintWriter out, PlainBlock block) {
        if (block instanceof PlainBlock.Paragraph paragraph) {
            out.println(wrapped(paragraph.text()));
            out.println();
        } else if (block instanceof PlainBlock.Table table) {
            TextTable text = new TextTable(table.head().toArray(String[]::new));
            table.rows().forEach(row -> text.row(row.toArray(String[]::new)));
            out.println(wrapped(table.caption()));
            out.print(text);
            out.println();
        } else if (block instanceof PlainBlock.Figure figure) {
            out.println("Picture: plots/" + figure.name() + ".png");
            out.println();
        }
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int width = 0;
        for (String word : text.split(" ")) {
            if (width > 0 && width + 1 + word.length() > WIDTH) {
                lines.append('\n');
                width = 0;
            }
            if (width > 0) {
                lines.append(' ');
                width++;
            }
            lines.append(word);
            width += word.length();
        }
        return lines.toString();
    }
}
