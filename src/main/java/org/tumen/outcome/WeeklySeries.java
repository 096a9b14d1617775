package org.tumen.outcome;

import org.tumen.words.Texts;

/** The series that a run yields week by week. */
public enum WeeklySeries {
    STABILITY,
    TENSION,
    STAGE;

    /** The name as files write it. */
    public String key() {
        return Texts.key(this);
    }
}
