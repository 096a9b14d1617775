package org.tumen.store.part;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.file.StoreException;

/**
 * Writes one part: the runs of an interval in ascending order, then {@link #commit}. Everything happens on the calling
 * thread; any number of writers of one result may be at work, each on its own thread. Closing without
 * having committed discards the part.
 */
public final class PartWriter implements RunSink.Part {
    private static final int OUTCOMES = Outcome.all().size();

    private final PackWriter.Owner store;
    private final PackWriter pack;
    private final boolean alone;
    private final String arm;
    private final RunRange interval;
    private final DuckDBAppender rows;
    private final @Nullable DuckDBAppender events;
    private final TableDigest digest = new TableDigest();
    private final List<PartReceipt.Failure> failures = new ArrayList<>();
    private @Nullable DuckDBAppender parameters;
    /** What the last runs have drawn, which runs on end share: of which run on, and by how many so far. */
    private double[] drawn = {};

    private long drawnFrom;
    private int drawnBy;
    private long next;
    private boolean finished;

    /** A part of a pack, with which the pack ends when it stands alone. */
    PartWriter(
            PackWriter.Owner store,
            PackWriter pack,
            String arm,
            RunRange interval,
            DuckDBAppender rows,
            @Nullable DuckDBAppender events,
            boolean alone) {
        this.store = store;
        this.pack = pack;
        this.arm = arm;
        this.interval = interval;
        this.rows = rows;
        this.events = events;
        this.alone = alone;
        next = interval.from();
    }

    /** @throws IllegalArgumentException when it is not the turn of this run or the outcomes are too few or many */
    @Override
    public void add(long run, double[] outcomes) {
        if (outcomes.length != OUTCOMES) {
            throw new IllegalArgumentException(OUTCOMES + " outcomes expected, not " + outcomes.length);
        }
        expect(run);
        try {
            rows.beginRow();
            rows.append(arm).append(run).append(outcomes);
            rows.endRow();
        } catch (SQLException e) {
            throw StoreException.refused("hold run " + run, store.folder(), e);
        }
        digest.add(arm, run, outcomes);
    }

    @Override
    public void fail(long run, String cause) {
        expect(run);
        try {
            rows.beginRow();
            rows.append(arm).append(run).appendNull();
            rows.endRow();
        } catch (SQLException e) {
            throw StoreException.refused("hold run " + run, store.folder(), e);
        }
        digest.addFailure(arm, run, cause);
        failures.add(new PartReceipt.Failure(run, cause));
    }

    @Override
    public void parameters(long run, List<String> paths, double[] values) {
        try {
            DuckDBAppender table = parameters;
            if (table == null) {
                table = pack.parameters(paths);
                parameters = table;
            }
            if (drawnBy == 0 || run != drawnFrom + drawnBy || !Arrays.equals(drawn, values)) {
                appendDrawn(table);
                drawn = values.clone();
                drawnFrom = run;
            }
            drawnBy++;
        } catch (SQLException | IOException e) {
            throw StoreException.refused("hold the parameters of run " + run, store.folder(), e);
        }
    }

    private void appendDrawn(DuckDBAppender table) throws SQLException {
        if (drawnBy > 0) {
            table.beginRow();
            table.append(arm).append(drawnFrom).append(drawnBy).append(drawn);
            table.endRow();
            drawnBy = 0;
        }
    }

    @Override
    public void event(EventRow row) {
        if (events == null) {
            throw new IllegalStateException("this part was begun without events");
        }
        try {
            events.beginRow();
            events.append(arm).append(row.run()).append(row.event().week()).append(row.date());
            events.append(row.event().kind().key());
            events.append(row.event().source()).append(row.event().target());
            events.append(row.sourceIso3()).append(row.targetIso3());
            events.append(row.event().kind().cameo()).append(row.event().kind().goldstein());
            events.append(row.event().magnitude());
            events.endRow();
        } catch (SQLException e) {
            throw StoreException.refused("hold the events of run " + row.run(), store.folder(), e);
        }
    }

    /**
     * Makes the part a part of the result, or of its pack.
     *
     * @throws StoreException when a file cannot be written; nothing of the part is left then
     * @throws IllegalArgumentException when the weekly counts are not of these runs, or one part of a pack has some and
     *     another none
     */
    @Override
    public void commit(@Nullable WeeklyCounts weekly) {
        if (finished || next == interval.from()) {
            throw new IllegalStateException("a part is committed once, and has one run or more");
        }
        if (weekly != null) {
            requireCounts(weekly);
        }
        finished = true;
        try {
            if (parameters != null) {
                appendDrawn(parameters);
            }
            pack.add(new PartReceipt.Stored(arm, interval.from(), next, digest.hex(), failures), weekly);
        } catch (SQLException | IOException e) {
            pack.leave();
            throw StoreException.refused("hold the weekly counts and parameters of " + arm, store.folder(), e);
        }
        if (alone) {
            pack.commit();
        }
    }

    private void requireCounts(WeeklyCounts weekly) {
        long all = next - interval.from();
        long completed = all - failures.size();
        if (weekly.weeks() != store.weeks()) {
            throw new IllegalArgumentException(
                    "the weekly counts are over " + weekly.weeks() + " weeks, the runs over " + store.weeks());
        }
        for (int week = 0; week < weekly.weeks(); week++) {
            long counted = weekly.runs(WeeklySeries.STAGE, week);
            if (counted < completed || counted > all) {
                throw new IllegalArgumentException(
                        "week " + week + " is counted for " + counted + " runs of " + completed + " completed ones");
            }
        }
    }

    private void expect(long run) {
        if (finished || run != next || run >= interval.to()) {
            throw new IllegalArgumentException("run " + run + " of arm " + arm + " is not expected: runs " + interval
                    + " are added once and in order, the next is " + next);
        }
        next++;
    }

    @Override
    public void close() {
        if (!finished && next > interval.from()) {
            pack.leave();
        }
        finished = true;
        if (alone) {
            pack.close();
        }
    }
}
