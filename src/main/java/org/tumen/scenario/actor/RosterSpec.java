package org.tumen.scenario.actor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Roster;

/**
 * Who sits on the Council: the members of one year throughout, a list or, where both are null, the members as the
 * calendar brings them.
 */
public record RosterSpec(@Nullable Integer year, @Nullable Roster listed) {
    /** @throws IllegalArgumentException when the year is not on record */
    public RosterSpec {
        if (year != null && (year < CouncilMembership.firstYear() || year > CouncilMembership.lastYear())) {
            throw new IllegalArgumentException("must be a year from " + CouncilMembership.firstYear() + " to "
                    + CouncilMembership.lastYear() + ", calendar, or a list of fifteen members");
        }
    }

    /** The members as the calendar brings them. */
    public static final RosterSpec CALENDAR = new RosterSpec(null, null);

    /** The members who sit on a day. */
    public Roster on(LocalDate day) {
        if (listed != null) {
            return listed;
        }
        return CouncilMembership.of(year == null ? day.getYear() : year);
    }
}
