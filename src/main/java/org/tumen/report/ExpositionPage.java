package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.store.ResultReader;

/**
 * The report of an exploration: one HTML file with its tables and pictures in it, which asks no network for anything. As with
 * the report of a batch, a content security policy lets only its one script run.
 */
public final class ExpositionPage {
    private static final List<String> SCRIPTS = List.of("tables.js", "exposition.js");
    private static final Pattern NUMBER =
            Pattern.compile("\\*?\\s*([-\u2212+]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?:[^0-9A-Za-z_].*)?");

    private final ResultReader reader;
    private final JsonNode content;
    private final PageContents contents = new PageContents();
    private int tables;

    private ExpositionPage(ResultReader reader, Exposition exposition) {
        this.reader = reader;
        content = exposition.root();
    }

    /**
     * Makes the page.
     *
     * @param reader the result
     * @param exposition what it says
     * @return the bytes of the page, in UTF-8
     */
    public static byte[] of(ResultReader reader, Exposition exposition) {
        return new ExpositionPage(reader, exposition).page().getBytes(StandardCharsets.UTF_8);
    }

    private String page() {
        String script = ReportPage.script(SCRIPTS);
        String page = ReportPage.resource("exposition.html")
                .replace("{{policy}}", Html.escape(ReportPage.policy(script)))
                .replace("{{title}}", Html.escape(content.path("title").asText() + " – Tumen report"))
                .replace("{{style}}", ReportPage.resource("report.css"));
        return ReportPage.filled(
                page, List.of("{{header}}", "{{contents}}", "{{script}}"), List.of(header(), contents(), script));
    }

    private String header() {
        Html html = new Html();
        html.element("p", content.path("kind").asText(), "class", "kicker");
        html.element("h1", content.path("title").asText());
        String question = content.path("question").asText("").strip();
        if (!question.isEmpty()) {
            html.element("p", question, "class", "question");
        }
        html.element("p", content.path("facts").asText(), "class", "facts");
        return html.toString();
    }

    private String contents() {
        Html sections = new Html();
        int number = 0;
        for (JsonNode section : content.path("sections")) {
            Html blocks = new Html();
            section.path("blocks").forEach(block -> block(blocks, block));
            section(sections, "section-" + number++, section.path("title").asText(), blocks);
        }
        section(sections, "reproduce", "How to reproduce", Reproduction.ofDesign(reader));
        section(sections, "limits", "What this does not claim", limits());
        return contents.page(sections);
    }

    private void section(Html html, String id, String title, Html content) {
        contents.section(html, id, title, title, content);
    }

    private void block(Html html, JsonNode block) {
        if (block.has("text")) {
            html.element("p", block.path("text").asText());
        } else if (block.has("command")) {
            html.open("pre").element("code", block.path("command").asText()).closeLine();
        } else if (block.has("picture")) {
            picture(html, block.path("picture").asText(), block.path("title").asText());
        } else {
            table(html, block);
        }
    }

    private void picture(Html html, String name, String title) {
        html.open("figure");
        FindingsPage.still(reader.folder(), name)
                .ifPresentOrElse(
                        data -> html.open("img", "class", "still", "alt", title, "src", data),
                        () -> html.element("figcaption", "The picture plots/" + name + ".svg is not there."));
        html.closeLine();
    }

    private void table(Html html, JsonNode block) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : block.path("table")) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asText()));
            rows.add(cells);
        }
        List<List<String>> body = rows.subList(1, rows.size());
        String caption = block.path("caption").asText();
        boolean tall = body.size() > 25;
        html.open(
                "div",
                "class",
                tall ? "scroll tall" : "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                caption);
        html.open("table", "class", "sortable", "id", "table-" + tables++);
        html.element("caption", caption);
        html.open("thead").open("tr");
        boolean[] numeric = new boolean[rows.get(0).size()];
        for (int c = 0; c < numeric.length; c++) {
            numeric[c] = numeric(body, c);
            html.element(
                    "th",
                    rows.get(0).get(c),
                    "scope",
                    "col",
                    "class",
                    numeric[c] ? "figure" : "word",
                    "data-sort",
                    numeric[c] ? "number" : "text");
        }
        html.close().closeLine();
        html.open("tbody");
        for (List<String> row : body) {
            html.open("tr");
            for (int c = 0; c < row.size(); c++) {
                cell(html, row.get(c), c, numeric[c]);
            }
            html.closeLine();
        }
        html.closeLine().closeLine().closeLine();
    }

    private static void cell(Html html, String text, int column, boolean numeric) {
        String shown = text.replaceAll("(?<![0-9A-Za-z])-(?=[0-9])", "\u2212");
        if (column == 0) {
            html.element("th", shown, "scope", "row", "data-value", numeric ? number(text) : text);
        } else if (numeric) {
            html.element("td", shown, "class", "figure", "data-value", number(text));
        } else {
            html.element("td", shown, "data-value", text);
        }
    }

    private static boolean numeric(List<List<String>> body, int column) {
        return body.stream().anyMatch(row -> !number(row.get(column)).isEmpty())
                && body.stream()
                        .allMatch(row -> row.get(column).matches("[-\u2013]?")
                                || !number(row.get(column)).isEmpty());
    }

    /** The number that a text begins with; empty when there is none. */
    static String number(String text) {
        Matcher m = NUMBER.matcher(text);
        return m.matches() ? m.group(1).replace(",", "").replace('\u2212', '-') : "";
    }

    private static Html limits() {
        Html html = new Html();
        html.open("ul", "class", "limits");
        for (String limit : List.of(
                "It is no forecast. What is found is a property of the model under the ranges that the study gives, not of the"
                        + " world.",
                "Intervals count the luck of the draw only. They say nothing of whether the model, its parameters and the ranges"
                        + " are right.",
                "What was chosen among many points looks better than it is wherever it is shown with the runs that chose it;"
                        + " only values on fresh runs are free of that.",
                "Another range, another resolution of the design or another set of outcomes can give another answer; so can"
                        + " parameters that the study holds fixed.",
                "Indices such as stability and tension are made for comparing runs with each other; a point has no meaning"
                        + " outside the model.")) {
            html.element("li", limit);
        }
        html.closeLine();
        return html;
    }
}
