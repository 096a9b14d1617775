package org.tumen.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.tumen.words.Resources;

/**
 * The frame of a report: one HTML file that holds its data, style, script and chart library and asks no network for anything. A
 * content security policy forbids it to; only the scripts whose digests the policy names may run, so that no text of a scenario
 * could, even if one were not escaped. Charts are drawn by Apache ECharts.
 */
public final class ReportPage {
    /** Where the report lies in a result folder. */
    public static final Path FILE = Path.of("report.html");

    /** The chart library. */
    static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private ReportPage() {}

    /** A page with parts in place of its holes, all at once, so that a hole in the text of a part stays a text. */
    static String filled(String page, List<String> holes, List<String> parts) {
        StringBuilder out = new StringBuilder(page.length() + 500_000);
        int from = 0;
        for (int i = 0; i < holes.size(); i++) {
            int hole = page.indexOf(holes.get(i), from);
            out.append(page, from, hole).append(parts.get(i));
            from = hole + holes.get(i).length();
        }
        return out.append(page, from, page.length()).toString();
    }

    /** The scripts of a page as one. */
    static String script(List<String> names) {
        List<String> parts = new ArrayList<>(List.of("(() => {\n\"use strict\";\n"));
        names.forEach(name -> parts.add(resource(name)));
        parts.add("})();\n");
        return String.join("", parts);
    }

    /** Nothing may be loaded; inline styles are needed by the chart library for its tooltips. */
    static String policy(String... scripts) {
        StringBuilder allowed = new StringBuilder();
        for (String script : scripts) {
            allowed.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(DigestUtils.sha256(script)))
                    .append('\'');
        }
        return "default-src 'none'; script-src" + allowed
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    static String resource(String name) {
        return Resources.text(ReportPage.class, name);
    }

    /** JSON without the characters that could end a script element or start a comment in one; the same values. */
    static String embeddable(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
