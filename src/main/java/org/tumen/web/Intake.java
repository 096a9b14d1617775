package org.tumen.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;

/**
 * What stands in front of the routes. A body is read whole before a thread is spent on its request, so that any number of
 * half-sent ones hold none; one that is too large is refused as soon as that is known, by its declared length at once, and
 * one that does not come in time. What still comes of a refused one is read and dropped: a connection closed over it would be
 * reset, and with it the answer lost to a client that reads only when it has sent all.
 */
final class Intake extends Handler.Wrapper {
    /** The longest that a body may take; Jetty ends one that has stopped coming after half a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The most, in bytes, that is read of a body after its refusal. */
    private static final long MAX_DROPPED = 16 << 20;

    private static final String JSON = "application/json; charset=utf-8";

    private final Duration patience;
    private final Unread unread;

    private Intake(Duration patience, Unread unread) {
        this.patience = patience;
        this.unread = unread;
    }

    static void install(Server server, Duration patience, Unread unread) {
        server.setHandler(new Intake(patience, unread));
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
        Body body = new Body(request, unread.counting(request, response), callback);
        return !body.arrived() || super.handle(body, body.response, callback);
    }

    private boolean refuse(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.setStatus(status);
        // Not by Jetty's way of writing errors, after which nothing more can be read.
        return answer(response, Callback.from(new Rest(request, callback), callback::failed));
    }

    /** Says what {@link #told} has of the status that is set. */
    private static boolean answer(Response response, Callback callback) {
        byte[] body = body(told(response.getStatus())).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    static String told(int status) {
        return switch (status) {
            case 400 -> "this is no well-formed request of HTTP/1.1, or its address has what no address may have";
            case 401 -> "the token that the server printed when it started is needed";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 408 -> "the body did not come in time";
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

    /**
     * A request whose body is read as it comes and then handed on whole. Jetty's handler for this leaves a request without an
     * end when the client goes away before its answer, or when the body stops coming.
     */
    private final class Body extends Request.Wrapper implements Invocable.Task {
        private final Response response;
        private final Callback callback;
        private final long begun = System.nanoTime();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Content.Source whole = Content.Source.from();

        Body(Request request, Response response, Callback callback) {
            super(request);
            this.response = response;
            this.callback = callback;
        }

        /** Whether all of it is there. If not, the request is refused, or {@link #run} is called when more has come. */
        boolean arrived() {
            for (Content.Chunk chunk = super.read(); chunk != null; chunk = super.read()) {
                if (Content.Chunk.isFailure(chunk)) {
                    return !refuse(
                            chunk.getFailure() instanceof TimeoutException
                                    ? HttpStatus.REQUEST_TIMEOUT_408
                                    : HttpStatus.BAD_REQUEST_400);
                }
                bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
                chunk.release();
                if (bytes.size() > Requests.MAX_BODY) {
                    return !refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
                }
                if (chunk.isLast()) {
                    whole = Content.Source.from(ByteBuffer.wrap(bytes.toByteArray()));
                    return true;
                }
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                return !refuse(HttpStatus.REQUEST_TIMEOUT_408);
            }
            super.demand(this);
            return false;
        }

        private boolean refuse(int status) {
            return Intake.this.refuse(getWrapped(), response, callback, status);
        }

        @Override
        public void run() {
            if (arrived()) {
                getContext().execute(this::serve);
            }
        }

        private void serve() {
            try {
                if (!Intake.super.handle(this, response, callback)) {
                    refuse(HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                // Whatever it is, the request must end.
                callback.failed(e);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public Content.Chunk read() {
            return whole.read();
        }
    }

    /** What comes of a refused request after its answer, until that ends, takes too long or is too much. */
    private final class Rest implements Invocable.Task {
        private final Request request;
        private final Callback callback;
        private final long begun = System.nanoTime();
        private long dropped;

        Rest(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
                dropped += chunk.remaining();
                chunk.release();
                if (last || dropped > MAX_DROPPED) {
                    callback.succeeded();
                    return;
                }
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                callback.succeeded();
            } else {
                request.demand(this);
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    /** What is refused before the routes, in the same form as by them. */
    private static final class Errors extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            return answer(response, callback);
        }
    }
}
