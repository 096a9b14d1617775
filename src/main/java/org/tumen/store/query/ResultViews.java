package org.tumen.store.query;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.store.ResultReader;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.Database;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartQueries;

/** A result as the views of a database that reads nothing else. */
public final class ResultViews {
    /** The tables of a result; events and parameters are there where they were recorded. */
    static final List<String> NAMES =
            List.of(PartFiles.RUNS, PartFiles.WEEKLY, "failures", PartFiles.PARAMETERS, PartFiles.EVENTS);

    private static final int DEEPEST = 150;

    /** As in PostgreSQL: 1 to n within the bounds, 0 below them, n + 1 from the upper one on. */
    private static final String WIDTH_BUCKET =
            "CREATE MACRO width_bucket(x, low, high, n) AS CASE WHEN x IS NULL THEN NULL"
                    + " ELSE CAST(greatest(0, least(n + 1, floor((x - low) / (high - low) * n) + 1)) AS INTEGER) END";

    private ResultViews() {}

    /**
     * A database with the views of a result, without access to files other than its parts and to the network, and with locked
     * settings.
     *
     * @param memoryMebibytes the memory that it may use outside the Java heap
     * @throws DamagedFileException when a file that the query can read is damaged
     * @throws StoreException when the result cannot be read
     */
    public static DuckDBConnection open(ResultReader reader, String sql, int memoryMebibytes) {
        return open(reader, sql.toLowerCase(Locale.ROOT), memoryMebibytes, true);
    }

    /** The same for this program's own statements, which may write files; nothing that a user wrote may be run there. */
    static DuckDBConnection unlocked(ResultReader reader, String table, int memoryMebibytes) {
        return open(reader, table, memoryMebibytes, false);
    }

    private static DuckDBConnection open(ResultReader reader, String sql, int memoryMebibytes, boolean locked) {
        DuckDBConnection connection = Database.open(memoryMebibytes);
        boolean opened = false;
        try (Statement statement = connection.createStatement()) {
            createViews(connection, statement, reader, sql);
            if (locked) {
                lockDown(statement, reader.folder().toRealPath());
            }
            opened = true;
            return connection;
        } catch (SQLException | IOException e) {
            throw StoreException.unread(reader.folder(), e);
        } finally {
            if (!opened) {
                Database.close(connection);
            }
        }
    }

    /** The views of a result. Files that the query cannot read, for it does not name their view, need no checking. */
    private static void createViews(DuckDBConnection connection, Statement statement, ResultReader reader, String sql)
            throws SQLException, IOException {
        String columns =
                Outcome.all().stream().map(o -> ", NULL::DOUBLE AS " + o.key()).collect(Collectors.joining());
        Map<String, String> whenEmpty = Map.of(
                PartFiles.RUNS,
                "NULL::VARCHAR AS arm, NULL::BIGINT AS run, NULL::VARCHAR AS status" + columns,
                PartFiles.WEEKLY,
                "NULL::VARCHAR AS arm, NULL::VARCHAR AS series, NULL::SMALLINT AS week, NULL::SMALLINT AS bin,"
                        + " NULL::BIGINT AS count",
                PartFiles.PARAMETERS,
                "NULL::VARCHAR AS arm, NULL::BIGINT AS run, NULL::VARCHAR AS parameter, NULL::DOUBLE AS value");
        for (String kind : PartFiles.KINDS) {
            view(statement, reader, sql, kind, whenEmpty.get(kind));
        }
        statement.execute(WIDTH_BUCKET);
        statement.execute("CREATE TABLE failures (arm VARCHAR, seed BIGINT, run BIGINT, cause VARCHAR)");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "failures")) {
            for (RunFailure failure : reader.failures()) {
                appender.beginRow();
                appender.append(failure.arm());
                appender.append(failure.key().seed()).append(failure.key().run());
                appender.append(failure.cause());
                appender.endRow();
            }
        }
    }

    private static void view(
            Statement statement, ResultReader reader, String sql, String kind, @Nullable String whenEmpty)
            throws SQLException, IOException {
        Path real = reader.folder().toRealPath();
        String files =
                sql.contains(kind) ? PartQueries.files(real, reader.receipts().parts(), kind) : "";
        if (!files.isEmpty()) {
            String flat =
                    switch (kind) {
                        case PartFiles.WEEKLY -> Database.flat(files);
                        case PartFiles.PARAMETERS -> PartQueries.drawn(statement, files);
                        default -> "SELECT * FROM " + Database.parquet(files);
                    };
            statement.execute("CREATE VIEW " + kind + " AS " + flat);
        } else if (whenEmpty != null) {
            statement.execute("CREATE VIEW " + kind + " AS SELECT " + whenEmpty + " WHERE false");
        }
    }

    private static void lockDown(Statement statement, Path folder) throws SQLException {
        String allowed = PartFiles.KINDS.stream()
                .map(folder::resolve)
                .flatMap(files -> Stream.of(Database.text(files), Database.pattern(files)))
                .collect(Collectors.joining(", "));
        // Planning takes more than linear time in the depth of an expression, and cannot be stopped.
        statement.execute("SET max_expression_depth TO " + DEEPEST);
        statement.execute("SET allowed_directories=[" + allowed + "]");
        statement.execute("SET enable_external_access=false");
        statement.execute("SET lock_configuration=true");
    }
}
