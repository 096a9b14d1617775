package org.tumen.cli;

import org.jspecify.annotations.Nullable;
import org.tumen.cli.aid.FigureOptions;
import org.tumen.cli.aid.PageOpener;
import org.tumen.cli.text.Terminal;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.Shard;
import org.tumen.store.ResultStore;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.words.ShellWords;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of every command that simulates many runs. None of them but runs and seed can change an outcome. */
public final class ExecutionOptions {
    @Option(names = "--runs", paramLabel = "N", description = "Runs (default: the file's).")
    @Nullable
    Long runs;

    @Option(names = "--seed", paramLabel = "S", description = "Seed, any 64-bit integer (default: the file's).")
    @Nullable
    Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors).")
    @Nullable
    Integer threads;

    @Option(names = "--events", description = "Store every event too (about 20 kB a run before compression).")
    public boolean events;

    @Option(names = "--force", description = "Compute again what is already stored.")
    public boolean force;

    @Option(
            names = "--failure-limit",
            paramLabel = "N",
            defaultValue = "" + ExecutionSettings.FAILURE_LIMIT,
            description = "Stop when more runs than this fail (default: ${DEFAULT-VALUE}).")
    public long failureLimit = ExecutionSettings.FAILURE_LIMIT;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Where runs are made (default: ${DEFAULT-VALUE}).")
    public String engine = "local";

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "The cluster of --engine spark (default: ${DEFAULT-VALUE}).")
    public String master = "local[*]";

    @Option(names = "--details", description = "Print everything that was found, not the answer alone.")
    boolean details;

    @Option(
            names = "--dry-run",
            description = "Show what it would take: points, runs, what is stored, time and disk. Nothing is written.")
    boolean dry;

    @Mixin
    FigureOptions figures = new FigureOptions();

    @Option(names = "--open", description = "Open the report when it is written.")
    boolean open;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Compute only this share of the runs, from 1/N to N/N, into a folder of its own; `tumen join` joins.")
    @Nullable
    public String shard;

    /**
     * The session that the options ask for; lets the store make itself ready while scenarios are read.
     *
     * @throws UsageException when an option is out of its range
     */
    StudySession session(CommandSpec spec) {
        StudySession session = new StudySession(
                settings(),
                new Cancellation(),
                open ? new PageOpener(spec.commandLine().getErr()) : RunListener.NONE,
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                command(spec),
                Terminal.isInteractive(),
                details);
        ResultStore.prepare();
        StudySession published = session.publishing(figures.asked());
        return dry ? published.onlyDry() : published;
    }

    /** The command as it was given, as a shell would take it. */
    static String command(CommandSpec spec) {
        return ShellWords.command(spec.root().commandLine().getParseResult().originalArgs());
    }

    private ExecutionSettings settings() {
        try {
            return new ExecutionSettings(
                    runs,
                    seed,
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                    events,
                    force,
                    failureLimit,
                    engine,
                    master,
                    shard == null ? null : Shard.parse(shard));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
