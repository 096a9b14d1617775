package org.tumen.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tumen.chart.Tokens;

/** The page's own files, by a fixed list: nothing else in the jar can be asked for. */
final class Assets {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final String JS = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final List<String> SCRIPTS = List.of(
            "page",
            "common",
            "charts",
            "parameters",
            "home",
            "run",
            "one",
            "network",
            "studies",
            "form",
            "results",
            "tray",
            "echarts");
    private static final Map<String, String> TYPES = types();

    private static Map<String, String> types() {
        Map<String, String> types = new HashMap<>(Map.of(
                "index.html", "text/html; charset=utf-8",
                "page.css", CSS,
                "icon.svg", "image/svg+xml",
                "default.json", "application/json; charset=utf-8",
                "openapi.yaml", "application/yaml; charset=utf-8"));
        for (String script : SCRIPTS) {
            types.put(script + ".js", JS);
        }
        return Map.copyOf(types);
    }

    private Assets() {}

    static void serve(Context ctx, String name) {
        if (name.equals("tokens.css")) {
            ctx.contentType(CSS).result(Tokens.cssOfSystem());
            return;
        }
        String type = TYPES.get(name);
        String place = name.equals("echarts.js") ? ECHARTS : "/org/tumen/web/" + name;
        InputStream in = type == null ? null : Assets.class.getResourceAsStream(place);
        if (type == null || in == null) {
            throw new RequestRefusedException(404, "there is nothing at this address");
        }
        try (in) {
            ctx.contentType(type).result(in.readAllBytes());
            if (name.equals("echarts.js")) {
                ctx.header("Cache-Control", "private, max-age=86400");
            }
        } catch (IOException e) {
            throw new RequestRefusedException(500, "a file of the page cannot be read");
        }
    }
}
