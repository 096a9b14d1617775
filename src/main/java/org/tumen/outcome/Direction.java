package org.tumen.outcome;

/** Which way an outcome is better by default. A study may say otherwise. */
public enum Direction {
    /** More is better. */
    MORE,
    /** Less is better. */
    LESS,
    /** Neither is better in itself. */
    NEUTRAL
}
