package org.tumen.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tumen.analysis.BatchData;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Engines;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.StoredExperiment;
import org.tumen.outcome.RunFailure;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.store.RunPlan;
import org.tumen.summary.StoredBatch;
import org.tumen.words.Numbers;

/** Makes the runs of an experiment with progress and interruption, and describes what is stored. */
public record ExperimentRun(Experiment experiment, Path folder, StudySession session) {
    /** Keeps the scenarios at hand, so that what is stored of them is not read again. */
    public ExperimentRun {
        StoredExperiment.remember(experiment);
    }

    /**
     * A finished experiment.
     *
     * @param arms the description of each arm's completed runs
     * @param digest the digest of the outcome table
     * @param note a line on how it came about
     */
    public record Finished(List<BatchData> arms, List<RunFailure> failures, String digest, String note) {
        public Finished {
            arms = List.copyOf(arms);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Makes the runs that are missing and then, block by block, those that are wanted on top; then describes all.
     *
     * @param more the runs that are wanted next of a result, stored ones among them; none when it is enough
     */
    public Finished run(long runs, Function<ResultReader, List<Job.Slice>> more) throws InterruptedException {
        return inStore(RunPlan.each(runs), (store, cancellation) -> {
            String note = simulate(store, cancellation, Job.everyArm(experiment, runs));
            for (List<Job.Slice> wanted = wanted(more, store); !wanted.isEmpty(); wanted = wanted(more, store)) {
                note = simulate(store, cancellation, wanted);
            }
            return describe(store, note, cancellation);
        });
    }

    /** Makes some runs and describes nothing: a share of the runs is no result. */
    public Share share(List<Job.Slice> slices, RunPlan plan) throws InterruptedException {
        return inStore(plan, (store, cancellation) -> {
            String note = simulate(store, cancellation, slices);
            return new Share(store.rows(), store.failed(), store.digest().hex(), note);
        });
    }

    /**
     * A finished share of an experiment.
     *
     * @param rows the runs in its folder
     * @param failed how many of them failed
     * @param note a line on how it came about
     */
    public record Share(long rows, long failed, String digest, String note) {}

    /**
     * Makes what is missing of some runs of some arms.
     *
     * @param plan what is wanted of the whole experiment, for those who look for gaps
     * @return a line on how they came about
     */
    public String make(List<Job.Slice> slices, RunPlan plan) throws InterruptedException {
        return inStore(plan, (store, cancellation) -> simulate(store, cancellation, slices));
    }

    /** Works in a store that is open. */
    @FunctionalInterface
    private interface Work<T> {
        T in(ResultStore store, Cancellation cancellation) throws InterruptedException;
    }

    private <T> T inStore(RunPlan plan, Work<T> work) throws InterruptedException {
        Cancellation cancellation = session.cancellation().inner();
        try (Interruption stop = new Interruption(cancellation);
                ResultStore store = ResultStore.open(folder, experiment.identity(), plan)) {
            store.notices().forEach(session.err()::println);
            store.madeBy(session.command());
            if (session.execution().force()) {
                store.clear();
            }
            return work.in(store, cancellation);
        }
    }

    /** What is wanted and not stored: a failed run is stored too, and no reason to ask again. */
    private List<Job.Slice> wanted(Function<ResultReader, List<Job.Slice>> more, ResultStore store) {
        try (ResultReader reader = ResultReader.open(folder)) {
            return more.apply(reader).stream()
                    .filter(s -> !store.missing(s.arm(), s.from(), s.to()).isEmpty())
                    .toList();
        }
    }

    private String simulate(ResultStore store, Cancellation cancellation, List<Job.Slice> slices)
            throws InterruptedException {
        Job job = new Job(experiment, store, slices, session.execution(), cancellation);
        try (RunProgress progress = new RunProgress(experiment.name(), session)) {
            Engines.named(session.execution().engine()).run(job, progress);
            cancellation.check();
            boolean made = progress.runs() > 0;
            // What was killed between its last part and the manifest, or whose manifest was damaged, has all runs and
            // no end.
            if (made || !store.finished()) {
                store.finish(about(progress));
            }
            return made
                    ? String.format(
                            Locale.ROOT,
                            "%s simulated, %,.0f a second",
                            Numbers.counted(progress.runs(), "run"),
                            progress.rate())
                    : "Runs already stored; --force computes them again";
        }
    }

    private Map<String, Object> about(RunProgress progress) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("command", session.command());
        about.put("engine", session.execution().engine());
        about.put("threads", session.execution().threads());
        about.put("runs_made", progress.runs());
        about.put("runs_a_second", Math.round(progress.rate()));
        return about;
    }

    /** Says that more runs are stored than were asked for, and that all are used; empty where no more are. */
    public static String beyond(long wanted, long used) {
        return used <= wanted
                ? ""
                : String.format(
                        Locale.ROOT,
                        "You asked for %s; more are stored, and all %,d are used (--force computes the result anew).",
                        Numbers.counted(wanted, "run"),
                        used);
    }

    private Finished describe(ResultStore store, String note, Cancellation cancellation) {
        try (ResultReader reader = ResultReader.open(store.folder());
                StageProgress steps = new StageProgress(experiment.name(), session.err(), cancellation)) {
            List<BatchData> arms = new ArrayList<>();
            reader.identity().arms().forEach(arm -> arms.add(StoredBatch.of(reader, arm, steps)));
            return new Finished(arms, reader.failures(), store.digest().hex(), note);
        }
    }
}
