package org.tumen.cli.option;

import org.jspecify.annotations.Nullable;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.study.StudySession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of every command that simulates many runs. None of them but runs and seed can change an outcome. */
public final class ExecutionOptions extends SessionOptions {
    @Option(names = "--runs", paramLabel = "N", description = "Runs (default: the file's).")
    private @Nullable Long runs;

    @Option(names = "--events", description = "Store every event too (about 20 kB a run before compression).")
    private boolean events;

    @Option(
            names = "--failure-limit",
            paramLabel = "N",
            defaultValue = "" + ExecutionSettings.FAILURE_LIMIT,
            description = "Stop when more runs than this fail (default: ${DEFAULT-VALUE}).")
    private long failureLimit;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = ExecutionSettings.LOCAL,
            description = "Where runs are made (default: ${DEFAULT-VALUE}).")
    private String engine = ExecutionSettings.LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = ExecutionSettings.LOCAL_MASTER,
            description = "The cluster of --engine spark (default: ${DEFAULT-VALUE}).")
    private String master = ExecutionSettings.LOCAL_MASTER;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Compute only this share of the runs, from 1/N to N/N, into a folder of its own; `tumen join` joins.")
    private @Nullable String shard;

    /** The session that the options ask for. */
    public StudySession session(CommandSpec spec) {
        return session(spec, runs, events, failureLimit, engine, master, shard);
    }
}
