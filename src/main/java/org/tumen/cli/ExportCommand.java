package org.tumen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.cli.option.ResultOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.StoreException;
import org.tumen.store.query.TableExport;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a table of a result for other programs. */
@Command(
        name = "export",
        description = {
            "Write a table of a result as CSV or Parquet, of any size, row by row.",
            "The tables are runs, weekly, failures, parameters and events, where they were recorded, and every table of the"
                    + " findings by the name of its file, such as summary. columns.csv in the result folder says what their"
                    + " columns mean."
        },
        footer = {
            "",
            "Examples:",
            "  tumen export baseline --to runs.parquet",
            "  tumen export baseline --columns run,mean_stability,any_crisis --to runs.csv",
            "  tumen export baseline --table weekly --to weekly.csv"
        })
public final class ExportCommand extends TerminalCommand {
    @Mixin
    private ResultOptions result = new ResultOptions();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "runs",
            description = "The table (default: ${DEFAULT-VALUE}).")
    private String table = "runs";

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "Only these columns, in this order (default: all).")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "The file; its extension, .csv or .parquet, says how it is written.")
    private Path to;

    @Option(names = "--force", description = "Overwrite the file if there is one.")
    private boolean force;

    @Override
    public Integer call() {
        if (!TableExport.writes(to)) {
            throw new UsageException(
                    "tumen export: --to must end in .csv or .parquet, not " + Texts.brief(to.toString()));
        }
        if (!force && Files.exists(to)) {
            throw new UsageException("tumen export: " + to + TableExport.EXISTS);
        }
        Path folder = AtomicFiles.parent(to.toAbsolutePath().normalize());
        if (!Files.isDirectory(folder) || Files.isDirectory(to)) {
            throw new StoreException(to + " cannot be written: "
                    + (Files.isDirectory(to) ? "it is a folder" : "there is no folder " + folder));
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Manifest.exists(above)) {
                throw new UsageException("tumen export: " + to + " lies in a result, " + above
                        + ", which holds its own files alone; give a file elsewhere");
            }
        }
        long rows = UsageException.unlessRefused("tumen export: ", () -> write(result.folder()));
        out().printf(Locale.ROOT, "Wrote %s of %s to %s%n", Numbers.counted(rows, "row"), table, to);
        return Main.DONE;
    }

    private long write(Path folder) {
        if (!TableExport.tables().contains(table)) {
            return TableExport.of(folder, table, columns, to, force);
        }
        try (ResultReader reader = ResultArgument.readable(() -> ResultReader.open(folder))) {
            return TableExport.of(reader, table, columns, to, force);
        }
    }
}
