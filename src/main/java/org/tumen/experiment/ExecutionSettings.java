package org.tumen.experiment;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.store.part.Shard;

/**
 * How runs are made. None of this but the runs and the seed can change an outcome, and none of it is part of a scenario or
 * of a study.
 *
 * @param runs runs asked for in place of those of the file; null for the file's
 * @param seed seed asked for in place of the file's; null for the file's
 * @param threads how many threads simulate, 1 to {@value #MOST_THREADS}
 * @param events whether every event is stored too
 * @param force whether what is stored is computed again
 * @param failureLimit how many failed runs are stored before an experiment gives up, 0 or more
 * @param engine the name of the engine, see {@link Engines}
 * @param master the cluster of an engine that needs one
 * @param shard the share of the runs to make; null for all
 */
public record ExecutionSettings(
        @Nullable Long runs,
        @Nullable Long seed,
        int threads,
        boolean events,
        boolean force,
        long failureLimit,
        String engine,
        String master,
        @Nullable Shard shard) {
    /** Most runs of an arm. */
    public static final long MOST_RUNS = 100_000_000;

    public static final int MOST_THREADS = 1024;

    /** The engine of this process. */
    public static final String LOCAL = "local";

    /** The cluster of an engine that needs one, unless somebody names another. */
    public static final String LOCAL_MASTER = "local[*]";

    /** Failed runs that are stored before an experiment gives up, unless somebody says otherwise. */
    public static final long FAILURE_LIMIT = 100;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException naming the option of the command line that is out of its range
     */
    public ExecutionSettings {
        if (runs != null && (runs < 1 || runs > MOST_RUNS)) {
            throw new IllegalArgumentException("--runs must be from 1 to 100,000,000, not " + runs);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("--threads must be from 1 to " + MOST_THREADS + ", not " + threads);
        }
        if (failureLimit < 0) {
            throw new IllegalArgumentException("--failure-limit must be 0 or more, not " + failureLimit);
        }
        try {
            Engines.named(engine);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--engine: " + e.getMessage(), e);
        }
    }

    /** All processors of this machine, the file's runs and seed, nothing computed twice. */
    public static ExecutionSettings standard() {
        return local(Runtime.getRuntime().availableProcessors(), FAILURE_LIMIT);
    }

    /** So many threads of this process, at most so many failed runs; else as {@link #standard}. */
    public static ExecutionSettings local(int threads, long failureLimit) {
        return new ExecutionSettings(null, null, threads, false, false, failureLimit, LOCAL, LOCAL_MASTER, null);
    }

    /** The same for runs and a seed of their own; null for the file's. */
    public ExecutionSettings with(@Nullable Long otherRuns, @Nullable Long otherSeed) {
        return new ExecutionSettings(otherRuns, otherSeed, threads, events, force, failureLimit, engine, master, shard);
    }

    /** The same, adding to what is stored: what was cleared once is computed anew once. */
    public ExecutionSettings withoutForce() {
        return new ExecutionSettings(runs, seed, threads, events, false, failureLimit, engine, master, shard);
    }

    /** The options of the command line that ask for something else than {@link #standard}, of those not every study has a use for. */
    public Set<String> asked() {
        Map<String, Boolean> options = Map.of(
                "--runs",
                runs != null,
                "--events",
                events,
                "--engine",
                !engine.equals(LOCAL),
                "--master",
                !master.equals(LOCAL_MASTER),
                "--shard",
                shard != null);
        return options.keySet().stream().filter(options::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The seed asked for, or another. */
    public long seedOr(long other) {
        return seed == null ? other : seed;
    }

    /** The runs asked for, or others. */
    public long runsOr(long other) {
        return runs == null ? other : runs;
    }
}
