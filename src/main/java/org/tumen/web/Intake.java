package org.tumen.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;

/**
 * What stands in front of the routes. A body is read whole before a thread is spent on its request, so that any number of
 * half-sent ones hold none; one that is too large is refused as soon as that is known, by its declared length at once.
 */
final class Intake extends Handler.Wrapper {
    private static final String JSON = "application/json; charset=utf-8";

    private Intake(Handler next) {
        super(next);
    }

    static void install(Server server) {
        server.setHandler(
                new Intake(new EagerContentHandler(new RetainedContentLoaderFactory(Requests.MAX_BODY, -1, true))));
        server.setErrorHandler(new Errors());
    }

    /**
     * What listens, with buffers that nothing shares. Jetty 12.1 may give the buffer of a malformed request back twice, on two
     * threads; from a pool, two connections would then have it at a time, and one lose its request or see the other's.
     */
    static ServerConnector connector(Server server, HttpConfiguration http, @Nullable String host, int port) {
        // Buffers that are made for each request are cheap in the heap only.
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        ServerConnector connector = new ServerConnector(
                server, null, null, new ByteBufferPool.NonPooling(), -1, -1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() > Requests.MAX_BODY) {
            return refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        }
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            // Whoever expects leave to send would hold a thread until the body comes.
            return refuse(request, response, callback, HttpStatus.EXPECTATION_FAILED_417);
        }
        return super.handle(request, response, callback);
    }

    private static boolean refuse(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, status);
        return true;
    }

    static String told(int status) {
        return switch (status) {
            case 400 -> "this is no well-formed request of HTTP/1.1, or its address has what no address may have";
            case 401 -> "the token that the server printed when it started is needed";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 413 -> "the body is larger than " + Requests.MAX_BODY + " bytes";
            case 414 -> "the address is too long";
            case 431 -> "the headers are too large";
            case 505 -> "requests must be of HTTP/1.1";
            case 417 -> "send the body without waiting for leave to (Expect)";
            default -> "the request cannot be served";
        };
    }

    static String body(String error) {
        return Json.object().put("error", error).toString();
    }

    /** What is refused before the routes, in the same form as by them. */
    private static final class Errors extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            byte[] body = body(told(response.getStatus())).getBytes(StandardCharsets.UTF_8);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
