package org.tumen.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Database;
import org.tumen.store.part.PackWriter;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.PartWriter;
import org.tumen.store.part.Receipts;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.RunSink;
import org.tumen.store.part.TableDigest;
import org.tumen.store.part.WriteSession;

/**
 * A result folder that this process may write to. Holds the folder's lock until closed. {@link #begin} may be called
 * from any thread; parts are written on the thread that adds their runs. All parts begun must have been closed before
 * the store is.
 */
public final class ResultStore implements RunSink, PackWriter.Owner, AutoCloseable {
    private static final int MOST_RUNS_OF_A_PART = 25_000;

    private final Path folder;
    private final ResultIdentity identity;
    private final String fingerprint;
    private final FolderLock lock;
    private final Manifest manifest;
    private final List<String> notices;
    private final Map<String, List<PartReceipt>> parts;
    private final ConcurrentLinkedQueue<WriteSession> idle = new ConcurrentLinkedQueue<>();
    private String command = "";
    private boolean running;

    private ResultStore(Path folder, ResultIdentity identity, FolderLock lock, RunPlan plan) throws IOException {
        this.folder = folder;
        this.identity = identity;
        this.lock = lock;
        fingerprint = identity.fingerprint();
        notices = new ArrayList<>();
        Manifest found = manifest(folder, identity);
        Receipts all = Manifest.receipts(folder);
        Compatibility.requireOwn(folder, all, fingerprint);
        if (found == null) {
            found = Manifest.begin(identity, fingerprint, plan);
            found.write(folder);
        }
        manifest = found;
        Receipts receipts = all.examined(folder);
        notices.addAll(receipts.clean(folder));
        parts = identity.byArm(receipts.parts());
        manifest.plan(plan);
    }

    /** The manifest of a folder; null where there is none to trust, and the parts must tell what they belong to. */
    private @Nullable Manifest manifest(Path of, ResultIdentity wanted) {
        if (!Manifest.exists(of)) {
            return null;
        }
        try {
            Manifest found = Manifest.read(of);
            Compatibility.require(of, found, wanted, fingerprint);
            return found;
        } catch (DamagedFileException e) {
            notices.add(Manifest.FILE + " was damaged and is made again");
            return null;
        }
    }

    /**
     * Starts to load DuckDB on a thread of its own and returns at once. Nothing depends on it: a store that is opened
     * waits for as much of it as is missing, which is about a third of a second without this.
     */
    public static void prepare() {
        Thread loading = new Thread(Database::warmUp, "duckdb");
        loading.setDaemon(true);
        loading.start();
    }

    /**
     * Opens a result folder, or makes a new one. Takes the lock, removes what a killed process left unfinished, and
     * drops parts whose files are gone or damaged, so that their runs are computed again ({@link #notices} tells).
     *
     * @param folder the folder, usually {@code results/} + {@link ResultIdentity#folderName}
     * @param plan the runs that are wanted of each arm; lets later readers see that some are missing
     * @throws StoreBusyException when another process writes to it
     * @throws IncompatibleResultException when it holds another experiment or a result of another model version
     * @throws StoreException when it cannot be read or written, or parts overlap
     */
    public static ResultStore open(Path folder, ResultIdentity identity, RunPlan plan) {
        return FolderLock.open(folder, "a result", ResultSort.RUNS, lock -> {
            Inside.made(folder, PartFiles.RUNS);
            return new ResultStore(folder, identity, lock, plan);
        });
    }

    /** The same for runs 0 to so many (excluded) of every arm; 0 when that is not known. */
    public static ResultStore open(Path folder, ResultIdentity identity, long runs) {
        return open(folder, identity, RunPlan.each(runs));
    }

    @Override
    public Path folder() {
        return folder;
    }

    public ResultIdentity identity() {
        return identity;
    }

    /** Tells which command makes the runs, for whoever finds them unfinished. */
    public synchronized void madeBy(String given) {
        command = given;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    /** What was removed on opening, one sentence each; empty after a clean end. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Whether the result was finished and nothing has been begun since. */
    public synchronized boolean finished() {
        return manifest.finished();
    }

    /** The intervals of committed parts of an arm, in ascending order. */
    public synchronized List<RunRange> stored(String arm) {
        return identity.parts(parts, arm).stream()
                .map(PartReceipt::interval)
                .sorted(Comparator.comparingLong(RunRange::from))
                .toList();
    }

    @Override
    public List<RunRange> missing(String arm, long from, long to) {
        return RunRange.gaps(stored(arm), from, to);
    }

    /** What is missing of the runs that are planned of an arm, by its place among the arms. */
    synchronized List<RunRange> gaps(int arm) {
        String name = identity.arms().get(arm).name();
        return Totals.gaps(
                identity.parts(parts, name),
                manifest.plan(),
                arm,
                identity.arms().size());
    }

    @Override
    public int mostRunsOfAPart() {
        return MOST_RUNS_OF_A_PART;
    }

    @Override
    public PartWriter begin(String arm, long from, long to, boolean events) {
        RunRange interval = new RunRange(from, to);
        requireFree(arm, interval);
        return pack(events).part(arm, interval, true);
    }

    @Override
    public PackWriter pack(boolean events) {
        try {
            if (events) {
                Inside.made(folder, PartFiles.EVENTS);
            }
        } catch (IOException e) {
            throw StoreException.refused("make the folder of events", folder, e);
        }
        markRunning();
        WriteSession session = idle.poll();
        return new PackWriter(this, session == null ? new WriteSession() : session, events);
    }

    @Override
    public int weeks() {
        return identity.weeks();
    }

    @Override
    public void requireFree(String arm, RunRange interval) {
        for (RunRange taken : stored(arm)) {
            if (taken.overlaps(interval)) {
                throw new IllegalArgumentException(
                        "runs " + interval + " of arm " + arm + " overlap stored runs " + taken);
            }
        }
    }

    private synchronized void markRunning() {
        if (!running) {
            running = true;
            manifest.running(command);
            manifest.write(folder);
        }
    }

    @Override
    public synchronized void committed(List<PartReceipt> receipts) {
        receipts.forEach(part -> identity.parts(parts, part.arm()).add(part));
    }

    @Override
    public void release(WriteSession session, boolean reusable) {
        if (reusable) {
            idle.add(session);
        } else {
            session.close();
        }
    }

    private List<PartReceipt> all() {
        return parts.values().stream().flatMap(List::stream).toList();
    }

    /** The stored runs, failed ones included. */
    public synchronized long rows() {
        return all().stream().mapToLong(PartReceipt::rows).sum();
    }

    @Override
    public synchronized long failed() {
        return all().stream().mapToLong(part -> part.failures().size()).sum();
    }

    /** The digest of all stored rows. */
    public synchronized TableDigest digest() {
        return Totals.digest(all());
    }

    /**
     * Writes the manifest of a finished result: counts, digests, versions. May be called again after an extension.
     *
     * @param about what else to record, such as times and threads: keys in snake_case, values that JSON knows
     */
    public synchronized void finish(Map<String, ?> about) {
        manifest.finish(Totals.of(identity, all(), manifest.plan()), Json.MAPPER.valueToTree(about));
        manifest.write(folder);
        running = false;
    }

    /** Removes all parts and everything written beside them, to compute anew. */
    public synchronized void clear() {
        markRunning();
        for (PartReceipt part : all()) {
            new PartFiles(folder, part.fileName()).discard();
        }
        parts.values().forEach(List::clear);
    }

    @Override
    public void close() {
        try {
            for (@Nullable WriteSession session = idle.poll(); session != null; session = idle.poll()) {
                session.close();
            }
        } finally {
            lock.close();
        }
    }
}
