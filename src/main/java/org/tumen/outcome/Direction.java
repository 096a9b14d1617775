package org.tumen.outcome;

/** Which way an outcome is better by default. A study may say otherwise. */
public enum Direction {
    MORE,
    LESS,
    /** Neither is better in itself. */
    NEUTRAL
}
