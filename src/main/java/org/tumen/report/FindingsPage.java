package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.Tokens;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.words.Texts;

/**
 * The report of findings: one HTML file made of {@link org.tumen.findings.FindingsJson} and the pictures beside it, which asks
 * no network for anything. A content security policy lets only its own scripts run, and no text of a scenario could, even if
 * one were not escaped. Without script it still shows its texts, tables and still pictures.
 */
public final class FindingsPage {
    private static final List<String> SCRIPTS =
            List.of("core.js", "marks.js", "parallel.js", "findings.js", "tables.js", "start.js");
    private static final int TALL = 25;

    private static final List<String> LIMITS = List.of(
            "It is no forecast. What is found is a property of the model under the ranges and priors that the study gives, not"
                    + " of the world.",
            "Intervals count the chance of the draws, and of priors where parameters are drawn. They say nothing of whether the"
                    + " model is right, and more runs make them narrower without making the model truer.",
            "What was chosen among many looks better than it is wherever it is shown with the runs that chose it; only values on"
                    + " fresh runs are free of that.",
            "That a model can be made to fit a record does not show that a policy causes in the world what it causes here.",
            "Indices such as stability and tension are made for comparing runs with each other; a point has no meaning outside of"
                    + " the model.");

    private final JsonNode content;
    private final Path folder;
    private final @Nullable ResultReader reader;
    private final Map<String, String> links = new LinkedHashMap<>();

    private FindingsPage(JsonNode content, Path folder, @Nullable ResultReader reader) {
        this.content = content;
        this.folder = folder;
        this.reader = reader;
    }

    /**
     * Makes the page.
     *
     * @param findings the findings as JSON
     * @param folder the result folder, whose pictures it shows
     * @param reader the runs behind it, for how to make them again; null where no runs are stored
     * @return the bytes of the page, in UTF-8
     */
    public static byte[] of(JsonNode findings, Path folder, @Nullable ResultReader reader) {
        return new FindingsPage(findings, folder, reader).page().getBytes(StandardCharsets.UTF_8);
    }

    private String page() {
        String library = ReportPage.resource(ReportPage.ECHARTS);
        String script = ReportPage.script(SCRIPTS);
        String page = ReportPage.resource("page.html")
                .replace("{{policy}}", Html.escape(ReportPage.policy(library, script)))
                .replace("{{title}}", Html.escape(text(content, "name") + " – Tumen report"))
                .replace("{{style}}", Tokens.css() + ReportPage.resource("report.css"));
        String data = ReportPage.embeddable(content.toString());
        return ReportPage.filled(
                page,
                List.of("{{header}}", "{{contents}}", "{{data}}", "{{library}}", "{{script}}"),
                List.of(header(), contents(), data, library, script));
    }

    private String header() {
        Html html = new Html();
        html.element("p", "Tumen " + text(content, "kind"), "class", "kicker");
        html.element("h1", text(content, "name"));
        if (!text(content, "question").isBlank()) {
            html.element("p", text(content, "question").strip(), "class", "question");
        }
        if (!content.path("answer").isEmpty()) {
            html.open("div", "class", "answer", "role", "note", "aria-label", "Answer");
            content.path("answer").forEach(sentence -> html.element("p", sentence.asText()));
            html.closeLine();
        }
        html.element("p", Texts.upper(text(content, "facts")), "class", "facts");
        return html.toString();
    }

    /** The page's body: links to its sections, then these. */
    private String contents() {
        Html sections = new Html();
        for (JsonNode section : content.path("sections")) {
            Html blocks = new Html();
            section.path("blocks").forEach(block -> block(blocks, block));
            section(sections, text(section, "id"), text(section, "title"), onDemand(section, blocks));
        }
        if (reader != null) {
            Html how = reader.identity().arms().size() == 1
                    ? new Reproduction(reader).html()
                    : Reproduction.ofDesign(reader);
            section(sections, "reproduce", "How to reproduce", how);
        }
        section(sections, "limits", "What this does not claim", limits());
        Html html = new Html();
        html.open("nav", "class", "contents", "aria-label", "Contents").open("ul");
        links.forEach((id, title) ->
                html.open("li").element("a", title, "href", "#" + id).closeLine());
        html.close().closeLine();
        html.open("main", "id", "main", "tabindex", "-1").add(sections).closeLine();
        return html.toString();
    }

    /** Details stand folded. */
    private static Html onDemand(JsonNode section, Html blocks) {
        if (!section.path("detail").asBoolean()) {
            return blocks;
        }
        Html html = new Html();
        html.open("details", "class", "more")
                .element("summary", "Show")
                .add(blocks)
                .closeLine();
        return html;
    }

    /** Adds a section with its heading, and a link to it. */
    private void section(Html html, String id, String title, Html inside) {
        links.put(id, title);
        html.open("section", "id", id, "aria-labelledby", id + "-title");
        html.element("h2", title, "id", id + "-title");
        html.add(inside).closeLine();
    }

    private void block(Html html, JsonNode block) {
        if (block.has("text")) {
            html.element("p", text(block, "text"));
        } else if (block.has("command")) {
            html.open("pre").element("code", text(block, "command")).closeLine();
        } else if (block.has("file")) {
            html.open("p", "class", "beside")
                    .element("a", text(block, "file"), "href", text(block, "file"))
                    .text(": " + text(block, "caption"))
                    .closeLine();
        } else if (block.has("picture")) {
            if (block.path("shown").asBoolean()) {
                picture(html, text(block, "picture"), text(block, "title"));
            }
        } else if (block.has("charts")) {
            charts(html, block);
        } else {
            table(html, block.path("table"));
        }
    }

    private void picture(Html html, String name, String title) {
        html.open("figure");
        still(folder, name)
                .ifPresentOrElse(
                        data -> html.open("img", "class", "still", "alt", title, "src", data),
                        () -> html.element("figcaption", "The picture plots/" + name + ".svg is not there."));
        html.closeLine();
    }

    private static void charts(Html html, JsonNode block) {
        String layout = text(block, "layout");
        html.open("div", "class", "charts " + layout);
        if (layout.equals("choice")) {
            html.open("label", "class", "controls", "hidden", "").text(text(block, "label") + " ");
            html.open("select", "data-choice", "");
            block.path("charts")
                    .forEach(chart -> html.element("option", text(chart, "title"), "value", text(chart, "name")));
            html.close().closeLine();
        }
        block.path("charts").forEach(chart -> chart(html, chart));
        html.closeLine();
    }

    private static void chart(Html html, JsonNode chart) {
        String name = text(chart, "name");
        String title = "figure-" + name;
        html.open("figure", "data-chart", "findings", "data-name", name, "data-arm", "", "aria-labelledby", title);
        html.element("p", text(chart, "title"), "class", "figure-title", "id", title);
        html.open("div", "class", "chart", "role", "img", "aria-labelledby", title)
                .closeLine();
        html.element("figcaption", text(chart, "caption"));
        html.open("details", "class", "data", "hidden", "").element("summary", "Data");
        html.scroll("scroll", text(chart, "title") + ", data").closeLine();
        html.closeLine();
        html.open("p", "class", "take controls", "hidden", "");
        for (String type : List.of("csv", "svg", "png")) {
            String label = type.toUpperCase(Locale.ROOT);
            html.button(label, "data-save", type, "Save " + text(chart, "title") + " as " + label);
        }
        html.closeLine();
        html.closeLine();
    }

    private static void table(Html html, JsonNode table) {
        boolean tall = table.path("shown").size() > TALL;
        String caption = text(table, "caption");
        String id = "table-" + text(table, "name");
        if (tall) {
            find(html, table, id);
        }
        html.scroll(tall ? "scroll tall" : "scroll", caption.isBlank() ? text(table, "name") : caption);
        html.open("table", "id", id, "class", "sortable").element("caption", caption);
        html.open("thead").open("tr");
        for (JsonNode column : table.path("columns")) {
            if (spark(column)) {
                html.element("th", text(column, "label"), "scope", "col");
                continue;
            }
            boolean number = numeric(column);
            html.element(
                    "th",
                    text(column, "label"),
                    "scope",
                    "col",
                    "class",
                    number ? "figure" : "words",
                    "data-sort",
                    number ? "number" : "text");
        }
        html.close().closeLine().open("tbody");
        for (int row = 0; row < table.path("shown").size(); row++) {
            row(html, table, row);
        }
        html.closeLine().closeLine().closeLine();
        html.open("p", "class", "take controls", "hidden", "")
                .button("CSV", "data-csv", text(table, "name"), "Save the table " + text(table, "name") + " as CSV")
                .closeLine();
    }

    /** What finds rows of a long table. */
    private static void find(Html html, JsonNode table, String id) {
        html.open("p", "class", "controls", "hidden", "");
        html.open("label").text("Find ");
        html.open("input", "type", "search", "data-filter", id).closeLine();
        if (marked(table)) {
            html.open("label").open("input", "type", "checkbox", "data-marked", id);
            html.text(" Only what is marked").closeLine();
        }
        html.closeLine();
    }

    private static boolean marked(JsonNode table) {
        for (JsonNode mark : table.path("marked")) {
            if (mark.asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static boolean spark(JsonNode column) {
        return text(column, "type").equals("spark");
    }

    private static void row(Html html, JsonNode table, int row) {
        html.open("tr", "class", table.path("marked").path(row).asBoolean() ? "marked" : "");
        JsonNode shown = table.path("shown").path(row);
        JsonNode values = table.path("rows").path(row);
        for (int i = 0; i < shown.size(); i++) {
            JsonNode column = table.path("columns").path(i);
            JsonNode value = values.path(column.path("field").asInt());
            String sorted = value.isNull() ? "" : value.asText();
            String tone = table.path("tones").path(row).path(i).asText("plain");
            if (i == 0) {
                html.element(
                        "th",
                        shown.path(i).asText(),
                        "scope",
                        "row",
                        "class",
                        numeric(column) ? "figure" : "words",
                        "data-value",
                        sorted);
            } else if (spark(column)) {
                // The figures beside it say the same.
                html.element("td", shown.path(i).asText(), "class", "spark", "aria-hidden", "true");
            } else {
                html.element(
                        "td",
                        shown.path(i).asText(),
                        "class",
                        (numeric(column) ? "figure" : "words") + (tone.equals("plain") ? "" : " " + tone),
                        "data-value",
                        sorted);
            }
        }
        html.closeLine();
    }

    private static boolean numeric(JsonNode column) {
        return text(column, "type").equals("number");
    }

    private static Html limits() {
        Html html = new Html();
        html.open("ul", "class", "limits");
        LIMITS.forEach(limit -> html.element("li", limit));
        html.closeLine();
        return html;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }

    /**
     * The address of plots/NAME.svg as data, so that its own names cannot meet those of another and nothing in it can run;
     * empty where there is no such file in the folder.
     *
     * @param name the picture's name without its ending
     */
    static Optional<String> still(Path folder, String name) {
        Path plots = folder.normalize().resolve("plots");
        Path file = plots.resolve(name + ".svg").normalize();
        if (!file.startsWith(plots)) {
            return Optional.empty();
        }
        return new DerivedFiles(folder)
                .read(folder.normalize().relativize(file))
                .map(bytes -> "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes));
    }
}
