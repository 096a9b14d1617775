package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Database;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartQueries;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.Receipts;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.TableDigest;

/**
 * Reads a result: what was committed when it was opened. Takes no lock and changes nothing, so a result may be read
 * while it is being written. Columns are read one at a time and queries run outside the Java heap. An object of this
 * class belongs to one thread at a time.
 */
public final class ResultReader implements AutoCloseable {
    /** Rows stream through it; given more, it keeps more of what it has read, and memory grows with the number of files. */
    private static final int MEMORY_MEBIBYTES = 96;

    /** As many values as an array holds. */
    private static final int MOST_RUNS = Integer.MAX_VALUE - 8;

    private final Path folder;
    private final Manifest manifest;
    private final ResultIdentity identity;
    private final Receipts receipts;
    private final Map<String, List<PartReceipt>> byArm;
    private final List<String> outcomes;
    private final PartQueries queries;

    private ResultReader(Path folder, Manifest manifest, Receipts receipts) {
        this.folder = folder;
        this.manifest = manifest;
        this.receipts = receipts;
        identity = manifest.identity();
        byArm = identity.byArm(receipts.parts());
        outcomes = List.copyOf(manifest.outcomes());
        queries = new PartQueries(folder, MEMORY_MEBIBYTES);
    }

    /**
     * Opens a result for reading, of this version of the model or an older one. The files of its parts are held against
     * their checksums before they are read first: whatever reads one that is damaged throws a {@link DamagedFileException}.
     *
     * @throws DamagedFileException when the manifest or a receipt is damaged, or a part is missing
     * @throws StoreException when it is no result folder or its manifest cannot be read
     */
    public static ResultReader open(Path folder) {
        Manifest manifest = Manifest.read(folder);
        Receipts receipts = Manifest.receipts(folder).requireSound(folder);
        Set<String> names = new HashSet<>();
        receipts.parts().forEach(part -> names.add(part.name()));
        for (String listed : manifest.parts()) {
            if (!names.contains(listed)) {
                throw new DamagedFileException(
                        folder.resolve(PartFiles.RUNS).resolve(listed + ".json"),
                        Manifest.FILE + " lists it and it is missing");
            }
        }
        return new ResultReader(folder, manifest, receipts);
    }

    /** A reader of what there is of a damaged result, for verification. */
    public static ResultReader ofDamaged(Path folder, Manifest manifest, Receipts receipts) {
        return new ResultReader(folder, manifest, receipts);
    }

    /** @throws StoreException when a folder holds no result that can be opened, as far as its manifest tells */
    public static void requireResult(Path folder) {
        Manifest.read(folder);
    }

    /** Another reader of the same parts, for another thread. */
    public ResultReader another() {
        return new ResultReader(folder, manifest, receipts);
    }

    public Path folder() {
        return folder;
    }

    public ResultIdentity identity() {
        return identity;
    }

    /** The manifest as JSON. */
    public JsonNode manifest() {
        return manifest.tree();
    }

    /** The command that made it, as the manifest tells it; empty when it does not. */
    public String command() {
        return manifest().path("about").path("command").asText();
    }

    /** Whether the batch that wrote it came to its end. */
    public boolean finished() {
        return manifest.finished();
    }

    /** The keys of the stored outcomes, in the order of their columns. */
    public List<String> outcomes() {
        return outcomes;
    }

    /** The digest of all stored rows, from the receipts. */
    public TableDigest digest() {
        return Totals.digest(receipts.parts());
    }

    /** The number of completed runs of an arm. */
    public long completed(String arm) {
        return parts(arm).stream()
                .mapToLong(p -> p.rows() - p.failures().size())
                .sum();
    }

    /** The number of runs of all arms that are stored, failed ones among them. */
    public long made() {
        return receipts.parts().stream().mapToLong(PartReceipt::rows).sum();
    }

    /** The runs that failed, of all arms. */
    public List<RunFailure> failures() {
        List<RunFailure> failures = new ArrayList<>();
        for (PartReceipt part : receipts.parts()) {
            for (PartReceipt.Failure failure : part.failures()) {
                RunKey key = new RunKey(identity.seed(), failure.run());
                failures.add(new RunFailure(part.arm(), key, failure.cause()));
            }
        }
        return failures;
    }

    /** The intervals of stored runs of an arm, in ascending order. */
    public List<RunRange> stored(String arm) {
        return parts(arm).stream().map(PartReceipt::interval).toList();
    }

    /**
     * The numbers of the completed runs of an arm, ascending: what the values of {@link #column} belong to. The receipts tell
     * them, so no file is read.
     */
    public long[] runs(String arm) {
        return parts(arm).stream().flatMapToLong(PartReceipt::completed).toArray();
    }

    /**
     * One outcome of the completed runs of an arm, in ascending order of the run.
     *
     * @throws StoreException when the result lacks the outcome, as one of an older model version may
     */
    public double[] column(String arm, Outcome outcome) {
        double[] values = new double[count(arm)];
        columns(arm, List.of(outcome), List.of(values));
        return values;
    }

    /**
     * Several outcomes in one pass over the files, each as {@link #column} gives it, into arrays of {@link #completed}
     * values.
     */
    public void columns(String arm, List<Outcome> wanted, List<double[]> into) {
        int runs = count(arm);
        double[][] columns = into.subList(0, wanted.size()).toArray(double[][]::new);
        String select = wanted.stream().map(o -> Database.name(stored(o))).collect(Collectors.joining(", "));
        queries.read(parts(arm), select, "status = 'completed'", row -> {
            int index = within(row, runs, arm);
            for (int i = 0; i < columns.length; i++) {
                columns[i][index] = row.set().getDouble(i + 1);
            }
        });
    }

    private int count(String arm) {
        long completed = completed(arm);
        if (completed > MOST_RUNS) {
            throw new StoreException(folder + ": the receipts of " + arm + " tell of " + completed
                    + " runs, more than can be read at a time");
        }
        return (int) completed;
    }

    /** The place of a row, where damaged parts may hold more rows than their receipts say. */
    private int within(PartQueries.Row row, int rows, String arm) {
        if (row.index() >= rows) {
            throw new StoreException(folder + ": the parts of " + arm + " hold more than the " + rows
                    + " completed runs of their receipts");
        }
        return row.index();
    }

    /**
     * Hands over outcomes of the completed runs of all arms, in one pass over all files and in no particular order: a
     * design has thousands of arms, and a pass for each would take long.
     *
     * @param consumer receives arm, run and the values in the order of {@code wanted}, in an array that is reused
     */
    public void forEachRunOfAllArms(List<Outcome> wanted, ArmRunConsumer consumer) {
        double[] values = new double[wanted.size()];
        String select =
                wanted.stream().map(o -> ", " + Database.name(stored(o))).collect(Collectors.joining());
        queries.readFiles(receipts.parts(), "arm, run" + select, "status = 'completed'", row -> {
            row.read(values, 3);
            consumer.accept(row.set().getString(1), row.set().getLong(2), values);
        });
    }

    /** Receives a run of an arm. */
    @FunctionalInterface
    public interface ArmRunConsumer {
        /** Receives a run and its values. */
        void accept(String arm, long run, double[] values);
    }

    /** One run as it is stored, or nothing when it is not. */
    public Optional<StoredRun> run(String arm, long run) {
        for (PartReceipt part : parts(arm)) {
            if (part.from() <= run && run < part.to()) {
                return Optional.of(run(part, run));
            }
        }
        return Optional.empty();
    }

    private StoredRun run(PartReceipt part, long run) {
        for (PartReceipt.Failure failure : part.failures()) {
            if (failure.run() == run) {
                return new StoredRun(part.arm(), run, new double[0], failure.cause());
            }
        }
        double[] values = new double[outcomes.size()];
        queries.read(List.of(part), quotedOutcomes(), "run = " + run, row -> row.read(values, 1));
        return new StoredRun(part.arm(), run, values, null);
    }

    /**
     * The values that were drawn for uncertain parameters in runs of an arm, each in ascending order of the run; empty when
     * nothing was uncertain.
     *
     * @param runs numbers of completed runs, ascending, of {@link #runs}
     */
    public Map<String, double[]> parameters(String arm, long[] runs) {
        Map<String, double[]> columns = new TreeMap<>();
        String drawn = queries.drawn(parts(arm));
        if (!drawn.isEmpty()) {
            String sql = "SELECT run, parameter, value FROM (" + drawn + ") WHERE " + PartQueries.only(arm)
                    + " AND run <= " + (runs.length == 0 ? -1 : runs[runs.length - 1]);
            queries.run(sql, row -> {
                int index = Arrays.binarySearch(runs, row.set().getLong(1));
                if (index >= 0) {
                    columns.computeIfAbsent(row.set().getString(2), p -> new double[runs.length])[index] =
                            row.set().getDouble(3);
                }
            });
        }
        return columns;
    }

    /** The values that were drawn for uncertain parameters of one run; empty when nothing was uncertain. */
    public Map<String, Double> parameters(String arm, long run) {
        Map<String, Double> values = new TreeMap<>();
        for (PartReceipt part : parts(arm)) {
            if (part.from() <= run && run < part.to() && part.parameters() != null) {
                queries.run(
                        "SELECT parameter, value FROM (" + queries.drawn(List.of(part)) + ") WHERE "
                                + PartQueries.only(arm) + " AND run = " + run,
                        row -> values.put(row.set().getString(1), row.set().getDouble(2)));
            }
        }
        return values;
    }

    private String quotedOutcomes() {
        return outcomes.stream().map(Database::name).collect(Collectors.joining(", "));
    }

    /** The weekly counts of an arm, of all its parts together; empty where those of some were not stored. */
    public Optional<WeeklyCounts> weekly(String arm) {
        if (parts(arm).stream().anyMatch(part -> part.weekly() == null)) {
            return Optional.empty();
        }
        WeeklyCounts counts = new WeeklyCounts(identity.weeks());
        String files = queries.files(parts(arm), PartFiles.WEEKLY);
        if (!files.isEmpty()) {
            String sql = "SELECT series, week, bin, sum(count)::BIGINT FROM (" + Database.flat(files) + ") WHERE "
                    + PartQueries.only(arm) + " GROUP BY ALL ORDER BY ALL";
            try {
                queries.run(
                        sql,
                        row -> counts.add(
                                WeeklySeries.valueOf(
                                        String.valueOf(row.set().getString(1)).toUpperCase(Locale.ROOT)),
                                row.set().getInt(2),
                                row.set().getInt(3),
                                row.set().getLong(4)));
            } catch (IllegalArgumentException e) {
                throw new StoreException(
                        folder + ": the weekly counts of " + arm + " are damaged: " + e.getMessage(), e);
            }
            for (WeeklySeries series : WeeklySeries.values()) {
                requireRuns(counts, series, arm);
            }
        }
        return Optional.of(counts);
    }

    /** Every completed run has a value in every week, and a failed one up to some week. */
    private void requireRuns(WeeklyCounts counts, WeeklySeries series, String arm) {
        long completed = completed(arm);
        long most = parts(arm).stream().mapToLong(PartReceipt::rows).sum();
        for (int week = 0; week < counts.weeks(); week++) {
            long here = counts.runs(series, week);
            if (here < completed || here > most) {
                throw new StoreException(folder + ": the weekly counts of " + arm + " are damaged: week " + week
                        + " has " + here + " runs, where "
                        + (most == completed
                                ? "there are " + completed
                                : "at least " + completed + " and at most " + most + " ran"));
            }
            most = here;
        }
    }

    /**
     * The parts of an arm, by their runs.
     *
     * @throws IllegalArgumentException when there is no such arm
     */
    public List<PartReceipt> parts(String arm) {
        return identity.parts(byArm, arm);
    }

    public Receipts receipts() {
        return receipts;
    }

    private String stored(Outcome outcome) {
        if (!outcomes.contains(outcome.key())) {
            throw new StoreException("the result in " + folder + ", of model version " + identity.modelVersion()
                    + ", has no outcome " + outcome.key());
        }
        return outcome.key();
    }

    /** All rows of one file of runs as they stand in it, for verification; the parts are those that the file holds. */
    public void forEachRow(List<PartReceipt> ofFile, PartQueries.RowReader reader) {
        queries.readFiles(ofFile, "arm, run, status, " + quotedOutcomes(), "true", reader);
    }

    /** Over how many runs the weekly counts of one file's parts are, by arm, series and week. */
    public void forEachWeeklyTotal(List<PartReceipt> ofFile, PartQueries.RowReader reader) {
        String files = queries.files(ofFile, PartFiles.WEEKLY);
        queries.run("SELECT arm, list_sum(counts)::BIGINT FROM " + Database.parquet(files), reader);
    }

    @Override
    public void close() {
        queries.close();
    }
}
