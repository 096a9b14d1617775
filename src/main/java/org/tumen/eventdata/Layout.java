package org.tumen.eventdata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The layouts that are read, all tab-separated. GDELT files have no header, or one that a user added, and are told by their
 * number of columns; ICEWS and POLECAT files have one, by whose names columns are found in any order.
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
    public static final String ALLOWED = "GDELT 1.0 (57 or 58 tab-separated columns), GDELT 2.0 (61),"
            + " ICEWS (a header with Event Date, Source Country, CAMEO Code, Intensity, Target Country)"
            + " or POLECAT (a header with Event Date, Event Type, Intensity, Actor Country, Recipient Country)";

    /** The name of GDELT's first column, in lower case. */
    static final String GDELT_HEADER = "globaleventid";

    /** Whether it is one of GDELT's. */
    boolean gdelt() {
        return this == GDELT_1 || this == GDELT_2;
    }

    /** The layout that the fields of a file's first line show, or nothing. */
    static Optional<Layout> of(List<String> fields) {
        List<String> names =
                fields.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.contains("event date") && names.contains("cameo code")) {
            return Optional.of(ICEWS);
        }
        if (names.contains("event date") && names.contains("actor country")) {
            return Optional.of(POLECAT);
        }
        String first = fields.get(0);
        boolean numbered = !first.isEmpty() && first.chars().allMatch(Character::isDigit);
        boolean header = first.equalsIgnoreCase(GDELT_HEADER);
        return switch (numbered || header ? fields.size() : 0) {
            case 57, 58 -> Optional.of(GDELT_1);
            case 61 -> Optional.of(GDELT_2);
            default -> Optional.empty();
        };
    }
}
