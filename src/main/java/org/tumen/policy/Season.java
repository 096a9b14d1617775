package org.tumen.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;

/**
 * A season of every year, from one day to another, both included; one that ends before it begins runs over the new year.
 */
public record Season(
        @Parameter(meaning = "Its first day", allowed = "a month and a day, such as 03-01")
        MonthDay from,

        @Parameter(meaning = "Its last day", allowed = "a month and a day, such as 03-21")
        MonthDay to) {

    /** @throws IllegalArgumentException when something is missing */
    public Season {
        Parameters.require(Season.class, from, to);
    }

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        MonthDay of = MonthDay.from(day);
        boolean begun = !of.isBefore(from);
        boolean notOver = !of.isAfter(to);
        return from.isAfter(to) ? begun || notOver : begun && notOver;
    }
}
