package org.tumen.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/** What is served where; openapi.yaml describes it. */
final class Routes implements AutoCloseable {
    private static final int MAX_HEAVY = 4;
    private static final String WARM_UP = "baseline";
    private static final int WARM_UP_RUNS = 200;
    private static final int WARM_UP_MILLIS = 5_000;

    /** A report runs its own scripts, in an origin of its own: it cannot reach this server. */
    private static final String REPORT_POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " img-src data:; font-src data:; base-uri 'none'; form-action 'none'; sandbox allow-scripts allow-downloads";

    private final Scenarios scenarios;
    private final Results results;
    private final Batches batches;
    private final EventStreams streams = new EventStreams();
    private final Saving saving;
    private final Places places;

    /** Comparisons and traces cost seconds of a processor; so many are made at a time. */
    private final Semaphore heavy = new Semaphore(MAX_HEAVY);

    Routes(ServerSettings settings, Places places) {
        this.places = places;
        scenarios = new Scenarios(settings.scenarios());
        results = new Results(settings.results(), settings.query());
        batches = new Batches(settings.threads());
        saving = new Saving(settings);
    }

    void addTo(RoutesConfig app) {
        app.get("/", ctx -> Assets.serve(ctx, "index.html"));
        app.get("/assets/{name}", ctx -> Assets.serve(ctx, ctx.pathParam("name")));
        app.get("/api/scenarios", ctx -> json(ctx, scenarios.list()));
        app.get("/api/scenarios/{name}/parameters", ctx -> json(ctx, scenarios.parameters(ctx.pathParam("name"))));
        app.post("/api/validate", ctx -> json(ctx, scenarios.validation(Requests.body(ctx, Requests.Chosen.class))));
        app.post("/api/runs", this::start);
        app.get("/api/runs/{id}", ctx -> json(ctx, Snapshot.of(batch(ctx))));
        app.delete("/api/runs/{id}", this::cancel);
        app.get("/api/runs/{id}/events", ctx -> streams.send(ctx, batch(ctx)));
        app.get("/api/runs/{id}/comparison", this::compare);
        app.post("/api/runs/{id}/result", this::save);
        app.get("/api/trace", this::trace);
        app.get("/api/results", this::results);
        app.get("/api/results/{name}/files/<file>", this::file);
        app.post("/api/sql", ctx -> json(ctx, results.query(Requests.body(ctx, Requests.Question.class))));
    }

    /** Makes a few runs that nobody sees, so that the first batch finds its classes loaded and compiled. */
    void warmUp() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Scenario scenario = scenarios.load(WARM_UP, null);
                        LiveBatch batch = new LiveBatch(WARM_UP, WARM_UP, "", scenario, 0, WARM_UP_RUNS);
                        batch.start(1, () -> {});
                        batch.await(WARM_UP_RUNS - 1, WARM_UP_MILLIS);
                        var unused = Snapshot.of(batch).toString();
                    } catch (RequestRefusedException e) {
                        // There is no such scenario in this folder: the first batch takes a little longer.
                        Thread.onSpinWait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void json(Context ctx, JsonNode body) {
        json(ctx, body.toString());
    }

    private void json(Context ctx, String body) {
        ctx.contentType("application/json; charset=utf-8").result(places.hidden(body));
    }

    /** Whoever looks at the results may ask them next. */
    private void results(Context ctx) {
        json(ctx, results.list());
        results.prepare();
    }

    private LiveBatch batch(Context ctx) {
        return batches.get(ctx.pathParam("id"));
    }

    private void start(Context ctx) {
        Requests.Batch wanted = Requests.body(ctx, Requests.Batch.class);
        Scenario scenario = scenarios.load(wanted.scenario(), wanted.overrides());
        Long seed = wanted.seed();
        Integer runs = wanted.runs();
        LiveBatch batch = batches.start(
                Requests.need(wanted.scenario(), "scenario"),
                scenarios.trace(wanted.scenario(), wanted.overrides()),
                scenario,
                seed == null ? scenario.batch().seed() : seed,
                runs == null ? (int) Math.min(scenario.batch().runs(), Batches.MAX_RUNS) : runs);
        ctx.status(201);
        json(
                ctx,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", batch.id)
                        .put("runs", batch.wanted)
                        .put("seed", batch.seed));
    }

    private void cancel(Context ctx) {
        batch(ctx).cancel();
        ctx.status(204);
    }

    private void compare(Context ctx) {
        LiveBatch baseline = batches.get(Requests.need(ctx.queryParam("baseline"), "baseline"));
        json(ctx, heavy(() -> LiveComparison.of(baseline, batch(ctx))));
    }

    private void save(Context ctx) {
        LiveBatch batch = batch(ctx);
        json(ctx, heavy(() -> JsonNodeFactory.instance.objectNode().put("name", saving.save(batch))));
    }

    private void trace(Context ctx) {
        Scenario scenario = scenarios.load(ctx.queryParam("scenario"), overrides(ctx.queryParam("overrides")));
        long seed = Requests.number(ctx, "seed", scenario.batch().seed(), Long.MIN_VALUE, Long.MAX_VALUE);
        String run = ctx.queryParam("run");
        json(ctx, heavy(() -> {
            long number = Traces.which(scenario, seed, run == null ? "0" : run, ctx.queryParam("outcome"));
            return Traces.of(scenario, new RunKey(seed, number), ctx.queryParam("flip"));
        }));
    }

    private static @Nullable Map<String, @Nullable String> overrides(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Json.MAPPER.readValue(text, new TypeReference<Map<String, @Nullable String>>() {});
        } catch (IOException e) {
            throw RequestRefusedException.bad("overrides must be a JSON object of paths and texts");
        }
    }

    private JsonNode heavy(Supplier<JsonNode> work) {
        if (!heavy.tryAcquire()) {
            throw new RequestRefusedException(429, "the server is busy; try again in a moment");
        }
        try {
            return work.get();
        } finally {
            heavy.release();
        }
    }

    private void file(Context ctx) throws IOException {
        Path file = results.file(ctx.pathParam("name"), ctx.pathParam("file"));
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String type = name.endsWith(".html")
                ? "text/html; charset=utf-8"
                : name.endsWith(".png")
                        ? "image/png"
                        : name.endsWith(".json") ? "application/json; charset=utf-8" : "application/octet-stream";
        ctx.header("Content-Security-Policy", REPORT_POLICY);
        if (type.startsWith("application")) {
            ctx.header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^a-z0-9._-]", "_") + "\"");
        }
        // Javalin closes the stream when the answer is sent.
        ctx.contentType(type).result(Files.newInputStream(file));
    }

    @Override
    public void close() {
        streams.close();
        batches.cancelAll();
        results.close();
    }
}
