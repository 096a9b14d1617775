package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tumen.store.QueryLimits;
import org.tumen.store.QueryResult;
import org.tumen.store.ResultReader;
import org.tumen.store.StoreException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a result a question in SQL. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a result a question in SQL (DuckDB's dialect).",
            "The tables are runs (arm, run, status, and a column per outcome), weekly (arm, series, week, bin, count),"
                    + " failures (arm, seed, run, cause) and, where they were recorded, events."
        },
        footer = {
            "",
            "Example:",
            "  tumen query baseline \"select any_crisis, count(*), avg(mean_stability) from runs group by all\""
        })
public final class QueryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RESULT", description = "A result folder, or the name of one in results/.")
    private String result;

    @Parameters(index = "1", paramLabel = "SQL", description = "One SELECT statement.")
    private String sql;

    @ArgGroup
    private final Format format = new Format();

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "At most so many rows (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Stop the query after so many seconds (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where results lie (default: ${DEFAULT-VALUE}).")
    private Path results;

    /** How the answer is written. */
    private static final class Format {
        @Option(names = "--csv", description = "Write comma-separated values.")
        private boolean csv;

        @Option(names = "--json", description = "Write a JSON array of objects.")
        private boolean json;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (limit < 1 || timeout < 1) {
            err.println("tumen query: --limit and --timeout are 1 or more");
            return 2;
        }
        QueryLimits limits = new QueryLimits(limit, Duration.ofSeconds(timeout), QueryLimits.DEFAULT.memoryMebibytes());
        try (ResultReader reader = ResultReader.open(ResultArgument.find(result, results))) {
            reader.notices().forEach(err::println);
            QueryResult answer = reader.query(sql, limits);
            print(answer, spec.commandLine().getOut());
            if (answer.truncated()) {
                err.println("Only the first " + limit + " rows are shown; --limit asks for more.");
            }
            return 0;
        } catch (StoreException e) {
            err.println("tumen query: " + e.getMessage());
            return 2;
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
