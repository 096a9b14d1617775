package org.tumen.eventdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of event data, whichever of the layouts it has. */
public final class EventReader {
    private EventReader() {}

    /**
     * Reads all rows. A row with the wrong number of columns, a date, a code or a weight that cannot be read is listed as
     * bad and reading goes on.
     *
     * @param reader the file's text; it is not closed
     * @throws IllegalArgumentException when the first line shows none of the layouts, or a needed column is missing
     * @throws IOException when reading fails
     */
    public static EventFile read(Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String first = lines.readLine();
        if (first == null || first.isBlank()) {
            throw new IllegalArgumentException("line 1: the file is empty; allowed are " + Layout.ALLOWED);
        }
        Layout layout = Layout.of(first)
                .orElseThrow(() -> new IllegalArgumentException("line 1: " + first.split("\t", -1).length
                        + " columns that are none of the layouts; allowed are " + Layout.ALLOWED));
        RowParser parser = RowParser.of(layout, first);
        List<CodedEvent> events = new ArrayList<>();
        List<EventFile.BadRow> bad = new ArrayList<>();
        int domestic = 0;
        int rows = 0;
        int number = layout.hasHeader() ? 2 : 1;
        for (String line = layout.hasHeader() ? lines.readLine() : first; line != null; line = lines.readLine()) {
            rows++;
            try {
                CodedEvent event = parser.parse(line);
                if (event.sources().isEmpty() || event.targets().isEmpty()) {
                    domestic++;
                } else {
                    events.add(event);
                }
            } catch (BadRowException e) {
                bad.add(new EventFile.BadRow(number, e.reason()));
            }
            number++;
        }
        return new EventFile(layout, rows, events, domestic, bad);
    }
}
