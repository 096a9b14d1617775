package org.tumen.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers whose clients do not read. Each holds a thread of the server, which has 250, until Jetty gives up on it after half a
 * minute, so only so many may wait at a time, whatever they answer: while they do, large answers are refused, and what must
 * wait all the same, such as many small ones over one connection, is cut off.
 */
final class Unread {
    static final int MOST = 64;

    /** In bytes; the system takes as much for a client that reads nothing yet, so that nothing waits. */
    private static final int SMALL = 64 * 1024;

    private final Semaphore places = new Semaphore(MOST);

    /** Refuses an answer that may have to wait while no other may. */
    void check(Context ctx) throws IOException {
        InputStream body = ctx.resultInputStream();
        if (places.availablePermits() == 0 && body != null && body.available() > SMALL) {
            body.close();
            throw new RequestRefusedException(
                    429, MOST + " answers wait for clients that do not read them; try again in a moment");
        }
    }

    /** The response to a request, so written that its waiting counts. */
    Response counting(Request request, Response response) {
        return new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
                // Of the end of writing and the end of this method, whichever is second finds this set.
                AtomicBoolean one = new AtomicBoolean();
                super.write(last, content, Callback.from(callback, () -> {
                    if (one.getAndSet(true)) {
                        places.release();
                    }
                }));
                if (one.get()) {
                    return;
                }
                boolean place = places.tryAcquire();
                if (place && one.getAndSet(true)) {
                    places.release();
                } else if (!place && !one.get()) {
                    request.getConnectionMetaData()
                            .getConnection()
                            .getEndPoint()
                            .close(new IOException("too many clients do not read their answers"));
                }
            }
        };
    }
}
