package org.tumen.world.history;

import java.time.LocalDate;

/**
 * A launch event, which may be several missiles, or a nuclear test.
 *
 * @param kind what was launched or tested, as far as the database tells
 */
public record Launch(LocalDate date, Kind kind, Provenance provenance) {
    /** What was launched or tested. */
    public enum Kind {
        /** Intercontinental ballistic missile. */
        ICBM,
        /** Intermediate-range ballistic missile. */
        IRBM,
        /** Medium-range ballistic missile. */
        MRBM,
        /** Short-range ballistic missile. */
        SRBM,
        /** Submarine-launched ballistic missile. */
        SLBM,
        /** Ballistic missile not further known. */
        BALLISTIC,
        /** Satellite launch vehicle. */
        SLV,
        /** Cruise missile. */
        CRUISE,
        /** "Short-range missile", ballistic or not. */
        SHORT_RANGE,
        /** Nuclear explosion. */
        NUCLEAR_TEST,
        /** Something else, or unclear; not counted as a launch. */
        OTHER;

        /** Whether the kind counts as a launch event. */
        public boolean isLaunch() {
            return this != NUCLEAR_TEST && this != OTHER;
        }
    }
}
