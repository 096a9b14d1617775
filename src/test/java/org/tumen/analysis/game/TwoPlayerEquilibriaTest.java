package org.tumen.analysis.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

class TwoPlayerEquilibriaTest {
    static final NormalForm PENNIES =
            Games.bimatrix(new double[][] {{1, -1}, {-1, 1}}, new double[][] {{-1, 1}, {1, -1}});
    static final NormalForm DILEMMA = Games.bimatrix(new double[][] {{3, 0}, {5, 1}}, new double[][] {{3, 5}, {0, 1}});
    static final NormalForm STAG = Games.bimatrix(new double[][] {{4, 0}, {3, 2}}, new double[][] {{4, 3}, {0, 2}});
    static final NormalForm SEXES = Games.bimatrix(new double[][] {{3, 0}, {0, 2}}, new double[][] {{2, 0}, {0, 3}});
    private static final NormalForm TIED =
            Games.bimatrix(new double[][] {{1, 0}, {1, 0}}, new double[][] {{0, 0}, {0, 0}});
    static final NormalForm ROCK = Games.bimatrix(
            new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}}, new double[][] {{0, 1, -1}, {-1, 0, 1}, {1, -1, 0}});

    @Test
    void matchingPennies() {
        assertThat(PureEquilibria.of(PENNIES, 0)).isEmpty();
        assertOnly(PENNIES, MixedProfile.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}));
    }

    @Test
    void prisonersDilemma() {
        assertThat(PureEquilibria.of(DILEMMA, 0)).containsExactly(DILEMMA.index(1, 1));
        // Where one alone keeps silent it would gain 1, and where both do each would gain 2.
        assertThat(PureEquilibria.of(DILEMMA, 0.99)).containsExactly(3);
        assertThat(PureEquilibria.of(DILEMMA, 1)).containsExactly(1, 2, 3);
        assertOnly(DILEMMA, MixedProfile.pure(DILEMMA, 3));
        StrictDominance dominance = StrictDominance.of(DILEMMA);
        assertThat(dominance.survivors()).containsExactly(List.of(1), List.of(1));
        assertThat(DILEMMA.regret(DILEMMA.index(0, 0))).isEqualTo(2);
        assertThat(PureEquilibria.bestReplies(DILEMMA, 0, 0)).containsExactly(1);
        assertThat(PureEquilibria.bestReplies(TIED, 0, 0)).containsExactly(0, 1);
    }

    /** Against a partner who hunts with probability q: 4q = 3q + 2(1 − q), so q = 2/3. */
    @Test
    void stagHunt() {
        assertThat(PureEquilibria.of(STAG, 0)).containsExactly(0, 3);
        assertOnly(
                STAG,
                MixedProfile.pure(STAG, 0),
                MixedProfile.pure(STAG, 3),
                MixedProfile.of(new double[] {2 / 3.0, 1 / 3.0}, new double[] {2 / 3.0, 1 / 3.0}));
    }

    /** The row player mixes so that 2p = 3(1 − p); the column player so that 3q = 2(1 − q). */
    @Test
    void battleOfTheSexes() {
        assertOnly(
                SEXES,
                MixedProfile.pure(SEXES, 0),
                MixedProfile.pure(SEXES, 3),
                MixedProfile.of(new double[] {0.6, 0.4}, new double[] {0.4, 0.6}));
        assertThat(SEXES.payoff(0, TwoPlayerEquilibria.of(SEXES).profiles().get(2)))
                .isCloseTo(1.2, within(1e-12));
    }

    @Test
    void rockPaperScissors() {
        double[] thirds = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        assertOnly(ROCK, MixedProfile.of(thirds, thirds));
    }

    /** The example of D. Avis, G. Rosenberg, R. Savani, B. von Stengel, Economic Theory 42 (2010) 9–37. */
    @Test
    void aPublishedGameOfThreeByTwo() {
        NormalForm game =
                Games.bimatrix(new double[][] {{3, 3}, {2, 5}, {0, 6}}, new double[][] {{3, 2}, {2, 6}, {3, 1}});
        assertOnly(
                game,
                MixedProfile.pure(game, 0),
                MixedProfile.of(new double[] {0.8, 0.2, 0}, new double[] {2 / 3.0, 1 / 3.0}),
                MixedProfile.of(new double[] {0, 1 / 3.0, 2 / 3.0}, new double[] {1 / 3.0, 2 / 3.0}));
    }

    @Test
    void anEquilibriumIsFoundOnItsOwnSupportOnly() {
        // The second column is a best reply to the first row, and the first row one to the first column alone.
        NormalForm game = Games.bimatrix(new double[][] {{1, 0}, {1, 1}}, new double[][] {{0, 0}, {1, 0}});
        double[] first = {1, 0};
        assertThat(TwoPlayerEquilibria.of(game).profiles())
                .containsExactly(
                        MixedProfile.of(first, first),
                        MixedProfile.of(new double[] {0, 1}, first),
                        MixedProfile.of(new double[] {0.5, 0.5}, first));
    }

    /**
     * A degenerate variant (documentation of jlgametheory): the column player is indifferent against the first row, so
     * the first row and any mixture with at least 2/3 on the first column is an equilibrium; one more is isolated.
     */
    @Test
    void aDegenerateGameIsRepresentedBySupports() {
        NormalForm game =
                Games.bimatrix(new double[][] {{3, 3}, {2, 5}, {0, 6}}, new double[][] {{3, 3}, {2, 6}, {3, 1}});
        List<MixedProfile> profiles = TwoPlayerEquilibria.of(game).profiles();
        assertThat(profiles).isNotEmpty().allMatch(p -> game.regret(p) < 1e-9);
        assertThat(profiles).anyMatch(p -> p.distance(MixedProfile.pure(game, 0)) < 1e-9);
        assertThat(profiles)
                .anyMatch(p -> p.support(0).equals(List.of(0))
                        && p.support(1).size() == 2
                        && p.probability(1, 0) >= 2 / 3.0 - 1e-9);
        MixedProfile isolated = MixedProfile.of(new double[] {0, 1 / 3.0, 2 / 3.0}, new double[] {1 / 3.0, 2 / 3.0});
        assertThat(profiles).anyMatch(p -> p.distance(isolated) < 1e-9);
    }

    /** A nondegenerate game has an odd number of equilibria (R. Wilson, SIAM J. Applied Mathematics 21 (1971) 80–87). */
    @Property(tries = 40)
    void everyRandomGameHasAnOddNumberOfEquilibriaWithoutRegret(@ForAll int seed) {
        DrawSequence draws = new DrawSequence(seed, "game");
        double[][] a = new double[3][4];
        double[][] b = new double[3][4];
        for (int i = 0; i < 12; i++) {
            a[i / 4][i % 4] = draws.uniform();
            b[i / 4][i % 4] = draws.uniform();
        }
        NormalForm game = Games.bimatrix(a, b);
        List<MixedProfile> profiles = TwoPlayerEquilibria.of(game).profiles();
        assertThat(profiles.size() % 2).isEqualTo(1);
        assertThat(profiles).isNotEmpty().allMatch(p -> game.regret(p) < 1e-9);
    }

    /** D. Fudenberg, J. Tirole, 1991, fig. 1.3 in kind: the third row is beaten only by mixing the first two. */
    @Test
    void aStrategyCanBeDominatedByAMixture() {
        NormalForm game =
                Games.bimatrix(new double[][] {{4, 0}, {0, 4}, {1, 1}}, new double[][] {{1, 0}, {0, 1}, {5, 0}});
        assertThat(StrictDominance.of(game).survivors().get(0)).containsExactly(0, 1);
        NormalForm tie =
                Games.bimatrix(new double[][] {{4, 0}, {0, 4}, {2, 2}}, new double[][] {{1, 0}, {0, 1}, {5, 0}});
        assertThat(StrictDominance.of(tie).survivors().get(0)).containsExactly(0, 1, 2);
    }

    /** Neither the unit of a player's payoffs nor what the other's choice alone gives it moves an equilibrium. */
    @Test
    void playersMayCountInUnitsFarApart() {
        for (NormalForm game : List.of(PENNIES, DILEMMA, STAG, SEXES, ROCK)) {
            List<MixedProfile> expected = TwoPlayerEquilibria.of(game).profiles();
            double[][] payoffs = {game.payoffs()[0].clone(), game.payoffs()[1].clone()};
            for (int i = 0; i < game.profiles(); i++) {
                payoffs[0][i] *= 1e-8;
                payoffs[1][i] += 1000 * game.profile(i)[0];
            }
            NormalForm far = new NormalForm(game.players(), game.strategies(), payoffs);
            assertThat(StrictDominance.of(far)).isEqualTo(StrictDominance.of(game));
            for (List<MixedProfile> found : List.of(
                    TwoPlayerEquilibria.of(far).profiles(),
                    ManyPlayerEquilibria.of(far, 5, 1e-9, 1000, 1).profiles())) {
                assertThat(found).hasSameSizeAs(expected);
                assertThat(expected).allMatch(e -> found.stream().anyMatch(f -> f.distance(e) < 1e-6));
            }
        }
    }

    @Test
    void badGamesAreRefused() {
        assertThatThrownBy(() -> new NormalForm(List.of("a"), List.of(List.of()), new double[1][0]))
                .hasMessageContaining("a has no strategy");
        assertThatThrownBy(() -> new NormalForm(List.of("a"), List.of(List.of("x", "y")), new double[1][3]))
                .hasMessageContaining("2 profiles, but 3 payoffs");
        assertThatThrownBy(() -> MixedProfile.of(new double[] {0.5, 0.6})).hasMessageContaining("sum to one");
        double[][] nine = new double[9][9];
        for (int i = 0; i < 9; i++) {
            nine[i][i] = 1;
        }
        assertThatThrownBy(() -> TwoPlayerEquilibria.of(Games.bimatrix(nine, nine)))
                .hasMessageContaining("up to 8 undominated");
    }

    private static void assertOnly(NormalForm game, MixedProfile... expected) {
        for (List<MixedProfile> profiles : List.of(
                TwoPlayerEquilibria.of(game).profiles(),
                ManyPlayerEquilibria.of(game, 5, 1e-9, 1000, 1).profiles())) {
            assertThat(profiles).hasSize(expected.length);
            for (MixedProfile profile : expected) {
                assertThat(game.regret(profile)).isLessThan(1e-12);
                assertThat(profiles).anyMatch(found -> found.distance(profile) < 1e-9);
            }
        }
    }
}
