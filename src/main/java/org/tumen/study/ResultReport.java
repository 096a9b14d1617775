package org.tumen.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.BatchData;
import org.tumen.chart.batch.BatchPictures;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.document.Json;
import org.tumen.report.ParameterNote;
import org.tumen.report.ReportPage;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;
import org.tumen.summary.JobPool;
import org.tumen.summary.StageListener;

/** Writes the report of a result folder. */
public final class ResultReport {
    private ResultReport() {}

    /** Writes it from what is stored, and returns where it is. */
    public static Path write(Path folder, List<BatchData> described) {
        try (ResultReader reader = ResultReader.open(folder)) {
            return write(reader, described);
        }
    }

    /** The same for a caller who has a reader. */
    public static Path write(ResultReader reader, List<BatchData> described) {
        byte[] page = ReportPage.of(reader, described, notes(reader.identity().arms()));
        new DerivedFiles(reader.folder()).write(ReportPage.FILE, out -> out.write(page));
        return reader.folder().resolve(ReportPage.FILE);
    }

    /** Draws the pictures of each arm, those of several in folders of their own, and writes the report; returns where it is. */
    public static Path picturesAndReport(Path folder, List<BatchData> arms, StageListener steps) {
        List<Runnable> jobs = new ArrayList<>();
        jobs.add(() -> write(folder, arms));
        jobs.addAll(drawings(folder, arms));
        steps.begin("drawing", jobs.size());
        JobPool.run(jobs, ResultFiles.MOST_THREADS, steps);
        return folder.resolve(ReportPage.FILE);
    }

    private static List<Runnable> drawings(Path folder, List<BatchData> arms) {
        List<Runnable> jobs = new ArrayList<>();
        for (BatchData arm : arms) {
            Path plots = Path.of("plots/" + (arms.size() > 1 ? arm.name() + "/" : ""));
            jobs.addAll(ResultFiles.drawings(BatchPictures.of(arm), plots, new DerivedFiles(folder)));
        }
        return jobs;
    }

    /** What the declarations say of the parameters of stored arms; nothing of a scenario that this version cannot read. */
    private static List<ParameterNote> notes(List<StoredArm> arms) {
        List<ParameterNote> notes = new ArrayList<>();
        for (StoredArm arm : arms) {
            Reading reading = read(arm);
            if (reading.valid()) {
                for (ParameterEntry entry : ParameterCatalogue.of(reading.scenario())) {
                    notes.add(new ParameterNote(entry.path(), entry.value(), entry.unit(), entry.meaning()));
                }
            }
        }
        return notes;
    }

    private static Reading read(StoredArm arm) {
        try {
            return ScenarioReader.read(Json.MAPPER.readTree(arm.scenario()), arm.name());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored scenario is JSON", e);
        }
    }
}
