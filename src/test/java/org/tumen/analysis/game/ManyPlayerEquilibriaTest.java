package org.tumen.analysis.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

class ManyPlayerEquilibriaTest {
    private static final List<String> THREE = List.of("one", "two", "three");
    private static final List<List<String>> TWICE = List.of(List.of("u", "d"), List.of("u", "d"), List.of("u", "d"));

    /**
     * The game of R. D. McKelvey, A. McLennan, "Computation of equilibria in finite games", 1996, with the greatest
     * number of isolated equilibria that a game of this size can have, nine. Payoffs and eight of the equilibria as
     * printed by GameTheory.jl's documentation (hc_solve); the ninth, pure, is cut off there.
     */
    @Test
    void findsAllNineEquilibriaOfMcKelveyAndMcLennan() {
        double[][] payoffs = new double[3][8];
        put(payoffs, 0, 9, 8, 12);
        put(payoffs, 6, 9, 8, 2);
        put(payoffs, 3, 3, 4, 6);
        put(payoffs, 5, 3, 4, 4);
        NormalForm game = new NormalForm(THREE, TWICE, payoffs);
        Equilibria found = ManyPlayerEquilibria.of(game, 20, 1e-9, 1000, 1);
        assertThat(found.complete()).isTrue();
        assertThat(found.supports()).isEqualTo(27);
        double[][] first = {
            {0, 1 / 3.0, 1 / 3.0},
            {0.25, 1, 0.25},
            {0, 0, 1},
            {0.25, 0.5, 1 / 3.0},
            {0.5, 0.5, 1},
            {1, 0, 0},
            {0.5, 1 / 3.0, 0.25},
            {1, 1, 1},
            {0, 1, 0}
        };
        assertThat(found.profiles()).hasSize(9);
        for (double[] p : first) {
            MixedProfile expected = MixedProfile.of(
                    new double[] {p[0], 1 - p[0]}, new double[] {p[1], 1 - p[1]}, new double[] {p[2], 1 - p[2]});
            assertThat(game.regret(expected)).isLessThan(1e-12);
            assertThat(found.profiles()).anyMatch(profile -> profile.distance(expected) < 1e-9);
        }
        assertThat(PureEquilibria.of(game, 0)).containsExactly(0, 3, 5, 6);
    }

    /**
     * The volunteer's dilemma of three (A. Diekmann, Journal of Conflict Resolution 29 (1985) 605–610): the symmetric
     * equilibrium abstains with probability (cost/benefit)^(1/2); here 1/4 of the benefit, so one half.
     */
    @Test
    void findsTheSymmetricEquilibriumOfTheVolunteersDilemma() {
        double[][] payoffs = new double[3][8];
        for (int index = 0; index < 8; index++) {
            for (int p = 0; p < 3; p++) {
                boolean volunteers = (index >> (2 - p) & 1) == 0;
                payoffs[p][index] = (index < 7 ? 4 : 0) - (volunteers ? 1 : 0);
            }
        }
        NormalForm game = new NormalForm(THREE, TWICE, payoffs);
        double[] half = {0.5, 0.5};
        Equilibria found = ManyPlayerEquilibria.of(game, 10, 1e-9, 1000, 1);
        assertThat(found.profiles()).anyMatch(p -> p.distance(MixedProfile.of(half, half, half)) < 1e-9);
        assertThat(PureEquilibria.of(game, 0)).containsExactly(3, 5, 6);
    }

    /**
     * Almost every finite game has an odd number of equilibria (J. C. Harsanyi, International Journal of Game Theory 2
     * (1973) 235–250), so a missed one would show; and what is reported must have no regret.
     */
    @Test
    void randomGamesHaveOddNumbersOfEquilibriaWithoutRegret() {
        for (int seed = 0; seed < 24; seed++) {
            NormalForm game = random(seed < 20 ? 3 : 4, seed);
            Equilibria found = ManyPlayerEquilibria.of(game, 20, 1e-9, 1000, seed);
            assertThat(found.profiles().size() % 2).isEqualTo(1);
            assertThat(found.profiles()).isNotEmpty().allMatch(p -> game.regret(p) <= 1e-9);
        }
    }

    private static NormalForm random(int players, long seed) {
        DrawSequence draws = new DrawSequence(seed, "game");
        double[][] payoffs = new double[players][1 << players];
        for (double[] of : payoffs) {
            for (int i = 0; i < of.length; i++) {
                of[i] = draws.uniform();
            }
        }
        return new NormalForm(
                List.of("a", "b", "c", "d").subList(0, players),
                Collections.nCopies(players, List.of("u", "d")),
                payoffs);
    }

    @Test
    void agreesWithSupportEnumerationOnTwoPlayers() {
        for (int seed = 0; seed < 10; seed++) {
            DrawSequence draws = new DrawSequence(seed, "game");
            double[][] a = new double[3][3];
            double[][] b = new double[3][3];
            for (int i = 0; i < 9; i++) {
                a[i / 3][i % 3] = draws.uniform();
                b[i / 3][i % 3] = draws.uniform();
            }
            NormalForm game = Games.bimatrix(a, b);
            List<MixedProfile> linear = TwoPlayerEquilibria.of(game).profiles();
            List<MixedProfile> newton =
                    ManyPlayerEquilibria.of(game, 2, 1e-9, 1000, seed).profiles();
            assertThat(newton).hasSameSizeAs(linear);
            assertThat(linear).isNotEmpty().allMatch(p -> newton.stream().anyMatch(q -> q.distance(p) < 1e-8));
        }
    }

    /** Bits of 32 strategies and more are none of an int: supports were left out, and what was found called complete. */
    @Test
    void supportsOfManyStrategiesAreVisitedFewestFirst() {
        List<String> seen = new ArrayList<>();
        new SupportOrder(new int[] {2, 40, 50}, supports -> {
                    seen.add(Arrays.stream(supports).map(Long::bitCount).sum() + " " + Arrays.toString(supports));
                    return seen.size() < 2 * 40 * 50 + 1;
                })
                .visit();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 2 * 40 * 50)).allMatch(support -> support.startsWith("3 "));
        assertThat(seen.get(2 * 40 * 50)).startsWith("4 ");
    }

    /** As many steps as there are supports: all sets of bits were counted through for each. */
    @Test
    void allSupportsOfASmallGameAreVisitedOnceInTheOrderOfTheirNumbers() {
        List<List<Long>> seen = new ArrayList<>();
        boolean all = new SupportOrder(new int[] {3, 2}, supports -> {
                    seen.add(Arrays.stream(supports).boxed().toList());
                    return true;
                })
                .visit();
        assertThat(all).isTrue();
        assertThat(seen).doesNotHaveDuplicates().hasSize(7 * 3);
        assertThat(seen.subList(0, 6))
                .containsExactly(
                        List.of(1L, 1L),
                        List.of(1L, 2L),
                        List.of(2L, 1L),
                        List.of(2L, 2L),
                        List.of(4L, 1L),
                        List.of(4L, 2L));
    }

    /** What is passed over as dominated carries no equilibrium, and every equilibrium is found again on its supports. */
    @Test
    void equilibriaAreFoundAgainOnTheirSupportsAndNoneOnOthers() {
        for (int seed = 0; seed < 10; seed++) {
            NormalForm game = random(3, seed);
            List<MixedProfile> all =
                    ManyPlayerEquilibria.of(game, 20, 1e-9, 1000, seed).profiles();
            List<MixedProfile> found = new ArrayList<>();
            for (long a = 1; a < 4; a++) {
                for (long b = 1; b < 4; b++) {
                    for (long c = 1; c < 4; c++) {
                        Optional<MixedProfile> on = ManyPlayerEquilibria.on(game, 20, 1e-9, seed, a, b, c);
                        on.ifPresent(found::add);
                        assertThat(on.isPresent() && StrictDominance.within(game, a, b, c))
                                .isFalse();
                    }
                }
            }
            assertThat(found).allMatch(p -> all.stream().anyMatch(q -> q.distance(p) < 1e-6));
            assertThat(found.stream().map(p -> p.support(0) + "" + p.support(1) + p.support(2)))
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .map(p -> p.support(0) + "" + p.support(1) + p.support(2))
                            .distinct()
                            .toList());
        }
    }

    @Test
    void aStrategyThatAnotherBeatsAgainstAllInPlayIsSeen() {
        NormalForm game = Games.bimatrix(new double[][] {{3, 0}, {2, 2}}, new double[][] {{1, 0}, {0, 1}});
        assertThat(StrictDominance.within(game, 2, 1)).isTrue();
        assertThat(StrictDominance.within(game, 2, 3)).isTrue();
        assertThat(StrictDominance.within(game, 2, 2)).isFalse();
        assertThat(StrictDominance.within(game, 1, 2)).isTrue();
        assertThat(StrictDominance.within(game, 3, 3)).isFalse();
    }

    @Test
    void stopsAtTheLimitAndSaysSo() {
        double[][] payoffs = new double[3][8];
        put(payoffs, 0, 1, 1, 1);
        NormalForm game = new NormalForm(THREE, TWICE, payoffs);
        Equilibria found = ManyPlayerEquilibria.of(game, 1, 1e-9, 3, 1);
        assertThat(found.complete()).isFalse();
        assertThat(found.supports()).isEqualTo(3);
        assertThatThrownBy(() -> ManyPlayerEquilibria.of(game, 0, 1e-9, 3, 1)).hasMessageContaining("1 or more");
    }

    private static void put(double[][] payoffs, int index, double... values) {
        for (int p = 0; p < values.length; p++) {
            payoffs[p][index] = values[p];
        }
    }
}
