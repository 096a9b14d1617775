package org.tumen.store.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.FileSum;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.words.Failures;

/** The files of one part, or of parts that share them, in a result folder. */
public record PartFiles(Path folder, String name) {
    public static final String RUNS = "runs";
    public static final String WEEKLY = "weekly";
    public static final String EVENTS = "events";
    public static final String PARAMETERS = "parameters";
    public static final List<String> KINDS = List.of(RUNS, WEEKLY, EVENTS, PARAMETERS);

    public Path file(String kind) {
        return Inside.file(folder, kind + "/" + name + ".parquet");
    }

    public Path receipt() {
        return Inside.file(folder, RUNS + "/" + name + ".json");
    }

    public Path unfinished(String kind) {
        return AtomicFiles.unfinished(file(kind));
    }

    /** The same once nothing is there: what was left over by that name may be a link to something elsewhere. */
    public Path fresh(String kind) throws IOException {
        Path file = unfinished(kind);
        Files.deleteIfExists(file);
        return file;
    }

    /**
     * A file to read from, once its bytes are known to be those that were written.
     *
     * @throws DamagedFileException when they are not
     */
    public Path checked(String kind, FileSum expected) {
        String problem = problem(kind, expected);
        if (problem != null) {
            throw new DamagedFileException(file(kind), problem);
        }
        return file(kind);
    }

    /** The files of the part that are not as they were written. */
    public List<Discrepancy> discrepancies(PartReceipt receipt) {
        List<Discrepancy> found = new ArrayList<>();
        for (String kind : KINDS) {
            FileSum sum = receipt.sum(kind);
            String problem = sum == null ? null : problem(kind, sum);
            if (problem != null) {
                found.add(new Discrepancy(kind + "/" + file(kind).getFileName(), problem));
            }
        }
        return found;
    }

    private @Nullable String problem(String kind, FileSum expected) {
        try {
            return CheckedFiles.problem(file(kind), expected);
        } catch (DamagedFileException e) {
            return e.what();
        } catch (IOException e) {
            return "it cannot be read: " + Failures.reason(e);
        }
    }

    FileSum seal(String kind) throws IOException {
        AtomicFiles.sync(unfinished(kind));
        return AtomicFiles.sum(unfinished(kind));
    }

    /** Puts the files of parts in their places, the receipt last. */
    public void commit(List<PartReceipt> receipts) throws IOException {
        PartReceipt receipt = receipts.get(0);
        for (String kind : KINDS) {
            FileSum sum = receipt.sum(kind);
            if (sum != null) {
                AtomicFiles.rename(unfinished(kind), file(kind));
                CheckedFiles.written(file(kind), sum);
                if (!kind.equals(RUNS)) {
                    AtomicFiles.syncDirectory(Inside.folder(folder, kind));
                }
            }
        }
        SealedJson.write(receipt(), PartReceipt.written(receipts));
    }

    /** Removes what there is of the part, the receipt first. */
    public void discard() {
        try {
            Files.deleteIfExists(receipt());
            for (String kind : KINDS) {
                Files.deleteIfExists(file(kind));
                Files.deleteIfExists(unfinished(kind));
            }
        } catch (IOException e) {
            // Files without a receipt are removed when the folder is opened next.
            return;
        }
    }
}
