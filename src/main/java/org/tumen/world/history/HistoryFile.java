package org.tumen.world.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tumen.words.Resources;

/**
 * One data file of the record: lines that begin with # are its head, the next line names the columns, and every other
 * line is a row whose last field may hold commas.
 */
final class HistoryFile {
    private static final String FOLDER = "/org/tumen/history/";

    private HistoryFile() {}

    static <T> List<T> read(String name, int columns, Function<String[], T> row) {
        List<T> rows = new ArrayList<>();
        boolean named = false;
        int number = 0;
        for (String line : Resources.text(HistoryFile.class, FOLDER + name).split("\n")) {
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
