package org.tumen.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.Picture;
import org.tumen.chart.Publication;
import org.tumen.document.Json;
import org.tumen.findings.ColumnDictionary;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.findings.FindingsText;
import org.tumen.report.FindingsPage;
import org.tumen.report.ReportPage;
import org.tumen.report.ResultCrate;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.summary.JobPool;
import org.tumen.summary.StageListener;
import org.tumen.words.ShellWords;

/**
 * Findings in a result folder: a CSV file a table, {@code columns.csv} with the meaning of every column,
 * {@code findings.json}, pictures as PNG and SVG, {@code report.html}, the study as it was given, and
 * {@code ro-crate-metadata.json}, which describes all of them.
 */
public final class FindingsFiles {
    /** The folder of figures, a folder for each size and palette. */
    public static final Path FIGURES = Path.of("figures");

    /** Each holds a picture of 20 MB while it draws. */
    private static final int MOST_THREADS = 4;

    private FindingsFiles() {}

    /**
     * Writes findings into a result folder and prints them.
     *
     * @param reader the runs behind them; null where no runs are stored
     * @return the findings
     * @throws java.util.concurrent.CancellationException when the work is to stop; nothing is written then
     */
    public static Findings write(Findings findings, Path folder, @Nullable ResultReader reader, StudySession session) {
        return write(findings, folder, reader, true, session);
    }

    /** The same, with pictures or without. */
    public static Findings write(
            Findings found, Path folder, @Nullable ResultReader reader, boolean pictures, StudySession session) {
        session.cancellation().checkpoint();
        FindingsText.print(found, session.details(), ShellWords.quote(folder.toString()), session.out());
        Findings findings = found.drawn();
        DerivedFiles files = new DerivedFiles(folder);
        findings.tables()
                .forEach((name, table) ->
                        files.write(Path.of(name + ".csv"), table.csv().bytes()));
        ColumnDictionary columns = new ColumnDictionary(reader == null ? List.of() : reader.outcomes());
        files.write(ColumnDictionary.FILE, columns.of(findings).bytes());
        JsonNode tree = FindingsJson.of(findings);
        files.write(FindingsJson.FILE, FindingsJson.bytes(tree));
        if (pictures) {
            pictures(findings.pictures(), Path.of("plots"), files, session);
        }
        String study = session.study();
        if (study != null) {
            files.write(ResultCrate.STUDY, study);
        }
        Path report = page(tree, folder, reader, session.command());
        session.out().printf("%nReport: %s; its tables as CSV and its pictures lie beside it.%n", report);
        session.out().flush();
        session.listener().reported(report);
        return findings;
    }

    /** Draws pictures as PNG and SVG, once more where the session publishes, and tells of those that could not be drawn again. */
    public static void pictures(Map<String, Picture> pictures, Path plots, DerivedFiles files, StudySession session) {
        draw(pictures, plots, false, files);
        Publication as = session.figures();
        if (as == null) {
            return;
        }
        Path folder = FIGURES.resolve(as.folder());
        Map<String, Picture> figures = new LinkedHashMap<>();
        pictures.forEach((name, picture) -> picture.published(as).ifPresent(figure -> figures.put(name, figure)));
        draw(figures, folder, as.pdf(), files);
        session.out()
                .printf("%nFigures: %d in %s%n", figures.size(), files.folder().resolve(folder));
        session.out().flush();
        if (as.outcomes().isEmpty()) {
            pictures.keySet().stream()
                    .filter(name -> !figures.containsKey(name))
                    .forEach(name -> session.err()
                            .println("warning: a slide cannot hold " + name
                                    + " in letters that can be read; a page or a column can"));
        } else if (figures.isEmpty()) {
            session.err()
                    .println("warning: no picture of these findings is of "
                            + String.join(", ", new TreeSet<>(as.outcomes())) + " alone");
        }
        session.err().flush();
    }

    private static void draw(Map<String, Picture> pictures, Path folder, boolean pdf, DerivedFiles files) {
        List<Runnable> jobs = new ArrayList<>();
        pictures.forEach((name, picture) -> jobs.add(() -> {
            files.write(folder.resolve(name + ".png"), picture::writePng);
            files.write(folder.resolve(name + ".svg"), picture::writeSvg);
            if (pdf) {
                files.write(folder.resolve(name + ".pdf"), picture::writePdf);
            }
        }));
        JobPool.run(jobs, MOST_THREADS, StageListener.UNTOLD);
    }

    /**
     * The findings of a result folder as they were written; empty where there are none.
     *
     * @throws IllegalArgumentException when they are not JSON
     */
    public static Optional<JsonNode> read(Path folder) {
        return new DerivedFiles(folder).read(FindingsJson.FILE).map(FindingsFiles::tree);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(FindingsJson.FILE + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FindingsJson.FILE, e);
        }
    }

    /** Makes the report of findings again, and what describes the folder; returns where the report is. */
    public static Path page(JsonNode findings, Path folder, @Nullable ResultReader reader) {
        return page(findings, folder, reader, null);
    }

    private static Path page(JsonNode findings, Path folder, @Nullable ResultReader reader, @Nullable String command) {
        new DerivedFiles(folder).write(ReportPage.FILE, FindingsPage.of(findings, folder, reader));
        ResultCrate.write(folder, findings, reader, command);
        return folder.resolve(ReportPage.FILE);
    }
}
