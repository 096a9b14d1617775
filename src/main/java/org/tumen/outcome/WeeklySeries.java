package org.tumen.outcome;

import org.tumen.words.Texts;

/** The series that a run yields week by week. */
public enum WeeklySeries {
    /** The stability index. */
    STABILITY,
    /** The tension index. */
    TENSION,
    /** The stage of the deal. */
    STAGE;

    /** The name as files write it. */
    public String key() {
        return Texts.key(this);
    }
}
