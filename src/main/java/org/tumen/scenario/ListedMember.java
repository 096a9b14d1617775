package org.tumen.scenario;

import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.world.Member;

/** A member of a roster that a scenario lists itself. */
public record ListedMember(
        @Parameter(
                meaning = "Country code of the member",
                basis = "ISO 3166-1",
                pattern = "[A-Z]{3}",
                allowed = "three capital letters, such as JPN")
        String iso3,

        @Parameter(
                meaning = "Ideal point, West positive, about -3 to 3",
                min = -10,
                max = 10,
                unit = "scale of Bailey, Strezhnev and Voeten",
                basis = "M. A. Bailey, A. Strezhnev, E. Voeten (2017)")
        double ideal,

        @Parameter(
                meaning = "Whether its vote against a draft is a veto",
                value = "false",
                basis = "Charter of the United Nations, Article 23")
        boolean permanent) {

    /** @throws IllegalArgumentException when a value is out of its range */
    public ListedMember {
        Parameters.require(ListedMember.class, iso3, ideal, permanent);
    }

    /** The member as the world knows it. */
    Member member() {
        return new Member(iso3, ideal, permanent);
    }
}
