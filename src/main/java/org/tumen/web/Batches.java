package org.tumen.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.tumen.scenario.Scenario;

/** The batches in memory: so many at a time run, and so many that have ended are kept, the oldest going first. */
final class Batches {
    static final int MAX_RUNS = 100_000;
    static final int MAX_RUNNING = 2;

    /** About 27 MB each at the most. */
    static final int MAX_KEPT = 8;

    /** Runs times weeks of one batch, so that a scenario of many weeks costs no more than others. */
    private static final long MAX_RUN_WEEKS = 40_000_000;

    private final Map<String, LiveBatch> kept = new LinkedHashMap<>();
    private final Semaphore places = new Semaphore(MAX_RUNNING);
    private final int threads;

    Batches(int threads) {
        this.threads = threads;
    }

    LiveBatch start(
            String name, Map<String, String> overrides, String arguments, Scenario scenario, long seed, long runs) {
        if (runs < 2 || runs > MAX_RUNS) {
            throw RequestRefusedException.bad("runs must be from 2 to " + MAX_RUNS + ", not " + runs);
        }
        if (runs * scenario.weeks() > MAX_RUN_WEEKS) {
            throw RequestRefusedException.bad(
                    "runs times weeks must be at most " + MAX_RUN_WEEKS + "; the command line has no such limit");
        }
        if (!places.tryAcquire()) {
            throw new RequestRefusedException(
                    429, "there are " + MAX_RUNNING + " batches running; wait for one or cancel it");
        }
        boolean started = false;
        try {
            String id = UUID.randomUUID().toString();
            LiveBatch batch = new LiveBatch(id, name, overrides, arguments, scenario, seed, (int) runs);
            keep(batch);
            batch.start(threads, places::release);
            started = true;
            return batch;
        } finally {
            if (!started) {
                places.release();
            }
        }
    }

    private synchronized void keep(LiveBatch batch) {
        kept.put(batch.id, batch);
        List<String> ended = new ArrayList<>();
        kept.values().stream()
                .filter(b -> b.state() != LiveBatch.State.RUNNING && b != batch)
                .forEach(b -> ended.add(b.id));
        for (int i = 0; i < ended.size() && kept.size() > MAX_KEPT; i++) {
            kept.remove(ended.get(i));
        }
    }

    synchronized LiveBatch get(String id) {
        LiveBatch batch = kept.get(id);
        if (batch == null) {
            throw new RequestRefusedException(
                    404, "there is no batch of that id; only the last " + MAX_KEPT + " are kept");
        }
        return batch;
    }

    /** All that are kept, the last one first. */
    synchronized List<LiveBatch> all() {
        List<LiveBatch> all = new ArrayList<>(kept.values());
        Collections.reverse(all);
        return all;
    }

    synchronized void cancelAll() {
        kept.values().forEach(LiveBatch::cancel);
    }
}
