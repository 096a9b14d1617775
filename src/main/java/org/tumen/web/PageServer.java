package org.tumen.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConfiguration;
import org.tumen.document.Json;

/** The server of the local page, listening from its making until it is closed. */
public final class PageServer implements AutoCloseable {
    private static final int FIRST_PORT = 8080;
    private static final int PORTS_TRIED = 40;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final System.Logger LOG = System.getLogger("org.tumen.web");

    private final Javalin app;
    private final Routes routes;
    private final ServerSettings settings;
    private final String token = UUID.randomUUID().toString().replace("-", "");
    private final Places places;
    private final Unread unread = new Unread();

    private PageServer(ServerSettings settings) {
        this.settings = settings;
        places = new Places(settings);
        routes = new Routes(settings, places);
        Guard guard = new Guard(settings, token);
        app = Javalin.create(config -> {
            configure(config);
            config.routes.before(guard::check);
            routes.addTo(config.routes);
            config.routes.after(unread::check);
            config.routes.exception(RequestRefusedException.class, this::refuse);
            config.routes.exception(HttpResponseException.class, this::refuse);
            config.routes.exception(Exception.class, this::fail);
        });
    }

    /**
     * Starts a server.
     *
     * @throws IllegalStateException when it cannot listen there, saying so
     */
    public static PageServer start(ServerSettings settings) {
        Integer asked = settings.port();
        int first = asked == null ? FIRST_PORT : asked;
        int last = asked == null ? FIRST_PORT + PORTS_TRIED : first;
        for (int port = first; port <= last; port++) {
            PageServer server = new PageServer(settings);
            try {
                server.app.start(settings.host(), port);
                server.routes.warmUp();
                return server;
            } catch (JavalinBindException e) {
                server.close();
            }
        }
        throw new IllegalStateException(
                "cannot listen on " + settings.host() + ", port " + first + (last == first ? "" : " to " + last)
                        + "; another program may be there, or the address is not of this machine");
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.generateEtags = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(PageServer::quiet);
        config.jetty.modifyServer(server -> Intake.install(server, Intake.PATIENCE, unread));
        config.jetty.addConnector(
                (server, http) -> Intake.connector(server, http, config.jetty.host, config.jetty.port));
    }

    private static void quiet(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
    }

    private void refuse(RequestRefusedException refusal, Context ctx) {
        answer(ctx, refusal.status(), String.valueOf(refusal.getMessage()), refusal.problems());
    }

    private void refuse(HttpResponseException e, Context ctx) {
        answer(ctx, e.getStatus(), Intake.told(e.getStatus()), List.of());
    }

    private void fail(Exception e, Context ctx) {
        LOG.log(System.Logger.Level.DEBUG, "a request failed", e);
        answer(ctx, 500, "the server failed at this; its standard error may say more", List.of());
    }

    private void answer(Context ctx, int status, String message, List<String> problems) {
        if (ctx.res().isCommitted()) {
            return;
        }
        var body = Json.object();
        body.put("error", message);
        if (!problems.isEmpty()) {
            problems.forEach(body.putArray("problems")::add);
        }
        ctx.status(status)
                .contentType("application/json; charset=utf-8")
                .result(places.answered(body).toString());
    }

    /** The word that every request carries, as a bearer or, from the page's first request on, as a cookie. */
    String token() {
        return token;
    }

    /** The port it listens on. */
    public int port() {
        return app.port();
    }

    /** The address to open in a browser, with the token that is needed the first time. */
    public String address() {
        String host = settings.host().contains(":") && !settings.host().startsWith("[")
                ? "[" + settings.host() + "]"
                : settings.host();
        return "http://" + host + ":" + port() + "/" + "?token=" + token;
    }

    /** Stops listening and cancels what runs. */
    @Override
    public void close() {
        routes.close();
        app.stop();
    }
}
