package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ResultOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.experiment.StoredExperiment;
import org.tumen.store.ResultReader;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.StoreException;
import org.tumen.store.query.QueryLimitException;
import org.tumen.store.query.QueryLimits;
import org.tumen.store.query.QueryOutput;
import org.tumen.store.query.QueryProcessException;
import org.tumen.store.query.QueryProcesses;
import org.tumen.store.query.QueryResult;
import org.tumen.words.Numbers;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Asks a result a question in SQL. */
@Command(
        name = "query",
        description = {
            "Query a result in SQL (DuckDB's dialect).",
            "The tables are runs (arm, run, status, and a column per outcome), weekly (arm, series, week, bin, count),"
                    + " failures (arm, seed, run, cause) and, where they were recorded, events.",
            "It reads nothing else and changes nothing. A query that takes longer or more memory than allowed ends with"
                    + " exit status 1, and so does one whose answer is larger than 32 MiB."
        },
        footer = {
            "",
            "Example:",
            "  tumen query baseline \"select any_crisis, count(*), avg(mean_stability) from runs group by all\""
        })
public final class QueryCommand extends TerminalCommand {
    private static final int MOST_SHOWN = 1000;

    static final int MOST_SECONDS = 86_400;
    static final int MOST_MEMORY = 65_536;

    /** What a process takes before it has read a row; Java itself takes about 80 MiB of it. */
    static final int LEAST_MEMORY = 128;

    @Mixin
    private ResultOptions result = new ResultOptions();

    @Parameters(index = "1", paramLabel = "SQL", description = "One SELECT statement.")
    private String sql;

    @ArgGroup
    private final Format format = new Format();

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            description = "At most so many rows (default: " + MOST_SHOWN + " in a table, all by --csv and --json).")
    private @Nullable Integer limit;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Stop the query after so many seconds of processor time, 1 to 86400 (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            defaultValue = "256",
            description = "The memory of the process that answers, 128 to 65536 MiB (default: ${DEFAULT-VALUE}).")
    private int memory;

    /** How the answer is written. */
    private static final class Format {
        @Option(names = "--csv", description = "Write comma-separated values.")
        private boolean csv;

        @Option(names = "--json", description = "Write a JSON array of objects.")
        private boolean json;
    }

    @Override
    public Integer call() {
        // Rows that a program reads are not cut off unasked: it would take those that came for all.
        int rows = limit != null ? limit : format.csv || format.json ? Integer.MAX_VALUE : MOST_SHOWN;
        requireWithin(spec, "--limit", rows, 1, Integer.MAX_VALUE);
        requireWithin(spec, "--timeout", timeout, 1, MOST_SECONDS);
        requireWithin(spec, "--memory", memory, LEAST_MEMORY, MOST_MEMORY);
        PrintWriter err = err();
        QueryLimits limits = QueryLimits.DEFAULT
                .withRows(rows)
                .withTime(Duration.ofSeconds(timeout))
                .withMemory(memory);
        // A query cannot be stopped at every moment, but a process can, and nothing of this one is lost with it.
        try (QueryProcesses processes = new QueryProcesses(false)) {
            processes.prepare();
            Path folder = result.folder();
            tellOfOtherVersion(folder, err);
            QueryResult answer = QueryResult.parse(processes.ask(folder, sql, limits));
            print(answer, out());
            if (answer.truncated()) {
                err.println("Only the first " + Numbers.counted(rows, "row") + " are shown; --limit asks for more.");
            }
            return Main.DONE;
        } catch (QueryLimitException e) {
            err.println("tumen query: " + e.getMessage()
                    + " (`tumen query --help` tells of the limits; `tumen export` has none)");
            return Main.FAILED;
        } catch (DamagedFileException | QueryProcessException e) {
            throw e;
        } catch (StoreException e) {
            err.println("tumen query: " + e.getMessage());
            return Main.BAD_INPUT;
        }
    }

    private static void tellOfOtherVersion(Path folder, PrintWriter err) {
        try (ResultReader reader = ResultReader.open(folder)) {
            StoredExperiment.otherVersion(reader).ifPresent(err::println);
            err.flush();
        }
    }

    static void requireWithin(CommandSpec spec, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    private void print(QueryResult answer, PrintWriter out) {
        if (format.csv) {
            QueryOutput.csv(answer, out);
        } else if (format.json) {
            QueryOutput.json(answer, out);
        } else {
            QueryOutput.table(answer, out);
        }
        out.flush();
    }
}
