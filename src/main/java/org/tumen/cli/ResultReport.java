package org.tumen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tumen.chart.BatchData;
import org.tumen.chart.BatchPictures;
import org.tumen.report.ParameterNote;
import org.tumen.report.ReportPage;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.ParameterCatalogue;
import org.tumen.scenario.ParameterEntry;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.Arm;
import org.tumen.store.ResultReader;

/** Writes the report of a result folder. */
final class ResultReport {
    private static final JsonMapper JSON = new JsonMapper();

    private ResultReport() {}

    /** Writes it from what is stored, and returns where it is. */
    static Path write(ResultReader reader, List<BatchData> described) {
        byte[] page = ReportPage.of(reader, described, notes(reader.identity().arms()));
        ResultFolders.sink(reader.folder()).write(ReportPage.FILE, out -> out.write(page));
        return reader.folder().resolve(ReportPage.FILE);
    }

    /** Draws the pictures of each arm; those of several arms go to folders of their own. */
    static void pictures(Path folder, List<BatchData> arms) {
        ResultFiles.Sink sink = ResultFolders.sink(folder);
        for (BatchData arm : arms) {
            String prefix = arms.size() > 1 ? arm.name() + "/" : "";
            ResultFiles.pictures(BatchPictures.of(arm), Path.of("plots/" + prefix), sink);
        }
    }

    /** What the declarations say of the parameters of stored arms; nothing of a scenario that this version cannot read. */
    private static List<ParameterNote> notes(List<Arm> arms) {
        List<ParameterNote> notes = new ArrayList<>();
        for (Arm arm : arms) {
            Reading reading = read(arm);
            if (reading.valid()) {
                for (ParameterEntry entry : ParameterCatalogue.of(reading.scenario())) {
                    notes.add(new ParameterNote(entry.path(), entry.value(), entry.unit(), entry.meaning()));
                }
            }
        }
        return notes;
    }

    private static Reading read(Arm arm) {
        try {
            return ScenarioReader.read(JSON.readTree(arm.scenario()), arm.name());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored scenario is JSON", e);
        }
    }
}
