package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of the routes, before others than the page's. */
class IntakeTest {
    private static final String POST = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    private static final String LENGTH = POST + "Content-Length: 11\r\n\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final long IDLE_MILLIS = 30_000;

    /** Jetty does so with the buffer of a malformed request; another request may have come between. */
    @Test
    void aBufferThatIsGivenBackTwiceIsNotHadByTwo() {
        HttpConfiguration http = new HttpConfiguration();
        ByteBufferPool buffers =
                Intake.connector(new Server(), http, "127.0.0.1", 0).getByteBufferPool();
        buffers.acquire(http.getInputBufferSize(), false).release();
        // A pool would hand out that one.
        RetainableByteBuffer malformed = buffers.acquire(http.getInputBufferSize(), false);
        malformed.release();
        RetainableByteBuffer next = buffers.acquire(http.getInputBufferSize(), false);
        assertThatIllegalStateException().isThrownBy(malformed::release);
        RetainableByteBuffer third = buffers.acquire(http.getInputBufferSize(), false);
        assertThat(third.getByteBuffer().array())
                .isNotSameAs(next.getByteBuffer().array());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LENGTH + "all at once",
                LENGTH + "all| at once",
                CHUNKED + "3\r\nall\r\n|8\r\n at once\r\n0\r\n\r\n"
            })
    void aBodyIsHandedOnWholeAndOnce(String pieces) throws Exception {
        Request.Handler echo = (request, response, callback) -> {
            String body = Content.Source.asString(request);
            Content.Sink.write(response, true, body + "." + Content.Source.asString(request), callback);
            return true;
        };
        assertThat(answer(echo, Intake.PATIENCE, IDLE_MILLIS, pieces))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\nall at once.");
    }

    /** However its serving ends, and however its body came, a request has an end. */
    @ParameterizedTest
    @ValueSource(strings = {POST + "\r\n", LENGTH + "all at once", LENGTH + "all| at once"})
    void whatFailsIsToldToo(String pieces) throws Exception {
        Request.Handler failing = (request, response, callback) -> {
            callback.failed(new IOException("the client has gone"));
            return true;
        };
        Request.Handler throwing = (request, response, callback) -> {
            throw new AssertionError("a fault");
        };
        Request.Handler none = (request, response, callback) -> false;
        assertThat(answer(failing, Intake.PATIENCE, IDLE_MILLIS, pieces)).startsWith("HTTP/1.1 500");
        assertThat(answer(throwing, Intake.PATIENCE, IDLE_MILLIS, pieces)).startsWith("HTTP/1.1 500");
        assertThat(answer(none, Intake.PATIENCE, IDLE_MILLIS, pieces)).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, LENGTH + "all", LENGTH + "all| at", CHUNKED + "3\r\nall\r\n"})
    void aBodyThatDoesNotComeIsGivenUp(String pieces) throws Exception {
        Request.Handler never = (request, response, callback) -> {
            throw new AssertionError("served without its body");
        };
        String late = "{\"error\":\"the body did not come in time\"}";
        // Nothing comes any more; something comes from time to time.
        assertThat(answer(never, Intake.PATIENCE, 50, pieces))
                .startsWith("HTTP/1.1 408")
                .contains("Connection: close")
                .endsWith(late);
        assertThat(answer(never, Duration.ZERO, IDLE_MILLIS, pieces))
                .startsWith("HTTP/1.1 408")
                .endsWith(late);
    }

    /**
     * The answer to a request.
     *
     * @param idleMillis how long the client may be silent once all is sent
     * @param pieces what is sent, each piece after a bar when what came before has been read
     */
    private static String answer(Request.Handler handler, Duration patience, long idleMillis, String pieces)
            throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        Server server = new Server();
        Intake.install(server, patience, new Unread());
        ((Handler.Wrapper) server.getHandler()).setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return handler.handle(request, response, callback);
            }
        });
        server.setHandler(new Handler.Wrapper(server.getHandler()) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                try {
                    return super.handle(request, response, callback);
                } finally {
                    read.countDown();
                }
            }
        });
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        server.start();
        try {
            LocalConnector.LocalEndPoint client = connector.connect();
            for (String piece : pieces.split("\\|")) {
                client.addInput(piece);
                assertThat(read.await(1, TimeUnit.MINUTES)).isTrue();
            }
            client.setIdleTimeout(idleMillis);
            return client.getResponse(false, 1, TimeUnit.MINUTES);
        } finally {
            server.stop();
        }
    }
}
