package org.tumen.world.history;

/**
 * Where a row of the record comes from.
 *
 * @param source publisher and document
 * @param doubtful whether something in the row was not found in a document
 * @param doubt what is doubtful, or an empty text
 */
public record Provenance(String source, boolean doubtful, String doubt) {
    /** @throws IllegalArgumentException when no source is named */
    public Provenance {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a row of the record names its source");
        }
    }
}
