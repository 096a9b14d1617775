package org.tumen.findings;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Interval;
import org.tumen.words.Numbers;

/**
 * The decimals of a column of estimates: those that give half of an interval two significant digits. A column of one unit has
 * those of the interval in the middle, so that its numbers stand under each other; where rows are of different units, each
 * has its own. Without an interval nothing is known of the error, and numbers have about four digits.
 */
final class Digits<R> {
    private static final int UNKNOWN = -1;

    private final List<R> rows;
    private final Function<R, @Nullable Interval> interval;
    private final Supplier<String> unit;
    private @Nullable Integer ofColumn;

    /**
     * The decimals of a column.
     *
     * @param unit its unit, which is asked for when the first number is written
     */
    Digits(List<R> rows, Function<R, @Nullable Interval> interval, Supplier<String> unit) {
        this.rows = rows;
        this.interval = interval;
        this.unit = unit;
    }

    String estimate(R row, double value) {
        int decimals = of(row);
        return decimals == UNKNOWN ? Numbers.estimate(value) : Numbers.fixed(value, decimals);
    }

    String difference(R row, double value) {
        int decimals = of(row);
        return decimals == UNKNOWN ? Numbers.difference(value) : Numbers.difference(value, decimals);
    }

    private int of(R row) {
        if (List.of(Table.OF_ROW, Table.OF_PARAMETER).contains(unit.get())) {
            return middle(List.of(row));
        }
        if (ofColumn == null) {
            ofColumn = middle(rows);
        }
        return ofColumn;
    }

    private int middle(List<R> of) {
        double[] known = of.stream()
                .map(interval)
                .flatMap(Stream::ofNullable)
                .mapToDouble(Interval::halfWidth)
                .filter(half -> half > 0 && Double.isFinite(half))
                .sorted()
                .toArray();
        return known.length == 0 ? UNKNOWN : Numbers.decimals(known[known.length / 2]);
    }
}
