package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.store.StoredArm;
import org.tumen.summary.ArmFacts;

/** The exact parameters of each arm side by side, read from the resolved scenarios of the result. */
final class ParameterSection {
    /** Texts and sizes, which decide no run's outcome. */
    /** Tables of points are long; the manifest has them. */
    private static final String POINTS = "uncertainties.empirical.";

    private static final List<String> LEFT_OUT = List.of("name", "description");

    private final List<StoredArm> arms;
    private final Map<String, ParameterNote> notes;

    /**
     * The section.
     *
     * @param arms the arms
     * @param notes what is known of parameters beside their values; may be empty
     */
    ParameterSection(List<StoredArm> arms, List<ParameterNote> notes) {
        this.arms = arms;
        this.notes = new LinkedHashMap<>();
        notes.forEach(note -> this.notes.putIfAbsent(note.path(), note));
    }

    /** A parameter: its path and its value in each arm; empty where an arm lacks it. */
    private record Row(String path, List<String> values) {}

    Html html() {
        List<Row> rows = rows();
        long marked = rows.stream().filter(this::marked).count();
        Html html = new Html();
        html.element("p", lead(rows.size(), marked));
        html.open("p", "class", "controls", "hidden", "");
        html.open("label").text("Find ");
        html.open("input", "type", "search", "data-filter", "parameter-table", "placeholder", "path or meaning");
        html.closeLine();
        html.open("label").open("input", "type", "checkbox", "data-marked", "parameter-table");
        html.text(arms.size() > 1 ? " Only where arms differ" : " Only what differs from its default");
        html.close().closeLine();
        html.open(
                "div", "class", "scroll tall", "tabindex", "0", "role", "region", "aria-label", "Table of parameters");
        html.open("table", "id", "parameter-table", "class", "sortable parameters");
        html.element("caption", "All parameters as they were simulated.");
        head(html);
        html.open("tbody");
        rows.forEach(row -> row(html, row));
        html.closeLine().closeLine().closeLine();
        return html;
    }

    private String lead(int all, long marked) {
        if (arms.size() > 1) {
            return "The arms differ in " + marked + " of " + all + " parameters; these rows are marked ●.";
        }
        if (notes.isEmpty()) {
            return "The scenario has " + all + " parameters. Their defaults are not known for this result.";
        }
        return "Of " + all + " parameters " + marked + (marked == 1 ? " differs" : " differ")
                + " from the default; these rows are marked ●.";
    }

    private void head(Html html) {
        html.open("thead").open("tr");
        List<String> names = new ArrayList<>(List.of("Parameter"));
        if (arms.size() == 1) {
            names.add("Value");
        } else {
            arms.forEach(arm -> names.add(arm.name()));
        }
        if (!notes.isEmpty()) {
            names.addAll(List.of("Default", "Unit", "Meaning"));
        }
        names.forEach(name -> html.element("th", name, "scope", "col", "class", "word", "data-sort", "text"));
        html.close().closeLine();
    }

    private void row(Html html, Row row) {
        ParameterNote note = notes.get(row.path);
        boolean marked = marked(row);
        html.open("tr", "class", marked ? "marked" : "plain");
        html.open("th", "scope", "row").element("code", row.path);
        if (marked) {
            html.element("span", " ●", "class", "mark", "title", "differs");
        }
        html.closeLine();
        row.values.forEach(value -> html.element("td", value, "class", "value"));
        if (!notes.isEmpty()) {
            html.element("td", note == null ? "" : note.standard(), "class", "value");
            html.element("td", note == null ? "" : note.unit(), "class", "word");
            html.element("td", note == null ? "" : note.meaning(), "class", "word meaning");
        }
        html.closeLine();
    }

    private boolean marked(Row row) {
        if (arms.size() > 1) {
            return row.values.stream().anyMatch(value -> !same(value, row.values.get(0)));
        }
        ParameterNote note = notes.get(row.path);
        return note != null && !note.standard().isEmpty() && !same(row.values.get(0), note.standard());
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private List<Row> rows() {
        Map<String, String[]> values = new LinkedHashMap<>();
        for (int i = 0; i < arms.size(); i++) {
            int place = i;
            flatten("", ArmFacts.tree(arms.get(i)), (path, value) -> {
                String[] row = values.computeIfAbsent(path, p -> emptyTexts(arms.size()));
                row[place] = value;
            });
        }
        List<Row> rows = new ArrayList<>();
        values.forEach((path, row) -> rows.add(new Row(path, List.of(row))));
        return rows;
    }

    private static String[] emptyTexts(int n) {
        String[] texts = new String[n];
        Arrays.fill(texts, "");
        return texts;
    }

    /** Receives a parameter. */
    private interface Taker {
        void take(String path, String value);
    }

    /** Sections are walked into, except those that a note names: they are one parameter, such as a map of weights. */
    private void flatten(String path, JsonNode node, Taker taker) {
        if (node.isArray() && path.startsWith(POINTS)) {
            taker.take(path, node.size() + (node.size() == 1 ? " entry" : " entries"));
            return;
        }
        if (!node.isObject() || notes.containsKey(path)) {
            taker.take(path, node.isTextual() ? node.asText() : node.toString());
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!path.isEmpty() || !LEFT_OUT.contains(entry.getKey())) {
                flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), taker);
            }
        }
    }
}
