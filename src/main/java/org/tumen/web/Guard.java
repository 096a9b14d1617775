package org.tumen.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every request before anything else does. A page of another site that the user has open may send requests here
 * too, under its own name or, by rebinding its DNS name, under a foreign Host: both are refused, as is anybody without
 * the token. The address that the server prints carries the token; a browser that opens it gets a cookie and the address
 * without it.
 */
final class Guard {
    /** What the page may load: its own files, nothing inline, nothing from elsewhere. */
    static final String POLICY =
            "default-src 'none'; frame-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Cookies do not tell ports apart, so the name does. */
    private static final String COOKIE = "tumen_";

    private static final String SIGN_IN = "<!doctype html><html lang=\"en\"><title>Tumen</title><h1>Tumen</h1>"
            + "<p>This page needs the token that the server printed when it started.</p>"
            + "<form><label>Token <input name=\"token\" autofocus></label> <button>Open</button></form>";
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String ADDRESS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]{2,45}\\]";

    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final ServerSettings settings;
    private final String token;

    Guard(ServerSettings settings, String token) {
        this.settings = settings;
        this.token = token;
    }

    void check(Context ctx) {
        headers(ctx);
        if (!wellEscaped(ctx.req().getRequestURI()) || !wellEscaped(String.valueOf(ctx.queryString()))) {
            throw RequestRefusedException.bad("the address has a % that is not followed by two hexadecimal digits");
        }
        String host = host(ctx);
        String origin = ctx.header("Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw new RequestRefusedException(403, "requests from pages of another origin are refused");
        }
        boolean api = ctx.path().startsWith("/api/");
        if (api && "cross-site".equals(ctx.header("Sec-Fetch-Site"))) {
            throw new RequestRefusedException(403, "requests from pages of another site are refused");
        }
        if (!admit(ctx)) {
            return;
        }
        String method = ctx.method().name();
        if (method.equals("HEAD")) {
            // It would be answered without looking whether there is what it asks of.
            throw new RequestRefusedException(405, Intake.told(405));
        }
        if (api) {
            Requests.requireKnown(ctx);
        }
        if ((method.equals("POST") || method.equals("PUT") || method.equals("PATCH")) && !isJson(ctx)) {
            throw new RequestRefusedException(415, "the body must be application/json in UTF-8");
        }
    }

    /** Whether each percent sign begins an escape; else the path could not be decoded. */
    private static boolean wellEscaped(String path) {
        return !MALFORMED.matcher(path).find();
    }

    private static boolean isJson(Context ctx) {
        String type = ctx.header("Content-Type");
        return type != null
                && type.toLowerCase(Locale.ROOT).matches("application/json(\\s*;\\s*charset=\"?utf-8\"?)?\\s*");
    }

    private static void headers(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.header("Cache-Control", "no-store");
    }

    private String host(Context ctx) {
        String host = ctx.header("Host");
        String name = host == null ? "" : host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
        boolean known = settings.local()
                ? NAMES.contains(name)
                // An address cannot be rebound as a name can, and the token is needed besides.
                : name.equals(settings.host().toLowerCase(Locale.ROOT))
                        || NAMES.contains(name)
                        || name.matches(ADDRESS);
        if (host == null || !known) {
            throw new RequestRefusedException(403, "this server does not answer under that host name");
        }
        return host;
    }

    /** Whether the request goes on: with the token in the address the answer is the address without it. */
    private boolean admit(Context ctx) {
        String header = ctx.header("Authorization");
        String bearer = header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : null;
        String name = COOKIE + ctx.port();
        boolean page = ctx.path().equals("/");
        if (page && same(token, ctx.queryParam("token"))) {
            Cookie cookie = new Cookie(name, token);
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            ctx.cookie(cookie);
            ctx.redirect("/", HttpStatus.SEE_OTHER);
        } else if (same(token, bearer) || same(token, ctx.cookie(name))) {
            return true;
        } else if (page) {
            ctx.header("Content-Security-Policy", POLICY.replace("form-action 'none'", "form-action 'self'"));
            ctx.status(HttpStatus.UNAUTHORIZED).html(SIGN_IN);
        } else {
            throw new RequestRefusedException(401, Intake.told(401));
        }
        ctx.skipRemainingHandlers();
        return false;
    }

    private static boolean same(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
