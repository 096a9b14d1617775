package org.tumen.store.verify;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.store.DerivedFiles;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultSort;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.FileSum;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.Receipts;

/**
 * Checks every file of a result against what was kept of it when it was written: the runs against their receipts, digests and
 * the manifest, JSON files that end with their checksum against that, everything else against {@code SHA256SUMS}; names what
 * is missing and what belongs to nothing. Whether the values are those that the model yields is for the caller to find out by
 * simulating runs again ({@link ResultReader#run}).
 */
public final class ResultVerifier {
    /** Files that end with their own checksum: receipts, evaluations of searches, generations of calibrations. */
    private static final Pattern SEALED =
            Pattern.compile("(runs/part-.*|search/[^/]*|generations/[^/]*|study|failed-runs)\\.json");

    static final String UNFINISHED = "the command has not finished; the same one goes on with it";

    private static final Pattern PART_FILE = Pattern.compile("(runs|weekly|events|parameters)/(part-.*)\\.parquet");

    /** What comes and goes, and what others leave in any folder: names with a point before them. */
    private static final Pattern PASSING = Pattern.compile("lock|(.*/)?\\..*|.*\\" + AtomicFiles.UNFINISHED);

    private final Path folder;
    private final List<Discrepancy> found = new ArrayList<>();

    private ResultVerifier(Path folder) {
        this.folder = folder;
    }

    /**
     * What verification found.
     *
     * @param unchecked those among them of which nothing was kept when they were written: pictures, tables and reports of the
     *     first format, which had no {@code SHA256SUMS}
     * @param discrepancies what is wrong, empty when nothing is
     */
    public record Report(int files, int unchecked, List<Discrepancy> discrepancies) {}

    /**
     * Verifies a result of any kind.
     *
     * @param progress is told of each part's number of rows when it has been read
     * @throws StoreException when the folder is no result or cannot be read at all
     */
    public static Report verify(Path folder, LongConsumer progress) {
        ResultVerifier verifier = new ResultVerifier(folder);
        try {
            return verifier.all(progress);
        } catch (IOException e) {
            Path what = e instanceof FileSystemException refused && refused.getFile() != null
                    ? Path.of(refused.getFile())
                    : folder;
            throw StoreException.unread(what, e);
        }
    }

    /**
     * Checks one file of a result, by its path with slashes, against what was kept of it.
     *
     * @throws DamagedFileException when its bytes are not those that were written, or nobody knows what they should be
     */
    public static void requireSound(Path folder, String name) {
        Path file = Inside.file(folder, name);
        try {
            Matcher part = PART_FILE.matcher(name);
            if (part.matches()) {
                Path receipt = new PartFiles(folder, part.group(2)).receipt();
                PartReceipt written =
                        Receipts.read(receipt, Manifest.unsealed(folder)).get(0);
                FileSum sum = written.sum(part.group(1));
                if (sum == null) {
                    throw new DamagedFileException(file, "no receipt belongs to it");
                }
                new PartFiles(folder, part.group(2)).checked(part.group(1), sum);
            } else if (name.equals(Manifest.FILE) || SEALED.matcher(name).matches()) {
                if (!Manifest.unsealed(folder)) {
                    SealedJson.read(file);
                }
            } else if (!name.equals(Checksums.FILE) && !PASSING.matcher(name).matches()) {
                new DerivedFiles(folder).read(Path.of(name));
            }
        } catch (IOException e) {
            throw StoreException.unread(file, e);
        }
    }

    private Report all(LongConsumer progress) throws IOException {
        Set<String> files = files();
        boolean runs = files.contains(Manifest.FILE);
        if (!runs && !files.contains(Checksums.FILE) && files.stream().noneMatch(this::isSealed)) {
            throw new StoreException(
                    folder + " is no result folder: it has neither " + Manifest.FILE + " nor " + Checksums.FILE);
        }
        if (runs) {
            runs(progress);
        } else if (files.stream().anyMatch(file -> file.startsWith(PartFiles.RUNS + "/"))) {
            found.add(new Discrepancy(Manifest.FILE, "it is missing, and runs are stored"));
        }
        if (Manifest.unsealed(folder)) {
            found.addAll(new DerivedFiles(folder).discrepancies());
            return new Report(files.size(), unlisted(files).size(), List.copyOf(found));
        }
        for (String file : files) {
            // Receipts are read with the runs.
            if (isSealed(file)
                    && !file.startsWith("runs/")
                    && !SealedJson.sound(Inside.bytes(Inside.file(folder, file)))) {
                found.add(new Discrepancy(file, DamagedFileException.OTHER_BYTES));
            }
        }
        found.addAll(new DerivedFiles(folder).discrepancies());
        if (!runs && found.isEmpty() && !files.contains(ResultSort.FINDINGS_FILE)) {
            found.add(new Discrepancy(ResultSort.FINDINGS_FILE, UNFINISHED));
        }
        strays(files);
        return new Report(files.size(), 0, List.copyOf(found));
    }

    private void runs(LongConsumer progress) {
        Optional<Manifest> manifest;
        try {
            manifest = Optional.of(Manifest.read(folder));
        } catch (DamagedFileException e) {
            found.add(new Discrepancy(Manifest.FILE, DamagedFileException.OTHER_BYTES));
            manifest = Manifest.readDamaged(folder);
        }
        try {
            manifest.ifPresent(read -> found.addAll(RunsVerifier.verify(folder, read, progress)));
        } catch (StoreException e) {
            // A damaged manifest may describe no experiment at all.
            found.add(new Discrepancy(Manifest.FILE, String.valueOf(e.getMessage())));
        }
    }

    private boolean isSealed(String file) {
        return SEALED.matcher(file).matches();
    }

    /** The files other than those of parts that nothing tells of. */
    private Set<String> unlisted(Set<String> files) throws IOException {
        Set<String> left = new TreeSet<>(files);
        left.removeAll(Checksums.read(folder).names());
        left.removeAll(Set.of(Manifest.FILE, Checksums.FILE));
        left.removeIf(file -> isSealed(file) || PART_FILE.matcher(file).matches());
        return left;
    }

    private void strays(Set<String> files) throws IOException {
        for (String file : unlisted(files)) {
            found.add(new Discrepancy(file, Checksums.FILE + " does not list it; it is no file of this result"));
        }
        for (String file : files) {
            Matcher part = PART_FILE.matcher(file);
            if (part.matches() && !files.contains("runs/" + part.group(2) + ".json")) {
                found.add(new Discrepancy(file, "no receipt belongs to it"));
            }
        }
    }

    private Set<String> files() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String name : Inside.all(folder)) {
            try {
                Inside.require(folder.resolve(name));
                if (!PASSING.matcher(name).matches()) {
                    names.add(name);
                }
            } catch (DamagedFileException e) {
                found.add(new Discrepancy(name, e.what()));
            } catch (NoSuchFileException e) {
                // It was renamed or removed while the folder was listed.
                continue;
            }
        }
        return names;
    }
}
