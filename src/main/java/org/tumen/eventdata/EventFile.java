package org.tumen.eventdata;

import java.util.List;

/**
 * What a file held.
 *
 * @param layout its layout
 * @param rows rows read, the header left out
 * @param events the events of good rows that name a source and a target country
 * @param domestic good rows left out because source or target has no country
 * @param badRows the bad rows, in order
 */
public record EventFile(Layout layout, int rows, List<CodedEvent> events, int domestic, List<BadRow> badRows) {
    /** Copies its lists. */
    public EventFile {
        events = List.copyOf(events);
        badRows = List.copyOf(badRows);
    }

    /**
     * A row that could not be read.
     *
     * @param line its line number, from 1
     * @param reason what is wrong with it
     */
    public record BadRow(int line, String reason) {}
}
