package org.tumen.store.part;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.file.FileSum;

/**
 * What commits a part: its place in the experiment, its rows' digest, and the sizes and checksums of its files.
 *
 * @param fingerprint of the experiment: the SHA-256 of its identity
 * @param to one past the last run
 * @param digest the {@link TableDigest} of the rows
 * @param runs the file of the rows
 * @param weekly the file of the weekly counts, when they were kept
 * @param events the file of the events, when they were recorded
 * @param parameters the file of the drawn parameters, when any were uncertain
 * @param pack the name of the files, where other parts share them; null where they are its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartReceipt(
        String fingerprint,
        String arm,
        long from,
        long to,
        long rows,
        String digest,
        FileSum runs,
        @Nullable FileSum weekly,
        @Nullable FileSum events,
        @Nullable FileSum parameters,
        List<Failure> failures,
        @Nullable String pack) {

    /** A part as its runs tell of it, without its files; its components as in {@link PartReceipt}. */
    public record Stored(String arm, long from, long to, String digest, List<Failure> failures) {
        public Stored {
            failures = failures == null ? List.of() : List.copyOf(failures);
        }
    }

    /** What commits parts that share their files, in the order of their rows; the files as in {@link PartReceipt}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shared(
            String fingerprint,
            List<Stored> parts,
            FileSum runs,
            @Nullable FileSum weekly,
            @Nullable FileSum events,
            @Nullable FileSum parameters) {}

    /** The receipts of parts with these files. */
    static List<PartReceipt> of(
            String fingerprint,
            List<Stored> parts,
            FileSum runs,
            @Nullable FileSum weekly,
            @Nullable FileSum events,
            @Nullable FileSum parameters) {
        String pack = parts.size() == 1 ? null : fileName(parts);
        return parts.stream()
                .map(p -> new PartReceipt(
                        fingerprint,
                        p.arm(),
                        p.from(),
                        p.to(),
                        p.to() - p.from(),
                        p.digest(),
                        runs,
                        weekly,
                        events,
                        parameters,
                        p.failures(),
                        pack))
                .toList();
    }

    /** The receipts that a file holds, one or those of a pack. */
    static List<PartReceipt> of(ObjectNode tree) throws JsonProcessingException {
        if (!tree.path("parts").isArray()) {
            return Collections.singletonList(Json.MAPPER.treeToValue(tree, PartReceipt.class));
        }
        Shared shared = Json.MAPPER.treeToValue(tree, Shared.class);
        if (shared.parts().isEmpty() || shared.parts().stream().anyMatch(Objects::isNull)) {
            return List.of();
        }
        return of(
                shared.fingerprint(),
                shared.parts(),
                shared.runs(),
                shared.weekly(),
                shared.events(),
                shared.parameters());
    }

    /** What a file is to hold of receipts with the same files. */
    static Object written(List<PartReceipt> receipts) {
        PartReceipt first = receipts.get(0);
        return receipts.size() == 1
                ? first
                : new Shared(
                        first.fingerprint(),
                        receipts.stream()
                                .map(r -> new Stored(r.arm(), r.from(), r.to(), r.digest(), r.failures()))
                                .toList(),
                        first.runs(),
                        first.weekly(),
                        first.events(),
                        first.parameters());
    }

    /** A run that failed, by its number, with what went wrong. */
    public record Failure(long run, String cause) {}

    public PartReceipt {
        failures = failures == null ? List.of() : List.copyOf(failures);
    }

    /** The file of a kind as it was written; null where the part has none. */
    @Nullable
    public FileSum sum(String kind) {
        return switch (kind) {
            case PartFiles.RUNS -> runs;
            case PartFiles.WEEKLY -> weekly;
            case PartFiles.PARAMETERS -> parameters;
            default -> events;
        };
    }

    public RunRange interval() {
        return new RunRange(from, to);
    }

    /** The numbers of its completed runs, ascending. */
    public LongStream completed() {
        Set<Long> failed = failures.stream().map(Failure::run).collect(Collectors.toSet());
        return LongStream.range(from, to).filter(run -> !failed.contains(run));
    }

    /** What it is called: the name of its files, without folder and ending, where it does not share them. */
    public String name() {
        return name(arm, from, to);
    }

    /** The name of its files, which it may share. */
    public String fileName() {
        return pack == null ? name() : pack;
    }

    /** The name of the files of parts: that of the first, with how many share it. No name of an arm has a plus sign. */
    static String fileName(List<Stored> parts) {
        Stored first = parts.get(0);
        String name = name(first.arm(), first.from(), first.to());
        return parts.size() == 1 ? name : name + "+" + (parts.size() - 1);
    }

    /** What the part is called; sorts by arm and run. */
    public static String name(String arm, long from, long to) {
        return String.format(Locale.ROOT, "part-%s-%012d-%012d", arm, from, to);
    }
}
