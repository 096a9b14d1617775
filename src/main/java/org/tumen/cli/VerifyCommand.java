package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.tumen.store.Problem;
import org.tumen.store.ResultVerifier;
import org.tumen.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies what a result holds. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a result against itself: every checksum, digest, count and run number, the experiment's fingerprint.",
            "Exit status 1 when something is wrong."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RESULT", description = "A result folder, or the name of one in results/.")
    private String result;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where results lie (default: ${DEFAULT-VALUE}).")
    private Path results;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Path folder = ResultArgument.find(result, results);
            AtomicLong rows = new AtomicLong();
            List<Problem> problems = ResultVerifier.verify(folder, rows::addAndGet);
            problems.forEach(err::println);
            spec.commandLine()
                    .getOut()
                    .println(folder + ": " + rows.get() + " runs read, "
                            + (problems.isEmpty() ? "nothing wrong" : problems.size() + " problems"));
            spec.commandLine().getOut().flush();
            return problems.isEmpty() ? 0 : 1;
        } catch (StoreException e) {
            err.println("tumen verify: " + e.getMessage());
            return 2;
        }
    }
}
