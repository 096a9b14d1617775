package org.tumen.study;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tumen.experiment.Cancellation;
import org.tumen.summary.StageListener;

/**
 * A line every two seconds on how far a command has come beside the runs it makes; none where it is done sooner. Each step ends
 * in a {@link java.util.concurrent.CancellationException} where the work is to stop.
 */
public final class StageProgress implements StageListener, AutoCloseable {
    static final int PERIOD_SECONDS = 2;

    private final String task;
    private final PrintWriter err;
    private final Cancellation cancellation;
    private final AtomicLong done = new AtomicLong();
    private final ScheduledExecutorService clock = clock();
    private volatile Stage stage = new Stage("", "", 0);

    /** What is being done, in which unit, and how many of them there are; 0 when nobody knows. */
    private record Stage(String what, String unit, long of) {}

    public StageProgress(String task, PrintWriter err) {
        this(task, err, new Cancellation());
    }

    public StageProgress(String task, StudySession session) {
        this(task, session.err(), session.cancellation());
    }

    StageProgress(String task, PrintWriter err, Cancellation cancellation) {
        this.task = task;
        this.err = err;
        this.cancellation = cancellation;
        clock.scheduleAtFixedRate(this::line, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** A thread that tells of progress, and ends with the program. */
    static ScheduledExecutorService clock() {
        return Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void begin(String what, int steps) {
        begin(what, "steps", steps);
    }

    public void begin(String what, String unit, long of) {
        begin(what, unit, of, 0);
    }

    /** Something has come so far already. */
    public void begin(String what, String unit, long of, long already) {
        cancellation.checkpoint();
        done.set(already);
        stage = new Stage(what, unit, of);
    }

    /** Something begins of which nobody knows how far it has come; nothing is told while it is empty. */
    public void begin(String what) {
        begin(what, "", 0);
    }

    @Override
    public void done() {
        done(1);
    }

    public void done(long more) {
        done.addAndGet(more);
        cancellation.checkpoint();
    }

    private void line() {
        Stage now = stage;
        if (now.what().isEmpty()) {
            return;
        }
        String far =
                now.of() == 0 ? "" : String.format(Locale.ROOT, ", %,d of %,d %s", done.get(), now.of(), now.unit());
        err.println(task + ": " + now.what() + far);
        err.flush();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
