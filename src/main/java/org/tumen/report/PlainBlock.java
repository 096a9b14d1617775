package org.tumen.report;

import java.util.List;
import org.tumen.chart.Picture;

/** A part of a section of a {@link PlainReport}. */
public sealed interface PlainBlock {
    /**
     * A text.
     *
     * @param text its words
     */
    record Paragraph(String text) implements PlainBlock {}

    /**
     * A table.
     *
     * @param caption what it shows
     * @param head names of the columns; the first column is of words
     * @param rows cells, as many as columns
     */
    record Table(String caption, List<String> head, List<List<String>> rows) implements PlainBlock {
        /** Copies its lists. */
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A picture.
     *
     * @param name of its files in the folder plots
     * @param picture the picture
     */
    record Figure(String name, Picture picture) implements PlainBlock {}

    /**
     * A section.
     *
     * @param id its name in links
     * @param title its title
     * @param blocks its parts
     */
    record Section(String id, String title, List<PlainBlock> blocks) {
        /** Copies its list. */
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
