package org.tumen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.FileSum;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.Receipts;
import org.tumen.store.part.Shard;
import org.tumen.store.part.TableDigest;

/** Joins the results of shards of one experiment into one folder. */
public final class ResultJoin {
    private ResultJoin() {}

    /**
     * What a join did.
     *
     * @param parts the parts that were added
     * @param rows the runs of the joined result
     * @param duplicates parts that several shards have, equal to the bit and taken once
     * @param gaps runs that no shard has, by arm, in words
     */
    public record Report(
            Path folder, int parts, long rows, List<String> duplicates, List<String> gaps, TableDigest digest) {}

    /** Hears how far a join has come. */
    @FunctionalInterface
    public interface PartListener {
        /** So many parts of so many are taken. */
        void taken(int parts, int all);
    }

    /** Parts that share their files, or one part. */
    private record Source(Path folder, List<PartReceipt> parts) {}

    /**
     * Joins shards. Parts are linked where the file system can, else copied, and their checksums compared. Nothing is
     * written when shards do not belong together or contradict each other. May be repeated with more shards.
     *
     * @param sources the folders of the shards
     * @param target the folder of the joined result, made when it does not exist
     * @throws IncompatibleResultException when a shard is of another experiment
     * @throws StoreException when shards overlap, or a file cannot be read or written
     */
    public static Report join(List<Path> sources, Path target, PartListener progress) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a join needs one folder or more");
        }
        Manifest first = Manifest.read(sources.get(0));
        ResultIdentity identity = first.identity();
        String fingerprint = identity.fingerprint();
        RunPlan plan = RunPlan.UNKNOWN;
        for (Path source : sources) {
            Manifest manifest = Manifest.read(source);
            Compatibility.require(source, manifest, identity, fingerprint);
            plan = manifest.plan().only(Shard.WHOLE).after(plan);
        }
        try (ResultStore store = ResultStore.open(target, identity, plan)) {
            List<String> duplicates = new ArrayList<>();
            List<Source> wanted = select(sources, store, duplicates);
            for (int i = 0; i < wanted.size(); i++) {
                progress.taken(i, wanted.size());
                adopt(store, wanted.get(i));
            }
            store.finish(
                    Map.of("joined_from", sources.stream().map(Path::toString).toList()));
            List<String> gaps = new ArrayList<>();
            for (int i = 0; i < identity.arms().size(); i++) {
                String arm = identity.arms().get(i).name();
                store.gaps(i).forEach(gap -> gaps.add("arm " + arm + ": runs " + gap + " are missing"));
            }
            int parts =
                    wanted.stream().mapToInt(source -> source.parts().size()).sum();
            return new Report(target, parts, store.rows(), duplicates, gaps, store.digest());
        }
    }

    private static List<Source> select(List<Path> folders, ResultStore store, List<String> duplicates) {
        Map<String, Source> chosen = new LinkedHashMap<>();
        Map<String, String> held = new HashMap<>();
        Set<String> given = new HashSet<>();
        Receipts own = Manifest.receipts(store.folder());
        own.parts().forEach(part -> held.put(part.name(), part.digest()));
        List<PartReceipt> all = new ArrayList<>(own.parts());
        for (Path folder : folders) {
            Receipts receipts = Manifest.receipts(folder);
            receipts.requireSound(folder);
            Compatibility.requireOwn(folder, receipts, store.fingerprint());
            receipts.byFile().forEach((name, parts) -> {
                List<PartReceipt> added = new ArrayList<>();
                for (PartReceipt part : parts) {
                    String digest = held.putIfAbsent(part.name(), part.digest());
                    if (digest == null) {
                        added.add(part);
                    } else if (!digest.equals(part.digest())) {
                        throw new StoreException(
                                folder + ": " + part.name() + " contradicts the same part of another shard");
                    }
                    // What the result has from an earlier join is none of several shards.
                    if (!given.add(part.name())) {
                        duplicates.add(folder + ": " + part.name());
                    }
                }
                if (added.size() == parts.size()) {
                    chosen.put(name, new Source(folder, parts));
                    all.addAll(parts);
                } else if (!added.isEmpty()) {
                    throw new StoreException(folder + ": the shards overlap: of the runs in " + name
                            + " another shard has some and not all");
                }
            });
        }
        requireDisjoint(all);
        return List.copyOf(chosen.values());
    }

    private static void requireDisjoint(List<PartReceipt> all) {
        List<PartReceipt> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(PartReceipt::arm).thenComparingLong(PartReceipt::from));
        List<String> overlaps = new Receipts(sorted, List.of()).overlaps();
        if (!overlaps.isEmpty()) {
            throw new StoreException("the shards overlap: " + Compatibility.shown(overlaps));
        }
    }

    private static void adopt(ResultStore store, Source source) {
        PartReceipt part = source.parts().get(0);
        String name = part.fileName();
        PartFiles from = new PartFiles(source.folder(), name);
        PartFiles to = new PartFiles(store.folder(), name);
        try {
            for (String kind : PartFiles.KINDS) {
                FileSum sum = part.sum(kind);
                if (sum != null) {
                    bring(store.folder(), kind, from.checked(kind, sum), to.fresh(kind));
                }
            }
            to.commit(source.parts());
        } catch (IOException | StoreException e) {
            to.discard();
            if (e instanceof StoreException known) {
                throw known;
            }
            throw StoreException.refused("join " + name, store.folder(), e);
        }
        store.committed(source.parts());
    }

    private static void bring(Path folder, String kind, Path from, Path to) throws IOException {
        Inside.made(folder, kind);
        try {
            Files.createLink(to, from.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system, or one without links.
            Files.copy(from, to);
            AtomicFiles.sync(to);
        }
    }
}
