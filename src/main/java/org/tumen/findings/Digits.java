package org.tumen.findings;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.words.Numbers;

/**
 * The decimals of a column of estimates: those that give half of an interval two significant digits. Where rows are of
 * different units each has its own. In a column of one unit, whose numbers are to stand under each other, all have those of the
 * narrowest interval, but at most one more than those of the interval in the middle. Without an interval nothing is known of
 * the error, and numbers have about four digits.
 */
final class Digits<R> {
    private final List<R> rows;
    private final Function<R, @Nullable Interval> interval;
    private final boolean ofRows;
    private @Nullable OptionalInt ofColumn;

    Digits(List<R> rows, Function<R, @Nullable Interval> interval, String unit) {
        this.rows = rows;
        this.interval = interval;
        ofRows = List.of(Table.OF_ROW, Table.OF_PARAMETER).contains(unit);
    }

    String estimate(R row, double value) {
        OptionalInt decimals = of(row);
        return decimals.isEmpty() ? Numbers.estimate(value) : Numbers.fixed(value, decimals.getAsInt());
    }

    String difference(R row, double value) {
        OptionalInt decimals = of(row);
        return decimals.isEmpty() ? Numbers.difference(value) : Numbers.difference(value, decimals.getAsInt());
    }

    private OptionalInt of(R row) {
        if (ofRows) {
            return decimals(List.of(row));
        }
        if (ofColumn == null) {
            ofColumn = decimals(rows);
        }
        return ofColumn;
    }

    private OptionalInt decimals(List<R> of) {
        return Numbers.decimals(
                of.stream().map(interval).flatMap(Stream::ofNullable).mapToDouble(Interval::halfWidth));
    }
}
