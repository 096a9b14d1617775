package org.tumen.store.part;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.store.file.FileSum;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;

/**
 * Writes parts that share their files, one after the other on one thread, each of another arm; {@link #commit} makes all of
 * them parts of the result at once. Files cost about ten milliseconds whatever they hold, as much as hundreds of runs, and
 * a design has thousands of arms. A part that stands alone is a pack of one.
 */
public final class PackWriter implements RunSink.Pack {
    /** The result that parts are written for. */
    public interface Owner {
        Path folder();

        String fingerprint();

        /** The weeks of its runs. */
        int weeks();

        /** @throws IllegalArgumentException when some of the runs are there already */
        void requireFree(String arm, RunRange interval);

        /** These parts are its own from now on. */
        void committed(List<PartReceipt> receipts);

        /** A session is needed no more; where it is reusable, its tables are empty. */
        void release(WriteSession session, boolean reusable);
    }

    private final Owner store;
    private final WriteSession session;
    private final boolean withEvents;
    private final List<PartReceipt.Stored> parts = new ArrayList<>();
    private final Set<String> arms = new HashSet<>();
    private @Nullable DuckDBAppender rows;
    private @Nullable DuckDBAppender weekly;
    private @Nullable DuckDBAppender events;
    private @Nullable DuckDBAppender parameters;
    private List<String> drawn = List.of();
    private boolean broken;
    private boolean finished;

    public PackWriter(Owner store, WriteSession session, boolean withEvents) {
        this.store = store;
        this.session = session;
        this.withEvents = withEvents;
    }

    @Override
    public PartWriter begin(String arm, long from, long to) {
        if (arms.contains(arm)) {
            throw new IllegalArgumentException("one pack holds one part of " + arm);
        }
        return part(arm, new RunRange(from, to), false);
    }

    /** A part, with which the pack ends when it stands alone. */
    public PartWriter part(String arm, RunRange interval, boolean alone) {
        store.requireFree(arm, interval);
        try {
            if (rows == null) {
                rows = session.rows();
                events = withEvents ? session.events() : null;
            }
            return new PartWriter(store, this, arm, interval, rows, events, alone);
        } catch (SQLException e) {
            throw StoreException.refused("begin a part", store.folder(), e);
        }
    }

    /** Where drawn parameters go. */
    DuckDBAppender parameters(List<String> paths) throws SQLException, IOException {
        DuckDBAppender table = parameters;
        if (table != null && !paths.equals(drawn)) {
            throw new IllegalArgumentException("the arms of a pack have the same uncertain parameters");
        }
        if (table == null) {
            drawn = List.copyOf(paths);
            Inside.made(store.folder(), PartFiles.PARAMETERS);
            table = session.parameters(paths);
            parameters = table;
        }
        return table;
    }

    /** A part has all of its runs. */
    void add(PartReceipt.Stored part, @Nullable WeeklyCounts counts) throws SQLException, IOException {
        if (!parts.isEmpty() && (weekly == null) != (counts == null)) {
            throw new IllegalArgumentException("all parts of a pack have weekly counts, or none has");
        }
        if (counts != null) {
            DuckDBAppender table = weekly;
            if (table == null) {
                Inside.made(store.folder(), PartFiles.WEEKLY);
                table = session.weekly();
                weekly = table;
            }
            session.append(table, part.arm(), counts);
        }
        parts.add(part);
        arms.add(part.arm());
    }

    /** A part was left in the middle of its runs: what the tables hold is no whole pack any more. */
    void leave() {
        broken = true;
    }

    /** @throws StoreException when a file cannot be written; nothing of the parts is left then */
    @Override
    public void commit() {
        if (finished || broken) {
            throw new IllegalStateException("a pack is committed once, and all of its parts are whole");
        }
        finished = true;
        if (parts.isEmpty()) {
            store.release(session, rows == null);
            return;
        }
        PartFiles files = new PartFiles(store.folder(), PartReceipt.fileName(parts));
        try {
            List<PartReceipt> receipts = writeFiles(files);
            files.commit(receipts);
            store.committed(receipts);
        } catch (IOException | SQLException e) {
            files.discard();
            store.release(session, false);
            throw StoreException.refused("write " + files.name(), store.folder(), e);
        }
        store.release(session, true);
    }

    private List<PartReceipt> writeFiles(PartFiles files) throws IOException, SQLException {
        return PartReceipt.of(
                store.fingerprint(),
                parts,
                Objects.requireNonNull(written(files, PartFiles.RUNS, rows)),
                written(files, PartFiles.WEEKLY, weekly),
                written(files, PartFiles.EVENTS, events),
                written(files, PartFiles.PARAMETERS, parameters));
    }

    private @Nullable FileSum written(PartFiles files, String kind, @Nullable DuckDBAppender table)
            throws IOException, SQLException {
        if (table == null) {
            return null;
        }
        table.close();
        session.copy(kind, files.fresh(kind));
        return files.seal(kind);
    }

    @Override
    public void close() {
        if (!finished) {
            finished = true;
            store.release(session, false);
        }
    }
}
