package org.tumen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.Publication;
import org.tumen.cli.aid.FigureOptions;
import org.tumen.cli.aid.PageOpener;
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
            "The report is one file that opens from disk and loads nothing. Of an exploration the page is made again from its",
            "tables and pictures; the command that explored makes those again from the stored runs."
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
        PrintWriter out = out();
        PrintWriter err = err();
        publication = figures.asked();
        if (publication != null && noPictures) {
            throw new UsageException("tumen report: --no-pictures leaves no figures to draw");
        }
        Path folder = result.folder();
        make(folder, out, err);
        if (publication != null) {
            out.println("Figures in " + folder.resolve(FindingsFiles.FIGURES).resolve(publication.folder()));
            out.flush();
        }
        if (open) {
            new PageOpener(err).reported(folder.resolve(ReportPage.FILE));
        }
        return Main.DONE;
    }

    private void make(Path folder, PrintWriter out, PrintWriter err) {
        try (FolderLock alone = FolderLock.hold(folder)) {
            if (!madeWithoutRuns(folder, out)) {
                makeFromRuns(folder, out, err);
            }
        }
    }

    private void makeFromRuns(Path folder, PrintWriter out, PrintWriter err) {
        try (ResultReader reader = ResultArgument.readable(() -> ResultReader.open(folder))) {
            Optional<JsonNode> findings =
                    UsageException.unlessRefused("tumen report: ", () -> FindingsFiles.read(folder));
            if (findings.isPresent() && !findings.get().path("kind").asText().equals("batch")) {
                refuseFigures(folder, reader.command());
                out.println("Report in " + FindingsFiles.page(findings.get(), folder, reader));
                out.flush();
                return;
            }
            Optional<String> otherVersion = StoredExperiment.otherVersion(reader);
            int several = reader.identity().arms().size();
            if (otherVersion.isEmpty() && several > 1 && several <= CompareKind.MOST_ARMS) {
                StoredPairing.again(reader, session(err));
                out.println("Report in " + folder.resolve(ReportPage.FILE));
                out.flush();
                return;
            }
            if (several > 1) {
                throw new UsageException("tumen report: "
                        + otherVersion.orElse(folder + " holds the runs of " + several + " points without findings")
                        + "; its command makes its report");
            }
            otherVersion.ifPresent(note -> refuseFigures(folder, ""));
            otherVersion.ifPresent(note -> err.println(note + ". Its pictures stay as they are."));
            out.println("Report in " + batch(folder, err));
            out.flush();
        }
    }

    private StudySession session(PrintWriter err) {
        StudySession quiet = StudySession.quiet(ExecutionSettings.standard(), new Cancellation(), RunListener.NONE);
        return publication == null
                ? quiet
                : quiet.reporting(new PrintWriter(Writer.nullWriter()), err, quiet.command())
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

    /** Makes the report of findings that no stored runs stand behind, such as those of a calibration; whether there are such. */
    private boolean madeWithoutRuns(Path folder, PrintWriter out) {
        if (Manifest.exists(folder)) {
            return false;
        }
        Optional<JsonNode> findings = UsageException.unlessRefused("tumen report: ", () -> FindingsFiles.read(folder));
        findings.ifPresent(found -> {
            refuseFigures(folder, "");
            out.println("Report in " + FindingsFiles.page(found, folder, null));
            out.flush();
        });
        return findings.isPresent();
    }

    private Path batch(Path folder, PrintWriter err) {
        // Where no completed run is stored there is nothing to report of.
        UsageException.unlessRefused("tumen report: ", () -> BatchFindings.write(folder, !noPictures, session(err)));
        return folder.resolve(ReportPage.FILE);
    }
}
