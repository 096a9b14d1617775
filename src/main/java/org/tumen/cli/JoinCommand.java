package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.StoredExperiment;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultJoin;
import org.tumen.store.ResultReader;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.study.batch.BatchFindings;
import org.tumen.study.result.ResultArgument;
import org.tumen.study.result.Shards;
import org.tumen.words.Numbers;
import org.tumen.words.ShellWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins the results of shards into one. */
@Command(
        name = "join",
        description = {
            "Join the results of the shards of one experiment in one folder.",
            "Name runs that no shard has (exit status 1) and refuse shards that overlap or belong to different"
                    + " experiments (exit status 2). May be repeated as more shards arrive."
        })
public final class JoinCommand extends TerminalCommand {
    @Parameters(arity = "1..*", paramLabel = "SHARD", description = "Folders of shards, or folders that hold them.")
    private List<Path> shards;

    private static final int MOST_LINES = 20;

    @Option(names = "--out", paramLabel = "DIR", description = "The joined result (default: results/NAME-HASH).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        return ResultArgument.readable(this::join);
    }

    private int join() {
        PrintWriter err = err();
        Shards given = Shards.of(shards);
        Path target = out == null ? given.target() : out;
        ResultJoin.Report report;
        try (StageProgress progress = new StageProgress(target.toString(), err)) {
            report = ResultJoin.join(
                    given.folders(), target, (parts, all) -> progress.begin("joining", "parts", all, parts));
        }
        PrintWriter terminal = out();
        terminal.println(report.folder() + ": " + Numbers.counted(report.parts(), "part") + " added, "
                + Numbers.counted(report.rows(), "run") + ", digest " + report.digest());
        some(report.duplicates().stream().map(part -> "taken once: " + part).toList(), "parts", terminal);
        some(report.gaps(), "gaps", err);
        if (!report.gaps().isEmpty()) {
            err.println(
                    "The result is not complete and was not summarised; join again when the other shards are there.");
            return Main.FAILED;
        }
        describe(target, given.command(), terminal);
        return Main.DONE;
    }

    /** The first of some lines: a design has thousands of arms, of which each may have one. */
    private static void some(List<String> lines, String what, PrintWriter to) {
        lines.stream().limit(MOST_LINES).forEach(to::println);
        if (lines.size() > MOST_LINES) {
            to.println("... and " + Numbers.count(lines.size() - MOST_LINES) + " more " + what);
        }
    }

    private static void describe(Path target, String command, PrintWriter terminal) {
        ResultIdentity identity;
        try (ResultReader reader = ResultReader.open(target)) {
            identity = reader.identity();
        }
        if (!StoredExperiment.sameVersion(identity)) {
            terminal.println("Not summarised: it is of model version " + identity.modelVersion());
        } else if (identity.arms().size() > 1) {
            // What to say of several arms depends on what they are: a comparison, a sweep, a game.
            terminal.println("All runs are there. The command of the shards, without --shard, tells of them:");
            terminal.println("    " + ShellWords.ofAllShards(command, target.toString()));
        } else {
            try (FolderLock alone = FolderLock.hold(target)) {
                ExecutionSettings none = ExecutionSettings.standard();
                BatchFindings.write(target, true, StudySession.quiet(none, new Cancellation(), RunListener.NONE));
            }
            terminal.println("Summary, pictures and report are in " + target);
        }
    }
}
