package org.tumen.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values (RFC 4180, UTF-8): a header, then rows of as many cells. Numbers are written so that they
 * read back as they are; a number that is none (NaN, infinite) and null are empty cells.
 */
public final class Csv {
    private final int width;
    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    private Csv(List<String> header) {
        if (header.isEmpty() || new HashSet<>(header).size() < header.size()) {
            throw new IllegalArgumentException("a table has a column or more, each of another name, not " + header);
        }
        width = header.size();
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException("a text takes all that is appended", e);
        }
        row(header);
    }

    /** A table of these columns. @throws IllegalArgumentException when there are none or two of one name */
    public static Csv of(List<String> header) {
        return new Csv(header);
    }

    /**
     * Adds a row of numbers, truths, texts, or null for an empty cell.
     *
     * @throws IllegalArgumentException when they are not as many as the header has names
     */
    public Csv row(List<? extends @Nullable Object> cells) {
        if (cells.size() != width) {
            throw new IllegalArgumentException("a row of this table has " + width + " cells, not " + cells.size());
        }
        try {
            printer.printRecord(cells.stream().map(Csv::cell).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a text takes all that is appended", e);
        }
        return this;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }

    public String text() {
        return text.toString();
    }

    /** The table so far as the bytes of a file. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
