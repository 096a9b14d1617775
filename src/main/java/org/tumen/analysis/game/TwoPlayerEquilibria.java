package org.tumen.analysis.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * The Nash equilibria of a game of two players by support enumeration.
 *
 * <p>After strictly dominated strategies are gone, every pair of supports is tried: a linear program looks for a mixture
 * of each player, positive on its support, that makes the other's support a best reply, and takes the one whose least
 * probability is greatest. Source: J. Dickhaut, T. Kaplan, 1991; B. von Stengel in Algorithmic Game Theory, 2007, §3.2.
 *
 * <p>Degenerate games: pairs of supports of different sizes are tried too, so every pair of supports that carries an
 * equilibrium yields one; where it carries a continuum, the one found stands for it. In a nondegenerate game the list is
 * the whole set of equilibria.
 */
public final class TwoPlayerEquilibria {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_STRATEGIES = 8;

    private TwoPlayerEquilibria() {}

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException when the game has another number of players, or more than 8 undominated
     *     strategies for one
     */
    public static Equilibria of(NormalForm game) {
        if (game.players().size() != 2) {
            throw new IllegalArgumentException(
                    "this method is for 2 players, not " + game.players().size());
        }
        StrictDominance dominance = StrictDominance.of(game);
        NormalForm reduced = dominance.reduced(game).scaled();
        int[] sizes = {reduced.strategies(0), reduced.strategies(1)};
        if (Math.max(sizes[0], sizes[1]) > MOST_STRATEGIES) {
            throw new IllegalArgumentException("support enumeration is for up to " + MOST_STRATEGIES
                    + " undominated strategies a player; there are " + sizes[0] + " and " + sizes[1]);
        }
        List<MixedProfile> found = new ArrayList<>();
        long[] tried = new long[1];
        new SupportOrder(sizes, supports -> {
                    tried[0]++;
                    onScaled(reduced, supports).ifPresent(profile -> found.add(dominance.expanded(game, profile)));
                    return true;
                })
                .visit();
        return new Equilibria(found, true, tried[0]);
    }

    /**
     * The one that stands for all with these strategies in play.
     *
     * @param supports each player's strategies in play, as bits
     */
    public static Optional<MixedProfile> on(NormalForm game, long... supports) {
        return onScaled(game.scaled(), supports);
    }

    private static Optional<MixedProfile> onScaled(NormalForm game, long... supports) {
        if (StrictDominance.within(game, supports)) {
            return Optional.empty();
        }
        double[] second = mixture(game, 0, supports[0], supports[1]);
        double[] first = second == null ? null : mixture(game, 1, supports[1], supports[0]);
        return first == null || second == null ? Optional.empty() : Optional.of(MixedProfile.of(first, second));
    }

    /**
     * A mixture of the opponent, positive exactly on its support, against which every strategy of the player's support is
     * a best reply; or null. Variables: the opponent's probabilities, their least one, the value above −1.
     */
    private static double @Nullable [] mixture(NormalForm game, int player, long support, long opponents) {
        List<Integer> played = SupportOrder.members(opponents);
        int n = played.size();
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] sum = new double[n + 2];
        Arrays.fill(sum, 0, n, 1);
        constraints.add(new LinearConstraint(sum, Relationship.EQ, 1));
        for (int s = 0; s < game.strategies(player); s++) {
            double[] row = new double[n + 2];
            for (int k = 0; k < n; k++) {
                int index = player == 0 ? game.index(s, played.get(k)) : game.index(played.get(k), s);
                row[k] = game.payoffs()[player][index] + 1;
            }
            row[n + 1] = -1;
            boolean inside = (support >> s & 1) == 1;
            constraints.add(new LinearConstraint(row, inside ? Relationship.EQ : Relationship.LEQ, 0));
        }
        for (int k = 0; k < n; k++) {
            double[] row = new double[n + 2];
            row[k] = 1;
            row[n] = -1;
            constraints.add(new LinearConstraint(row, Relationship.GEQ, 0));
        }
        double[] solution;
        try {
            solution = LinearProgram.greatest(n, n + 2, constraints);
        } catch (NoFeasibleSolutionException e) {
            return null;
        }
        if (solution[n] <= TOLERANCE) {
            return null;
        }
        double[] mixture = new double[game.strategies(1 - player)];
        for (int k = 0; k < n; k++) {
            mixture[played.get(k)] = solution[k];
        }
        return mixture;
    }
}
