package org.tumen.study;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.RunListener;

/** Shows how many runs are made, a bar on a terminal and a plain line every two seconds elsewhere; tells the session's listener. */
final class RunProgress implements RunListener, AutoCloseable {
    private final String task;
    private final PrintWriter err;
    private final boolean terminal;
    private final RunListener listener;
    private final AtomicLong made = new AtomicLong();
    private final ScheduledExecutorService clock = StageProgress.clock();
    private volatile long total;
    private volatile long began;
    private @Nullable ProgressBar bar;

    RunProgress(String task, StudySession session) {
        this.task = task;
        err = session.err();
        terminal = session.interactive();
        listener = session.listener();
    }

    @Override
    public void started(long runs) {
        listener.started(runs);
        total = runs;
        began = System.nanoTime();
        if (runs == 0) {
            return;
        }
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(runs)
                    .setUnit(" runs", 1)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .build();
        } else {
            clock.scheduleAtFixedRate(
                    this::line, StageProgress.PERIOD_SECONDS, StageProgress.PERIOD_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void made(int runs) {
        listener.made(runs);
        made.addAndGet(runs);
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepBy(runs);
        }
    }

    @Override
    public void stored(String arm, long from, long to) {
        listener.stored(arm, from, to);
    }

    private void line() {
        long done = made.get();
        double rate = done / seconds();
        String left = rate > 0 ? String.format(Locale.ROOT, "%.0f s left", (total - done) / rate) : "starting";
        err.printf(Locale.ROOT, "%s: %,d of %,d runs, %,.0f runs a second, %s%n", task, done, total, rate, left);
        err.flush();
    }

    private double seconds() {
        return Math.max(1e-9, (System.nanoTime() - began) / 1e9);
    }

    /** Runs made so far. */
    long runs() {
        return made.get();
    }

    /** Runs a second so far; 0 when none were made. */
    double rate() {
        return made.get() == 0 ? 0 : made.get() / seconds();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
        }
    }
}
