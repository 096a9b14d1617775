package org.tumen.store.query;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Database;
import org.tumen.store.part.PartFiles;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

/** Writes tables of results as CSV or Parquet, row by row, so that their size does not matter. */
public final class TableExport {
    private static final int MEMORY_MEBIBYTES = 256;
    private static final String CSV = ".csv";

    /** What there is to say of a file that may not be replaced, after its name. */
    public static final String EXISTS = " exists; --force overwrites it";

    private TableExport() {}

    /** The tables of the runs of a result; events and parameters are there where they were recorded. */
    public static List<String> tables() {
        return ResultViews.NAMES;
    }

    /** Whether a file's name says how a table is to be written: {@code .csv} or {@code .parquet}. */
    public static boolean writes(Path to) {
        String name = to.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(CSV) || parquet(to);
    }

    private static boolean parquet(Path to) {
        return to.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /**
     * Writes a table of the runs of a result.
     *
     * @param table one of {@link #tables}
     * @param columns the columns, in their order; empty for all
     * @param over true to replace a file that is there when all is written
     * @return the number of rows
     * @throws IllegalArgumentException when there is no such table or column, or a file that may not be replaced
     * @throws StoreException when something cannot be read or written
     */
    public static long of(ResultReader reader, String table, List<String> columns, Path to, boolean over) {
        if (table.equals(PartFiles.EVENTS)
                && reader.receipts().parts().stream().allMatch(part -> part.sum(table) == null)) {
            throw new IllegalArgumentException(reader.folder() + " holds no events: it was made without --events");
        }
        try (DuckDBConnection connection = ResultViews.unlocked(reader, table, MEMORY_MEBIBYTES)) {
            return write(connection, Database.name(table), columns, to, over);
        } catch (SQLException e) {
            throw new StoreException(
                    "table " + table + " of " + reader.folder() + " cannot be read: " + Database.oneLine(e), e);
        }
    }

    /**
     * Writes a table that lies beside the runs as CSV.
     *
     * @param table its name, that of its file without extension
     * @throws IllegalArgumentException when there is no such table or column
     * @throws DamagedFileException when it is not what was written
     * @throws StoreException when something cannot be read or written
     */
    public static long of(Path folder, String table, List<String> columns, Path to, boolean over) {
        List<String> known = found(folder);
        if (!known.contains(table)) {
            known.addAll(tables());
            throw new IllegalArgumentException(
                    folder + " has no table " + Texts.brief(table) + "; " + Nearest.suggestion(table, known));
        }
        String name = table + CSV;
        // What the database reads by its path must be what was written, and no link to something else.
        if (new DerivedFiles(folder).read(Path.of(name)).isEmpty()) {
            throw new DamagedFileException(folder.resolve(name), "it has vanished");
        }
        Path csv = folder.resolve(name);
        try (DuckDBConnection connection = Database.open(MEMORY_MEBIBYTES)) {
            // Texts stay as they are written; Parquet has numbers where all values of a column are numbers.
            String from = "read_csv(" + Database.pattern(csv) + ", " + Database.FILE_ALONE
                    + ", header=true, delim=',', quote='\"', escape='\"', all_varchar=" + !parquet(to)
                    + ", sample_size=-1)";
            return write(connection, from, columns, to, over);
        } catch (SQLException e) {
            throw new StoreException(csv + " cannot be read: " + Database.oneLine(e), e);
        }
    }

    /** The tables of the findings. */
    private static List<String> found(Path folder) {
        List<String> names = new ArrayList<>();
        for (Path file : Inside.list(folder, "*" + CSV)) {
            String name = file.getFileName().toString();
            names.add(name.substring(0, name.length() - CSV.length()));
        }
        return names;
    }

    private static long write(DuckDBConnection connection, String from, List<String> columns, Path to, boolean over)
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
                    throw new IllegalArgumentException(
                            "there is no column " + Texts.brief(column) + "; " + Nearest.suggestion(column, present));
                }
            }
            if (Set.copyOf(columns).size() < columns.size()) {
                throw new IllegalArgumentException("--columns names a column twice");
            }
            String select = columns.isEmpty()
                    ? "*"
                    : columns.stream().map(Database::name).collect(Collectors.joining(", "));
            return copy(statement, "SELECT " + select + " FROM " + from, to, over);
        }
    }

    private static long copy(Statement statement, String select, Path to, boolean over) {
        // A name of its own, for another process may write the same file; what is left there by it may be a link.
        Path unfinished = AtomicFiles.unfinished(to.resolveSibling(
                to.getFileName() + "." + ProcessHandle.current().pid()));
        unfinished.toFile().deleteOnExit();
        String format = parquet(to) ? Database.PARQUET : "(FORMAT csv, HEADER)";
        try {
            try {
                Files.deleteIfExists(unfinished);
                long rows = statement.executeLargeUpdate(
                        "COPY (" + select + ") TO " + Database.text(unfinished) + " " + format);
                AtomicFiles.place(unfinished, to, over);
                return rows;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(to + EXISTS, e);
        } catch (SQLException | IOException e) {
            throw new StoreException(to + " cannot be written: " + Database.oneLine(e), e);
        }
    }
}
