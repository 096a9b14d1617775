package org.tumen.console;

import java.util.List;
import org.tumen.world.Role;

/**
 * An actor, or a member of the Council, in the network.
 *
 * @param name the actor's name, or the member's ISO-3 code
 * @param label what is written beside it
 * @param kind what it is drawn as
 * @param facts what is known of it this week, a line each
 */
record ActorNode(String name, String label, Kind kind, List<String> facts) {
    /** What a node stands for. */
    enum Kind {
        SELLER,
        BUYER,
        WARNER,
        ALLY,
        COUNCIL,
        MEMBER,
        PERMANENT_MEMBER;

        static Kind of(Role role) {
            return switch (role) {
                case SELLER -> SELLER;
                case BUYER -> BUYER;
                case WARNER -> WARNER;
                case COUNCIL -> COUNCIL;
                // Whoever else plays stands beside the warners.
                default -> ALLY;
            };
        }

        /** Whether it stands between seller and buyer. */
        boolean between() {
            return this == WARNER || this == ALLY;
        }

        boolean member() {
            return this == MEMBER || this == PERMANENT_MEMBER;
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
