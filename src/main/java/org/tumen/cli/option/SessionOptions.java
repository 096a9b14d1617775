package org.tumen.cli.option;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.store.ResultStore;
import org.tumen.store.part.Shard;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.words.ShellWords;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Options of every command that studies something. None of them but the seed can change an outcome. */
public class SessionOptions {
    /** The options that say how findings are shown. */
    private static final Set<String> SHOWING =
            Set.of("--open", "--details", "--figure-size", "--font", "--palette", "--outcomes", "--pdf");

    @Option(names = "--seed", paramLabel = "S", description = "Seed, any 64-bit integer (default: the file's).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors).")
    private @Nullable Integer threads;

    @Option(names = "--force", description = "Compute again what is already stored.")
    private boolean force;

    @Option(names = "--details", description = "Print everything that was found, not the answer alone.")
    private boolean details;

    @Option(
            names = "--dry-run",
            description =
                    "Show what the command would take: points, runs, what is stored, time and disk. Nothing is written.")
    private boolean dry;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--open", description = "Open the report when it is written.")
    private boolean open;

    /**
     * A session on this machine.
     *
     * @param runs null for the file's
     * @throws UsageException when an option is out of its range
     */
    public StudySession session(CommandSpec spec, @Nullable Long runs, long failureLimit) {
        return session(spec, runs, false, failureLimit, ExecutionSettings.LOCAL, ExecutionSettings.LOCAL_MASTER, null);
    }

    /** The session that the options ask for; lets the store make itself ready while scenarios are read. */
    StudySession session(
            CommandSpec spec,
            @Nullable Long runs,
            boolean events,
            long failureLimit,
            String engine,
            String master,
            @Nullable String shard) {
        refuseVain(spec, engine, shard);
        ExecutionSettings settings = UsageException.unlessRefused(
                "",
                () -> new ExecutionSettings(
                        runs,
                        seed,
                        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                        events,
                        force,
                        failureLimit,
                        engine,
                        master,
                        shard == null ? null : Shard.parse(shard)));
        StudySession session = new StudySession(
                settings,
                new Cancellation(),
                open ? new PageOpener(spec.commandLine().getErr()) : RunListener.NONE,
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                ShellWords.command(spec.root().commandLine().getParseResult().originalArgs()),
                // The launcher can tell whether standard error is a terminal, and says so.
                "1".equals(System.getenv("TUMEN_TERMINAL")),
                details);
        ResultStore.prepare();
        StudySession published = session.publishing(figures.asked());
        return dry ? published.onlyDry() : published;
    }

    /** Refuses what would be passed over beside other options. A dry run is of the whole command, whatever it says. */
    private void refuseVain(CommandSpec spec, String engine, @Nullable String shard) {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (shard != null && SHOWING.contains(name)) {
                throw new UsageException("--shard prints no findings and draws nothing; " + name
                        + " has no use beside it: leave it out, and give it when the shares are joined");
            }
            // What a kind refuses anyway, it has hidden, and says why.
            if (name.equals("--master") && !option.hidden() && engine.equals(ExecutionSettings.LOCAL)) {
                throw new UsageException("--master names the cluster of --engine spark; give both, or leave it out");
            }
        }
    }
}
