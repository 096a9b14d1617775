package org.tumen.world.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One data file of the record: lines that begin with # are its head, the next line names the columns, and every other
 * line is a row whose last field may hold commas.
 */
final class HistoryFile {
    private static final String FOLDER = "/org/tumen/history/";

    private HistoryFile() {}

    static <T> List<T> read(String name, int columns, Function<String[], T> row) {
        try (InputStream in = HistoryFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program's data file " + name + " is missing");
            }
            return rows(name, columns, row, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> rows(String name, int columns, Function<String[], T> row, BufferedReader reader)
            throws IOException {
        List<T> rows = new ArrayList<>();
        boolean named = false;
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.startsWith("#")) {
                continue;
            }
            if (!named) {
                named = true;
                continue;
            }
            String[] fields = line.split(",", columns);
            if (fields.length != columns) {
                throw new IllegalStateException(
                        name + ":" + number + ": " + fields.length + " fields where " + columns + " are needed");
            }
            rows.add(row.apply(fields));
        }
        return List.copyOf(rows);
    }
}
