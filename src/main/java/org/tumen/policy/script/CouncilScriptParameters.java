package org.tumen.policy.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** Drafts at given weeks and fixed votes, another policy otherwise. */
public record CouncilScriptParameters(
        @Parameter(
                meaning = "What the penholder tables in given weeks, where the Council deliberates in them",
                value = "[]",
                max = 2000)
        List<ScriptedAct> acts,

        @Parameter(meaning = "Votes that members cast in given weeks whatever the model says", value = "[]", max = 5000)
        List<ScriptedVote> votes,

        @Parameter(meaning = "The policy that decides everything else")
        PolicySpec otherwise) {

    /** @throws IllegalArgumentException when a value is out of its range, two acts answer one question, or one member votes twice, in one week */
    public CouncilScriptParameters {
        acts = List.copyOf(acts);
        votes = List.copyOf(votes);
        Parameters.require(CouncilScriptParameters.class, acts, votes, otherwise);
        Script.requireDistinct(acts);
        requireDistinctVotes(votes);
    }

    private static void requireDistinctVotes(List<ScriptedVote> votes) {
        Set<String> seen = new HashSet<>();
        for (ScriptedVote vote : votes) {
            if (!seen.add(vote.when() + " " + vote.member())) {
                throw new IllegalArgumentException(
                        "votes must not name " + vote.member() + " twice in one week (" + vote.when() + ")");
            }
        }
    }
}
