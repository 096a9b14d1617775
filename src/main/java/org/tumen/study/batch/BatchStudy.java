package org.tumen.study.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.chart.Picture;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.findings.Findings;
import org.tumen.store.DerivedFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultSort;
import org.tumen.store.RunPlan;
import org.tumen.study.DryRun;
import org.tumen.study.ExperimentRun;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interim;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.StudySession;
import org.tumen.study.Workload;
import org.tumen.study.arm.RunsSoFar;
import org.tumen.study.result.ShardRun;
import org.tumen.words.Texts;

/**
 * Makes the runs of batches, and tells and stores what came of them.
 *
 * @param out the result folder, with several scenarios the folder of their folders; null for the usual place
 */
public record BatchStudy(BatchKind.Plan plan, @Nullable Path out, StudySession session) {

    /**
     * Makes the runs that are missing of each scenario, and tells and stores what came of them.
     *
     * @return what was found of each scenario; none of shares, and where the session is dry
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public List<Findings> run() throws InterruptedException {
        if (session.dry()) {
            DryRun.tell(workload(), session);
            return List.of();
        }
        session.warn(plan.scenarios().stream()
                .collect(Collectors.toMap(
                        loaded -> loaded.file().toString(),
                        LoadedScenario::scenario,
                        (x, y) -> x,
                        LinkedHashMap::new)));
        List<BatchFindings.Written> written = new ArrayList<>();
        for (LoadedScenario loaded : plan.scenarios()) {
            Experiment experiment = experiment(loaded);
            if (session.execution().shard() != null) {
                long runs = runs(loaded);
                ShardRun.make(experiment, RunPlan.each(runs), out, session);
            } else {
                written.add(one(loaded, experiment, runs(loaded)));
            }
        }
        if (written.size() > 1) {
            overview(written.stream().map(BatchFindings.Written::data).toList());
        }
        return written.stream().map(BatchFindings.Written::findings).toList();
    }

    /** What the runs of each scenario take. */
    public List<Workload> workload() {
        return plan.scenarios().stream()
                .map(loaded -> {
                    Experiment experiment = experiment(loaded);
                    boolean events = session.execution().events();
                    return Workload.of(experiment, "scenario", runs(loaded), folder(experiment), events, "");
                })
                .toList();
    }

    private Experiment experiment(LoadedScenario loaded) {
        return Experiment.batch(loaded.scenario(), seed(loaded));
    }

    private Path folder(Experiment experiment) {
        String name = experiment.identity().folderName();
        return plan.scenarios().size() > 1 ? ResultFolders.root(out).resolve(name) : ResultFolders.of(out, name);
    }

    private long runs(LoadedScenario loaded) {
        Integer stated = plan.runs();
        return session.execution()
                .runsOr(stated == null ? loaded.scenario().batch().runs() : stated);
    }

    private long seed(LoadedScenario loaded) {
        return session.execution()
                .seedOr(Objects.requireNonNullElseGet(
                        plan.seed(), () -> loaded.scenario().batch().seed()));
    }

    private BatchFindings.Written one(LoadedScenario loaded, Experiment experiment, long runs)
            throws InterruptedException {
        Path folder = folder(experiment);
        PrintWriter print = session.out();
        try (FolderLock alone = FolderLock.hold(folder, ResultSort.RUNS)) {
            session.watching()
                    .accept(Interim.ofRuns(
                            folder,
                            reader -> RunsSoFar.of(
                                    "batch",
                                    loaded.scenario().name(),
                                    loaded.scenario().description(),
                                    runs,
                                    reader)));
            String note = new ExperimentRun(experiment, folder, session)
                    .make(Job.everyArm(experiment, runs), RunPlan.each(runs));
            BatchFindings.Written written = BatchFindings.write(folder, true, session);
            String beyond = ExperimentRun.beyond(runs, written.data().runs());
            if (!beyond.isEmpty()) {
                session.err().println("warning: " + Texts.lower(beyond));
            }
            print.printf(Locale.ROOT, "Outcome table digest %s%n%s%n", written.digest(), note);
            print.flush();
            return written;
        }
    }

    private void overview(List<BatchData> described) {
        Path root = ResultFolders.root(out);
        Map<String, Picture> pictures = new ScenarioPictures(described).all();
        FindingsFiles.pictures(pictures, Path.of(""), new DerivedFiles(root), session);
        session.out().printf(Locale.ROOT, "%nOverview of all scenarios in %s%n", root);
        session.out().flush();
    }
}
