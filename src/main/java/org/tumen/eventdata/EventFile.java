package org.tumen.eventdata;

import java.util.List;

/**
 * What a file held. Of its events only those of one directed dyad are kept, so that a file may be of any size.
 *
 * @param rows rows read, header and blank lines left out
 * @param events the events of the dyad, each once
 * @param named good rows that name a source and a target country, of any dyad, repetitions included
 * @param domestic good rows left out because source or target has no country
 * @param repeated rows of the dyad left out because their event, or the same row, had been read before
 * @param contradicting how many of these have the event id of another row but not its date, countries, class and weight
 * @param mended rows whose event code had lost its leading zero and got it back
 * @param bad how many rows could not be read
 * @param badRows the first {@value EventReader#BAD_KEPT} of them, in order
 * @param frequent the dyads with most rows, first, as SOURCE-TARGET; a name of no known code stands as it is
 * @param uncoded the names of countries without a known code that most rows have, first
 */
public record EventFile(
        Layout layout,
        long rows,
        List<CodedEvent> events,
        long named,
        long domestic,
        long repeated,
        long contradicting,
        long mended,
        long bad,
        List<BadRow> badRows,
        List<Counted> frequent,
        List<Counted> uncoded) {
    public EventFile {
        events = List.copyOf(events);
        badRows = List.copyOf(badRows);
        frequent = List.copyOf(frequent);
        uncoded = List.copyOf(uncoded);
    }

    /** A row that could not be read, by its number from 1, with what is wrong with it. */
    public record BadRow(long line, String reason) {}

    /** Something that was counted, and in how many rows it stands. */
    public record Counted(String name, long rows) {}
}
