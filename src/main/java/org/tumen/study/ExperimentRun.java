package org.tumen.study;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.experiment.Engines;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.SampleRuns;
import org.tumen.report.ResultSummary;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.store.RunPlan;
import org.tumen.summary.Samples;

/** Makes the runs of an experiment with progress and interruption, and describes what is stored. */
public final class ExperimentRun {
    private static final int SAMPLE_RUNS = 5;

    private final Experiment experiment;
    private final Path folder;
    private final StudySession session;
    private final ExecutionSettings execution;
    private final PrintWriter err;

    public ExperimentRun(Experiment experiment, Path folder, StudySession session) {
        this.experiment = experiment;
        this.folder = folder;
        this.session = session;
        execution = session.execution();
        err = session.err();
    }

    /**
     * A finished experiment.
     *
     * @param folder its result folder
     * @param summary the description of each arm, and the runs that failed
     * @param digest the digest of the outcome table
     * @param note what to say of how it came about, to follow a headline
     * @param err where progress is told
     */
    public record Finished(Path folder, ResultSummary summary, String digest, String note, PrintWriter err) {
        private String name() {
            return arms().size() == 1 ? arms().get(0).name() : String.valueOf(folder.getFileName());
        }

        /** The description of each arm. */
        public List<BatchData> arms() {
            return summary.arms();
        }

        /** Writes the report, and returns where it is. */
        public Path writeReport() {
            return ResultReport.write(folder, arms());
        }

        /** The same, and draws the pictures of each arm meanwhile. */
        public Path writePicturesAndReport() {
            try (StageProgress steps = new StageProgress(name(), err)) {
                return ResultReport.picturesAndReport(folder, arms(), steps);
            }
        }
    }

    /**
     * Makes the runs that are missing, then describes all that are stored.
     */
    public Finished run(long runs) throws InterruptedException {
        return run(runs, reader -> List.of());
    }

    /** Says which runs are still wanted of a result. */
    @FunctionalInterface
    public interface More {
        /** The runs that are wanted next, stored ones among them; empty when it is enough. */
        List<Job.Slice> wanted(ResultReader reader);
    }

    /**
     * Makes the runs that are missing and then, block by block, those that are wanted on top; then describes all.
     */
    public Finished run(long runs, More more) throws InterruptedException {
        return inStore(RunPlan.each(runs), (store, cancelled) -> {
            String note = simulate(store, cancelled, Job.everyArm(experiment, 0, runs));
            List<Job.Slice> wanted = cancelled.get() ? List.of() : wanted(more);
            while (!wanted.isEmpty() && !cancelled.get()) {
                note = simulate(store, cancelled, wanted);
                wanted = cancelled.get() ? List.of() : wanted(more);
            }
            return cancelled.get() ? null : describe(store, experiment, note, err);
        });
    }

    /** Makes some runs and describes nothing: a share of the runs is no result. */
    Share share(List<Job.Slice> slices, RunPlan plan) throws InterruptedException {
        return inStore(plan, (store, cancelled) -> {
            String note = simulate(store, cancelled, slices);
            return cancelled.get()
                    ? null
                    : new Share(store.rows(), store.failed(), store.digest().hex(), note);
        });
    }

    /**
     * A finished share of an experiment.
     *
     * @param rows the runs in its folder
     * @param failed how many of them failed
     * @param digest their digest
     * @param note what to say of how it came about
     */
    record Share(long rows, long failed, String digest, String note) {}

    /**
     * Makes what is missing of some runs of some arms.
     *
     * @param slices the runs
     * @param plan what is wanted of the whole experiment, for those who look for gaps
     * @return what to say of how they came about, to follow a headline
     */
    public String make(List<Job.Slice> slices, RunPlan plan) throws InterruptedException {
        return inStore(plan, (store, cancelled) -> {
            String note = simulate(store, cancelled, slices);
            return cancelled.get() ? null : note;
        });
    }

    /** Works in a store that is open; yields null when it was interrupted. */
    @FunctionalInterface
    private interface Work<T> {
        @Nullable
        T in(ResultStore store, AtomicBoolean cancelled) throws InterruptedException;
    }

    private <T> T inStore(RunPlan plan, Work<T> work) throws InterruptedException {
        AtomicBoolean cancelled = new AtomicBoolean();
        try (Interruption stop = new Interruption(cancelled);
                ResultStore store = ResultStore.open(folder, experiment.identity(), plan)) {
            store.notices().forEach(err::println);
            if (execution.force()) {
                store.clear();
            }
            T result = work.in(store, cancelled);
            if (result == null) {
                throw new InterruptedException("interrupted");
            }
            return result;
        }
    }

    private List<Job.Slice> wanted(More more) {
        try (ResultReader reader = ResultReader.open(folder)) {
            return more.wanted(reader);
        }
    }

    private String simulate(ResultStore store, AtomicBoolean cancelled, List<Job.Slice> slices)
            throws InterruptedException {
        Job job = new Job(
                experiment,
                store,
                slices,
                new Job.Settings(execution.threads(), execution.events(), execution.failureLimit(), execution.master()),
                cancelled);
        try (RunProgress progress = new RunProgress(experiment.name(), err, session.interactive())) {
            Engines.named(execution.engine()).run(job, progress);
            if (cancelled.get()) {
                return "";
            }
            if (progress.runs() == 0) {
                return " (already stored; --force computes again)";
            }
            store.finish(about(progress));
            return String.format(Locale.ROOT, " (%,.0f runs a second)", progress.rate());
        }
    }

    private Map<String, Object> about(RunProgress progress) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("command", session.command());
        about.put("engine", execution.engine());
        about.put("threads", execution.threads());
        about.put("runs_made", progress.runs());
        about.put("runs_a_second", Math.round(progress.rate()));
        return about;
    }

    /** Writes the samples and summaries of a result and describes it. */
    public static Finished describe(ResultStore store, Experiment experiment, String note, PrintWriter err) {
        Map<String, Samples.Series> samples = new LinkedHashMap<>();
        for (Experiment.ArmSpec arm : experiment.arms()) {
            SampleRuns first = SampleRuns.first(arm.scenario(), experiment.seed(), SAMPLE_RUNS);
            samples.put(arm.name(), new Samples.Series(first.stability(), first.tension()));
        }
        store.write(Samples.FILE, new Samples(samples).toJson());
        try (ResultReader reader = ResultReader.open(store.folder());
                StageProgress steps = new StageProgress(experiment.name(), err)) {
            ResultSummary summary =
                    ResultSummary.write(reader, (relative, content) -> store.write(relative, content::writeTo), steps);
            return new Finished(store.folder(), summary, store.digest().hex(), note, err);
        }
    }
}
