package org.tumen.store.part;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.file.StoreException;
import org.tumen.words.Failures;

/**
 * A database in memory in which the parts of one pack at a time are gathered. The outcomes of a run go in as one array value: an
 * appended value costs about 60 ns whatever it is, so that 34 separate columns would cost more than writing them.
 */
public final class WriteSession implements AutoCloseable {
    private static final int MEMORY_MEBIBYTES = 1024;
    private static final int OUTCOMES = Outcome.all().size();
    private static final String COLUMNS = IntStream.range(0, OUTCOMES)
            .mapToObj(i -> "o[" + (i + 1) + "] AS " + Outcome.all().get(i).key())
            .collect(Collectors.joining(", "));

    private static final String RUN_BY_RUN = "(SELECT arm, run + unnest(range(runs)) AS run, v FROM parameters)";

    private final DuckDBConnection connection;
    private final Statement statement;
    private final int[] bins = new int[WeeklyCounts.BINS];
    private List<String> drawn = List.of();

    public WriteSession() {
        connection = Database.open(MEMORY_MEBIBYTES);
        try {
            statement = connection.createStatement();
        } catch (SQLException e) {
            throw new StoreException("DuckDB did not start: " + Failures.reason(e), e);
        }
    }

    DuckDBAppender rows() throws SQLException {
        return table(PartFiles.RUNS, "run BIGINT, o DOUBLE[" + OUTCOMES + "]");
    }

    DuckDBAppender weekly() throws SQLException {
        return table(PartFiles.WEEKLY, "series VARCHAR, week SMALLINT, first_bin SMALLINT, counts INTEGER[]");
    }

    DuckDBAppender events() throws SQLException {
        return table(
                PartFiles.EVENTS,
                "run BIGINT, week INTEGER, date DATE, kind VARCHAR, source VARCHAR, target VARCHAR, source_iso3 VARCHAR,"
                        + " target_iso3 VARCHAR, cameo VARCHAR, goldstein DOUBLE, magnitude DOUBLE");
    }

    /**
     * The values of so many runs on end in one array, as outcomes are: their paths are written when the file is, and the runs
     * told apart.
     */
    DuckDBAppender parameters(List<String> paths) throws SQLException {
        drawn = List.copyOf(paths);
        return table(PartFiles.PARAMETERS, "run BIGINT, runs INTEGER, v DOUBLE[" + paths.size() + "]");
    }

    private DuckDBAppender table(String kind, String columns) throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE " + kind + " (arm VARCHAR, " + columns + ")");
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, kind);
    }

    /** Writes a table into a file and empties it. */
    void copy(String kind, Path file) throws SQLException {
        String select =
                switch (kind) {
                    case PartFiles.RUNS ->
                        "SELECT arm, run, CASE WHEN o IS NULL THEN 'failed' ELSE 'completed' END AS" + " status, "
                                + COLUMNS + " FROM runs";
                    // A row a week, from the first to the last bin that is not empty: unnesting here would cost more
                    // than it saves.
                    case PartFiles.WEEKLY -> "SELECT * FROM weekly";
                    case PartFiles.PARAMETERS -> drawnColumns();
                    default -> "SELECT * FROM events";
                };
        statement.execute("COPY (" + select + ") TO " + Database.text(file) + " " + Database.PARQUET);
        statement.execute("DROP TABLE " + kind);
    }

    /**
     * A column for each parameter: a row for each would cost three times as much. It takes rows where names of columns, whose
     * capitals do not count, would not tell two parameters apart.
     */
    private String drawnColumns() {
        if (drawn.stream().map(path -> path.toLowerCase(Locale.ROOT)).distinct().count() < drawn.size()) {
            String names = drawn.stream().map(Database::text).collect(Collectors.joining(", "));
            return "SELECT arm, run, unnest([" + names + "]) AS parameter, unnest(v::DOUBLE[]) AS value FROM "
                    + RUN_BY_RUN;
        }
        return IntStream.range(0, drawn.size())
                .mapToObj(i -> ", v[" + (i + 1) + "] AS " + Database.name(drawn.get(i)))
                .collect(Collectors.joining("", "SELECT arm, run", " FROM " + RUN_BY_RUN));
    }

    /** Appends the weekly counts of an arm's part to their table. */
    void append(DuckDBAppender appender, String arm, WeeklyCounts counts) throws SQLException {
        for (WeeklySeries series : WeeklySeries.values()) {
            for (int week = 0; week < counts.weeks(); week++) {
                appendWeek(appender, arm, counts, series, week);
            }
        }
    }

    private void appendWeek(DuckDBAppender appender, String arm, WeeklyCounts counts, WeeklySeries series, int week)
            throws SQLException {
        Arrays.fill(bins, 0);
        int first = -1;
        int last = -1;
        for (int bin = 0; bin < counts.width(series); bin++) {
            bins[bin] = Math.toIntExact(counts.count(series, week, bin));
            if (bins[bin] > 0) {
                first = first < 0 ? bin : first;
                last = bin;
            }
        }
        if (first >= 0) {
            appender.beginRow();
            appender.append(arm).append(series.key()).append((short) week);
            appender.append((short) first).append(Arrays.copyOfRange(bins, first, last + 1));
            appender.endRow();
        }
    }

    @Override
    public void close() {
        Database.close(connection);
    }
}
