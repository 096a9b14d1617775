package org.tumen.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.FileContent;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.words.Failures;

/**
 * The files of a result that are made from its parts and can be made again: summaries, tables, pictures, reports. Each is
 * whole or absent, and listed with its SHA-256 in {@code SHA256SUMS}, in the form that {@code sha256sum -c} reads.
 *
 * <p>A file is listed before it takes its place, beside what it replaces, so that a process that is killed in between leaves
 * a file that is known. Any number of threads of one process may write; of several processes the one that holds the
 * folder's lock.
 *
 * @param folder the result folder, which exists or is made with the first file
 */
public record DerivedFiles(Path folder) {
    /** Names the list too, for it may be what changed. */
    private static final String OTHER_BYTES = DamagedFileException.OTHER_BYTES + ", going by " + Checksums.FILE;

    private static final Object LISTING = new Object();

    /**
     * Writes a file, whole or not at all. A loss of power may take it away again.
     *
     * @param relative its path in the folder, such as {@code plots/overview.svg}
     * @throws IllegalArgumentException when the path leads out of the folder
     * @throws StoreException when the file cannot be written
     */
    public void write(Path relative, FileContent content) {
        String name = Checksums.name(relative);
        if (!Inside.named(name)) {
            throw new IllegalArgumentException(relative + " leads out of the result folder");
        }
        try {
            Path target = Inside.file(folder, name);
            Files.createDirectories(AtomicFiles.parent(target));
            AtomicFiles.writeUnsynced(target, content, beside -> {
                String sum = Checksums.of(beside);
                synchronized (LISTING) {
                    Checksums listed = Checksums.read(folder);
                    listed.dropMissing(folder);
                    listed.add(name, sum);
                    listed.write(folder);
                    AtomicFiles.rename(beside, target);
                    listed.keepOnly(name, sum);
                    listed.write(folder);
                }
            });
        } catch (IOException e) {
            throw StoreException.refused("write " + relative, folder, e);
        }
    }

    /** Writes a file that holds these bytes, as {@link #write(Path, FileContent)} does. */
    public void write(Path relative, byte[] bytes) {
        write(relative, out -> out.write(bytes));
    }

    /** Writes a file of text in UTF-8, as {@link #write(Path, FileContent)} does. */
    public void write(Path relative, String text) {
        write(relative, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a file.
     *
     * @return its bytes, or nothing when there is no such file; unchecked where a result of the first format lists none
     * @throws DamagedFileException when they are not those that were written
     * @throws StoreException when it cannot be read
     */
    public Optional<byte[]> read(Path relative) {
        String name = Checksums.name(relative);
        Path file = Inside.file(folder, name);
        try {
            byte[] bytes = Inside.bytes(file);
            List<String> listed = Checksums.read(folder).of(name);
            // Nothing tells what was written with a result of the first format.
            boolean unknown = listed.isEmpty() && Manifest.unsealed(folder);
            if (!unknown && !listed.contains(Checksums.of(bytes))) {
                throw new DamagedFileException(
                        file, listed.isEmpty() ? "it is not listed in " + Checksums.FILE : OTHER_BYTES);
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.unread(file, e);
        }
    }

    /** The files that are listed, by path with slashes, with the SHA-256 of each. */
    public Map<String, String> listed() {
        try {
            Checksums listed = Checksums.read(folder);
            listed.dropMissing(folder);
            Map<String, String> sums = new TreeMap<>();
            // Of two that a file may have, a killed process wrote the one and not the other.
            for (String name : listed.names()) {
                List<String> of = listed.of(name);
                sums.put(name, of.size() == 1 ? of.get(0) : Checksums.of(Inside.file(folder, name)));
            }
            return sums;
        } catch (IOException e) {
            throw StoreException.unread(folder, e);
        }
    }

    /** What is wrong with the files that are listed, and with the list. */
    public List<Discrepancy> discrepancies() throws IOException {
        List<Discrepancy> found = new ArrayList<>();
        Checksums listed = Checksums.read(folder);
        if (listed.malformed() > 0) {
            found.add(new Discrepancy(Checksums.FILE, listed.malformed() + " of its lines are damaged"));
        }
        for (String name : listed.names()) {
            try {
                if (!listed.of(name).contains(Checksums.of(Inside.file(folder, name)))) {
                    found.add(new Discrepancy(name, OTHER_BYTES));
                }
            } catch (NoSuchFileException e) {
                found.add(new Discrepancy(name, Checksums.FILE + " lists it and it is missing"));
            } catch (DamagedFileException e) {
                found.add(new Discrepancy(name, e.what()));
            } catch (IOException | StoreException e) {
                found.add(new Discrepancy(name, "it cannot be read: " + Failures.reason(e)));
            }
        }
        return found;
    }
}
