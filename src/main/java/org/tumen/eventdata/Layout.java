package org.tumen.eventdata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The layouts that are read, all tab-separated. GDELT files have no header and are told by their number of columns; ICEWS
 * and POLECAT files have one, by whose names columns are found in any order.
 *
 * <p>Documents: The GDELT Event Database, Data Format Codebook V1.03 (25 August 2013): 57 fields to March 2013, then 58
 * with the address of the source; the same, V2.0 (19 February 2015): 61 fields. E. Boschee and others, "ICEWS Coded Event
 * Data", Harvard Dataverse, doi:10.7910/DVN/28075. A. Halterman and others, "PLOVER and POLECAT: A New Political Event
 * Ontology and Dataset" (2023), for POLECAT, whose intensity is a scale of PLOVER between −10 and 10 like Goldstein's; the
 * header of its weekly files names the column "Intensity" or "Event Intensity".
 */
public enum Layout {
    /** GDELT 1.0: 57 columns, or 58 with the source's address. */
    GDELT_1,
    /** GDELT 2.0: 61 columns. */
    GDELT_2,
    /** ICEWS, with a header; countries are English names. */
    ICEWS,
    /** POLECAT, with a header; countries are ISO 3166-1 alpha-3 codes. */
    POLECAT;

    /** What is allowed, for messages. */
    public static final String ALLOWED = "GDELT 1.0 (57 or 58 tab-separated columns without a header), GDELT 2.0 (61),"
            + " ICEWS (a header with Event Date, Source Country, CAMEO Code, Intensity, Target Country)"
            + " or POLECAT (a header with Event Date, Event Type, Intensity, Actor Country, Recipient Country)";

    /** Whether the first line is a header. */
    boolean hasHeader() {
        return this == ICEWS || this == POLECAT;
    }

    /** The layout that a file's first line shows, or nothing. */
    public static Optional<Layout> of(String firstLine) {
        List<String> fields = Arrays.asList(firstLine.split("\t", -1));
        if (fields.contains("Event Date") && fields.contains("CAMEO Code")) {
            return Optional.of(ICEWS);
        }
        if (fields.contains("Event Date") && fields.contains("Actor Country")) {
            return Optional.of(POLECAT);
        }
        boolean numbered = !fields.get(0).isEmpty() && fields.get(0).chars().allMatch(Character::isDigit);
        return switch (numbered ? fields.size() : 0) {
            case 57, 58 -> Optional.of(GDELT_1);
            case 61 -> Optional.of(GDELT_2);
            default -> Optional.empty();
        };
    }
}
