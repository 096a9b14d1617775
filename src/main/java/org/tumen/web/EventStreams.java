package org.tumen.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/** Sends snapshots of a batch as server-sent events while its runs arrive. A reader that goes away ends its stream. */
final class EventStreams implements AutoCloseable {
    /** Each holds a thread of the server, which has 250. */
    static final int MAX_STREAMS = 32;

    private static final int PAUSE_MILLIS = 200;
    private static final int SILENCE_MILLIS = 5_000;

    private final Semaphore places = new Semaphore(MAX_STREAMS);
    private final Places folders;
    private volatile boolean closed;

    EventStreams(Places folders) {
        this.folders = folders;
    }

    void send(Context ctx, LiveBatch batch) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new RequestRefusedException(429, "there are " + MAX_STREAMS + " streams open; close one");
        }
        try {
            ctx.res().setContentType("text/event-stream; charset=utf-8");
            stream(ctx.res().getOutputStream(), batch);
        } catch (IOException e) {
            // The reader has gone; there is nobody left to tell.
            Thread.onSpinWait();
        } finally {
            places.release();
        }
    }

    private void stream(OutputStream out, LiveBatch batch) throws IOException, InterruptedException {
        int known = 0;
        while (!closed) {
            batch.await(known, SILENCE_MILLIS);
            boolean ended = batch.state() != LiveBatch.State.RUNNING;
            int now = batch.completed();
            if (now == known && !ended) {
                write(out, "event: still\ndata: {}\n\n");
                continue;
            }
            known = now;
            long before = System.nanoTime();
            String told = folders.answered(Snapshot.of(batch)).toString();
            write(out, "event: " + (ended ? "end" : "snapshot") + "\ndata: " + told + "\n\n");
            if (ended) {
                return;
            }
            // A large batch is costly to describe; describing never takes more than a third of the time.
            long spent = (System.nanoTime() - before) / 1_000_000;
            Thread.sleep(Math.max(PAUSE_MILLIS, 2 * spent));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
    }
}
