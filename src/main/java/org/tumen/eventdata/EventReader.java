package org.tumen.eventdata;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads a file of event data row by row, whichever of the layouts it has, and keeps the events of one directed dyad. */
public final class EventReader {
    /** So many bad rows are kept with their reason. */
    public static final int BAD_KEPT = 1000;

    private static final int MOST_FREQUENT = 10;

    private final String source;
    private final String target;
    private final List<EventFile.BadRow> badRows = new ArrayList<>();
    private final Map<String, CodedEvent> seen = new LinkedHashMap<>();
    /** Dates, countries and classes that events have: a dyad has few of each and may have millions of events. */
    private final Map<Object, Object> shared = new HashMap<>();

    private final FrequentNames dyads = new FrequentNames();
    private final FrequentNames uncoded = new FrequentNames();
    private long rows;
    private long named;
    private long domestic;
    private long repeated;
    private long contradicting;
    private long bad;

    private EventReader(String source, String target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Reads all rows of a file: plain text, or packed by gzip or zip, as UTF-8. A row with the wrong number of columns, a
     * date, a code or a weight that cannot be read is counted as bad and reading goes on. What is kept grows with the dyad's
     * events only.
     *
     * @param source country of the source, as in {@link CodedEvent}
     * @param target country of the target
     * @throws IllegalArgumentException when the file is no text in UTF-8, the first line shows none of the layouts, a needed
     *     column is missing, a line is too long for a row, or leading zeros of codes are lost beyond mending
     * @throws IOException when reading fails
     */
    public static EventFile read(Path file, String source, String target) throws IOException {
        try (Reader reader = EventText.open(file)) {
            return read(reader, source, target);
        }
    }

    /** The same of a text, which is not closed. */
    public static EventFile read(Reader reader, String source, String target) throws IOException {
        return new EventReader(source, target).all(new Lines(reader));
    }

    private EventFile all(Lines lines) throws IOException {
        long number = 1;
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
            number++;
        }
        if (line == null) {
            throw new IllegalArgumentException("line 1: the file is empty; allowed are " + Layout.ALLOWED);
        }
        RowParser parser = RowParser.of(number, line);
        if (parser.header()) {
            line = lines.next();
            number++;
        }
        for (; line != null; line = lines.next(), number++) {
            if (!line.isBlank()) {
                row(parser, line, number);
            }
        }
        parser.requireCodes();
        return new EventFile(
                parser.layout(),
                rows,
                List.copyOf(seen.values()),
                named,
                domestic,
                repeated,
                contradicting,
                parser.mended(),
                bad,
                badRows,
                dyads.most(MOST_FREQUENT),
                uncoded.most(MOST_FREQUENT));
    }

    private void row(RowParser parser, String line, long number) {
        rows++;
        try {
            CodedEvent event = parser.parse(line, number);
            parser.uncoded().forEach(uncoded::count);
            if (event.sources().isEmpty() || event.targets().isEmpty()) {
                domestic++;
                return;
            }
            named++;
            event.sources().forEach(s -> event.targets().forEach(t -> dyads.count(s + "-" + t)));
            if (event.sources().contains(source) && event.targets().contains(target)) {
                // Where the file numbers its events the number tells them apart, else the whole row.
                CodedEvent before =
                        seen.putIfAbsent(event.id().isEmpty() ? digest(line) : event.id(), event.sharing(this::shared));
                if (before != null) {
                    repeated++;
                    contradicting += before.equals(event) ? 0 : 1;
                }
            }
        } catch (BadRowException e) {
            bad++;
            if (badRows.size() < BAD_KEPT) {
                badRows.add(new EventFile.BadRow(number, String.valueOf(e.getMessage())));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        return (T) Objects.requireNonNull(shared.computeIfAbsent(value, first -> first));
    }

    /** What tells a row from others in less room than the row. */
    private static String digest(String line) {
        return new String(DigestUtils.sha256(line), StandardCharsets.ISO_8859_1);
    }
}
