package org.tumen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.Publication;
import org.tumen.cli.option.FigureOptions;
import org.tumen.cli.option.PageOpener;
import org.tumen.cli.option.ResultOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.StoredExperiment;
import org.tumen.report.ReportPage;
import org.tumen.store.FolderLock;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.study.FindingsFiles;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.study.batch.BatchFindings;
import org.tumen.study.compare.CompareKind;
import org.tumen.study.compare.StoredPairing;
import org.tumen.study.result.ResultArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the report, summaries and pictures of a result again. */
@Command(
        name = "report",
        description = {
            "Make the report, the summaries and the pictures of a result again from what is stored, without simulating.",
            "The report is one file that opens from disk and loads nothing. Of an exploration the page is made again from its"
                    + " tables and pictures; the command that explored makes those again from the stored runs."
        },
        footer = {
            "",
            "Examples:",
            "  tumen report baseline --open",
            "  tumen report baseline --figure-size column --palette grey --pdf"
        })
final class ReportCommand extends TerminalCommand {
    @Mixin
    private ResultOptions result = new ResultOptions();

    @Option(names = "--open", description = "Open the report when it is written.")
    private boolean open;

    @Mixin
    private FigureOptions figures;

    @Option(names = "--no-pictures", description = "Leave the pictures as they are.")
    private boolean noPictures;

    private @Nullable Publication publication;

    @Override
    public Integer call() {
        publication = figures.asked();
        if (publication != null && noPictures) {
            throw new UsageException("tumen report: --no-pictures leaves no figures to draw");
        }
        Path folder = result.folder();
        out().println("Report in " + make(folder));
        if (publication != null) {
            out().println("Figures in " + folder.resolve(FindingsFiles.FIGURES).resolve(publication.folder()));
        }
        if (open) {
            new PageOpener(err()).reported(folder.resolve(ReportPage.FILE));
        }
        return Main.DONE;
    }

    /** Makes the report; yields where it lies. */
    private Path make(Path folder) {
        try (FolderLock alone = FolderLock.hold(folder)) {
            return withoutRuns(folder).orElseGet(() -> fromRuns(folder));
        }
    }

    private Path fromRuns(Path folder) {
        try (ResultReader reader = ResultArgument.readable(() -> ResultReader.open(folder))) {
            Optional<JsonNode> findings = findings(folder);
            if (findings.isPresent() && !findings.get().path("kind").asText().equals("batch")) {
                refuseFigures(folder, reader.command());
                return FindingsFiles.page(findings.get(), folder, reader);
            }
            Optional<String> otherVersion = StoredExperiment.otherVersion(reader);
            int several = reader.identity().arms().size();
            if (otherVersion.isEmpty() && several > 1 && several <= CompareKind.MOST_ARMS) {
                StoredPairing.again(reader, session());
                return folder.resolve(ReportPage.FILE);
            }
            if (several > 1) {
                throw new UsageException("tumen report: "
                        + otherVersion.orElse(folder + " holds the runs of " + several + " points without findings")
                        + "; its command makes its report");
            }
            otherVersion.ifPresent(note -> refuseFigures(folder, ""));
            otherVersion.ifPresent(note -> err().println(note + ". Its pictures stay as they are."));
            // Where no completed run is stored there is nothing to report of.
            UsageException.unlessRefused("tumen report: ", () -> BatchFindings.write(folder, !noPictures, session()));
            return folder.resolve(ReportPage.FILE);
        }
    }

    private static Optional<JsonNode> findings(Path folder) {
        return UsageException.unlessRefused("tumen report: ", () -> FindingsFiles.read(folder));
    }

    private StudySession session() {
        StudySession quiet = StudySession.quiet(ExecutionSettings.standard(), new Cancellation(), RunListener.NONE);
        return publication == null
                ? quiet
                : quiet.reporting(new PrintWriter(Writer.nullWriter()), err(), quiet.command())
                        .publishing(publication);
    }

    /** Pictures of explorations need what their command works out. */
    private void refuseFigures(Path folder, String command) {
        if (publication != null) {
            throw new UsageException("tumen report: the pictures of " + folder
                    + " are drawn by the command that made it, without simulating again"
                    + (command.isEmpty() ? "" : ": " + command + ", with the options of figures"));
        }
    }

    /** The report of findings that no stored runs stand behind, such as those of a calibration; nothing where there are none. */
    private Optional<Path> withoutRuns(Path folder) {
        if (Manifest.exists(folder)) {
            return Optional.empty();
        }
        return findings(folder).map(found -> {
            refuseFigures(folder, "");
            return FindingsFiles.page(found, folder, null);
        });
    }
}
