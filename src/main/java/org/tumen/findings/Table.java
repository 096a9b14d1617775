package org.tumen.findings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Finding;
import org.tumen.words.Csv;
import org.tumen.words.Numbers;

/**
 * A table, declared once for the terminal, the report, CSV and JSON: a column has a label and a format for people, and keys
 * with values of full precision for machines.
 *
 * @param name its name as a file, in snake_case
 * @param caption how to read it
 * @param columns the columns that people see
 * @param fields the columns of files, those of people's columns first
 * @param rows the values of files; Double, Long, Boolean or String, null for none
 * @param shown the texts of people's columns, row by row
 * @param marked the rows that stand out
 * @param tones how the cells of {@code shown} are to be taken
 */
public record Table(
        String name,
        String caption,
        List<Column> columns,
        List<Field> fields,
        List<List<@Nullable Object>> rows,
        List<List<String>> shown,
        List<Boolean> marked,
        List<List<Tone>> tones) {

    /** How a reader is to take a cell: the report gives it a colour, beside the words that say the same. */
    public enum Tone {
        /** As any other. */
        PLAIN,
        /** As good news. */
        GOOD,
        /** As bad news. */
        BAD,
        /** As not known. */
        OPEN;

        /** How what a difference comes to is to be taken. */
        public static Tone of(Finding finding) {
            return switch (finding) {
                case BETTER -> GOOD;
                case WORSE -> BAD;
                case UNDECIDED -> OPEN;
                default -> PLAIN;
            };
        }
    }

    /** What a file's column holds. */
    public enum Type {
        NUMBER,
        TEXT,
        /** True or false. */
        TRUTH,
        /** A small picture of a distribution in the characters of blocks; the report alone shows it. */
        SPARK
    }

    /**
     * A column that people see.
     *
     * @param label its head
     * @param field the field that it sorts by
     */
    public record Column(String label, Type type, int field) {}

    /**
     * A column of files.
     *
     * @param key its head, in snake_case
     * @param unit in which unit; of numbers never empty, {@link #OF_ROW} where each row has its own
     * @param meaning what it means, for the dictionary of columns
     */
    @JsonIgnoreProperties("unit")
    public record Field(String key, Type type, String unit, String meaning) {}

    /** The unit of a column whose rows are of different units: that of the outcome that the row names, or what its column says. */
    public static final String OF_ROW = "the row's";

    /** The unit of a column whose rows are of different parameters. */
    public static final String OF_PARAMETER = "the parameter's";

    /** The unit of what people are shown as per cent. */
    public static final String SHARE = "share, 0 to 1";

    /** The unit of what tests give. */
    public static final String P_VALUE = "p-value, 0 to 1";

    /** The unit of numbers that say which it is of several: a run, a generation, a line. */
    public static final String ORDINAL = "ordinal";

    public Table {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
        shown = List.copyOf(shown);
        marked = List.copyOf(marked);
        tones = List.copyOf(tones);
    }

    /** Begins a table: its name as a file, in snake_case, how to read it, and what its rows are made of. */
    public static <R> TableBuilder<R> of(String name, String caption, List<R> rows) {
        return new TableBuilder<>(name, caption, rows);
    }

    /** Begins a table with a row for each of so many numbers from 0. */
    public static TableBuilder<Integer> of(String name, String caption, int rows) {
        return of(name, caption, IntStream.range(0, rows).boxed().toList());
    }

    /** The key of a label: its letters and digits in lower case, all else an underscore. */
    static String key(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }

    /** The table as CSV, numbers in full precision. */
    public Csv csv() {
        Csv csv = Csv.of(fields.stream().map(Field::key).toList());
        rows.forEach(csv::row);
        return csv;
    }

    /** Texts of numbers with a fixed number of decimals. */
    public static DoubleFunction<String> fixed(int decimals) {
        return value -> Numbers.fixed(value, decimals);
    }
}
