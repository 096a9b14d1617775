package org.tumen.simulation;

import java.util.Map;
import org.tumen.world.Vote;

/**
 * A vote of the Council.
 *
 * @param subject "mandate", "draft" or "statement"
 * @param strength the strength of the text, 0..1
 * @param votes each member's vote by ISO-3 code, in the order of the roster
 */
public record HeldVote(int week, String subject, double strength, Map<String, Vote> votes) {
    /** How many members voted so. */
    public long count(Vote kind) {
        return votes.values().stream().filter(vote -> vote == kind).count();
    }
}
