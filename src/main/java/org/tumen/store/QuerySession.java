package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.store.PartWriter.PartFiles;

/**
 * One database in which a user's SQL runs. Two things confine it: only a single SELECT is accepted, as DuckDB's own
 * parser sees it, so nothing is written, attached, installed or set; and the database has no access to files other
 * than the parts, none to the network, and its settings are locked.
 */
final class QuerySession implements AutoCloseable {
    private static final int DEEPEST = 150;

    /** The process may grow by twice the limit while a query runs: what DuckDB counts, and the rows on the heap. */
    private static final long GROWTH = 2L << 20;

    private final DuckDBConnection connection;
    private final QueryLimits limits;

    QuerySession(ResultReader reader, QueryLimits limits) {
        this.limits = limits;
        connection = Database.open(limits.memoryMebibytes());
        try (Statement statement = connection.createStatement()) {
            createViews(statement, reader);
            lockDown(statement, reader.folder().toRealPath());
        } catch (SQLException | IOException e) {
            close();
            throw new StoreException(reader.folder() + " cannot be queried: " + Database.firstLine(e), e);
        }
    }

    private void createViews(Statement statement, ResultReader reader) throws SQLException, IOException {
        String columns =
                Outcome.all().stream().map(o -> ", NULL::DOUBLE AS " + o.key()).collect(Collectors.joining());
        view(
                statement,
                reader,
                PartFiles.RUNS,
                "NULL::VARCHAR AS arm, NULL::BIGINT AS run, NULL::VARCHAR AS status" + columns);
        view(
                statement,
                reader,
                PartFiles.WEEKLY,
                "NULL::VARCHAR AS arm, NULL::VARCHAR AS series, NULL::SMALLINT AS week, NULL::SMALLINT AS bin,"
                        + " NULL::BIGINT AS count");
        view(
                statement,
                reader,
                PartFiles.PARAMETERS,
                "NULL::VARCHAR AS arm, NULL::BIGINT AS run, NULL::VARCHAR AS parameter, NULL::DOUBLE AS value");
        view(statement, reader, PartFiles.EVENTS, null);
        statement.execute("CREATE TABLE failures (arm VARCHAR, seed BIGINT, run BIGINT, cause VARCHAR)");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "failures")) {
            for (StoredFailure stored : reader.failures()) {
                RunFailure failure = stored.failure();
                appender.beginRow();
                appender.append(stored.arm());
                appender.append(failure.key().seed()).append(failure.key().run());
                appender.append(failure.cause());
                appender.endRow();
            }
        }
    }

    private static void view(Statement statement, ResultReader reader, String kind, @Nullable String whenEmpty)
            throws SQLException, IOException {
        Path real = reader.folder().toRealPath();
        String files = reader.receipts().parts().stream()
                .filter(part -> Receipts.sum(part, kind) != null)
                .map(part -> Database.text(new PartFiles(real, part.name()).file(kind)))
                .collect(Collectors.joining(", "));
        if (!files.isEmpty()) {
            String flat = kind.equals(PartFiles.WEEKLY)
                    ? Database.flat(files)
                    : "SELECT * FROM read_parquet([" + files + "])";
            statement.execute("CREATE VIEW " + kind + " AS " + flat);
        } else if (whenEmpty != null) {
            statement.execute("CREATE VIEW " + kind + " AS SELECT " + whenEmpty + " WHERE false");
        }
    }

    private static void lockDown(Statement statement, Path folder) throws SQLException {
        String allowed = PartFiles.KINDS.stream()
                .map(kind -> Database.text(folder.resolve(kind)))
                .collect(Collectors.joining(", "));
        statement.execute("SET threads=" + Runtime.getRuntime().availableProcessors());
        // Planning takes more than linear time in the depth of an expression, and cannot be stopped.
        statement.execute("SET max_expression_depth TO " + DEEPEST);
        statement.execute("SET allowed_directories=[" + allowed + "]");
        statement.execute("SET enable_external_access=false");
        statement.execute("SET lock_configuration=true");
    }

    QueryResult run(String sql) {
        AtomicBoolean late = new AtomicBoolean();
        AtomicBoolean large = new AtomicBoolean();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "query-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            requireSelect(sql);
            try (Statement statement = connection.createStatement()) {
                watch.scheduleAtFixedRate(
                        () -> cancel(statement, late), limits.time().toMillis(), 100, TimeUnit.MILLISECONDS);
                long most = QueryGuard.resident() + limits.memoryMebibytes() * GROWTH;
                watch.scheduleAtFixedRate(
                        () -> {
                            if (QueryGuard.resident() > most) {
                                cancel(statement, large);
                            }
                        },
                        20,
                        20,
                        TimeUnit.MILLISECONDS);
                try (ResultSet set = statement.executeQuery(sql)) {
                    return fetch(set, late, large);
                }
            }
        } catch (SQLException e) {
            throw explain(e, late.get(), large.get());
        } finally {
            watch.shutdownNow();
        }
    }

    private static void cancel(Statement statement, AtomicBoolean why) {
        why.set(true);
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement has ended in the meantime.
            return;
        }
    }

    private void requireSelect(String sql) throws SQLException {
        if (sql.length() > QueryGuard.LONGEST) {
            throw new QueryException("a query has at most " + QueryGuard.LONGEST + " characters; shorten it", null);
        }
        String answer;
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
            parse.setString(1, sql);
            try (ResultSet set = parse.executeQuery()) {
                set.next();
                answer = set.getString(1);
            }
        }
        JsonNode parsed = Json.parse(answer);
        if (parsed.path("error").asBoolean()) {
            String message = parsed.path("error_message").asText();
            boolean syntax = parsed.path("error_type").asText().equals("parser");
            throw new QueryException(
                    syntax ? message : "a query is a single SELECT statement; nothing else is allowed", null);
        }
        if (parsed.path("statements").size() != 1) {
            throw new QueryException(
                    "a query is a single SELECT statement, not "
                            + parsed.path("statements").size(),
                    null);
        }
        QueryGuard.requireBounded(parsed.path("statements"));
    }

    private QueryResult fetch(ResultSet set, AtomicBoolean late, AtomicBoolean large) throws SQLException {
        List<String> columns = new ArrayList<>();
        int width = set.getMetaData().getColumnCount();
        for (int i = 1; i <= width; i++) {
            columns.add(set.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (set.next()) {
            if (rows.size() == limits.rows()) {
                return new QueryResult(columns, rows, true);
            }
            if (late.get() || large.get()) {
                throw explain(new SQLException("interrupted"), late.get(), large.get());
            }
            List<@Nullable Object> row = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                row.add(value(set, i));
            }
            rows.add(row);
        }
        return new QueryResult(columns, rows, false);
    }

    private static @Nullable Object value(ResultSet set, int column) throws SQLException {
        Object value = set.getObject(column);
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        return set.getString(column);
    }

    private QueryException explain(SQLException e, boolean late, boolean large) {
        if (late) {
            return new QueryException(
                    "the query took longer than " + limits.time().toSeconds() + " s and was stopped", e);
        }
        String message = Database.oneLine(e);
        if (large || message.toLowerCase(Locale.ROOT).contains("out of memory")) {
            return new QueryException(
                    "the query needs more than the allowed " + limits.memoryMebibytes() + " MiB of memory", e);
        }
        return new QueryException(message, e);
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
