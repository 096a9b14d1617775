package org.tumen.cli;

import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Engines;
import org.tumen.store.ResultStore;
import picocli.CommandLine.Option;

/** Options of every command that simulates many runs. None of them but runs and seed can change an outcome. */
final class ExecutionOptions {
    private static final long MOST_RUNS = 100_000_000;
    private static final int MOST_THREADS = 1024;

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
    boolean events;

    @Option(names = "--force", description = "Compute again what is already stored.")
    boolean force;

    @Option(
            names = "--failure-limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "Stop when more runs than this fail (default: ${DEFAULT-VALUE}).")
    long failureLimit;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Where runs are made (default: ${DEFAULT-VALUE}).")
    String engine = "local";

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "The cluster of --engine spark (default: ${DEFAULT-VALUE}).")
    String master = "local[*]";

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Compute only this share of the runs, from 1/N to N/N, into a folder of its own; `tumen join` joins.")
    @Nullable
    String shard;

    /** Refuses what cannot be used, and lets the store make itself ready while scenarios are read. */
    void prepare() {
        check();
        ResultStore.prepare();
    }

    private void check() {
        if (runs != null && (runs < 1 || runs > MOST_RUNS)) {
            throw new UsageException("--runs must be from 1 to 100,000,000, not " + runs);
        }
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw new UsageException("--threads must be from 1 to " + MOST_THREADS + ", not " + threads);
        }
        if (failureLimit < 0) {
            throw new UsageException("--failure-limit must be 0 or more, not " + failureLimit);
        }
        if (shard != null) {
            Shard.parse(shard);
        }
        try {
            Engines.named(engine);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--engine: " + e.getMessage());
        }
    }

    int threadCount() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    long seedOr(long other) {
        return seed == null ? other : seed;
    }

    long runsOr(long other) {
        return runs == null ? other : runs;
    }
}
