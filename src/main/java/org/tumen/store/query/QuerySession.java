package org.tumen.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.ResultReader;
import org.tumen.store.part.Database;

/**
 * One database in which a user's SQL runs. Two things confine it: only a single SELECT is accepted, as DuckDB's own
 * parser sees it, so nothing is written, attached, installed or set; and the database has no access to files other
 * than the parts, none to the network, and its settings are locked.
 */
public final class QuerySession implements AutoCloseable {
    private final DuckDBConnection connection;
    private final QueryLimits limits;

    /** What the process took before, in bytes; it may grow by the limit. */
    private final long residentBefore;

    private QuerySession(ResultReader reader, String sql, QueryLimits limits) {
        this.limits = limits;
        try (ResidentMemory memory = new ResidentMemory(ProcessHandle.current().pid())) {
            residentBefore = memory.bytes();
        }
        connection = ResultViews.open(reader, sql, limits.memoryMebibytes());
    }

    /**
     * Runs a question in SQL over the views {@code runs}, {@code weekly}, {@code failures} and, where they were recorded,
     * {@code parameters} and {@code events}, row by row, none of which is kept: an answer of millions of rows has no room in
     * the heap. It can read nothing else and change nothing.
     *
     * @param sql one SELECT statement
     * @param limits of rows, time and memory, by which the process may grow. A query is told to stop when it passes one;
     *     the planning of a query is over before it hears of it: see {@link QueryProcesses}.
     * @throws QueryException when the statement is wrong or is no SELECT
     * @throws QueryLimitException when it exceeds the limits
     */
    public static void each(ResultReader reader, String sql, QueryLimits limits, Taker taker) {
        try (QuerySession session = new QuerySession(reader, sql, limits)) {
            session.run(sql, taker);
        }
    }

    /** The same as JSON, written row by row: a number as an object takes more room than as text. */
    static byte[] json(ResultReader reader, String sql, QueryLimits limits) {
        try (QuerySession session = new QuerySession(reader, sql, limits);
                QueryJson json = new QueryJson(limits)) {
            session.run(sql, json);
            return json.bytes();
        }
    }

    /** Takes what a query returns. */
    @FunctionalInterface
    public interface Taker {
        default void begin(List<String> columns, List<String> types) {}

        /** A value is null, a {@link Number}, a {@link Boolean} or a {@link String}. */
        void row(List<@Nullable Object> values);

        default void end(boolean truncated) {}
    }

    /** Runs a query. It is told to stop when it passes a limit; planning, and some steps over many rows, cannot be. */
    private void run(String sql, Taker taker) {
        try (Statement statement = connection.createStatement();
                QueryWatch watch = watch(over -> cancel(statement))) {
            try {
                try (ResultSet set = statement.executeQuery(select(sql))) {
                    fetch(set, watch, taker);
                }
            } catch (SQLException e) {
                throw explain(e, watch.over());
            } catch (OutOfMemoryError e) {
                // The rows of one step, which the driver takes into the heap together.
                throw limits.tooMuch();
            }
        } catch (SQLException e) {
            throw explain(e, null);
        }
    }

    private QueryWatch watch(Consumer<QueryLimitException> act) {
        long process = ProcessHandle.current().pid();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long asker = Thread.currentThread().getId();
        // The database works on the thread that asks it.
        LongSupplier taken = () -> threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(asker) : -1;
        return new QueryWatch(limits, process, taken, residentBefore + limits.memoryBytes(), act);
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement has ended in the meantime.
            return;
        }
    }

    /** The one SELECT that a question is, judged. */
    private String select(String sql) throws SQLException {
        QueryGuard.requireShort(sql);
        JsonNode parsed = parsed(sql);
        QueryPivot pivot = parsed.path("error").asBoolean() ? QueryPivot.of(sql) : null;
        String select = sql;
        if (pivot != null) {
            select = pivot.complete(this::values);
            parsed = parsed(select);
        }
        requireSelect(parsed);
        return select;
    }

    private List<String> values(String sql) {
        try (Statement statement = connection.createStatement()) {
            requireSelect(parsed(sql));
            List<String> values = new ArrayList<>();
            try (ResultSet set = statement.executeQuery(sql)) {
                while (set.next()) {
                    values.add(set.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw explain(e, null);
        }
    }

    private JsonNode parsed(String sql) throws SQLException {
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
            parse.setString(1, sql);
            try (ResultSet set = parse.executeQuery()) {
                set.next();
                return tree(set.getString(1));
            }
        }
    }

    private static void requireSelect(JsonNode parsed) {
        if (parsed.path("error").asBoolean()) {
            String message = parsed.path("error_message").asText();
            boolean syntax = parsed.path("error_type").asText().equals("parser");
            throw new QueryException(
                    syntax ? message : "a query is a single SELECT statement; nothing else is allowed", null);
        }
        if (parsed.path("statements").size() != 1) {
            throw new QueryException("a query is a single SELECT statement, not "
                    + parsed.path("statements").size());
        }
        QueryGuard.requireBounded(parsed.path("statements"));
    }

    private static JsonNode tree(String parsed) {
        try {
            return Json.parse(parsed);
        } catch (IllegalArgumentException e) {
            throw new QueryException("the query is nested too deeply, or a number in it is out of range", e);
        }
    }

    private void fetch(ResultSet set, QueryWatch watch, Taker taker) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        int width = set.getMetaData().getColumnCount();
        for (int i = 1; i <= width; i++) {
            columns.add(set.getMetaData().getColumnLabel(i));
            types.add(set.getMetaData().getColumnTypeName(i));
        }
        taker.begin(columns, types);
        long bytes = 0;
        for (int rows = 0; set.next(); rows++) {
            if (rows == limits.rows()) {
                taker.end(true);
                return;
            }
            QueryLimitException over = watch.over();
            if (over != null) {
                throw over;
            }
            List<@Nullable Object> row = new ArrayList<>(width);
            for (int i = 1; i <= width; i++) {
                Object value = value(set, i);
                bytes += value instanceof String text ? text.length() : Long.BYTES;
                if (bytes > limits.answerBytes()) {
                    throw limits.tooMuch();
                }
                row.add(value);
            }
            taker.row(row);
        }
        taker.end(false);
    }

    private static @Nullable Object value(ResultSet set, int column) throws SQLException {
        Object value = set.getObject(column);
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        return set.getString(column);
    }

    private QueryException explain(SQLException e, @Nullable QueryLimitException over) {
        if (over != null) {
            return over;
        }
        String message = Database.oneLine(e);
        return message.toLowerCase(Locale.ROOT).contains("out of memory")
                ? limits.tooLarge()
                : new QueryException(message, e);
    }

    @Override
    public void close() {
        Database.close(connection);
    }
}
