package org.tumen.study.hindcast;

import java.util.List;
import org.tumen.findings.Findings;

/** A part of the record that a scenario was held against. */
interface HindcastPart {
    /** Its comparisons in brief. */
    List<RecordCheck> checks();

    /** Adds its sections. */
    void into(Findings.Builder found);
}
