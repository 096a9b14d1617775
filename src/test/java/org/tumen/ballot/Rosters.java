package org.tumen.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.Vote;

/** Chambers and weights for the tests of this package. */
final class Rosters {
    private static final List<String> NAMES = List.of(
            "CHN", "FRA", "RUS", "GBR", "USA", "ALB", "BRA", "ECU", "GAB", "GHA", "JPN", "MLT", "MOZ", "CHE", "ARE");

    private Rosters() {}

    /** A roster whose first five members are permanent. */
    static Roster of(double... ideals) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < Roster.SIZE; i++) {
            members.add(new Member(NAMES.get(i), ideals[i], i < 5));
        }
        return new Roster(members);
    }

    static Arbitrary<Roster> any() {
        return Arbitraries.doubles()
                .between(-2, 2)
                .ofScale(9)
                .array(double[].class)
                .ofSize(Roster.SIZE)
                .map(Rosters::of);
    }

    /** Weights about the priors' ranges, and somewhat beyond. */
    static Arbitrary<VoteWeights> weights() {
        Arbitrary<double[]> shares = Arbitraries.doubles()
                .between(0, 1)
                .ofScale(9)
                .array(double[].class)
                .ofSize(9);
        return shares.map(u -> new VoteWeights(
                -2 + 6 * u[0], u[1], 1.5 * u[2], 10 * u[3], 2 * u[4], 6 * u[5], .05 + .8 * u[6], .2 + .6 * u[7], u[8]));
    }

    /** Alignments of up to four members, permanent or elected, the buyer among them or not. */
    static Arbitrary<Alignment> alignments() {
        Arbitrary<Set<String>> full =
                Arbitraries.of("RUS", "FRA", "BRA").set().ofMinSize(0).ofMaxSize(2);
        Arbitrary<Set<String>> partial =
                Arbitraries.of("CHN", "GHA", "USA").set().ofMinSize(0).ofMaxSize(2);
        return Combinators.combine(full, partial).as(Alignment::new);
    }

    static Vote[] unanimous() {
        Vote[] votes = new Vote[Roster.SIZE];
        Arrays.fill(votes, Vote.YES);
        return votes;
    }
}
