package org.tumen.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Histogram;
import org.tumen.document.Json;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.store.file.Inside;
import org.tumen.trace.FreshContinuations;
import org.tumen.words.Texts;

/** What is served where; openapi.yaml describes it. */
final class Routes implements AutoCloseable {
    private static final int MAX_HEAVY = 4;
    private static final long MOST_RUN = 999_999_999_999_999L;
    private static final int USUAL_CONTINUATIONS = 400;
    private static final int MOST_CONTINUATIONS = 4_000;
    private static final String WARM_UP = "baseline";
    private static final int WARM_UP_RUNS = 200;
    private static final int WARM_UP_MILLIS = 5_000;

    /** A report runs its own scripts, in an origin of its own: it cannot reach this server. */
    private static final String REPORT_POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts allow-downloads";

    private final Scenarios scenarios;
    private final Results results;
    private final Batches batches;
    private final Studies studies;
    private final Work work;
    private final EventStreams streams;
    private final Saving saving;
    private final Places places;

    /** Comparisons and traces cost seconds of a processor; so many are made at a time. */
    private final Semaphore heavy = new Semaphore(MAX_HEAVY);

    Routes(ServerSettings settings, Places places) {
        this.places = places;
        streams = new EventStreams(places);
        scenarios = new Scenarios(settings.scenarios());
        results = new Results(settings.results(), settings.query(), places);
        batches = new Batches(settings.threads());
        studies = new Studies(settings.scenarios());
        work = new Work(settings);
        saving = new Saving(settings);
    }

    void addTo(RoutesConfig app) {
        app.get("/", ctx -> Assets.serve(ctx, "index.html"));
        app.get("/assets/{name}", ctx -> Assets.serve(ctx, ctx.pathParam("name")));
        app.get("/api/scenarios", ctx -> json(ctx, scenarios.list()));
        app.get("/api/scenarios/{name}/parameters", ctx -> json(ctx, scenarios.parameters(ctx.pathParam("name"))));
        app.get("/api/scenarios/{name}/record", ctx -> json(ctx, scenarios.record(ctx.pathParam("name"))));
        app.post("/api/validate", ctx -> json(ctx, scenarios.validation(Requests.body(ctx, Requests.Chosen.class))));
        app.get("/api/runs", this::runs);
        app.post("/api/runs", this::start);
        app.get("/api/runs/{id}", ctx -> json(ctx, Snapshot.of(batch(ctx))));
        app.delete("/api/runs/{id}", this::cancel);
        app.get("/api/runs/{id}/events", ctx -> streams.send(ctx, batch(ctx)));
        app.get("/api/runs/{id}/comparison", this::compare);
        app.get("/api/runs/{id}/bin", this::bin);
        app.post("/api/runs/{id}/result", this::save);
        app.get("/api/trace", this::trace);
        app.get("/api/continuations", this::continuations);
        app.get("/api/results", this::results);
        app.delete("/api/results/{name}", ctx -> {
            results.delete(ctx.pathParam("name"));
            ctx.status(204);
        });
        app.get("/api/results/{name}/files/<file>", this::file);
        app.get("/api/kinds", ctx -> json(ctx, studies.kinds(places)));
        app.get("/api/studies", ctx -> json(ctx, studies.list()));
        app.post("/api/studies", ctx -> json(ctx, studies.save(Requests.body(ctx, Requests.Draft.class))));
        app.post("/api/studies/check", ctx -> json(ctx, studies.check(Requests.body(ctx, Requests.Draft.class))));
        app.get("/api/jobs", ctx -> json(ctx, work.list()));
        app.post("/api/jobs", this::begin);
        app.get("/api/jobs/{id}", ctx -> json(ctx, work.get(ctx.pathParam("id")).watched()));
        app.get("/api/jobs/{id}/findings", this::known);
        app.delete("/api/jobs/{id}", ctx -> {
            work.get(ctx.pathParam("id")).cancel();
            ctx.status(204);
        });
        app.post(
                "/api/sql",
                ctx -> written(ctx, places.hidden(results.query(Requests.body(ctx, Requests.Question.class)))));
    }

    /** Makes a few runs that nobody sees, so that the first batch finds its classes loaded and compiled. */
    void warmUp() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Scenario scenario = scenarios.load(WARM_UP, null);
                        LiveBatch batch = new LiveBatch(WARM_UP, WARM_UP, Map.of(), "", scenario, 0, WARM_UP_RUNS);
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
        written(ctx, places.answered(body).toString());
    }

    private static void written(Context ctx, String json) {
        ctx.contentType("application/json; charset=utf-8").result(json);
    }

    /** Whoever looks at the results may ask them next. */
    private void results(Context ctx) {
        String of = ctx.queryParam("studies");
        if (of != null && !of.equals("true")) {
            throw RequestRefusedException.bad("studies must be true, or left out, not " + Texts.quoted(of));
        }
        json(ctx, results.list(of == null ? null : studies.origin()));
        results.prepare();
    }

    private LiveBatch batch(Context ctx) {
        return batches.get(ctx.pathParam("id"));
    }

    private void begin(Context ctx) {
        Requests.Begun wanted = Requests.body(ctx, Requests.Begun.class);
        String name = Requests.need(wanted.study(), "study");
        LiveStudy study = work.start(name, studies.file(name), Requests.need(wanted.kind(), "kind"));
        ctx.status(201);
        json(ctx, study.told());
    }

    private void runs(Context ctx) {
        ArrayNode list = Json.array();
        batches.all().forEach(batch -> list.add(Snapshot.brief(batch)));
        json(ctx, list);
    }

    /** The runs of a bar of a histogram. */
    private void bin(Context ctx) {
        int bin = (int) Requests.number(ctx, "bin", 0, 0, Histogram.MAX_BINS - 1);
        json(ctx, heavy(() -> Snapshot.bin(batch(ctx), Requests.outcome(ctx.queryParam("outcome")), bin)));
    }

    private void start(Context ctx) {
        Requests.Batch wanted = Requests.body(ctx, Requests.Batch.class);
        Scenario scenario = scenarios.load(wanted.scenario(), wanted.overrides());
        Long seed = wanted.seed();
        Long runs = wanted.runs();
        LiveBatch batch = batches.start(
                Requests.need(wanted.scenario(), "scenario"),
                wanted.changes(),
                scenarios.arguments(wanted.scenario(), wanted.overrides()),
                scenario,
                seed == null ? scenario.batch().seed() : seed,
                runs == null ? Math.min(scenario.batch().runs(), Batches.MAX_RUNS) : runs);
        ctx.status(201);
        json(ctx, Json.object().put("id", batch.id).put("runs", batch.wanted).put("seed", batch.seed));
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
        Requests.nothing(ctx);
        LiveBatch batch = batch(ctx);
        json(ctx, heavy(() -> Json.object().put("name", saving.save(batch))));
    }

    /** Which run a request means. */
    private record Meant(
            Scenario scenario, long seed, @Nullable LiveBatch batch) {}

    private Meant meant(Context ctx) {
        String id = ctx.queryParam("batch");
        if (id != null) {
            for (String other : List.of("scenario", "overrides", "seed")) {
                if (ctx.queryParam(other) != null) {
                    throw RequestRefusedException.bad(other + " is the batch's; give either batch or " + other);
                }
            }
            LiveBatch batch = batches.get(id);
            return new Meant(batch.scenario, batch.seed, batch);
        }
        Scenario scenario = scenarios.load(ctx.queryParam("scenario"), Requests.overrides(ctx.queryParam("overrides")));
        long seed = Requests.number(ctx, "seed", scenario.batch().seed(), Long.MIN_VALUE, Long.MAX_VALUE);
        return new Meant(scenario, seed, null);
    }

    private void trace(Context ctx) {
        Meant meant = meant(ctx);
        String run = ctx.queryParam("run");
        json(ctx, heavy(() -> {
            long number = Traces.which(
                    meant.scenario(), meant.seed(), run == null ? "0" : run, ctx.queryParam("outcome"), meant.batch());
            return Traces.of(meant.scenario(), new RunKey(meant.seed(), number), ctx.queryParam("flip"));
        }));
    }

    private void continuations(Context ctx) {
        Meant meant = meant(ctx);
        long run = Requests.number(ctx, "run", 0, 0, MOST_RUN);
        int count =
                (int) Requests.number(ctx, "count", USUAL_CONTINUATIONS, FreshContinuations.FEWEST, MOST_CONTINUATIONS);
        String flip = Requests.need(ctx.queryParam("flip"), "flip");
        json(ctx, heavy(() -> Traces.fresh(meant.scenario(), new RunKey(meant.seed(), run), flip, count)));
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

    /** Findings that are not at their end, framed as a report is. */
    private void known(Context ctx) {
        Requests.number(ctx, "known", 0, 0, Long.MAX_VALUE);
        byte[] page = work.get(ctx.pathParam("id")).known();
        ctx.header("Content-Security-Policy", REPORT_POLICY);
        ctx.header("X-Frame-Options", "SAMEORIGIN");
        ctx.contentType("text/html; charset=utf-8").result(places.hidden(new String(page, StandardCharsets.UTF_8)));
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
        if (type.startsWith("text/html")) {
            // The page shows reports in a frame.
            ctx.header("X-Frame-Options", "SAMEORIGIN");
        }
        if (type.startsWith("application")) {
            ctx.header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^a-z0-9._-]", "_") + "\"");
        }
        ctx.contentType(type).result(Inside.stream(file));
    }

    @Override
    public void close() {
        streams.close();
        batches.cancelAll();
        work.cancelAll();
        studies.close();
        results.close();
    }
}
