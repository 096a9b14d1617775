package org.tumen.study.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.chart.batch.ScenarioPictures;
import org.tumen.declare.Resolved;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.DerivedFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.RunPlan;
import org.tumen.study.BatchTexts;
import org.tumen.study.ExperimentRun;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.ShardRun;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;

/** Simulates scenarios many times. */
public final class BatchStudy {
    private final Request request;
    private final StudySession session;

    /**
     * Batches that somebody asks for.
     *
     * @param files scenario files, or folders of them
     * @param options overrides of all of them, and whether they may extend files outside of their folder
     * @param out the result folder, with several scenarios the folder of their folders; null for the usual place
     * @param replicates runs that share a point of the uncertain parameters, 1 to 10,000; null for the scenarios' own
     */
    public record Request(
            List<Path> files,
            ScenarioReader.Options options,
            @Nullable Path out,
            @Nullable Integer replicates) {
        /** Copies the list. */
        public Request {
            files = List.copyOf(files);
        }
    }

    /** Prepares batches. */
    public BatchStudy(Request request, StudySession session) {
        this.request = request;
        this.session = session;
    }

    /**
     * Makes the runs that are missing of each scenario, and tells and stores what came of them.
     *
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public void run() throws InterruptedException {
        List<LoadedScenario> scenarios = LoadedScenario.loadAll(request.files(), request.options()).stream()
                .map(this::replicated)
                .toList();
        session.warn(scenarios.stream()
                .collect(Collectors.toMap(
                        loaded -> loaded.file().toString(),
                        LoadedScenario::scenario,
                        (a, b) -> a,
                        LinkedHashMap::new)));
        PrintWriter print = session.out();
        if (session.execution().shard() != null) {
            for (LoadedScenario loaded : scenarios) {
                share(loaded);
            }
            return;
        }
        List<BatchData> described = new ArrayList<>();
        for (LoadedScenario loaded : scenarios) {
            described.add(one(loaded, scenarios.size() > 1, print));
        }
        if (described.size() > 1) {
            overview(described, print);
        }
    }

    private LoadedScenario replicated(LoadedScenario loaded) {
        Integer replicates = request.replicates();
        if (replicates == null) {
            return loaded;
        }
        if (loaded.scenario().uncertainties() == null) {
            throw new UsageException("--replicates: nothing is uncertain in " + loaded.file()
                    + "; see uncertainties in scenarios/baseline.yaml");
        }
        if (replicates < 1 || replicates > 10_000) {
            throw new UsageException("--replicates must be a whole number from 1 to 10000, not " + replicates);
        }
        Scenario changed = loaded.scenario().withReplicates(replicates);
        return new LoadedScenario(loaded.file(), changed, Resolved.text(Resolved.document(changed)));
    }

    private void share(LoadedScenario loaded) throws InterruptedException {
        long runs = session.execution().runsOr(loaded.scenario().batch().runs());
        long seed = session.execution().seedOr(loaded.scenario().batch().seed());
        Experiment experiment = Experiment.batch(loaded.scenario(), loaded.resolved(), seed);
        ShardRun.make(experiment, Job.everyArm(experiment, 0, runs), RunPlan.each(runs), request.out(), session);
    }

    private BatchData one(LoadedScenario loaded, boolean several, PrintWriter print) throws InterruptedException {
        long seed = session.execution().seedOr(loaded.scenario().batch().seed());
        Experiment experiment = Experiment.batch(loaded.scenario(), loaded.resolved(), seed);
        String folderName = experiment.identity().folderName();
        Path given = request.out();
        Path folder =
                given == null ? ResultFolders.root().resolve(folderName) : several ? given.resolve(folderName) : given;
        try (FolderLock alone = FolderLock.hold(folder)) {
            return one(loaded, experiment, folder, print);
        }
    }

    private BatchData one(LoadedScenario loaded, Experiment experiment, Path folder, PrintWriter print)
            throws InterruptedException {
        long runs = session.execution().runsOr(loaded.scenario().batch().runs());
        ExperimentRun.Finished finished = new ExperimentRun(experiment, folder, session).run(runs);
        BatchData data = finished.arms().get(0);
        print.printf(
                Locale.ROOT,
                "%n%s: %,d runs of %d weeks from %s, seed %d%s%n%n",
                loaded.scenario().name(),
                data.runs(),
                data.weeks(),
                data.start(),
                experiment.seed(),
                finished.note());
        print.print(BatchTexts.beyond(runs, data.runs()));
        print.print(BatchTexts.table(data));
        print.println();
        print.println(BatchTexts.sentences(data, loaded.scenario().deal().cargo()));
        print.print(BatchTexts.variance(
                finished.summary().splits().get(loaded.scenario().name())));
        print.print(BatchTexts.failures(finished.summary().failures(), folder, false));
        print.flush();
        Path report = finished.writePicturesAndReport();
        print.printf(
                Locale.ROOT,
                "%nPictures in %s, report in %s%nOutcome table digest %s%n",
                folder.resolve("plots"),
                report,
                finished.digest());
        print.flush();
        return data;
    }

    private void overview(List<BatchData> described, PrintWriter print) {
        Path given = request.out();
        Path root = given == null ? ResultFolders.root() : given;
        ResultFiles.pictures(ScenarioPictures.of(described), Path.of(""), new DerivedFiles(root));
        print.printf(Locale.ROOT, "%nOverview of all scenarios in %s%n", root);
        print.flush();
    }
}
