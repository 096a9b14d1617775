package org.tumen.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tumen.document.Json;
import org.tumen.words.TextTable;
import org.tumen.words.Texts;

/** The catalogue of parameters as Markdown, as JSON and as text. */
public final class ParameterPage {
    private static final String HEAD = """
            # Parameters

            Every number of the model is a parameter of the scenario. This page is made from the declarations in the
            program by `./tumen params --format markdown`; a test holds it against them.

            An angle bracket stands for an actor's name: `actors.<warner>.policy.assertiveness` is
            `actors.japan.policy.assertiveness` where the warner is called `japan`. Any parameter can be set in a scenario
            file or by `--set PATH=VALUE`. *Basis* says where the default comes from; most are assumptions, which is why
            they can be changed. *Prior* says what a number may be that nobody knows, and where that comes from:
            `uncertainties: {priors: all}` draws all of them.
            """;

    private static final Pattern NOT_TEXT = Pattern.compile("(whole )?number|true or false|(list of|map to) .*");
    private static final int WIDEST = 34;

    private ParameterPage() {}

    /** The parameters as tables, one for each section. */
    public static String markdown(List<ParameterEntry> entries) {
        Map<String, List<ParameterEntry>> sections = new LinkedHashMap<>();
        entries.forEach(e ->
                sections.computeIfAbsent(section(e), k -> new ArrayList<>()).add(e));
        boolean values = entries.stream().anyMatch(e -> e.current() != null);
        StringBuilder page = new StringBuilder(HEAD);
        sections.forEach((section, listed) -> {
            page.append("\n## ").append(section).append("\n\n");
            page.append("| Parameter | Default |")
                    .append(values ? " Here |" : "")
                    .append(" Range | Unit | Meaning | Basis | Prior |\n");
            page.append("|---|---|").append(values ? "---|" : "").append("---|---|---|---|---|\n");
            listed.forEach(e -> row(e, values, page));
        });
        return page.toString();
    }

    private static void row(ParameterEntry entry, boolean values, StringBuilder page) {
        String here = (entry.current() == null ? "" : entry.current())
                + (entry.drawn().isEmpty() ? "" : "; drawn: " + entry.drawn());
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        row.add("`" + entry.path() + "`").add(cell(entry.value()));
        if (values) {
            row.add(entry.differs() ? "**" + cell(here) + "**" : cell(here));
        }
        row.add(cell(entry.range().isEmpty() ? entry.type() : entry.range()));
        List.of(entry.unit(), entry.meaning(), entry.basis(), prior(entry)).forEach(text -> row.add(cell(text)));
        page.append(row);
    }

    private static String prior(ParameterEntry entry) {
        return entry.prior().isEmpty() ? "" : entry.prior() + "; " + entry.priorBasis();
    }

    /** A text as a cell of a table. */
    public static String cell(String text) {
        return Texts.visible(text).replace("|", "\\|").replace("<", "&lt;");
    }

    /** The heading under which a parameter stands: its section, and the policy types that have it. */
    private static String section(ParameterEntry entry) {
        String section = (entry.path().startsWith("actors.") ? "actors." : "") + entry.group();
        String policy = entry.policy().isEmpty() ? "" : ", policy " + entry.policy();
        return "`" + section + "`" + policy;
    }

    /** The parameters as a JSON list. */
    public static ArrayNode json(List<ParameterEntry> entries) {
        ArrayNode array = Json.array();
        for (ParameterEntry entry : entries) {
            ObjectNode object = array.addObject();
            object.put("path", entry.path());
            put(object, "policy", entry.policy());
            object.put("type", entry.type());
            if (!entry.value().isEmpty()) {
                object.set("default", value(entry, entry.value()));
            }
            if (entry.current() != null) {
                object.set("value", value(entry, entry.current()));
                object.put("differs", entry.differs());
            }
            put(object, "drawn", entry.drawn());
            if (Double.isFinite(entry.min())) {
                object.set("min", Resolved.value(entry.min()));
            }
            if (Double.isFinite(entry.max())) {
                object.set("max", Resolved.value(entry.max()));
            }
            put(object, "unit", entry.unit());
            put(object, "meaning", entry.meaning());
            put(object, "basis", entry.basis());
            put(object, "prior", entry.prior());
            put(object, "prior_basis", entry.priorBasis());
            put(object, "allowed", entry.allowed());
            put(object, "example", entry.example());
        }
        return array;
    }

    /** A value as JSON: numbers, truth values, lists and mappings stand as such. */
    private static JsonNode value(ParameterEntry entry, String text) {
        return NOT_TEXT.matcher(entry.type()).matches() ? Json.parse(text) : TextNode.valueOf(text);
    }

    private static void put(ObjectNode object, String key, String text) {
        if (!text.isEmpty()) {
            object.put(key, text);
        }
    }

    /**
     * The parameters as a table for the terminal, an asterisk before values that are not the default; with a column of what
     * runs draw where any is drawn.
     */
    public static String text(List<ParameterEntry> entries) {
        if (entries.isEmpty()) {
            return "no such parameter\n";
        }
        boolean values = entries.stream().anyMatch(e -> e.current() != null);
        Map<String, Function<ParameterEntry, String>> columns = new LinkedHashMap<>();
        columns.put("PARAMETER", ParameterEntry::path);
        if (values) {
            columns.put("VALUE", e -> (e.differs() ? "*" : "") + brief(e.current() == null ? "" : e.current()));
        }
        if (entries.stream().anyMatch(e -> !e.drawn().isEmpty())) {
            columns.put("DRAWN IN PLACE OF IT", ParameterEntry::drawn);
        }
        columns.put("DEFAULT", e -> brief(e.value()));
        columns.put("RANGE", e -> brief(e.range().isEmpty() ? e.type() : e.range()));
        columns.put("UNIT", ParameterEntry::unit);
        columns.put(
                "MEANING", e -> e.meaning() + (e.policy().isEmpty() || values ? "" : " (policy " + e.policy() + ")"));
        TextTable table = new TextTable(columns.keySet().toArray(String[]::new));
        for (int column = 1; column < columns.size(); column++) {
            table.words(column);
        }
        entries.forEach(e ->
                table.row(columns.values().stream().map(cell -> cell.apply(e)).toArray(String[]::new)));
        return table.toString();
    }

    private static String brief(String text) {
        String visible = Texts.visible(text);
        return visible.length() <= WIDEST ? visible : visible.substring(0, WIDEST - 3) + "...";
    }
}
