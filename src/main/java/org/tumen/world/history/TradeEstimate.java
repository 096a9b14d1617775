package org.tumen.world.history;

import java.time.LocalDate;

/**
 * What someone said of the arms trade and what came back.
 *
 * @param date the day up to which it counts
 * @param from ISO 3166-1 alpha-3 code of the giver
 * @param to ISO 3166-1 alpha-3 code of the taker
 * @param quantity what is counted; containers_cum is the cumulative number of containers since September 2023
 * @param relation how the statement relates the value to the truth
 */
public record TradeEstimate(
        LocalDate date,
        String from,
        String to,
        String quantity,
        Relation relation,
        double value,
        Provenance provenance) {
    /**
     * Half-width, as a share of the value, of the interval given to a statement that says "about" or gives a number
     * without error: an assumption of this program, wide enough that it claims little. No source states an error.
     */
    public static final double ASSUMED_ERROR = .15;

    /** How a statement relates its value to the truth. */
    public enum Relation {
        /** A lower bound, said as "more than". */
        MORE_THAN,
        /** A lower bound, said as "at least". */
        AT_LEAST,
        /** A round number. */
        ABOUT,
        /** A number said without error. */
        EXACTLY,
        /** An upper bound. */
        AT_MOST,
        /** The relation cannot be told. */
        UNCLEAR
    }

    /** The lower end of what the statement allows: the value for a lower bound, zero for an upper bound. */
    public double low() {
        return switch (relation) {
            case MORE_THAN, AT_LEAST -> value;
            case ABOUT, EXACTLY -> value * (1 - ASSUMED_ERROR);
            case AT_MOST, UNCLEAR -> 0;
        };
    }

    /** The upper end of what the statement allows: infinite for a lower bound. */
    public double high() {
        return switch (relation) {
            case MORE_THAN, AT_LEAST, UNCLEAR -> Double.POSITIVE_INFINITY;
            case ABOUT, EXACTLY -> value * (1 + ASSUMED_ERROR);
            case AT_MOST -> value;
        };
    }
}
