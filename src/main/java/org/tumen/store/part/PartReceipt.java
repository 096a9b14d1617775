package org.tumen.store.part;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.store.ResultIdentity;

/**
 * What commits a part: its place in the experiment, its rows' digest, and the sizes and checksums of its files.
 *
 * @param fingerprint of the experiment ({@link ResultIdentity#fingerprint})
 * @param arm the arm
 * @param from the first run
 * @param to one past the last run
 * @param rows the rows, one a run
 * @param digest the {@link TableDigest} of the rows
 * @param runs the file of the rows
 * @param weekly the file of the weekly counts
 * @param events the file of the events, when they were recorded
 * @param parameters the file of the drawn parameters, when any were uncertain
 * @param failures the runs that failed
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
        FileSum weekly,
        @Nullable FileSum events,
        @Nullable FileSum parameters,
        List<Failure> failures) {

    /**
     * A file as it was written.
     *
     * @param bytes its size
     * @param crc32c its CRC-32C, in hexadecimal
     */
    public record FileSum(long bytes, String crc32c) {}

    /**
     * A run that failed.
     *
     * @param run its number
     * @param cause what went wrong
     */
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

    /** The runs. */
    public RunRange interval() {
        return new RunRange(from, to);
    }

    /** The name of its files without folder and ending; sorts by arm and run. */
    public String name() {
        return name(arm, from, to);
    }

    public static String name(String arm, long from, long to) {
        return String.format(Locale.ROOT, "part-%s-%012d-%012d", arm, from, to);
    }
}
