package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tumen.chart.BatchData;
import org.tumen.experiment.Engines;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.SampleRuns;
import org.tumen.report.ResultFiles;
import org.tumen.report.Samples;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the runs of an experiment with progress and interruption, and describes what is stored. */
final class ExperimentRun {
    private static final int SAMPLE_RUNS = 5;
    private static final int GRACE_SECONDS = 20;

    private final Experiment experiment;
    private final Path folder;
    private final ExecutionOptions execution;
    private final CommandSpec spec;
    private final PrintWriter err;

    ExperimentRun(Experiment experiment, Path folder, ExecutionOptions execution, CommandSpec spec) {
        this.experiment = experiment;
        this.folder = folder;
        this.execution = execution;
        this.spec = spec;
        err = spec.commandLine().getErr();
    }

    /**
     * A finished experiment.
     *
     * @param folder its result folder
     * @param arms the description of each arm
     * @param digest the digest of the outcome table
     * @param note what to say of how it came about, to follow a headline
     */
    record Finished(Path folder, List<BatchData> arms, String digest, String note) {
        /** Draws the pictures of each arm; those of several arms go to folders of their own. */
        void writePictures() {
            ResultReport.pictures(folder, arms);
        }

        /** Writes the report, and returns where it is. */
        Path writeReport() {
            try (ResultReader reader = ResultReader.open(folder)) {
                return ResultReport.write(reader, arms);
            }
        }
    }

    /** Makes the runs that are missing, then describes all that are stored. */
    Finished run(long runs) throws InterruptedException {
        Shard share = execution.shard == null ? new Shard(1, 1) : Shard.parse(execution.shard);
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupted(cancelled, done), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try (ResultStore store = ResultStore.open(folder, experiment.identity(), runs)) {
            store.notices().forEach(err::println);
            if (execution.force) {
                store.clear();
            }
            String note = simulate(store, cancelled, share.from(runs), share.to(runs));
            if (cancelled.get()) {
                throw new InterruptedException("interrupted");
            }
            return describe(store, note);
        } finally {
            done.countDown();
            removeHook(hook);
        }
    }

    private String simulate(ResultStore store, AtomicBoolean cancelled, long from, long to)
            throws InterruptedException {
        Job job = new Job(
                experiment,
                store,
                Job.everyArm(experiment, from, to),
                new Job.Settings(execution.threadCount(), execution.events, execution.failureLimit),
                cancelled);
        try (RunProgress progress = new RunProgress(experiment.name(), err, Terminal.isInteractive())) {
            Engines.named(execution.engine).run(job, progress);
            if (cancelled.get()) {
                return "";
            }
            if (progress.runs() == 0) {
                return " (already stored; --force computes again)";
            }
            store.finish(about(progress));
            return String.format(java.util.Locale.ROOT, " (%,.0f runs a second)", progress.rate());
        }
    }

    private Map<String, Object> about(RunProgress progress) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("command", command());
        about.put("engine", execution.engine);
        about.put("threads", execution.threadCount());
        about.put("runs_made", progress.runs());
        about.put("runs_a_second", Math.round(progress.rate()));
        return about;
    }

    /** What the user typed, words with other than plain characters quoted for a shell. */
    private String command() {
        StringBuilder command = new StringBuilder("tumen");
        for (String word : spec.root().commandLine().getParseResult().originalArgs()) {
            boolean plain = word.matches("[\\w@%+=:,./-]+");
            command.append(' ').append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return command.toString();
    }

    private Finished describe(ResultStore store, String note) {
        Map<String, Samples.Series> samples = new LinkedHashMap<>();
        for (Experiment.ArmSpec arm : experiment.arms()) {
            SampleRuns first = SampleRuns.first(arm.scenario(), experiment.seed(), SAMPLE_RUNS);
            samples.put(arm.name(), new Samples.Series(first.stability(), first.tension()));
        }
        store.write(Samples.FILE, new Samples(samples).toJson());
        try (ResultReader reader = ResultReader.open(folder)) {
            List<BatchData> arms = ResultFiles.describe(reader);
            ResultFiles.summaries(arms, (relative, content) -> store.write(relative, content::writeTo));
            return new Finished(folder, arms, store.digest().hex(), note);
        }
    }

    private void interrupted(AtomicBoolean cancelled, CountDownLatch done) {
        cancelled.set(true);
        try {
            if (!done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                err.println("Still storing after " + GRACE_SECONDS + " seconds; leaving. What was stored is kept.");
            } else {
                err.println("Interrupted. What was finished is stored; the same command goes on from there.");
            }
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown that the hook serves is under way.
            Thread.onSpinWait();
        }
    }
}
