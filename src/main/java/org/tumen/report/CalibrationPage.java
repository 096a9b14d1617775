package org.tumen.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.chart.Picture;

/**
 * The report of a calibration: one HTML file in the form of the other reports, without script; its pictures are part of it
 * and it loads nothing.
 */
public final class CalibrationPage {
    /** Where it lies in the folder of a calibration. */
    public static final Path FILE = Path.of("report.html");

    private CalibrationPage() {}

    /**
     * A table.
     *
     * @param head the columns
     * @param rows the rows, each beginning with its name
     */
    public record Table(List<String> head, List<List<String>> rows) {}

    /**
     * The page.
     *
     * @param name the study's name
     * @param question the question it asks; may be empty
     * @param facts method, scenario and seed in a sentence
     * @param notes what to know of the result, by topic
     * @param tables tables by title
     * @param pictures pictures by name
     * @param use what to do with the result
     * @return its bytes in UTF-8
     */
    public static byte[] of(
            String name,
            String question,
            String facts,
            Map<String, String> notes,
            Map<String, Table> tables,
            Map<String, Picture> pictures,
            String use) {
        Map<String, Html> sections = new LinkedHashMap<>();
        tables.forEach((title, table) -> sections.put(title, table(title, table)));
        sections.put("Pictures", pictures(pictures));
        sections.put("What to know of this result", notes(notes));
        sections.put("What this does not claim", limits());
        sections.put("Use", new Html().element("p", use));
        Html html = new Html();
        html.open("header", "class", "page-header").open("div");
        html.element("p", "Tumen calibration", "class", "kicker").element("h1", name);
        if (!question.isBlank()) {
            html.element("p", question.strip(), "class", "question");
        }
        html.element("p", facts, "class", "facts").close().closeLine();
        html.open("nav", "class", "contents", "aria-label", "Contents").open("ul");
        int index = 0;
        for (String title : sections.keySet()) {
            html.open("li").element("a", title, "href", "#s" + index++).closeLine();
        }
        html.close().closeLine();
        html.open("main", "id", "main", "tabindex", "-1");
        index = 0;
        for (Map.Entry<String, Html> section : sections.entrySet()) {
            html.open("section", "id", "s" + index++).element("h2", section.getKey());
            html.add(section.getValue()).closeLine();
        }
        html.closeLine();
        return page(name, html).getBytes(StandardCharsets.UTF_8);
    }

    private static String page(String name, Html body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " img-src data:; base-uri 'none'; form-action 'none'\" />\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                + "<meta name=\"color-scheme\" content=\"light dark\" />\n<title>" + Html.escape(name)
                + " – Tumen calibration</title>\n<style>\n" + style() + "main img { max-width: 100%; height: auto; }\n"
                + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n" + body
                + "<footer>\n<p>Made by Tumen. This file is complete in itself and loads nothing.</p>\n</footer>\n"
                + "</body>\n</html>\n";
    }

    private static Html table(String title, Table table) {
        Html html = new Html();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        html.open("table").open("thead").open("tr");
        table.head().forEach(h -> html.element("th", h, "scope", "col"));
        html.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr").element("th", row.get(0), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> html.element("td", cell));
            html.closeLine();
        }
        html.close().close().closeLine();
        return html;
    }

    private static Html pictures(Map<String, Picture> pictures) {
        Html html = new Html();
        pictures.values().forEach(picture -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                picture.writePng(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
            html.open("figure").open("img", "src", data, "alt", picture.title());
            html.closeLine();
        });
        return html;
    }

    private static Html notes(Map<String, String> notes) {
        Html html = new Html().open("ul");
        notes.forEach((topic, note) ->
                html.open("li").element("strong", topic).text(": " + note + ".").closeLine());
        return html.closeLine();
    }

    private static Html limits() {
        Html html = new Html().open("ul", "class", "limits");
        for (String limit : List.of(
                "A posterior says which parameters of this model give runs like the record. It does not show that the model is"
                        + " right, nor that a policy causes in the world what it causes here.",
                "The record is one history. With a few targets the posterior of most parameters stays near the prior; a"
                        + " contraction near 0 means that the record says nothing of that parameter.",
                "Approximate Bayesian computation accepts runs within a tolerance, so its posterior is wider than the exact one,"
                        + " and it depends on the targets and tolerances that were chosen.")) {
            html.element("li", limit);
        }
        return html.closeLine();
    }

    private static String style() {
        try (InputStream in = CalibrationPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
