package org.tumen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.study.UsageException;
import org.tumen.study.compare.CompareKind;
import org.tumen.study.compare.SelectionOptions;
import org.tumen.study.compare.StoredPairing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares arms on common random numbers. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Compare policies on the same random numbers: a study, plain scenario files, or results that are stored.",
        footer = {
            "",
            "Examples:",
            "  tumen compare scenarios/studies/japan-warning.yaml",
            "  tumen compare scenarios/baseline.yaml scenarios/silence.yaml scenarios/pressure.yaml --runs 2000",
            "  tumen compare scenarios/studies/japan-warning.yaml --until-decided --max-runs 50000",
            "  tumen compare scenarios/studies/japan-warning.yaml --select mean_stability --indifference 0.25",
            "  tumen compare results/baseline-0123456789ab results/silence-0123456789ab"
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "A study, two scenario files or more, or two result folders or more, whose runs are paired without"
                            + " simulating.")
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
            description =
                    "Add runs in blocks until every interval of the first outcome, and of others in its unit, reaches at most so far to each side.")
    private @Nullable Double halfWidth;

    @Option(
            names = "--until-decided",
            description = "Add runs in blocks until the sign of every difference is settled.")
    private boolean untilDecided;

    @Option(names = "--max-runs", paramLabel = "N", description = "Most runs of an arm when runs are added in blocks.")
    private @Nullable Integer maxRuns;

    @Option(
            names = "--replicates",
            paramLabel = "R",
            description =
                    "Runs that share a point of the uncertain parameters, each with random numbers of its own (default: the scenario's, 1).")
    private @Nullable Integer replicates;

    @Option(
            names = "--select",
            paramLabel = "OUTCOME",
            description =
                    "Select the arm with the best mean of an outcome: runs are given where they decide, in place of the study's.")
    private @Nullable String select;

    @Option(
            names = "--indifference",
            paramLabel = "X",
            description =
                    "A difference of means that does not matter to --select, in the outcome's unit (default: the study's smallest"
                            + " difference, or a tenth of a run's standard deviation).")
    private @Nullable Double indifference;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description = "The probability that --select is right (default: 0.95).")
    private @Nullable Double confidence;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (files.stream().allMatch(Files::isDirectory)) {
            if (execution.dry) {
                throw new UsageException("--dry-run: stored results are paired without simulating");
            }
            if (select != null || untilDecided || halfWidth != null || maxRuns != null || replicates != null) {
                throw new UsageException("--select, --until-decided, --until-halfwidth, --max-runs and --replicates add"
                        + " runs: stored results are paired without simulating");
            }
            StoredPairing.Request request = new StoredPairing.Request(files, out, baseline, allPairs);
            StoredPairing.run(request, execution.session(spec));
            return Main.DONE;
        }
        CompareKind.Request request = new CompareKind.Request(
                files,
                options.options(),
                out,
                baseline,
                allPairs,
                halfWidth,
                untilDecided,
                maxRuns,
                replicates,
                new SelectionOptions(select, indifference, confidence));
        new CompareKind().run(request, execution.session(spec));
        return Main.DONE;
    }
}
