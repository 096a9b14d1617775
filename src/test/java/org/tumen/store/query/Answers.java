package org.tumen.store.query;

import java.util.ArrayList;
import java.util.List;
import org.tumen.store.ResultReader;

/** Answers to queries, whole. */
public final class Answers {
    private Answers() {}

    /** What a query in this process returns. */
    public static QueryResult ask(ResultReader reader, String sql, QueryLimits limits) {
        Collector collected = new Collector();
        QuerySession.each(reader, sql, limits, collected);
        return new QueryResult(collected.columns, collected.types, collected.rows, collected.truncated);
    }

    private static final class Collector implements QuerySession.Taker {
        private final List<List<Object>> rows = new ArrayList<>();
        private List<String> columns = List.of();
        private List<String> types = List.of();
        private boolean truncated;

        @Override
        public void begin(List<String> named, List<String> typed) {
            columns = named;
            types = typed;
        }

        @Override
        public void row(List<Object> values) {
            rows.add(values);
        }

        @Override
        public void end(boolean more) {
            truncated = more;
        }
    }
}
