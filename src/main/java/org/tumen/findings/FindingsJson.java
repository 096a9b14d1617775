package org.tumen.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Texts;

/**
 * Findings as JSON: full precision for machines, and the texts for people beside it, so that the report can be made of the
 * file alone.
 */
public final class FindingsJson {
    /** Where findings lie in a result folder. */
    public static final Path FILE = Path.of("findings.json");

    private FindingsJson() {}

    public static ObjectNode of(Findings findings) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("kind", findings.kind()).put("name", findings.name());
        root.put("question", findings.question()).put("facts", findings.facts());
        ArrayNode answer = root.putArray("answer");
        findings.answer().forEach(answer::add);
        ArrayNode sections = root.putArray("sections");
        for (Findings.Section section : findings.drawn().sections()) {
            ObjectNode node = sections.addObject();
            node.put("id", section.id()).put("title", section.title()).put("detail", section.detail());
            ArrayNode blocks = node.putArray("blocks");
            section.blocks().forEach(block -> block(blocks.addObject(), block));
        }
        return root;
    }

    private static void block(ObjectNode node, Block block) {
        if (block instanceof Block.Text text) {
            node.put("text", text.text());
        } else if (block instanceof Block.Command command) {
            node.put("command", command.text());
        } else if (block instanceof Block.Filed filed) {
            node.put("file", filed.table().name() + ".csv")
                    .put("caption", filed.table().caption());
        } else if (block instanceof Block.Still still) {
            node.put("picture", still.name())
                    .put("title", still.picture().title())
                    .put("shown", still.shown());
        } else if (block instanceof Block.Live live) {
            node.put("layout", Texts.key(live.layout())).put("label", live.label());
            ArrayNode charts = node.putArray("charts");
            live.charts().forEach(chart -> charts.add(chart(chart)));
        } else if (block instanceof Block.Rows rows) {
            node.set("table", table(rows.table()));
        }
    }

    private static ObjectNode table(Table table) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", table.name()).put("caption", table.caption());
        ArrayNode columns = node.putArray("columns");
        table.columns()
                .forEach(column -> columns.addObject()
                        .put("label", column.label())
                        .put("type", Texts.key(column.type()))
                        .put("field", column.field()));
        ArrayNode fields = node.putArray("fields");
        table.fields()
                .forEach(field -> fields.addObject()
                        .put("key", field.key())
                        .put("type", Texts.key(field.type()))
                        .put("meaning", field.meaning()));
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cell(cells, cell));
        });
        ArrayNode shown = node.putArray("shown");
        table.shown().forEach(row -> row.forEach(shown.addArray()::add));
        ArrayNode marked = node.putArray("marked");
        table.marked().forEach(marked::add);
        ArrayNode tones = node.putArray("tones");
        table.tones().forEach(row -> {
            ArrayNode words = tones.addArray();
            row.forEach(tone -> words.add(Texts.key(tone)));
        });
        return node;
    }

    private static void cell(ArrayNode cells, @Nullable Object cell) {
        if (cell == null) {
            cells.addNull();
        } else if (cell instanceof Boolean truth) {
            cells.add(truth);
        } else if (cell instanceof Long whole) {
            cells.add(whole);
        } else if (cell instanceof Number number) {
            cells.add(number.doubleValue());
        } else {
            cells.add(cell.toString());
        }
    }

    private static ObjectNode chart(Chart chart) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", chart.name()).put("title", chart.title()).put("caption", chart.caption());
        axis(node.putObject("x"), chart.x());
        axis(node.putObject("y"), chart.y());
        ArrayNode series = node.putArray("series");
        for (Chart.Series s : chart.series()) {
            ObjectNode one = series.addObject();
            one.put("name", s.name()).put("shape", Texts.key(s.shape()));
            numbers(one, "x", s.x());
            numbers(one, "y", s.y());
            numbers(one, "low", s.low());
            numbers(one, "high", s.high());
            if (!s.left().isEmpty()) {
                numbers(one, "left", s.left());
                numbers(one, "right", s.right());
            }
            s.labels().forEach(one.putArray("labels")::add);
            one.put("hue", s.hue());
        }
        ArrayNode marks = node.putArray("marks");
        chart.marks()
                .forEach(mark -> marks.addObject()
                        .put("at", mark.at())
                        .put("label", mark.label())
                        .put("upright", mark.upright()));
        return node.put("good", chart.good());
    }

    private static void axis(ObjectNode node, Chart.Axis axis) {
        node.put("label", axis.label()).put("unit", axis.unit()).put("dates", axis.dates());
        axis.names().forEach(node.putArray("names")::add);
    }

    private static void numbers(ObjectNode node, String name, Collection<Double> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(value -> array.add(Double.isFinite(value) ? value : null));
    }

    /** The tree as the bytes of a file. */
    public static byte[] bytes(JsonNode findings) {
        return (findings + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
