package org.tumen.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.store.PartWriter.PartFiles;

/**
 * The committed parts of a folder, found by listing.
 *
 * @param parts usable parts by arm and run
 * @param damaged what is wrong with the others, by the name of the part
 */
record Receipts(List<PartReceipt> parts, List<Damage> damaged) {
    private static final Comparator<PartReceipt> ORDER =
            Comparator.comparing(PartReceipt::arm).thenComparingLong(PartReceipt::from);

    /**
     * A part that cannot be used.
     *
     * @param name its name
     * @param what what is wrong with it
     */
    record Damage(String name, String what) {}

    static Receipts scan(Path folder) {
        List<PartReceipt> parts = new ArrayList<>();
        List<Damage> damaged = new ArrayList<>();
        for (Path file : list(folder.resolve(PartFiles.RUNS), "part-*.json")) {
            String name = nameOf(file);
            try {
                PartReceipt receipt = Json.MAPPER.readValue(file.toFile(), PartReceipt.class);
                String problem = problem(folder, name, receipt);
                if (problem == null) {
                    parts.add(receipt);
                } else {
                    damaged.add(new Damage(name, problem));
                }
            } catch (JsonProcessingException e) {
                damaged.add(new Damage(name, "its receipt cannot be read: " + e.getOriginalMessage()));
            } catch (IOException e) {
                throw new StoreException(file + " cannot be read: " + Database.firstLine(e), e);
            }
        }
        parts.sort(ORDER);
        return new Receipts(List.copyOf(parts), List.copyOf(damaged));
    }

    private static @Nullable String problem(Path folder, String name, PartReceipt receipt) throws IOException {
        if (receipt.from() < 0
                || receipt.to() <= receipt.from()
                || receipt.runs() == null
                || receipt.weekly() == null
                || receipt.digest() == null
                || !TableDigest.written(receipt.digest())) {
            return "its receipt is incomplete";
        }
        if (!receipt.name().equals(name)) {
            return "its receipt is that of " + receipt.name();
        }
        PartFiles files = new PartFiles(folder, name);
        for (String kind : PartFiles.KINDS) {
            PartReceipt.FileSum sum = sum(receipt, kind);
            if (sum != null) {
                Path file = files.file(kind);
                if (!Files.exists(file)) {
                    return kind + "/" + file.getFileName() + " is missing";
                }
                if (Files.size(file) != sum.bytes()) {
                    return kind + "/" + file.getFileName() + " has " + Files.size(file) + " bytes instead of "
                            + sum.bytes();
                }
            }
        }
        return null;
    }

    static PartReceipt.@Nullable FileSum sum(PartReceipt receipt, String kind) {
        return switch (kind) {
            case PartFiles.RUNS -> receipt.runs();
            case PartFiles.WEEKLY -> receipt.weekly();
            case PartFiles.PARAMETERS -> receipt.parameters();
            default -> receipt.events();
        };
    }

    List<PartReceipt> of(String arm) {
        return parts.stream().filter(part -> part.arm().equals(arm)).toList();
    }

    /** Pairs of parts that share runs, in words. */
    List<String> overlaps() {
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
    List<String> clean(Path folder) throws IOException {
        List<String> notices = new ArrayList<>();
        for (Damage damage : damaged) {
            new PartFiles(folder, damage.name()).discard();
            notices.add(damage.name() + " is not usable and was removed: " + damage.what());
        }
        Set<String> good = new HashSet<>();
        parts.forEach(part -> good.add(part.name()));
        for (String kind : PartFiles.KINDS) {
            for (Path file : list(folder.resolve(kind), "part-*")) {
                String ending = file.getFileName().toString();
                if (ending.endsWith(AtomicFiles.UNFINISHED) || !good.contains(nameOf(file))) {
                    Files.deleteIfExists(file);
                    notices.add(kind + "/" + ending + " was unfinished and was removed");
                }
            }
        }
        for (Path file : list(folder, "*" + AtomicFiles.UNFINISHED)) {
            Files.deleteIfExists(file);
        }
        return notices;
    }

    static List<Path> list(Path folder, String glob) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new StoreException(folder + " cannot be listed: " + Database.firstLine(e), e);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.replaceFirst("\\.(json|parquet)(\\" + AtomicFiles.UNFINISHED + ")?$", "");
    }
}
