package org.tumen.study.hindcast;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.store.ResultReader;
import org.tumen.store.query.QueryException;
import org.tumen.store.query.QueryLimits;
import org.tumen.store.query.QueryResult;
import org.tumen.store.query.QuerySession;
import org.tumen.study.UsageException;

/** The stored events of a batch as tables with a row a run and a column a week. */
final class SimulatedEvents {
    private static final QueryLimits LIMITS = new QueryLimits(50_000_000, Duration.ofMinutes(10), 1024, 1024);

    private final ResultReader reader;
    private final int weeks;
    private final Map<Long, Integer> rows = new HashMap<>();

    /** @throws UsageException when the folder holds runs without events */
    SimulatedEvents(ResultReader reader, String arm, int weeks, int most) {
        this.reader = reader;
        this.weeks = weeks;
        long[] runs = Arrays.stream(reader.runs(arm)).sorted().limit(most).toArray();
        for (long run : runs) {
            rows.put(run, rows.size());
        }
        QueryResult found;
        try {
            found = QuerySession.ask(reader, "SELECT DISTINCT run FROM events", LIMITS);
        } catch (QueryException e) {
            throw new UsageException(reader.folder() + " holds runs without events; give another folder or --force");
        }
        long with = found.rows().stream()
                .filter(r -> rows.containsKey(whole(r.get(0))))
                .count();
        // A run without a single event is possible in principle only; a folder of a batch without events has none at
        // all.
        if (with < rows.size() / 2.0) {
            throw new UsageException(reader.folder() + " holds runs without events; give another folder or --force");
        }
    }

    int runs() {
        return rows.size();
    }

    /** How many events of some kinds, by run and week. */
    int[][] counts(String... kinds) {
        int[][] table = new int[rows.size()][weeks];
        each(
                "SELECT run, week, count(*) FROM events WHERE kind IN ('" + String.join("', '", kinds)
                        + "') GROUP BY run, week",
                (row, week, value) -> table[row][week] = (int) value);
        return table;
    }

    /** The sum of magnitudes of a kind up to the end of each week, by run. */
    double[][] cumulative(String kind) {
        double[][] table = new double[rows.size()][weeks];
        each(
                "SELECT run, week, sum(magnitude) FROM events WHERE kind = '" + kind + "' GROUP BY run, week",
                (row, week, value) -> table[row][week] = value);
        for (double[] row : table) {
            for (int week = 1; week < weeks; week++) {
                row[week] += row[week - 1];
            }
        }
        return table;
    }

    /** The first week of each run with an event of a kind, not before a week of the run's own; NaN where there is none. */
    double[] first(String kind, @Nullable String sourceIso3, double @Nullable [] notBefore) {
        double[] first = new double[rows.size()];
        Arrays.fill(first, Double.NaN);
        String source = sourceIso3 == null ? "" : " AND source_iso3 = '" + sourceIso3 + "'";
        each(
                "SELECT run, week, 1 FROM events WHERE kind = '" + kind + "'" + source + " GROUP BY run, week",
                (row, week, value) -> {
                    boolean counts = notBefore == null || week >= notBefore[row];
                    if (counts && !(first[row] <= week)) {
                        first[row] = week;
                    }
                });
        return first;
    }

    /** In how many weeks before one each run has an event of a kind from a source; an act told in two directions counts once. */
    double[] weeksWith(String kind, String sourceIso3, int before) {
        double[] counts = new double[rows.size()];
        each(
                "SELECT run, week, 1 FROM events WHERE kind = '" + kind + "' AND source_iso3 = '" + sourceIso3
                        + "' GROUP BY run, week",
                (row, week, value) -> counts[row] += week < before ? 1 : 0);
        return counts;
    }

    /** For a directed dyad of countries, an expression over its coded events by run and week. */
    double[][] dyad(String source, String target, String expression) {
        double[][] table = new double[rows.size()][weeks];
        each(
                "SELECT run, week, " + expression + " FROM events WHERE cameo <> '' AND source_iso3 = '" + source
                        + "' AND target_iso3 = '" + target + "' GROUP BY run, week",
                (row, week, value) -> table[row][week] = value);
        return table;
    }

    /** Receives a value of a run and a week. */
    private interface Cell {
        void value(int row, int week, double value);
    }

    private void each(String sql, Cell cell) {
        for (List<@Nullable Object> found :
                QuerySession.ask(reader, sql, LIMITS).rows()) {
            Integer row = rows.get(whole(found.get(0)));
            if (row != null) {
                cell.value(row, (int) whole(found.get(1)), number(found.get(2)));
            }
        }
    }

    private static long whole(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
