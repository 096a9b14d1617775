package org.tumen.study;

import java.nio.file.Path;
import org.tumen.report.Exposition;
import org.tumen.report.ExpositionPage;
import org.tumen.report.ReportPage;
import org.tumen.report.ResultFiles;
import org.tumen.store.ResultReader;

/** Writes the report of an exploration into its result folder. */
public final class ExplorationPage {
    private ExplorationPage() {}

    /** Keeps what it says and writes the page, with the pictures that lie in the folder; returns where it is. */
    public static Path write(Path folder, Exposition exposition) {
        ResultFiles.Sink sink = ResultFolders.sink(folder);
        byte[] content = exposition.bytes();
        sink.write(Exposition.FILE, out -> out.write(content));
        try (ResultReader reader = ResultReader.open(folder)) {
            return write(reader, exposition);
        }
    }

    /** Writes the page of a result that is open. */
    public static Path write(ResultReader reader, Exposition exposition) {
        byte[] page = ExpositionPage.of(reader, exposition);
        ResultFolders.sink(reader.folder()).write(ReportPage.FILE, out -> out.write(page));
        return reader.folder().resolve(ReportPage.FILE);
    }
}
