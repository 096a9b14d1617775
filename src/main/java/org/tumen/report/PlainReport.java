package org.tumen.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A report of sections with texts, tables and still pictures: one HTML file in the style of the other reports that holds its
 * pictures, needs no script, and loads nothing, which its content security policy forbids.
 *
 * @param kicker what kind of report it is
 * @param title its name
 * @param question what it asks; may be empty
 * @param facts how much was simulated, seed and version
 * @param sections its sections
 */
public record PlainReport(
        String kicker, String title, String question, String facts, List<PlainBlock.Section> sections) {
    /** Copies its list. */
    public PlainReport {
        sections = List.copyOf(sections);
    }

    /** The page in UTF-8. */
    public byte[] page() {
        Html html = new Html();
        html.element("a", "Skip to the content", "class", "skip", "href", "#main");
        html.open("header", "class", "page-header").open("div");
        html.element("p", kicker, "class", "kicker").element("h1", title);
        if (!question.isBlank()) {
            html.element("p", question, "class", "question");
        }
        html.element("p", facts, "class", "facts").closeLine().closeLine();
        html.open("nav", "class", "contents", "aria-label", "Contents").open("ul");
        sections.forEach(section -> html.open("li")
                .element("a", section.title(), "href", "#" + section.id())
                .closeLine());
        html.close().closeLine();
        html.open("main", "id", "main", "tabindex", "-1");
        sections.forEach(section -> section(html, section));
        html.closeLine();
        html.open("footer")
                .element("p", "Made by Tumen. This file is complete in itself and loads nothing.")
                .closeLine();
        String page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " img-src data:; base-uri 'none'; form-action 'none'\" />\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                + "<meta name=\"color-scheme\" content=\"light\" />\n<title>"
                + Html.escape(title + " – Tumen report") + "</title>\n<style>\n" + style()
                + "figure img { width: 100%; max-width: 56rem; height: auto; display: block; background: #fff; }\n"
                + "main > section > p { max-width: 56rem; }\nmain .scroll { margin-bottom: 1.6rem; }\n</style>\n</head>\n<body>\n"
                + html + "</body>\n</html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static void section(Html html, PlainBlock.Section section) {
        html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
        html.element("h2", section.title(), "id", section.id() + "-title");
        section.blocks().forEach(block -> block(html, block));
        html.closeLine();
    }

    private static void block(Html html, PlainBlock block) {
        if (block instanceof PlainBlock.Paragraph paragraph) {
            html.element("p", paragraph.text());
        } else if (block instanceof PlainBlock.Table table) {
            table(html, table);
        } else if (block instanceof PlainBlock.Figure figure) {
            html.open("figure");
            html.open(
                    "img",
                    "src",
                    "data:image/png;base64," + png(figure),
                    "alt",
                    figure.picture().title(),
                    "width",
                    String.valueOf(figure.picture().width()),
                    "height",
                    String.valueOf(figure.picture().height()));
            html.closeLine();
        }
    }

    private static void table(Html html, PlainBlock.Table table) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.caption());
        html.open("table").element("caption", table.caption());
        html.open("thead").open("tr");
        for (int i = 0; i < table.head().size(); i++) {
            html.element("th", table.head().get(i), "scope", "col", "class", i == 0 ? "word" : "figure");
        }
        html.close().closeLine().open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr").element("th", row.get(0), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> html.element("td", cell, "class", "figure"));
            html.closeLine();
        }
        html.close().close().closeLine();
    }

    private static String png(PlainBlock.Figure figure) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            figure.picture().writePng(bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style() {
        try (InputStream in = PlainReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
