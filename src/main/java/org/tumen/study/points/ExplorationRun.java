package org.tumen.study.points;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.document.InvalidInputException;
import org.tumen.experiment.DesignExperiment;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.DerivedFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultSort;
import org.tumen.store.RunPlan;
import org.tumen.study.ExperimentRun;
import org.tumen.study.Exploration;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interim;
import org.tumen.study.NamedParameters;
import org.tumen.study.ResultFolders;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.study.Workload;
import org.tumen.study.result.FailedRuns;
import org.tumen.study.result.ShardRun;
import org.tumen.words.Numbers;

/** Makes the runs of the points of an exploration in a result folder, reads them back, and writes files beside them. */
public final class ExplorationRun {
    private final Exploration study;
    private final Experiment experiment;
    private final Path folder;
    private StudySession session;
    private @Nullable StageProgress progress;
    private List<RunFailure> failures = List.of();
    private final String subject;
    private final List<Map<String, String>> points;
    private final boolean commonLuck;
    private final @Nullable Path out;

    /**
     * Checks all points; nothing is simulated yet.
     *
     * @param name how the experiment is called after its study
     * @param subject what is done, such as "sweep"
     * @param commonLuck whether run j of every point has the same random numbers; else each point has runs of its own
     * @throws InvalidInputException when a point is no scenario
     */
    public ExplorationRun(
            Exploration study,
            String name,
            String subject,
            List<Map<String, String>> points,
            boolean commonLuck,
            @Nullable Path out,
            StudySession session) {
        this.study = study;
        this.subject = subject;
        this.points = List.copyOf(points);
        this.session = session;
        this.commonLuck = commonLuck;
        this.out = out;
        experiment = DesignExperiment.of(
                study.name() + "-" + name, List.copyOf(study.arms().values()), points, study.seed());
        folder = ResultFolders.of(out, experiment.identity().folderName());
    }

    /** What the runs take. */
    public List<Workload> workload(String note) {
        return List.of(Workload.of(experiment, "point", study.runs(), folder, false, note));
    }

    /** All that a command does with the runs of its points. */
    @FunctionalInterface
    public interface Work {
        Findings run() throws InterruptedException;
    }

    public Path folder() {
        return folder;
    }

    public Experiment experiment() {
        return experiment;
    }

    /**
     * Makes a share of the runs of every point, when that is all that was asked for; else works, and keeps other
     * processes out of the result folder until all is told and drawn.
     *
     * @return what was found; none of a share
     */
    public List<Findings> make(Work work) throws InterruptedException {
        if (session.execution().shard() != null) {
            ShardRun.make(experiment, plan(), out, session);
            return List.of();
        }
        try (FolderLock alone = FolderLock.hold(folder, ResultSort.RUNS);
                StageProgress telling = new StageProgress(study.name(), session)) {
            progress = telling;
            return List.of(work.run());
        }
    }

    /** What is done beside the runs, which tell of themselves. */
    private void tell(String what) {
        if (progress != null) {
            progress.begin(what);
        }
    }

    private RunPlan plan() {
        return new RunPlan(0, study.runs(), commonLuck ? 0 : study.runs());
    }

    private List<Job.Slice> slices(RunPlan plan) {
        return IntStream.range(0, experiment.arms().size())
                .mapToObj(i -> new Job.Slice(DesignExperiment.arm(i), plan.from(i), plan.to(i)))
                .toList();
    }

    /** Makes what is missing of the runs of every arm at every point and reads them, arm by arm. */
    public List<DesignOutcomes> runArms(List<Outcome> wanted) throws InterruptedException {
        DesignOutcomes all = run(wanted);
        int arms = study.arms().size();
        return IntStream.range(0, arms).mapToObj(a -> all.arm(a, arms)).toList();
    }

    /** Makes what is missing of the runs of every point and reads them. */
    public DesignOutcomes run(List<Outcome> wanted) throws InterruptedException {
        RunPlan plan = plan();
        int points = experiment.arms().size();
        session.out().println(make(study.outcomes(), slices(plan), plan));
        try (ResultReader reader = ResultReader.open(folder)) {
            DesignOutcomes explored = DesignOutcomes.read(reader, wanted, points, study.runs(), plan::from);
            if (explored.dropped() == study.runs()) {
                throw new IllegalStateException("no run was completed at every point");
            }
            return explored;
        }
    }

    /** How much was simulated, in a sentence. */
    public String facts() {
        int arms = study.arms().size();
        return facts(
                Numbers.counted(experiment.arms().size() / arms, "point") + (arms == 1 ? "" : " of " + arms + " arms"),
                Numbers.counted(study.runs(), "run") + " each");
    }

    /** The same of points that have a name and runs of their own, in words such as "9 profiles of 2 players". */
    public String facts(String points, String runs) {
        return String.format(
                Locale.ROOT,
                "%s, %s of %s on %s, %s",
                points,
                runs,
                Numbers.counted(experiment.weeks(), "week"),
                commonLuck ? "common random numbers" : "independent random numbers",
                DiplomacySim.origin(study.seed()));
    }

    /** Ends findings with what was varied and what failed, writes them into the folder, and prints them. */
    public Findings write(Findings.Builder found) {
        NamedParameters varied = study.named();
        if (!varied.none()) {
            found.details("varied", "What was varied")
                    .table(varied.table(
                            "factors",
                            "The scenario is otherwise "
                                    + study.base().scenario().name() + "."));
        }
        FailedRuns.tell(found, failures, true);
        try (ResultReader reader = ResultReader.open(folder)) {
            return FindingsFiles.write(found.build(), folder, reader, session);
        }
    }

    /** The runs that failed, of those that are stored. */
    public List<RunFailure> failures() {
        return failures;
    }

    /**
     * Makes what is missing of some runs of some points, of all that are planned; shows the outcomes to whoever
     * watches.
     */
    public String make(List<Outcome> watched, List<Job.Slice> slices, RunPlan plan) throws InterruptedException {
        tell("");
        session.watching()
                .accept(Interim.ofRuns(folder, reader -> PointsSoFar.of(subject, study, points, watched, reader)));
        String note = new ExperimentRun(experiment, folder, session).make(slices, plan);
        tell("analysing");
        try (ResultReader reader = ResultReader.open(folder)) {
            failures = reader.failures();
        }
        // What was cleared once is computed anew once.
        session = session.withoutForce();
        return note;
    }

    public void text(String name, String content) {
        new DerivedFiles(folder).write(Path.of(name), content);
    }
}
