package org.tumen.cli;

import org.tumen.store.DerivedFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.BatchData;
import org.tumen.chart.ScenarioPictures;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Uncertainties;
import org.tumen.store.FolderLock;
import org.tumen.store.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulates scenarios many times. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "Simulate scenarios many times; leave distributions, pictures and a summary of each.",
        footer = {
            "",
            "The same scenario, seed and model version give the same outcomes to the bit. A finished result is not computed",
            "again; more runs are added to it.",
            "",
            "Examples:",
            "  tumen batch scenarios/baseline.yaml",
            "  tumen batch scenarios/ --runs 2000",
            "  tumen batch scenarios/baseline.yaml --set actors.japan.policy.assertiveness=1.2 --out results/assertive"
        })
final class BatchCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE_OR_FOLDER", description = "Scenario files, or folders of them.")
    private List<Path> files;

    @Mixin
    private ExecutionOptions execution;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Result folder (default: results/NAME-HASH); with several scenarios or --shard, the folder of their folders.")
    private @Nullable Path out;

    @Option(
            names = "--replicates",
            paramLabel = "R",
            description =
                    "Runs that share a point of the uncertain parameters, each with luck of its own (default: the scenario's, 1).")
    private @Nullable Integer replicates;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        execution.prepare();
        List<LoadedScenario> scenarios = LoadedScenario.loadAll(files, options).stream()
                .map(this::replicated)
                .toList();
        PrintWriter print = spec.commandLine().getOut();
        if (execution.shard != null) {
            for (LoadedScenario loaded : scenarios) {
                share(loaded);
            }
            return 0;
        }
        List<BatchData> described = new ArrayList<>();
        for (LoadedScenario loaded : scenarios) {
            described.add(one(loaded, scenarios.size() > 1, print));
        }
        if (described.size() > 1) {
            overview(described, print);
        }
        return 0;
    }

    private LoadedScenario replicated(LoadedScenario loaded) {
        if (replicates == null) {
            return loaded;
        }
        Uncertainties uncertain = loaded.scenario().uncertainties();
        if (uncertain == null) {
            throw new UsageException("--replicates: nothing is uncertain in " + loaded.file()
                    + "; see uncertainties in scenarios/uncertain.yaml");
        }
        if (replicates < 1 || replicates > 10_000) {
            throw new UsageException("--replicates must be a whole number from 1 to 10000, not " + replicates);
        }
        Scenario changed = loaded.scenario()
                .withUncertainties(new Uncertainties(
                        uncertain.parameters(), uncertain.correlation(), uncertain.empirical(), replicates));
        return new LoadedScenario(loaded.file(), changed, Resolved.text(Resolved.document(changed)));
    }

    private void share(LoadedScenario loaded) throws InterruptedException {
        long runs = execution.runsOr(loaded.scenario().batch().runs());
        long seed = execution.seedOr(loaded.scenario().batch().seed());
        Experiment experiment = Experiment.batch(loaded.scenario(), loaded.resolved(), seed);
        ShardRun.make(experiment, Job.everyArm(experiment, 0, runs), RunPlan.each(runs), out, execution, spec);
    }

    private BatchData one(LoadedScenario loaded, boolean several, PrintWriter print) throws InterruptedException {
        long seed = execution.seedOr(loaded.scenario().batch().seed());
        Experiment experiment = Experiment.batch(loaded.scenario(), loaded.resolved(), seed);
        String folderName = experiment.identity().folderName();
        Path given = out;
        Path folder =
                given == null ? ResultFolders.root().resolve(folderName) : several ? given.resolve(folderName) : given;
        try (FolderLock alone = FolderLock.hold(folder)) {
            return one(loaded, experiment, folder, print);
        }
    }

    private BatchData one(LoadedScenario loaded, Experiment experiment, Path folder, PrintWriter print)
            throws InterruptedException {
        long runs = execution.runsOr(loaded.scenario().batch().runs());
        ExperimentRun.Finished finished = new ExperimentRun(experiment, folder, execution, spec).run(runs);
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
        print.print(BatchTexts.table(data));
        print.println();
        print.println(BatchTexts.sentences(data));
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
        Path root = out == null ? ResultFolders.root() : out;
        ResultFiles.pictures(ScenarioPictures.of(described), Path.of(""), new DerivedFiles(root));
        print.printf(Locale.ROOT, "%nOverview of all scenarios in %s%n", root);
        print.flush();
    }
}
