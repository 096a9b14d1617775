package org.tumen.store.part;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.FileSum;
import org.tumen.store.file.StoreException;

/** SQL over the files of parts, row by row, in a database of its own that starts with the first of them. Belongs to one thread at a time. */
public final class PartQueries implements AutoCloseable {
    private final Path folder;
    private final int memoryMebibytes;
    private @Nullable DuckDBConnection connection;

    /** Queries over a result folder, which may use so much memory outside the Java heap. */
    public PartQueries(Path folder, int memoryMebibytes) {
        this.folder = folder;
        this.memoryMebibytes = memoryMebibytes;
    }

    /** A row under the cursor and its place in the answer. */
    public record Row(ResultSet set, int index) {
        /** Reads as many columns as there are values, the first being of that number from 1. */
        public void read(double[] values, int first) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                values[i] = set.getDouble(first + i);
            }
        }
    }

    @FunctionalInterface
    public interface RowReader {
        void read(Row row) throws SQLException;
    }

    /**
     * The files of one kind of some parts, as a list of SQL texts. They may hold other parts too, see {@link #only}.
     *
     * @throws DamagedFileException when the bytes of one are not those that were written
     */
    public static String files(Path folder, List<PartReceipt> of, String kind) {
        Map<String, String> files = new LinkedHashMap<>();
        for (PartReceipt part : of) {
            FileSum sum = part.sum(kind);
            if (sum != null) {
                files.computeIfAbsent(
                        part.fileName(), name -> Database.pattern(new PartFiles(folder, name).checked(kind, sum)));
            }
        }
        return String.join(", ", files.values());
    }

    /** The same for the folder of these queries. */
    public String files(List<PartReceipt> of, String kind) {
        return files(folder, of, kind);
    }

    /**
     * The drawn parameters in some files, as arm, run, parameter, value. A file has a column for each parameter, or else
     * these four, as all had once.
     *
     * @param files a list of SQL texts, with one file at least
     * @throws SQLException when one cannot be read
     */
    public static String drawn(Statement statement, String files) throws SQLException {
        List<String> byRow = new ArrayList<>();
        List<String> byColumn = new ArrayList<>();
        try (ResultSet set =
                statement.executeQuery("SELECT file_name, bool_or(name = 'parameter') FROM parquet_schema([" + files
                        + "]) GROUP BY file_name ORDER BY file_name")) {
            while (set.next()) {
                (set.getBoolean(2) ? byRow : byColumn).add(Database.pattern(Path.of(set.getString(1))));
            }
        }
        List<String> both = new ArrayList<>();
        if (!byColumn.isEmpty()) {
            both.add("SELECT arm, run, parameter, value FROM (UNPIVOT (SELECT * FROM read_parquet(["
                    + String.join(", ", byColumn)
                    + "], union_by_name = true, " + Database.FILE_ALONE
                    + ")) ON COLUMNS(* EXCLUDE (arm, run)) INTO NAME parameter VALUE value)");
        }
        if (!byRow.isEmpty()) {
            both.add("SELECT arm, run, parameter, value FROM " + Database.parquet(String.join(", ", byRow)));
        }
        return String.join(" UNION ALL ", both);
    }

    /** The same from these queries; empty where the parts have none. */
    public String drawn(List<PartReceipt> of) {
        String files = files(of, PartFiles.PARAMETERS);
        try (Statement statement = files.isEmpty() ? null : connection().createStatement()) {
            return statement == null ? "" : drawn(statement, files);
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private StoreException unread(SQLException e) {
        return StoreException.unread(folder, e);
    }

    /** What tells the rows of an arm from others in the files of its parts, of which one file holds at most one. */
    public static String only(String arm) {
        return "arm = " + Database.text(arm);
    }

    /** Hands over columns of the runs of parts of one arm. */
    public void read(List<PartReceipt> of, String select, @Nullable String where, RowReader reader) {
        if (!of.isEmpty()) {
            boolean shared = of.stream().anyMatch(part -> part.pack() != null);
            String own = shared ? only(of.get(0).arm()) : "true";
            readFiles(of, select, where == null ? own : own + " AND " + where, reader);
        }
    }

    /** Hands over columns of all runs in the files of some parts. */
    public void readFiles(List<PartReceipt> of, String select, String where, RowReader reader) {
        if (!of.isEmpty()) {
            run(
                    "SELECT " + select + " FROM " + Database.parquet(files(of, PartFiles.RUNS)) + " WHERE " + where,
                    reader);
        }
    }

    /** Of those who open a result, some read its manifest and receipts only. */
    private DuckDBConnection connection() {
        if (connection == null) {
            connection = Database.open(memoryMebibytes);
        }
        return connection;
    }

    /** @throws StoreException when the files cannot be read */
    public void run(String sql, RowReader reader) {
        try (Statement statement = connection().createStatement();
                ResultSet set = statement.executeQuery(sql)) {
            for (int index = 0; set.next(); index++) {
                reader.read(new Row(set, index));
            }
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            Database.close(connection);
        }
    }
}
