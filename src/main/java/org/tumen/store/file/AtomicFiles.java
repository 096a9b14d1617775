package org.tumen.store.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Files that are whole or absent: written beside their place and renamed. */
public final class AtomicFiles {
    /** The ending of a file that is not finished. */
    public static final String UNFINISHED = ".unfinished";

    private static final int BUFFER = 1 << 17;

    private AtomicFiles() {}

    public static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + UNFINISHED);
    }

    /** Puts a file that is written in its place. */
    @FunctionalInterface
    public interface Placing {
        void place(Path unfinished) throws IOException;
    }

    /** Writes a file that is there after a loss of power too, for what cannot be had again cheaply. */
    static void write(Path target, FileContent content) throws IOException {
        write(target, content, true, beside -> rename(beside, target));
        syncDirectory(parent(target));
    }

    /** Writes a file that a loss of power may take away again, for what is made from other files. */
    public static void writeUnsynced(Path target, FileContent content) throws IOException {
        writeUnsynced(target, content, beside -> rename(beside, target));
    }

    /** The same, placed in a way of the caller's own. */
    public static void writeUnsynced(Path target, FileContent content, Placing placing) throws IOException {
        write(target, content, false, placing);
    }

    private static void write(Path target, FileContent content, boolean synced, Placing placing) throws IOException {
        Path beside = unfinished(target);
        try {
            // What is left over by that name may be a link to something elsewhere.
            Files.deleteIfExists(beside);
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.writeTo(out);
                out.flush();
                if (synced) {
                    channel.force(true);
                }
            }
            placing.place(beside);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /**
     * Puts a file in its place, over what is there or not.
     *
     * @throws java.nio.file.FileAlreadyExistsException when something is there that may not be overwritten
     */
    public static void place(Path from, Path to, boolean over) throws IOException {
        if (over) {
            rename(from, to);
        } else {
            Files.move(from, to);
        }
    }

    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " has no parent folder");
        }
        return parent;
    }

    public static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes renames in a folder last through a loss of power, where the system lets a folder be synced. */
    public static void syncDirectory(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its file system journals renames by itself.
            return;
        }
    }

    public static FileSum sum(Path file) throws IOException {
        // Read, not mapped: a mapping lives until it is collected, and keeps the file system busy.
        CRC32C crc = new CRC32C();
        long size = 0;
        try (InputStream in = Inside.stream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                size += read;
            }
        }
        return new FileSum(size, HexFormat.of().toHexDigits(crc.getValue(), 8));
    }
}
