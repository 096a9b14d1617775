package org.tumen.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.Inside;

/**
 * The right of one process to write to a result folder. The system drops the lock when the process ends, however it
 * ends.
 */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final String HOLDER = "process ";
    // Beyond the text that names the holder, so that others can read it where locks are mandatory.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    // Closing any channel of a file drops all locks of this process on it (POSIX), so a second channel must not be
    // opened.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    // Folders held by a command from its first run to its last picture, which lends the lock to the stores it opens.
    private static final Set<Path> LENDING = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final @Nullable FileChannel channel;
    private boolean lends;

    private FolderLock(Path folder, @Nullable FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes a folder and takes its lock for a whole command: until it is closed, this process may {@link #take} the lock, one
     * store at a time.
     *
     * @throws StoreBusyException naming the holder, when another process or another part of this one has it
     * @throws StoreException when the folder cannot be made or written
     */
    public static FolderLock hold(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (LENDING.contains(real)) {
                throw busy(folder, "this process");
            }
            FolderLock lock = take(folder);
            lock.lends = true;
            LENDING.add(lock.folder);
            return lock;
        } catch (IOException e) {
            throw StoreException.refused("open a result", folder, e);
        }
    }

    /**
     * Takes the lock of a folder that exists.
     *
     * @throws StoreBusyException naming the holder, when another process or another part of this one has it
     * @throws IOException when the file of the lock cannot be written
     */
    public static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (LENDING.remove(real)) {
            return new FolderLock(real, null);
        }
        if (!HELD.add(real)) {
            throw busy(folder, "this process");
        }
        FolderLock lock = null;
        try {
            lock = take(real, folder);
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(real);
            }
        }
    }

    private static FolderLock take(Path real, Path shown) throws IOException {
        Path file = Inside.file(real, FILE);
        requireOwn(file);
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw busy(shown, holder.isEmpty() ? "another process" : holder);
        }
        try {
            String holder = HOLDER + ProcessHandle.current().pid() + " on " + host() + " since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new FolderLock(real, channel);
    }

    /** A file of another's by that name, which may be a link of either kind to something elsewhere, would lose its content. */
    private static void requireOwn(Path file) throws IOException {
        boolean own;
        try (InputStream in = Inside.stream(file)) {
            String start = new String(in.readNBytes(HOLDER.length()), StandardCharsets.UTF_8);
            own = start.isEmpty() || start.equals(HOLDER);
        } catch (NoSuchFileException e) {
            return;
        } catch (DamagedFileException e) {
            own = false;
        }
        if (!own) {
            throw new StoreException(file + " is no lock of this program but a link or something else of that name;"
                    + " nothing was written. Move it away");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
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
        if (channel == null) {
            LENDING.add(folder);
            return;
        }
        if (lends) {
            LENDING.remove(folder);
        }
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new StoreException("could not release the lock of " + folder + ": " + e.getMessage(), e);
        } finally {
            HELD.remove(folder);
        }
    }
}
