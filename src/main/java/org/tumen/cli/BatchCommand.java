package org.tumen.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ExecutionOptions;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.study.StudyReader;
import org.tumen.study.StudyRequest;
import org.tumen.study.UsageException;
import org.tumen.study.batch.BatchKind;
import org.tumen.study.batch.BatchStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates scenarios many times. */
@Command(
        name = "batch",
        description = "Simulate scenarios many times; leave distributions, pictures and a summary of each.",
        footer = {
            "",
            "The same scenario, seed and model version give the same outcomes to the bit. A finished result is not computed"
                    + " again; more runs are added to it.",
            "",
            "Examples:",
            "  tumen batch scenarios/baseline.yaml",
            "  tumen batch scenarios/ --runs 2000",
            "  tumen batch scenarios/baseline.yaml --set actors.japan.policy.assertiveness=1.2 --runs 2000"
        })
final class BatchCommand extends TerminalCommand {
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
                    "Runs that share a point of the uncertain parameters, each with random numbers of its own (default: the scenario's, 1).")
    private @Nullable Integer replicates;

    @Override
    public Integer call() throws InterruptedException {
        BatchKind kind = new BatchKind();
        if (files.size() == 1
                && StudyReader.kinds(files.get(0)).stream()
                        .anyMatch(k -> k.name().equals(kind.name()))) {
            if (replicates != null) {
                throw new UsageException("--replicates: the section batch of the study says it");
            }
            kind.run(new StudyRequest(files.get(0), options.options(), out), execution.session(spec));
        } else {
            BatchKind.Plan plan = BatchKind.of(files, options.options(), replicates);
            new BatchStudy(plan, out, execution.session(spec)).run();
        }
        return Main.DONE;
    }
}
