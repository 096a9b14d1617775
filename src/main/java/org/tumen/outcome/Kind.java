package org.tumen.outcome;

/** What kind of number an outcome is. */
public enum Kind {
    /** A real number. */
    CONTINUOUS,
    /** A whole number of occurrences. */
    COUNT,
    /** 1 when it happened, else 0. */
    FLAG,
    /** Weeks until something happened; the horizon when it did not (censored). */
    TIME
}
