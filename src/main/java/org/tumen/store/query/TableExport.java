package org.tumen.store.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.tumen.store.Database;
import org.tumen.store.ResultReader;
import org.tumen.store.StoreException;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.part.PartFiles;
import org.tumen.words.Texts;

/** Writes tables of results as CSV or Parquet, row by row, so that their size does not matter. */
public final class TableExport {
    private static final int MEMORY_MEBIBYTES = 256;

    private TableExport() {}

    /** The tables of the runs of a result; events and parameters are there where they were recorded. */
    public static List<String> tables() {
        return ResultViews.NAMES;
    }

    /** Whether a file's name says how a table is to be written: {@code .csv} or {@code .parquet}. */
    public static boolean writes(Path to) {
        String name = to.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || parquet(to);
    }

    private static boolean parquet(Path to) {
        return to.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /**
     * Writes a table of the runs of a result.
     *
     * @param table one of {@link #tables}
     * @param columns the columns, in their order; empty for all
     * @param to the file; what it held is lost when all is written
     * @return the number of rows
     * @throws StoreException when the table or a column is not there, or something cannot be read or written
     */
    public static long of(ResultReader reader, String table, List<String> columns, Path to) {
        if (reader.receipts().parts().stream()
                .allMatch(part -> table.equals(PartFiles.EVENTS) && part.sum(table) == null)) {
            throw new StoreException(reader.folder() + " holds no events: it was made without --events");
        }
        try (DuckDBConnection connection = ResultViews.unlocked(reader, table, MEMORY_MEBIBYTES)) {
            return write(connection, Database.name(table), columns, to);
        } catch (SQLException e) {
            throw new StoreException(
                    reader.folder() + " has no table " + table + " that can be written: " + Database.oneLine(e), e);
        }
    }

    /**
     * Writes a table that lies beside the runs as CSV.
     *
     * @param csv its file
     * @throws StoreException when a column is not there, or something cannot be read or written
     */
    public static long of(Path csv, List<String> columns, Path to) {
        try (DuckDBConnection connection = Database.open(MEMORY_MEBIBYTES)) {
            // Texts stay as they are written; Parquet has numbers where all values of a column are numbers.
            String from =
                    "read_csv(" + Database.text(csv) + ", header=true, delim=',', quote='\"', escape='\"', all_varchar="
                            + !parquet(to) + ", sample_size=-1)";
            return write(connection, from, columns, to);
        } catch (SQLException e) {
            throw new StoreException(csv + " cannot be written as " + to + ": " + Database.oneLine(e), e);
        }
    }

    private static long write(DuckDBConnection connection, String from, List<String> columns, Path to)
            throws SQLException {
        List<String> present = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + from)) {
                while (described.next()) {
                    present.add(described.getString(1));
                }
            }
            for (String column : columns) {
                if (!present.contains(column)) {
                    throw new StoreException(
                            "there is no column " + Texts.brief(column) + "; " + Texts.suggestion(column, present));
                }
            }
            String select = columns.isEmpty()
                    ? "*"
                    : columns.stream().map(Database::name).collect(Collectors.joining(", "));
            Path unfinished = AtomicFiles.unfinished(to);
            String format = parquet(to) ? Database.PARQUET : "(FORMAT csv, HEADER)";
            try {
                long rows = statement.executeLargeUpdate("COPY (SELECT " + select + " FROM " + from + ") TO "
                        + Database.text(unfinished) + " " + format);
                AtomicFiles.rename(unfinished, to);
                return rows;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw Database.failure("write", to, e);
        }
    }
}
