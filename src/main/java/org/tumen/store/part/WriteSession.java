package org.tumen.store.part;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.store.Database;
import org.tumen.store.StoreException;

/**
 * A database in memory in which one part at a time is gathered. The outcomes of a run go in as one array value: an
 * appended value costs about 60 ns whatever it is, so that 34 separate columns would cost more than writing them.
 */
public final class WriteSession implements AutoCloseable {
    private static final int MEMORY_MEBIBYTES = 1024;
    private static final int OUTCOMES = Outcome.all().size();
    private static final String COLUMNS = IntStream.range(0, OUTCOMES)
            .mapToObj(i -> "o[" + (i + 1) + "] AS " + Outcome.all().get(i).key())
            .collect(Collectors.joining(", "));

    private final DuckDBConnection connection;
    private final Statement statement;
    private final int[] bins = new int[WeeklyCounts.BINS];

    public WriteSession() {
        connection = Database.open(MEMORY_MEBIBYTES);
        try {
            statement = connection.createStatement();
        } catch (SQLException e) {
            throw new StoreException("DuckDB did not start: " + Database.firstLine(e), e);
        }
    }

    DuckDBAppender rows() throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE runs (run BIGINT, o DOUBLE[" + OUTCOMES + "])");
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "runs");
    }

    DuckDBAppender events() throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE events (run BIGINT, week INTEGER, date DATE, kind VARCHAR,"
                + " source VARCHAR, target VARCHAR, source_iso3 VARCHAR, target_iso3 VARCHAR, cameo VARCHAR,"
                + " goldstein DOUBLE, magnitude DOUBLE)");
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "events");
    }

    DuckDBAppender parameters() throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE parameters (run BIGINT, parameter VARCHAR, value DOUBLE)");
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "parameters");
    }

    void copyParameters(String arm, Path file) throws SQLException {
        copy("SELECT " + Database.text(arm) + " AS arm, * FROM parameters", file);
        statement.execute("DROP TABLE parameters");
    }

    void copyRows(String arm, Path file) throws SQLException {
        copy(
                "SELECT " + Database.text(arm) + " AS arm, run, CASE WHEN o IS NULL THEN 'failed' ELSE 'completed' END"
                        + " AS status, " + COLUMNS + " FROM runs",
                file);
        statement.execute("DROP TABLE runs");
    }

    void copyEvents(String arm, Path file) throws SQLException {
        copy("SELECT " + Database.text(arm) + " AS arm, * FROM events", file);
        statement.execute("DROP TABLE events");
    }

    void copyWeekly(String arm, WeeklyCounts counts, Path file) throws SQLException {
        statement.execute("CREATE OR REPLACE TABLE weekly (series VARCHAR, week SMALLINT, first_bin SMALLINT,"
                + " last_bin SMALLINT, counts INTEGER[" + WeeklyCounts.BINS + "])");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "weekly")) {
            for (WeeklySeries series : WeeklySeries.values()) {
                for (int week = 0; week < counts.weeks(); week++) {
                    appendWeek(appender, counts, series, week);
                }
            }
        }
        // A row a week, from the first to the last bin that is not empty: unnesting here would cost more than it saves.
        copy(
                "SELECT " + Database.text(arm) + " AS arm, series, week, first_bin,"
                        + " (counts::INTEGER[])[first_bin + 1 : last_bin + 1] AS counts FROM weekly",
                file);
        statement.execute("DROP TABLE weekly");
    }

    private void appendWeek(DuckDBAppender appender, WeeklyCounts counts, WeeklySeries series, int week)
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
            appender.append(series.key()).append((short) week);
            appender.append((short) first).append((short) last).append(bins);
            appender.endRow();
        }
    }

    private void copy(String select, Path file) throws SQLException {
        statement.execute("COPY (" + select + ") TO " + Database.text(file) + " " + Database.PARQUET);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("DuckDB did not stop: " + Database.firstLine(e), e);
        }
    }
}
