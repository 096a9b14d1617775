package org.tumen.study;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Uncertainties;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.words.Numbers;

/** Tells what a study would take: points, runs, what is stored, time and disk. Nothing is written. */
public final class DryRun {
    private static final int FIRST = 32;
    private static final long ENOUGH_NANOS = 300_000_000L;
    private static final long WARM_NANOS = 1_000_000_000L;
    private static final double NANOS = 1e9;

    // Measured on stored batches of the baseline: an outcome or a drawn value takes its eight bytes, a run its share of
    // the
    // weekly counts and receipts, and its events a tenth of what they are before compression.
    private static final int BYTES_OF_A_VALUE = 8;
    private static final int BYTES_OF_A_RUN = 100;
    private static final int BYTES_OF_EVENTS = 2_000;
    /** Tables, pictures and the report. */
    private static final long BYTES_OF_A_REPORT = 5_000_000;

    private DryRun() {}

    /** Tells of the work of each folder. */
    public static void tell(List<Workload> works, StudySession session) throws InterruptedException {
        if (session.execution().shard() != null) {
            throw new UsageException("--dry-run describes a whole study; leave --shard out");
        }
        PrintWriter out = session.out();
        out.println("A dry run: nothing was written, and no run was kept.");
        for (Workload work : works) {
            long stored = session.execution().force() ? 0 : stored(work);
            long left = Math.max(0, work.runs() - stored);
            out.printf(Locale.ROOT, "%nResult folder  %s%n", work.folder());
            out.printf(Locale.ROOT, "Points         %s%n", work.points());
            out.printf(
                    Locale.ROOT,
                    "Runs           %,d of %s, %,d of them stored%n",
                    work.runs(),
                    Numbers.counted(work.sample().weeks(), "week"),
                    Math.min(stored, work.runs()));
            out.printf(Locale.ROOT, "Time           %s%n", time(work, left, session));
            out.printf(Locale.ROOT, "Disk           about %s more%n", size(left * bytes(work) + BYTES_OF_A_REPORT));
            if (!work.note().isEmpty()) {
                out.println("Note           " + work.note());
            }
        }
        out.flush();
    }

    private static long stored(Workload work) {
        if (!Manifest.exists(work.folder())) {
            return 0;
        }
        try (ResultReader reader = ResultReader.open(work.folder())) {
            return reader.made();
        }
    }

    private static String time(Workload work, long left, StudySession session) throws InterruptedException {
        if (left == 0) {
            return "no run is missing; analysing and drawing take some seconds";
        }
        double rate = rate(work.sample(), session);
        int threads = session.execution().threads();
        return String.format(
                Locale.ROOT,
                "about %s of simulation on %s (%,.0f runs a second on one, measured now); analysing and drawing come on top",
                duration(left / rate / threads),
                Numbers.counted(threads, "thread"),
                rate);
    }

    /** Runs a second on one thread, once the virtual machine has warmed to the work. */
    private static double rate(Scenario sample, StudySession session) throws InterruptedException {
        ExecutionSettings alone = ExecutionSettings.local(1, Long.MAX_VALUE);
        StudySession quiet = StudySession.quiet(alone, session.cancellation(), RunListener.NONE);
        long start = System.nanoTime();
        int runs = FIRST;
        while (true) {
            long begun = System.nanoTime();
            Tumen.run(Tumen.plan(sample, 1), runs, quiet);
            long took = System.nanoTime() - begun;
            if (took >= ENOUGH_NANOS && begun - start >= WARM_NANOS) {
                return runs * NANOS / took;
            }
            runs = took >= ENOUGH_NANOS ? runs : 2 * runs;
        }
    }

    private static long bytes(Workload work) {
        Uncertainties uncertain = work.sample().uncertainties();
        // What is drawn is shared by the runs of a point.
        int drawn = uncertain == null ? 0 : uncertain.parameters().size() / uncertain.replicates();
        long values = (long) BYTES_OF_A_VALUE * (Outcome.all().size() + drawn);
        return values + BYTES_OF_A_RUN + (work.events() ? BYTES_OF_EVENTS : 0);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%,d MB", Math.max(1, Math.round(bytes / 1e6)))
                : String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
    }

    private static String duration(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds));
        }
        return seconds < 5400
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%,.1f h", seconds / 3600);
    }
}
