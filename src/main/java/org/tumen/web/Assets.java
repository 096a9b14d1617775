package org.tumen.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page's own files, by a fixed list: nothing else in the jar can be asked for. */
final class Assets {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final String JS = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("index.html", "text/html; charset=utf-8"),
            Map.entry("page.css", "text/css; charset=utf-8"),
            Map.entry("icon.svg", "image/svg+xml"),
            Map.entry("openapi.yaml", "application/yaml; charset=utf-8"),
            Map.entry("page.js", JS),
            Map.entry("common.js", JS),
            Map.entry("charts.js", JS),
            Map.entry("parameters.js", JS),
            Map.entry("run.js", JS),
            Map.entry("trace.js", JS),
            Map.entry("results.js", JS),
            Map.entry("echarts.js", JS));

    private Assets() {}

    static void serve(Context ctx, String name) {
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
