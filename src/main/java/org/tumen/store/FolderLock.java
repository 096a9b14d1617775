package org.tumen.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;

/**
 * The right of one process to write to a result folder. The system drops the lock when the process ends, however it
 * ends. Where a file system has no locks, {@code TUMEN_LOCKS=file} has a file stand for one.
 */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final String HOLDER = "process ";

    /** The environment may ask for locks by files. */
    private static final String SETTING = "TUMEN_LOCKS";

    private static final String BY_FILE = "file";
    private static final String HELD_FILE = "lock.held";

    /** By what a folder is known as a result besides its manifest: its lock, its list of checksums, finished work. */
    private static final List<String> MARKS = List.of(FILE, HELD_FILE, Checksums.FILE, StudyRecord.FILE);

    private static final List<String> WITH_PARTS = List.of(PartFiles.RUNS, EvaluationStore.FOLDER);
    private static final int MOST_NAMED = 3;

    // Beyond the text that names the holder, so that others can read it where locks are mandatory.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    // Closing any channel of a file drops all locks of this process on it (POSIX), so a second channel must not be
    // opened.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    // Folders held by a command from its first run to its last picture, which lends the lock to the stores it opens.
    private static final Set<Path> LENDING = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final @Nullable Held held;
    private boolean lends;

    /** What is given back at the end. */
    interface Held {
        void release() throws IOException;
    }

    /** @param held null for a lock that was lent */
    private FolderLock(Path folder, @Nullable Held held) {
        this.folder = folder;
        this.held = held;
    }

    /**
     * Makes a folder and takes its lock for a whole command: until it is closed, this process may {@link #take} the lock, one
     * store at a time.
     *
     * @param sorts what the folder may hold; any result where none are given
     * @throws IncompatibleResultException when it holds a result of another sort
     * @throws StoreBusyException naming the holder, when another process or another part of this one has it
     * @throws StoreException when the folder cannot be made or written, or holds things that are no result
     */
    public static FolderLock hold(Path folder, ResultSort... sorts) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (LENDING.contains(real)) {
                throw busy(folder, "this process");
            }
        } catch (IOException e) {
            throw StoreException.refused("open a result", folder, e);
        }
        return open(folder, "a result", sorts, lock -> {
            lock.lends = true;
            LENDING.add(lock.folder);
            return lock;
        });
    }

    /**
     * Takes the lock of a folder that exists.
     *
     * @throws StoreBusyException naming the holder, when another process or another part of this one has it
     * @throws StoreException when it holds things that are no result; none is touched
     * @throws IOException when the file of the lock cannot be written
     */
    static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (LENDING.remove(real)) {
            return new FolderLock(real, null);
        }
        if (!HELD.add(real)) {
            throw busy(folder, "this process");
        }
        FolderLock lock = null;
        try {
            requireResult(real, folder);
            lock = new FolderLock(real, byFile() ? takeByFile(real, folder) : take(real, folder));
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(real);
            }
        }
    }

    /** What opens something in a folder, and has its lock to give back. */
    @FunctionalInterface
    public interface Opening<T> {
        T open(FolderLock lock) throws IOException;
    }

    /**
     * Opens something in a folder, which is made where it is missing, under its lock; the lock is given back when that fails.
     *
     * @param what what is opened, such as {@code a result}
     * @param sort what it is; whoever has lent the lock has seen to that
     * @throws IncompatibleResultException when the folder holds a result of another sort
     * @throws StoreBusyException naming the holder, when another process or another part of this one has it
     * @throws StoreException when it cannot be read or written, or holds things that are no result
     */
    public static <T> T open(Path folder, String what, ResultSort sort, Opening<T> opening) {
        return open(folder, what, new ResultSort[] {sort}, opening);
    }

    private static <T> T open(Path folder, String what, ResultSort[] sorts, Opening<T> opening) {
        FolderLock lock = null;
        boolean opened = false;
        try {
            lock = take(Files.createDirectories(folder));
            String foreign = lock.held == null || sorts.length == 0 ? null : ResultSort.foreign(folder, sorts);
            if (foreign != null) {
                throw new IncompatibleResultException(folder + " holds a result of another kind (" + foreign
                        + "), which --force does not remove; nothing was written. Give another --out");
            }
            T open = opening.open(lock);
            opened = true;
            return open;
        } catch (IOException e) {
            throw StoreException.refused("open " + what, folder.toAbsolutePath(), e);
        } finally {
            if (!opened && lock != null) {
                lock.close();
            }
        }
    }

    /**
     * A folder of other things is no place for a result, which replaces files of its own names and removes what looks like
     * its unfinished work.
     */
    private static void requireResult(Path real, Path shown) throws IOException {
        if (MARKS.stream().anyMatch(mark -> Inside.has(real, mark))
                || hasManifest(real)
                || WITH_PARTS.stream()
                        .anyMatch(
                                kind -> !Inside.list(real, kind, "part-*.json").isEmpty())) {
            return;
        }
        List<String> others = new ArrayList<>();
        // Names that begin with a dot are what systems leave by themselves; no result has any.
        for (Path other : Inside.list(real, "[!.]*")) {
            if (!Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    || !Inside.list(other, "*").isEmpty()) {
                others.add(String.valueOf(other.getFileName()));
            }
        }
        if (!others.isEmpty()) {
            throw new StoreException(shown + " is no result folder: it holds "
                    + String.join(", ", others.subList(0, Math.min(MOST_NAMED, others.size())))
                    + (others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " others" : "")
                    + ". Nothing was written; a result needs a folder that is new, empty or its own");
        }
    }

    /** Other programs have files of that name. */
    private static boolean hasManifest(Path real) {
        try {
            if (!Manifest.exists(real)) {
                return false;
            }
            var unused = Manifest.read(real);
            return true;
        } catch (DamagedFileException e) {
            return false;
        } catch (StoreException e) {
            // Of another version of the format, which whoever reads it tells.
            return true;
        }
    }

    private static Held take(Path real, Path shown) throws IOException {
        Path file = Inside.file(real, FILE);
        requireOwn(file);
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock lock = tryLock(channel, shown);
        if (lock == null) {
            String holder = text(file);
            channel.close();
            throw busy(shown, holder.isEmpty() ? "another process" : holder);
        }
        try {
            // Once more of what is open: the name may have been given to another file in between.
            requireOwn(file, Channels.newInputStream(channel).readNBytes(HOLDER.length()));
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder()), 0);
        } catch (IOException | StoreException e) {
            channel.close();
            throw e;
        }
        return () -> {
            channel.truncate(0);
            channel.close();
        };
    }

    /** A file of another's by that name, which may be a link of either kind to something elsewhere, would lose its content. */
    private static void requireOwn(Path file) throws IOException {
        try (InputStream in = Inside.stream(file)) {
            requireOwn(file, in.readNBytes(HOLDER.length()));
        } catch (NoSuchFileException e) {
            return;
        } catch (DamagedFileException e) {
            throw notOwn(file);
        }
    }

    private static void requireOwn(Path file, byte[] start) {
        if (start.length > 0 && !HOLDER.equals(new String(start, StandardCharsets.UTF_8))) {
            throw notOwn(file);
        }
    }

    private static StoreException notOwn(Path file) {
        return new StoreException(file + " is no lock of this program but a link or something else of that name;"
                + " nothing was written. Move it away");
    }

    /** Where file systems have no locks, a file that only one process can make stands for one. It outlives a killed process. */
    static Held takeByFile(Path real, Path shown) throws IOException {
        Path file = Inside.file(real, HELD_FILE);
        try {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(holder()));
            }
        } catch (FileAlreadyExistsException e) {
            requireOwn(file);
            throw new StoreBusyException(shown + " is in use: " + text(file)
                    + " is writing to it. Wait until it has ended; if it was killed, remove " + file);
        }
        return () -> Files.deleteIfExists(file);
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Inside.stream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static boolean byFile() {
        String setting = System.getenv(SETTING);
        if (setting != null && !setting.equals(BY_FILE)) {
            throw new StoreException(SETTING + " must be " + BY_FILE + " or absent, not \"" + setting + '"');
        }
        return setting != null;
    }

    static @Nullable FileLock tryLock(FileChannel channel, Path shown) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (IOException e) {
            channel.close();
            throw new StoreException.Refused(
                    "the file system of " + shown + " does not lock files (" + e.getMessage()
                            + "): give another --out, or set " + SETTING + "=" + BY_FILE
                            + ", by which a file stands for the lock",
                    e);
        }
    }

    private static byte[] holder() {
        String holder = HOLDER + ProcessHandle.current().pid() + " on " + host() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        return holder.getBytes(StandardCharsets.UTF_8);
    }

    private static StoreBusyException busy(Path folder, String holder) {
        return new StoreBusyException(folder + " is in use: " + holder + " is writing to it. Wait until it has ended.");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    @Override
    public void close() {
        if (held == null) {
            LENDING.add(folder);
            return;
        }
        if (lends) {
            LENDING.remove(folder);
        }
        try {
            held.release();
        } catch (IOException e) {
            throw new StoreException("could not release the lock of " + folder + ": " + e.getMessage(), e);
        } finally {
            HELD.remove(folder);
        }
    }
}
