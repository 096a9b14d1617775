package org.tumen.study.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Resimulation;
import org.tumen.experiment.StoredExperiment;
import org.tumen.report.CrateCheck;
import org.tumen.report.ResultCrate;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.Manifest;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.RunRange;
import org.tumen.store.verify.ResultVerifier;
import org.tumen.study.StageProgress;
import org.tumen.words.Numbers;

/**
 * A check of everything that a result holds.
 *
 * @param sample number of its runs that are simulated again, 0 for none
 * @param sampleSeed which runs are chosen
 */
public record ResultCheck(Path folder, int sample, long sampleSeed) {
    /**
     * Reads everything and simulates a sample again; adds what is wrong to the problems.
     *
     * @return what was done, in words
     * @throws StoreException when it is no result that can be read
     */
    public String check(List<Discrepancy> problems, StageProgress progress) {
        AtomicLong rows = new AtomicLong();
        progress.begin("reading", "runs", stored(folder));
        ResultVerifier.Report report = ResultVerifier.verify(folder, more -> {
            rows.addAndGet(more);
            progress.done(more);
        });
        problems.addAll(report.discrepancies());
        progress.begin("simulating again", "runs", sample);
        String again = simulateAgain(problems, progress);
        String unchecked = report.unchecked() == 0
                ? ""
                : " (" + Numbers.count(report.unchecked())
                        + " of the files are pictures, tables and reports of which that version kept no checksum)";
        return folder + ": " + Numbers.counted(report.files(), "file") + " and " + Numbers.counted(rows.get(), "run")
                + " read" + again + unchecked;
    }

    /** How many runs there are to read; 0 where verification will tell what is wrong. */
    private static long stored(Path folder) {
        try (ResultReader reader = ResultReader.open(folder)) {
            return reader.identity().arms().stream()
                    .flatMap(arm -> reader.stored(arm.name()).stream())
                    .mapToLong(RunRange::size)
                    .sum();
        } catch (StoreException e) {
            return 0;
        }
    }

    private String simulateAgain(List<Discrepancy> problems, StageProgress progress) {
        if (!Manifest.exists(folder)) {
            described(folder, null, problems);
            return "";
        }
        try (ResultReader reader = ResultReader.open(folder)) {
            if (sample == 0) {
                described(folder, reader.identity(), problems);
                return "";
            }
            if (!StoredExperiment.sameVersion(reader.identity())) {
                return ", none simulated again (they are of model version "
                        + reader.identity().modelVersion() + ", this is " + DiplomacySim.MODEL_VERSION + ")";
            }
            Optional<ResultIdentity> described = described(folder, reader.identity(), problems);
            Resimulation.Report report =
                    Resimulation.check(reader, described.orElse(reader.identity()), sample, sampleSeed, progress::done);
            problems.addAll(report.problems());
            return ", " + Numbers.count(report.runs()) + " simulated again"
                    + (described.isEmpty() ? "" : " from what " + ResultCrate.FILE + " describes");
        } catch (DamagedFileException e) {
            return ", none simulated again (the result is damaged)";
        }
    }

    /** The experiment that the result's own description names, which is held against the folder. */
    private static Optional<ResultIdentity> described(
            Path folder, @Nullable ResultIdentity stored, List<Discrepancy> problems) {
        Optional<CrateCheck.Report> report = CrateCheck.of(folder, stored);
        report.ifPresent(r -> problems.addAll(r.problems()));
        return report.flatMap(CrateCheck.Report::experiment);
    }
}
