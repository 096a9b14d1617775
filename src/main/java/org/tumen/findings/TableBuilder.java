package org.tumen.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.words.Numbers;

/** Declares the columns of a table. */
public final class TableBuilder<R> {
    private final String name;
    private final String caption;
    private final List<R> from;
    private final List<Table.Column> columns = new ArrayList<>();
    private final List<Table.Field> fields = new ArrayList<>();
    private final List<Function<R, @Nullable Object>> values = new ArrayList<>();
    private final List<Function<R, String>> texts = new ArrayList<>();
    private final List<Function<R, Table.Tone>> tones = new ArrayList<>();
    private Predicate<R> mark = row -> false;

    TableBuilder(String name, String caption, List<R> from) {
        this.name = name;
        this.caption = caption;
        this.from = List.copyOf(from);
    }

    /** A column of words. */
    public TableBuilder<R> text(String label, Function<R, String> value) {
        return text(label, Table.key(label), value);
    }

    /** A column of words that files hold under a key of their own and as another text, such as an outcome's key. */
    public TableBuilder<R> text(String label, Function<R, String> shown, String key, Function<R, String> stored) {
        columns.add(new Table.Column(label, Table.Type.TEXT, fields.size()));
        texts.add(shown);
        return field(key, Table.Type.TEXT, "", label, stored::apply);
    }

    /** A column of words whose key does not follow from its label. */
    public TableBuilder<R> text(String label, String key, Function<R, String> value) {
        return text(label, value, key, value);
    }

    /** A column of things that people see by one text and files hold by another, such as outcomes. */
    public <T> TableBuilder<R> text(
            String label, String key, Function<R, T> of, Function<T, String> shown, Function<T, String> stored) {
        return text(label, of.andThen(shown), key, of.andThen(stored));
    }

    /** What the field declared last means, where its label does not say that: the name of an arm, a world, a player. */
    public TableBuilder<R> meaning(String meaning) {
        Table.Field last = fields.remove(fields.size() - 1);
        fields.add(new Table.Field(last.key(), last.type(), last.unit(), meaning));
        return this;
    }

    /** A column of numbers in a unit, which may not be blank. */
    public TableBuilder<R> number(String label, ToDoubleFunction<R> value, DoubleFunction<String> format, String unit) {
        return number(label, Table.key(label), value, format, unit);
    }

    /** A column of numbers whose key does not follow from its label. */
    public TableBuilder<R> number(
            String label, String key, ToDoubleFunction<R> value, DoubleFunction<String> format, String unit) {
        return number(label, key, value, (row, number) -> format.apply(number), unit);
    }

    /** A column of numbers that are written differently in different rows. */
    public TableBuilder<R> number(
            String label, String key, ToDoubleFunction<R> value, BiFunction<R, Double, String> format, String unit) {
        columns.add(new Table.Column(label, Table.Type.NUMBER, fields.size()));
        texts.add(row -> format.apply(row, value.applyAsDouble(row)));
        return stored(key, label, value, unit);
    }

    /** A column of shares, in percent. */
    public TableBuilder<R> share(String label, ToDoubleFunction<R> value) {
        return share(label, Table.key(label), value);
    }

    /** A column of shares, in percent, whose key does not follow from its label. */
    public TableBuilder<R> share(String label, String key, ToDoubleFunction<R> value) {
        return share(label, key, value, Numbers::percent);
    }

    /** A column of shares that are written in another way. */
    public TableBuilder<R> share(String label, ToDoubleFunction<R> value, DoubleFunction<String> format) {
        return share(label, Table.key(label), value, format);
    }

    /** A column of shares that are written in another way, whose key does not follow from its label. */
    public TableBuilder<R> share(String label, String key, ToDoubleFunction<R> value, DoubleFunction<String> format) {
        return number(label, key, value, format, Table.SHARE);
    }

    /** A column of whole numbers. */
    public TableBuilder<R> count(String label, ToDoubleFunction<R> value, String unit) {
        return count(label, Table.key(label), value, unit);
    }

    /** A column of whole numbers whose key does not follow from its label. */
    public TableBuilder<R> count(String label, String key, ToDoubleFunction<R> value, String unit) {
        columns.add(new Table.Column(label, Table.Type.NUMBER, fields.size()));
        texts.add(row -> Numbers.count(value.applyAsDouble(row)));
        return measured(key, label, row -> whole(value.applyAsDouble(row)), unit);
    }

    /**
     * An estimate with its interval, null for none: one column for people, such as 1.23 (0.91 to 1.55), and three for files,
     * KEY, KEY_low and KEY_high. It has the decimals that its error deserves ({@link Digits}).
     */
    public TableBuilder<R> estimate(
            String label,
            String key,
            ToDoubleFunction<R> value,
            Function<R, @Nullable Interval> interval,
            String unit) {
        return interval(label, key, value, interval, new Digits<>(from, interval, unit)::estimate, unit);
    }

    /** The same, whose key follows from its label. */
    public TableBuilder<R> estimate(
            String label, ToDoubleFunction<R> value, Function<R, @Nullable Interval> interval, String unit) {
        return estimate(label, Table.key(label), value, interval, unit);
    }

    /** The same of a difference, written with its sign. */
    public TableBuilder<R> difference(
            String label,
            String key,
            ToDoubleFunction<R> value,
            Function<R, @Nullable Interval> interval,
            String unit) {
        return interval(label, key, value, interval, new Digits<>(from, interval, unit)::difference, unit);
    }

    /** The same of a difference, whose key follows from its label. */
    public TableBuilder<R> difference(
            String label, ToDoubleFunction<R> value, Function<R, @Nullable Interval> interval, String unit) {
        return difference(label, Table.key(label), value, interval, unit);
    }

    /** An estimate with its interval that is written in another way. */
    public TableBuilder<R> interval(
            String label,
            String key,
            ToDoubleFunction<R> value,
            Function<R, @Nullable Interval> interval,
            DoubleFunction<String> format,
            String unit) {
        return interval(label, key, value, interval, (row, number) -> format.apply(number), unit);
    }

    private TableBuilder<R> interval(
            String label,
            String key,
            ToDoubleFunction<R> value,
            Function<R, @Nullable Interval> interval,
            BiFunction<R, Double, String> format,
            String unit) {
        columns.add(new Table.Column(label, Table.Type.NUMBER, fields.size()));
        texts.add(row -> {
            String estimate = format.apply(row, value.applyAsDouble(row));
            Interval ends = interval.apply(row);
            return ends != null && Double.isFinite(ends.low())
                    ? estimate + " (" + format.apply(row, ends.low()) + " to " + format.apply(row, ends.high()) + ")"
                    : estimate;
        });
        return stored(key, label, value, unit)
                .stored(
                        key + "_low",
                        label + ", lower end of the interval",
                        row -> Interval.lowOf(interval.apply(row)),
                        unit)
                .stored(
                        key + "_high",
                        label + ", upper end of the interval",
                        row -> Interval.highOf(interval.apply(row)),
                        unit);
    }

    /** A column of yes and no. */
    public TableBuilder<R> truth(String label, Predicate<R> value) {
        columns.add(new Table.Column(label, Table.Type.TRUTH, fields.size()));
        texts.add(row -> value.test(row) ? "yes" : "no");
        return field(Table.key(label), Table.Type.TRUTH, "", label, value::test);
    }

    /** A number that files hold and people are spared. */
    public TableBuilder<R> stored(String key, String meaning, ToDoubleFunction<R> value, String unit) {
        return measured(key, meaning, row -> finite(value.applyAsDouble(row)), unit);
    }

    /** A whole number that files hold and people are spared. */
    public TableBuilder<R> storedCount(String key, String meaning, ToLongFunction<R> value, String unit) {
        return measured(key, meaning, value::applyAsLong, unit);
    }

    /** A text that files hold and people are spared. */
    public TableBuilder<R> storedText(String key, String meaning, Function<R, String> value) {
        return field(key, Table.Type.TEXT, "", meaning, value::apply);
    }

    /** A distribution as bars of blocks, such as \u2581\u2583\u2588\u2582, from the heights of its bars; files hold none of it. */
    public TableBuilder<R> spark(String label, Function<R, double[]> heights) {
        columns.add(new Table.Column(label, Table.Type.SPARK, 0));
        texts.add(row -> blocks(heights.apply(row)));
        return this;
    }

    private static String blocks(double[] heights) {
        double most = Arrays.stream(heights).max().orElse(0);
        return Arrays.stream(heights)
                .mapToObj(height -> height > 0
                        ? String.valueOf((char) ('\u2581' + Math.min(7, (int) (8 * height / most))))
                        : "\u2009")
                .collect(Collectors.joining());
    }

    /** Other words in the cells of the column declared last, for rows that its format does not suit; null for those it suits. */
    public TableBuilder<R> written(Function<R, @Nullable String> text) {
        Function<R, String> format = texts.get(texts.size() - 1);
        texts.set(texts.size() - 1, row -> {
            String other = text.apply(row);
            return other == null ? format.apply(row) : other;
        });
        return this;
    }

    /** How the cells of the column declared last are to be taken. */
    public TableBuilder<R> tone(Function<R, Table.Tone> tone) {
        while (tones.size() < columns.size()) {
            tones.add(row -> Table.Tone.PLAIN);
        }
        tones.set(columns.size() - 1, tone);
        return this;
    }

    /** The rows that stand out. */
    public TableBuilder<R> marked(Predicate<R> which) {
        mark = which;
        return this;
    }

    private TableBuilder<R> measured(String key, String meaning, Function<R, @Nullable Object> value, String unit) {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a column of " + name + " has no unit");
        }
        return field(key, Table.Type.NUMBER, unit, meaning, value);
    }

    private TableBuilder<R> field(
            String key, Table.Type type, String unit, String meaning, Function<R, @Nullable Object> value) {
        if (fields.stream().anyMatch(f -> f.key().equals(key))) {
            throw new IllegalArgumentException("the table " + name + " has two columns " + key);
        }
        fields.add(new Table.Field(key, type, unit, meaning));
        values.add(value);
        return this;
    }

    private static @Nullable Double finite(double value) {
        // No zero has a sign.
        return Double.isFinite(value) ? value + 0.0 : null;
    }

    /** A whole number as one, so that readers of files take it for one. */
    private static @Nullable Object whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Object) (long) value : finite(value);
    }

    public Table build() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<List<String>> shown = new ArrayList<>();
        List<List<Table.Tone>> taken = new ArrayList<>();
        for (R row : from) {
            List<@Nullable Object> cells = new ArrayList<>();
            values.forEach(value -> cells.add(value.apply(row)));
            rows.add(cells);
            shown.add(texts.stream().map(text -> text.apply(row)).toList());
            taken.add(tones.stream().map(tone -> tone.apply(row)).toList());
        }
        return new Table(
                name,
                caption,
                columns,
                fields,
                rows,
                shown,
                from.stream().map(mark::test).toList(),
                taken);
    }
}
