package org.tumen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ExecutionOptions;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.store.Manifest;
import org.tumen.study.UsageException;
import org.tumen.study.compare.CompareKind;
import org.tumen.study.compare.SelectionOptions;
import org.tumen.study.compare.StoredPairing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares arms on common random numbers. */
@Command(
        name = "compare",
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
final class CompareCommand extends TerminalCommand {
    /** The options that mean something where nothing is simulated. */
    private static final Set<String> PAIRING = Set.of(
            "--all-pairs",
            "--baseline",
            "--details",
            "--figure-size",
            "--font",
            "--open",
            "--out",
            "--outcomes",
            "--palette",
            "--pdf",
            "--threads");

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

    @Override
    public Integer call() throws InterruptedException {
        Optional<Path> result = files.stream().filter(Manifest::exists).findFirst();
        Optional<Path> other =
                files.stream().filter(file -> !Manifest.exists(file)).findFirst();
        if (result.isPresent() && other.isPresent()) {
            throw new UsageException(other.get() + " is no result folder, and results such as " + result.get()
                    + " are compared with results alone");
        }
        if (files.stream().allMatch(Files::isDirectory)) {
            requireNoneThatSimulates();
            StoredPairing.run(files, out, baseline, allPairs, execution.session(spec));
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

    /** What says how to simulate would be passed over. */
    private void requireNoneThatSimulates() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!PAIRING.contains(option.longestName())) {
                throw new UsageException(
                        option.longestName() + " says how to simulate: stored results are paired without simulating");
            }
        }
    }
}
