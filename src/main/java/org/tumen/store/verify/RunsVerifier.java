package org.tumen.store.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.store.Totals;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartQueries;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.StoredArm;
import org.tumen.store.part.TableDigest;

/**
 * Checks the runs of a result for consistency: the manifest's experiment against its fingerprint, the receipts against the
 * files (sizes, checksums), the stored values against the digests, the weekly counts against the runs, the manifest's counts
 * and list of parts against what there is; gaps and overlaps.
 */
final class RunsVerifier {
    private final ResultReader reader;
    private final Path folder;
    private final Manifest manifest;
    private final List<Discrepancy> found = new ArrayList<>();

    private RunsVerifier(Path folder, ResultReader reader, Manifest manifest) {
        this.folder = folder;
        this.reader = reader;
        this.manifest = manifest;
    }

    /** What is wrong; the progress is told of each part's number of rows when it has been read. */
    static List<Discrepancy> verify(Path folder, Manifest manifest, LongConsumer progress) {
        try (ResultReader reader = ResultReader.ofDamaged(folder, manifest, Manifest.receipts(folder))) {
            RunsVerifier verifier = new RunsVerifier(folder, reader, manifest);
            verifier.experiment();
            verifier.parts(progress);
            verifier.gaps();
            verifier.totals();
            return verifier.found;
        }
    }

    private void experiment() {
        if (!reader.identity().fingerprint().equals(manifest.fingerprint())) {
            problem(
                    Manifest.FILE,
                    "its experiment (scenario, seed, version) is not the one it was written with:"
                            + " the fingerprint does not agree");
        }
    }

    private void parts(LongConsumer progress) {
        reader.receipts().damaged().forEach(damage -> problem(damage.file(), damage.what()));
        reader.receipts().overlaps().forEach(overlap -> problem("runs", overlap));
        String fingerprint = reader.identity().fingerprint();
        for (PartReceipt part : reader.receipts().parts()) {
            if (!fingerprint.equals(part.fingerprint())) {
                problem("runs/" + part.name(), "it belongs to another experiment than the manifest's");
            }
        }
        reader.receipts().byFile().forEach((name, parts) -> {
            List<Discrepancy> damaged = new PartFiles(folder, name).discrepancies(parts.get(0));
            found.addAll(damaged);
            if (damaged.isEmpty()) {
                values(name, parts);
                if (parts.get(0).weekly() != null) {
                    weekly(name, parts);
                }
            }
            progress.accept(parts.stream().mapToLong(PartReceipt::rows).sum());
        });
    }

    private void values(String name, List<PartReceipt> parts) {
        String where = "runs/" + name + ".parquet";
        Map<String, PartCheck> checks = new LinkedHashMap<>();
        parts.forEach(part ->
                checks.put(part.arm(), new PartCheck(part, reader.outcomes().size())));
        long[] foreign = new long[1];
        try {
            reader.forEachRow(parts, row -> {
                PartCheck check = checks.get(row.set().getString(1));
                if (check == null) {
                    foreign[0]++;
                } else {
                    check.row(row);
                }
            });
        } catch (StoreException e) {
            problem(where, "cannot be read: " + e.getMessage());
            return;
        }
        checks.values().forEach(check -> check.problems().forEach(what -> problem(where, what)));
        if (foreign[0] > 0) {
            problem(where, foreign[0] + " of its rows belong to another arm");
        }
    }

    private void weekly(String name, List<PartReceipt> parts) {
        String where = "weekly/" + name + ".parquet";
        Map<String, WeeklyCheck> checks = new LinkedHashMap<>();
        parts.forEach(part -> checks.put(part.arm(), new WeeklyCheck(part)));
        try {
            reader.forEachWeeklyTotal(parts, row -> {
                WeeklyCheck check = checks.get(row.set().getString(1));
                if (check != null) {
                    check.counted(row.set().getLong(2));
                }
            });
        } catch (StoreException e) {
            problem(where, "cannot be read: " + e.getMessage());
            return;
        }
        long values = (long) reader.identity().weeks() * WeeklySeries.values().length;
        checks.values().stream()
                .filter(check -> !check.sound(values))
                .forEach(check -> problem(
                        where, "its counts are not over the " + check.completed() + " completed runs of the part"));
    }

    private void gaps() {
        RunPlan plan = manifest.plan();
        List<StoredArm> arms = reader.identity().arms();
        for (int i = 0; i < arms.size(); i++) {
            String arm = arms.get(i).name();
            Totals.gaps(reader.parts(arm), plan, i, arms.size())
                    .forEach(gap -> problem("arm " + arm, "runs " + gap + " are missing"));
        }
    }

    private void totals() {
        if (!manifest.finished()) {
            problem(Manifest.FILE, ResultVerifier.UNFINISHED);
            return;
        }
        List<PartReceipt> parts = reader.receipts().parts();
        JsonNode told = manifest.result();
        Set<String> names = new HashSet<>();
        parts.forEach(part -> names.add(part.name()));
        reader.receipts().damaged().forEach(damage -> names.add(damage.name()));
        for (JsonNode part : told.path("parts")) {
            if (!names.remove(part.path("name").asText())) {
                problem("runs/" + part.path("name").asText(), "the manifest lists it and it is missing");
            }
        }
        names.forEach(name -> problem("runs/" + name, "the manifest does not list it"));
        JsonNode counted = Totals.of(reader.identity(), parts, manifest.plan());
        for (String key : List.of("rows", "failed", "digest")) {
            if (!told.path(key).asText().equals(counted.path(key).asText())) {
                problem(
                        Manifest.FILE,
                        key + " is " + told.path(key).asText() + ", the parts have "
                                + counted.path(key).asText());
            }
        }
    }

    private void problem(String where, String what) {
        found.add(new Discrepancy(where, what));
    }

    /** The rows of one part held against its receipt. */
    private static final class PartCheck {
        private final PartReceipt part;
        private final Map<Long, String> causes = new HashMap<>();
        private final double[] values;
        private final TableDigest digest = new TableDigest();
        private long rows;
        private long outOfOrder;

        PartCheck(PartReceipt part, int outcomes) {
            this.part = part;
            part.failures().forEach(failure -> causes.put(failure.run(), failure.cause()));
            values = new double[outcomes];
        }

        void row(PartQueries.Row row) throws SQLException {
            String arm = row.set().getString(1);
            long run = row.set().getLong(2);
            outOfOrder += run == part.from() + rows ? 0 : 1;
            rows++;
            if (row.set().getString(3).equals("failed")) {
                digest.addFailure(arm, run, causes.getOrDefault(run, ""));
            } else {
                row.read(values, 4);
                digest.add(arm, run, values);
            }
        }

        List<String> problems() {
            List<String> found = new ArrayList<>();
            if (rows != part.rows() || rows != part.interval().size()) {
                found.add(
                        "it has " + rows + " rows instead of " + part.interval().size());
            }
            if (outOfOrder > 0) {
                found.add(outOfOrder + " of its runs are duplicates, gaps or out of order");
            }
            if (!digest.hex().equals(part.digest())) {
                found.add("its values do not have the digest of the receipt");
            }
            return found;
        }
    }

    /** The weekly counts of one part held against its runs. */
    private static final class WeeklyCheck {
        private final PartReceipt part;
        private long wrong;
        private long seen;

        WeeklyCheck(PartReceipt part) {
            this.part = part;
        }

        long completed() {
            return part.rows() - part.failures().size();
        }

        void counted(long runs) {
            wrong += runs < completed() || runs > part.rows() ? 1 : 0;
            seen++;
        }

        /** Whether every series has counts of all completed runs in every week. */
        boolean sound(long values) {
            return wrong == 0 && (completed() == 0 || seen >= values);
        }
    }
}
