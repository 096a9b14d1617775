package org.tumen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.study.hindcast.HindcastStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a scenario with the public record. */
@Command(
        name = "hindcast",
        mixinStandardHelpOptions = true,
        description =
                "Compare a scenario with the public record: scores of votes, launches, shipments and the sequence of"
                        + " steps beside naive baselines.",
        footer = {
            "",
            "The runs are stored with their events and are not computed again. Every part says its sample size; with two vetoes",
            "in twenty-six votes no precise probability of a veto can be claimed.",
            "",
            "Examples:",
            "  tumen hindcast",
            "  tumen hindcast scenarios/baseline.yaml --parts votes",
            "  tumen hindcast scenarios/reference.yaml --runs 2000 --parts launches,shipments,sequence",
            "  tumen hindcast --events gdelt.tsv --dyad PRK-RUS --parts none"
        })
final class HindcastCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "Scenario file (default: scenarios/baseline.yaml).")
    private @Nullable Path file;

    @Option(
            names = "--parts",
            paramLabel = "PART[,PART]",
            split = ",",
            description =
                    "What to compare with the record: votes, launches, shipments, sequence; or none (default: all).")
    private @Nullable List<String> parts;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Runs (default: ${DEFAULT-VALUE}).")
    private Long runs;

    @Option(names = "--seed", paramLabel = "S", description = "Seed, any 64-bit integer (default: the file's).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors).")
    private @Nullable Integer threads;

    @Option(names = "--force", description = "Compute again what is already stored.")
    private boolean force;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Draws from the priors of the vote model (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Event data (GDELT 1.0 or 2.0, ICEWS, POLECAT; plain, gzip or zip) to set beside the simulated events of a dyad.")
    private @Nullable Path events;

    @Option(
            names = "--events-format",
            paramLabel = "LAYOUT",
            description = "auto, gdelt-1, gdelt-2, icews or polecat (default: auto, by the file's first line).")
    private @Nullable String format;

    @Option(
            names = "--dyad",
            paramLabel = "SOURCE-TARGET",
            description = "The directed pair of countries for --events (default: the scenario's seller and buyer).")
    private @Nullable String dyad;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-hindcast-HASH).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ExecutionOptions execution = new ExecutionOptions();
        execution.runs = runs;
        execution.seed = seed;
        execution.threads = threads;
        execution.force = force;
        HindcastStudy.Request request =
                new HindcastStudy.Request(file, options.options(), out, parts, draws, events, format, dyad);
        new HindcastStudy(request, execution.session(spec)).run();
        return Main.DONE;
    }
}
