package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.store.ResultJoin;
import org.tumen.store.ResultReader;
import org.tumen.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the results of shards into one. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Joins the results of shards of one experiment into one folder.",
            "Names runs that no shard has (exit status 1) and refuses shards that overlap or belong to different"
                    + " experiments (exit status 2). May be repeated as more shards arrive."
        })
public final class JoinCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SHARD", description = "Folders of shards.")
    private List<Path> shards;

    @Option(names = "--out", paramLabel = "DIR", description = "The joined result (default: results/NAME-HASH).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            ResultJoin.Report report = ResultJoin.join(shards, target());
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.println(report.folder() + ": " + report.parts() + " parts added, " + report.rows()
                    + " runs, digest " + report.digest());
            report.duplicates().forEach(part -> terminal.println("taken once: " + part));
            terminal.flush();
            report.gaps().forEach(err::println);
            return report.gaps().isEmpty() ? 0 : 1;
        } catch (StoreException e) {
            err.println("tumen join: " + e.getMessage());
            return 2;
        }
    }

    private Path target() {
        if (out != null) {
            return out;
        }
        try (ResultReader reader = ResultReader.open(shards.get(0))) {
            return Path.of("results", reader.identity().folderName());
        }
    }
}
