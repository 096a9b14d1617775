package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Study;
import org.tumen.scenario.StudyReader;
import org.tumen.store.FolderLock;
import org.tumen.store.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares arms on the same luck. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compare policies on the same luck: a study, or plain scenario files.",
        footer = {
            "",
            "Examples:",
            "  tumen compare scenarios/studies/japan-warning.yaml",
            "  tumen compare scenarios/baseline.yaml scenarios/silence.yaml scenarios/hard-line.yaml --runs 2000",
            "  tumen compare scenarios/studies/japan-warning.yaml --until-decided --max-runs 50000"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_ARMS = 64;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A study, or two scenario files or more.")
    private List<Path> files;

    @Mixin
    private ExecutionOptions execution;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-HASH).")
    private @Nullable Path out;

    @Option(
            names = "--baseline",
            paramLabel = "ARM",
            description = "The arm, or its file, against which the others are held.")
    private @Nullable String baseline;

    @Option(names = "--all-pairs", description = "Compare every arm with every other.")
    private boolean allPairs;

    @Option(
            names = "--until-halfwidth",
            paramLabel = "H",
            description = "Add runs in blocks until every interval reaches at most so far to each side.")
    private @Nullable Double halfWidth;

    @Option(
            names = "--until-decided",
            description = "Add runs in blocks until the sign of every difference is settled.")
    private boolean untilDecided;

    @Option(names = "--max-runs", paramLabel = "N", description = "Most runs of an arm when runs are added in blocks.")
    private @Nullable Integer maxRuns;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        execution.prepare();
        if (halfWidth != null && !(halfWidth > 0 && Double.isFinite(halfWidth))) {
            throw new UsageException("--until-halfwidth must be above 0, not " + halfWidth);
        }
        if (maxRuns != null && maxRuns < 1) {
            throw new UsageException("--max-runs must be 1 or more, not " + maxRuns);
        }
        Study study = study();
        if (study.arms().size() < 2) {
            throw new UsageException("a comparison needs two arms or more, and " + study.name() + " has "
                    + study.arms().size());
        }
        if (study.arms().size() * study.worlds().size() > MOST_ARMS) {
            throw new UsageException("a comparison takes at most " + MOST_ARMS + " arms over all worlds");
        }
        String reference = reference(study);
        List<Measure> measures = StudyOutcomes.measures(study);
        Study.Stopping stated = study.stopping();
        Study.Stopping stopping = new Study.Stopping(
                halfWidth == null ? stated.halfWidth() : halfWidth,
                untilDecided || stated.decided(),
                maxRuns == null ? stated.maxRuns() : maxRuns);
        if (stopping.looks() && execution.shard != null) {
            throw new UsageException("--shard cannot stand beside --until-halfwidth or --until-decided");
        }
        Experiment experiment = experiment(study);
        if (execution.shard != null) {
            long runs = execution.runsOr(study.runs());
            ShardRun.make(experiment, Job.everyArm(experiment, 0, runs), RunPlan.each(runs), out, execution, spec);
            return Main.DONE;
        }
        Path folder =
                out == null ? ResultFolders.root().resolve(experiment.identity().folderName()) : out;
        PrintWriter print = spec.commandLine().getOut();
        Comparing comparing = new Comparing(study, experiment, reference, measures, allPairs, stopping);
        try (FolderLock alone = FolderLock.hold(folder)) {
            comparing.run(execution, folder, spec, print);
        }
        print.flush();
        return Main.DONE;
    }

    private Study study() {
        if (files.size() == 1 && StudyReader.isStudy(files.get(0))) {
            StudyReader.StudyReading reading = StudyReader.read(files.get(0), StudyOutcomes.keys(), options.options());
            if (!reading.valid()) {
                throw new InvalidInputException(reading.problems());
            }
            return reading.study();
        }
        Map<String, Scenario> arms = new LinkedHashMap<>();
        for (LoadedScenario loaded : LoadedScenario.loadAll(files, options)) {
            String name = loaded.scenario().name();
            if (arms.put(name, loaded.scenario()) != null) {
                throw new UsageException("two scenarios are called " + name + "; each arm needs a name of its own");
            }
        }
        Scenario first = arms.values().iterator().next();
        return new Study(
                String.join("-", arms.keySet())
                        .substring(
                                0, Math.min(60, String.join("-", arms.keySet()).length())),
                "",
                Map.of("world", arms),
                first.name(),
                List.of(),
                Map.of(),
                Map.of(),
                first.batch().runs(),
                first.batch().seed(),
                new Study.Stopping(null, false, 200_000));
    }

    private String reference(Study study) {
        String wanted = baseline;
        if (wanted == null) {
            return study.baseline();
        }
        String bare = String.valueOf(Path.of(wanted).getFileName()).replaceFirst("\\.(ya?ml|json)$", "");
        return study.arms().stream()
                .filter(a -> a.equals(wanted) || a.equals(bare))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--baseline must be one of " + String.join(", ", study.arms()) + ", not " + wanted));
    }

    private Experiment experiment(Study study) {
        List<Experiment.ArmSpec> arms = new ArrayList<>();
        study.worlds()
                .forEach((world, scenarios) -> scenarios.forEach((arm, scenario) -> arms.add(new Experiment.ArmSpec(
                        Comparing.stored(study, world, arm), scenario, Resolved.text(Resolved.document(scenario))))));
        try {
            return new Experiment(study.name().toLowerCase(Locale.ROOT), arms, execution.seedOr(study.seed()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
