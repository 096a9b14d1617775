package org.tumen.study.hindcast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.eventdata.Layout;

/** The settings of a hindcast. */
public record HindcastSection(
        @Parameter(
                meaning = "Parts of the record to compare with; an empty list leaves the event data alone",
                value = "[votes, launches, shipments, sequence, crises]")
        List<Part> parts,

        @Parameter(meaning = "Draws from the priors of the vote model", value = "20000", min = 100, max = 1_000_000)
        int draws,

        @Parameter(
                meaning = "Event data to set beside the simulated events of a dyad: a file, relative to the study",
                example = "events.tsv")
        @Nullable
        String events,

        @Parameter(meaning = "Layout of the event data; told by its first line unless given", example = "gdelt_1")
        @Nullable
        Layout eventsFormat,

        @Parameter(
                meaning = "The directed pair of countries of the event data; seller and buyer unless given",
                pattern = "[A-Z]{3}-[A-Z]{3}",
                allowed = "two ISO 3166-1 codes of three capital letters, source and target, such as PRK-RUS",
                example = "PRK-RUS")
        @Nullable
        String dyad) {
    /** Parts of the record. */
    public enum Part {
        /** The Security Council's votes on North Korea. */
        VOTES,
        /** North Korea's launches. */
        LAUNCHES,
        /** Published numbers of containers. */
        SHIPMENTS,
        /** The dated steps of the trade. */
        SEQUENCE,
        /** Whether any crisis comes. */
        CRISES
    }

    public HindcastSection {
        parts = List.copyOf(parts);
    }
}
