package org.tumen.store.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;

/** The committed parts of a folder, found by listing: usable ones by arm and run, and what is wrong with the others. */
public record Receipts(List<PartReceipt> parts, List<Damage> damaged) {
    private static final Comparator<PartReceipt> ORDER =
            Comparator.comparing(PartReceipt::arm).thenComparingLong(PartReceipt::from);

    /** A part that cannot be used, with the file that is damaged, relative to the folder, and what is wrong with it. */
    public record Damage(String name, String file, String what) {}

    /**
     * Reads the receipts; what they say of other files is not looked at.
     *
     * @param unsealed whether they are of the first format, without checksums
     */
    public static Receipts scan(Path folder, boolean unsealed) {
        List<PartReceipt> parts = new ArrayList<>();
        List<Damage> damaged = new ArrayList<>();
        for (Path file : Inside.list(folder, PartFiles.RUNS, "part-*.json")) {
            String name = nameOf(file);
            String problem;
            try {
                List<PartReceipt> receipts = read(file, unsealed);
                problem = receipts.stream()
                        .map(receipt -> problem(name, receipt))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(receipts.isEmpty() ? "it is incomplete" : null);
                if (problem == null) {
                    parts.addAll(receipts);
                }
            } catch (DamagedFileException e) {
                problem = e.what();
            } catch (JsonProcessingException e) {
                problem = DamagedFileException.OTHER_BYTES;
            } catch (IOException e) {
                throw StoreException.unread(file, e);
            }
            if (problem != null) {
                damaged.add(new Damage(name, PartFiles.RUNS + "/" + file.getFileName(), problem));
            }
        }
        parts.sort(ORDER);
        return new Receipts(List.copyOf(parts), List.copyOf(damaged));
    }

    /** The usable parts by the name of their files: one may hold parts of hundreds of arms. */
    public Map<String, List<PartReceipt>> byFile() {
        return parts.stream()
                .collect(Collectors.groupingBy(PartReceipt::fileName, LinkedHashMap::new, Collectors.toList()));
    }

    /** The same after all files of all parts were read through: those that are not as they were written are damaged. */
    public Receipts examined(Path folder) {
        List<PartReceipt> sound = new ArrayList<>();
        List<Damage> all = new ArrayList<>(damaged);
        byFile().forEach((name, shared) -> {
            List<Discrepancy> found = new PartFiles(folder, name).discrepancies(shared.get(0));
            if (found.isEmpty()) {
                sound.addAll(shared);
            } else {
                all.add(new Damage(name, found.get(0).where(), found.get(0).what()));
            }
        });
        sound.sort(ORDER);
        return new Receipts(List.copyOf(sound), List.copyOf(all));
    }

    /** @throws DamagedFileException naming the first receipt that cannot be used, if there is one */
    public Receipts requireSound(Path folder) {
        if (!damaged.isEmpty()) {
            Damage first = damaged.get(0);
            throw new DamagedFileException(folder.resolve(first.file()), first.what());
        }
        return this;
    }

    /**
     * The receipt of a part, or those of the parts that share its files.
     *
     * @param unsealed whether it is of the first format, without a checksum
     * @throws DamagedFileException when its bytes are not those that were written
     * @throws IOException when it cannot be read or is no receipt
     */
    public static List<PartReceipt> read(Path file, boolean unsealed) throws IOException {
        if (unsealed) {
            return Collections.singletonList(
                    Json.MAPPER.treeToValue(Json.MAPPER.readTree(Inside.bytes(file)), PartReceipt.class));
        }
        return PartReceipt.of(SealedJson.read(file));
    }

    private static @Nullable String problem(String name, @Nullable PartReceipt receipt) {
        if (receipt == null
                || receipt.arm() == null
                || receipt.runs() == null
                || receipt.digest() == null
                || !TableDigest.written(receipt.digest())) {
            return "it is incomplete";
        }
        if (!StoredArm.named(receipt.arm())) {
            return "its arm has a name that no arm can have";
        }
        if (receipt.from() < 0 || receipt.to() <= receipt.from() || receipt.rows() != receipt.to() - receipt.from()) {
            return "its numbers of runs contradict each other";
        }
        for (PartReceipt.Failure failure : receipt.failures()) {
            if (failure.cause() == null || failure.run() < receipt.from() || failure.run() >= receipt.to()) {
                return "it tells of a failed run that is none of its own";
            }
        }
        return receipt.fileName().equals(name) ? null : "it is the receipt of " + receipt.fileName();
    }

    /** Pairs of parts that share runs, in words. */
    public List<String> overlaps() {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            for (int j = i - 1; j >= 0 && parts.get(j).arm().equals(parts.get(i).arm()); j--) {
                if (parts.get(j).interval().overlaps(parts.get(i).interval())) {
                    found.add(parts.get(j).name() + " and " + parts.get(i).name() + " share runs");
                }
            }
        }
        return found;
    }

    /** Removes unfinished files, files without a receipt and parts that cannot be used; tells what it removed. */
    public List<String> clean(Path folder) throws IOException {
        List<String> notices = new ArrayList<>();
        for (Damage damage : damaged) {
            new PartFiles(folder, damage.name()).discard();
            notices.add(damage.name() + " is made again, for " + damage.file() + " was damaged: " + damage.what());
        }
        Set<String> good = new HashSet<>();
        parts.forEach(part -> good.add(part.fileName()));
        for (String kind : PartFiles.KINDS) {
            for (Path file : Inside.list(folder, kind, "part-*")) {
                String ending = file.getFileName().toString();
                if (ending.endsWith(AtomicFiles.UNFINISHED) || !good.contains(nameOf(file))) {
                    Files.deleteIfExists(file);
                    notices.add(kind + "/" + ending + " was unfinished and was removed");
                }
            }
        }
        Inside.remove(folder, "*" + AtomicFiles.UNFINISHED);
        return notices;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.replaceFirst("\\.(json|parquet)(\\" + AtomicFiles.UNFINISHED + ")?$", "");
    }
}
