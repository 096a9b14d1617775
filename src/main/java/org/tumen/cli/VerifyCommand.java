package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ResultOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.part.Database;
import org.tumen.study.StageProgress;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;
import org.tumen.study.result.ResultCheck;
import org.tumen.words.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies what a result holds. */
@Command(
        name = "verify",
        description = {
            "Check a result of any kind: the checksum of every file, every digest, count and run number, the"
                    + " experiment's fingerprint, and what ro-crate-metadata.json says of all that.",
            "Then simulate a random sample of the runs again, from the scenarios and the seed that it names, and compare every value with the stored one, to the bit.",
            "Exit status 1 when something is wrong."
        },
        footer = {"", "Example:", "  tumen verify baseline --sample 1000"})
public final class VerifyCommand extends TerminalCommand {
    @Mixin
    private ResultOptions result = new ResultOptions();

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "100",
            description = "Runs to simulate again; 0 for none (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--sample-seed",
            paramLabel = "S",
            description = "Seed of the sample, for another one (default: 0).")
    private @Nullable Long sampleSeed;

    @Override
    public Integer call() {
        PrintWriter err = err();
        if (sample < 0) {
            throw new UsageException("--sample must be 0 or more, not " + sample);
        }
        if (sample == 0 && sampleSeed != null) {
            throw new UsageException(
                    "--sample-seed draws the runs that --sample simulates again, and --sample 0 simulates"
                            + " none; leave one of them out");
        }
        Database.require();
        Path folder = result.folder();
        List<Discrepancy> problems = new ArrayList<>();
        String read;
        try (StageProgress progress = new StageProgress(folder.toString(), err)) {
            ResultCheck check = new ResultCheck(folder, sample, sampleSeed == null ? 0 : sampleSeed);
            read = ResultArgument.readable(() -> check.check(problems, progress));
        }
        problems.forEach(err::println);
        out().println(read + ", "
                + (problems.isEmpty() ? "nothing wrong" : Numbers.counted(problems.size(), "problem")));
        return problems.isEmpty() ? Main.DONE : Main.FAILED;
    }
}
