package org.tumen.scenario.actor;

import java.util.List;
import java.util.Set;
import org.tumen.ballot.Alignment;
import org.tumen.declare.Parameter;
import org.tumen.declare.Parameters;
import org.tumen.policy.PolicySpec;

/** The UN Security Council: its members, how they vote, their rivalry, the panel, deliberations and their effects, and its policy. */
public record Council(
        @Parameter(
                meaning = "Name in texts and pictures",
                value = "UN Security Council",
                pattern = ".{1,60}",
                allowed = "1 to 60 characters")
        String label,

        @Parameter(
                meaning = "Who sits on it: a year, calendar, or a list of fifteen members",
                value = "2023",
                basis = "real membership, see the file of council members",
                allowed = "a year from 2006 to 2025, calendar, or a list of fifteen members")
        RosterSpec roster,

        @Parameter(
                meaning = "Members that rivalry turns fully against drafts on the seller",
                value = "[RUS]",
                max = 15,
                basis = "the buyer itself",
                pattern = "[A-Z]{3}",
                allowed = "country codes of three capital letters, such as RUS")
        List<String> aligned,

        @Parameter(
                meaning = "Members that it turns partly, by voting.partial_alignment",
                value = "[CHN]",
                max = 15,
                basis = "assumption",
                pattern = "[A-Z]{3}",
                allowed = "country codes of three capital letters, such as CHN")
        List<String> partlyAligned,

        @Parameter(meaning = "Rivalry among the permanent members")
        RivalryParameters rivalry,

        @Parameter(meaning = "How members vote") VotingParameters voting,

        @Parameter(meaning = "How strong the texts are that can be tabled")
        DraftStrengths strengths,

        @Parameter(meaning = "The expert panel's mandate") MandateParameters mandate,

        @Parameter(meaning = "When the Council deliberates") DeliberationParameters deliberation,

        @Parameter(meaning = "What its decisions do") CouncilEffects effects,

        @Parameter(meaning = "The sanctions in force at the start")
        RegimeParameters regime,

        @Parameter(meaning = "How the penholder decides") PolicySpec policy)
        implements Actor {

    /** @throws IllegalArgumentException when a value is out of its range */
    public Council {
        aligned = List.copyOf(aligned);
        partlyAligned = List.copyOf(partlyAligned);
        Parameters.require(
                Council.class,
                label,
                roster,
                aligned,
                partlyAligned,
                rivalry,
                voting,
                strengths,
                mandate,
                deliberation,
                effects,
                regime,
                policy);
        Set<String> full = Set.copyOf(aligned);
        partlyAligned.forEach(member -> {
            if (full.contains(member)) {
                throw new IllegalArgumentException(member + " must not be both aligned and partly aligned");
            }
        });
    }

    /** CAMEO's code for the United Nations. */
    @Override
    public String iso3() {
        return "UNO";
    }

    /** Whom rivalry turns against drafts, as the vote model takes it. */
    public Alignment alignment() {
        return new Alignment(Set.copyOf(aligned), Set.copyOf(partlyAligned));
    }
}
