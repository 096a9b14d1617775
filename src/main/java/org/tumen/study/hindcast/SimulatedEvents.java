package org.tumen.study.hindcast;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.store.ResultReader;
import org.tumen.store.part.PartFiles;
import org.tumen.store.query.QueryLimits;
import org.tumen.store.query.QuerySession;
import org.tumen.study.UsageException;

/** The stored events of a batch, by run and week. What is held of them at a time does not grow with runs times weeks. */
final class SimulatedEvents {
    private static final QueryLimits LIMITS =
            new QueryLimits(Integer.MAX_VALUE, Duration.ofMinutes(10), 1024, Integer.MAX_VALUE);

    /** How many values of runs and weeks are held at a time. */
    private static final int MOST_VALUES = 2_000_000;

    private final ResultReader reader;
    private final int weeks;
    private final int together;
    private final Map<Long, Integer> rows = new HashMap<>();

    /** @throws UsageException when the folder holds runs without events */
    SimulatedEvents(ResultReader reader, String arm, int weeks, int most) {
        this(reader, arm, weeks, most, MOST_VALUES);
    }

    SimulatedEvents(ResultReader reader, String arm, int weeks, int most, int values) {
        this.reader = reader;
        this.weeks = weeks;
        long[] runs = Arrays.stream(reader.runs(arm)).sorted().limit(most).toArray();
        for (long run : runs) {
            rows.put(run, rows.size());
        }
        together = Math.max(1, values / Math.max(1, runs.length));
        // A run without a single event is possible in principle only; a folder of a batch without events has none at
        // all.
        boolean[] with = new boolean[rows.size()];
        boolean recorded = reader.receipts().parts().stream().anyMatch(part -> part.sum(PartFiles.EVENTS) != null);
        if (recorded) {
            each("DISTINCT run, 0, 0", "true", (row, week, value) -> with[row] = true);
        }
        if (IntStream.range(0, with.length).filter(row -> with[row]).count() < with.length / 2.0) {
            throw new UsageException(reader.folder() + " holds runs without events; give another folder or --force");
        }
    }

    int runs() {
        return rows.size();
    }

    /** How many weeks are asked for at a time. */
    int together() {
        return together;
    }

    /** Receives what all runs have in a week. */
    interface Week {
        /** @param byRun not to be kept */
        void values(int week, double[] byRun);
    }

    /** How many events of some kinds there are in each week. */
    void counts(Week taker, String... kinds) {
        weekly("count(*)", "kind IN ('" + String.join("', '", kinds) + "')", taker);
    }

    /** The sum of magnitudes of a kind up to the end of each week. */
    void cumulative(String kind, Week taker) {
        double[] sums = new double[runs()];
        weekly("sum(magnitude)", "kind = '" + kind + "'", (week, byRun) -> {
            Arrays.setAll(sums, row -> sums[row] + byRun[row]);
            taker.values(week, sums);
        });
    }

    /** For a directed dyad of countries, an expression over its coded events of each week. */
    void dyad(String source, String target, String expression, Week taker) {
        weekly(expression, between(source, target), taker);
    }

    /** How many coded events of a class a directed dyad has in each run. */
    double[] dyad(String source, String target, String root) {
        double[] totals = new double[runs()];
        each(
                "run, 0, count(*)",
                between(source, target) + " AND cameo LIKE '" + root + "%' GROUP BY run",
                (row, week, value) -> totals[row] = value);
        return totals;
    }

    private static String between(String source, String target) {
        return "cameo <> '' AND source_iso3 = '" + source + "' AND target_iso3 = '" + target + "'";
    }

    /** The first week of each run with an event of a kind, not before a week of the run's own; NaN where there is none. */
    double[] first(String kind, @Nullable String sourceIso3, double @Nullable [] notBefore) {
        double[] first = new double[rows.size()];
        Arrays.fill(first, Double.NaN);
        String source = sourceIso3 == null ? "" : " AND source_iso3 = '" + sourceIso3 + "'";
        each("run, week, 1", "kind = '" + kind + "'" + source, (row, week, value) -> {
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
        weekly("1", "kind = '" + kind + "' AND source_iso3 = '" + sourceIso3 + "'", (week, byRun) -> {
            for (int row = 0; row < counts.length && week < before; row++) {
                counts[row] += byRun[row];
            }
        });
        return counts;
    }

    private void weekly(String expression, String condition, Week taker) {
        for (int from = 0; from < weeks; from += together) {
            int first = from;
            double[][] table = new double[Math.min(together, weeks - from)][runs()];
            each(
                    "run, week, " + expression,
                    condition + " AND week BETWEEN " + from + " AND " + (from + table.length - 1)
                            + " GROUP BY run, week",
                    (row, week, value) -> table[week - first][row] = value);
            for (int week = 0; week < table.length; week++) {
                taker.values(from + week, table[week]);
            }
        }
    }

    /** Receives a value of a run and a week. */
    private interface Cell {
        void value(int row, int week, double value);
    }

    private void each(String select, String where, Cell cell) {
        QuerySession.each(reader, "SELECT " + select + " FROM events WHERE " + where, LIMITS, found -> {
            Integer row = rows.get((long) number(found.get(0)));
            if (row != null) {
                cell.value(row, (int) number(found.get(1)), number(found.get(2)));
            }
        });
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
