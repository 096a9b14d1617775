package org.tumen.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of a report, and the table of contents that leads to them. */
final class PageContents {
    /** Links by id of the section. */
    private final Map<String, String> links = new LinkedHashMap<>();

    /** Notes a link to a part of a section. */
    void link(String id, String title) {
        links.put(id, title);
    }

    /** Adds a section with its heading, and a link to it under a title that may be shorter. */
    void section(Html html, String id, String title, String linked, Html content) {
        link(id, linked);
        html.open("section", "id", id, "aria-labelledby", id + "-title");
        html.element("h2", title, "id", id + "-title");
        html.add(content).closeLine();
    }

    /** The page's body: the links, then the sections. */
    String page(Html sections) {
        Html html = new Html();
        html.open("nav", "class", "contents", "aria-label", "Contents").open("ul");
        links.forEach((id, title) ->
                html.open("li").element("a", title, "href", "#" + id).closeLine());
        html.close().closeLine();
        html.open("main", "id", "main", "tabindex", "-1").add(sections).closeLine();
        return html.toString();
    }
}
