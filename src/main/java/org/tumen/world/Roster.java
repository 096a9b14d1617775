package org.tumen.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fifteen members of the Security Council, permanent ones first. Immutable. */
public record Roster(List<Member> members) {
    /** The Council's size since 1966. */
    public static final int SIZE = 15;

    /** @throws IllegalArgumentException when there are not fifteen different members */
    public Roster {
        members = List.copyOf(members);
        if (members.size() != SIZE) {
            throw new IllegalArgumentException("a roster has " + SIZE + " members, not " + members.size());
        }
        Set<String> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.iso3())) {
                throw new IllegalArgumentException("the roster lists " + member.iso3() + " twice");
            }
        }
    }
}
