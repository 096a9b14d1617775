package org.tumen.analysis.game;

import java.util.List;

/**
 * A finite game of one to four players in normal form.
 *
 * <p>Profiles of pure strategies are numbered with the last player's strategy varying fastest.
 *
 * @param players the players' names
 * @param strategies each player's strategies by name, at least one
 * @param payoffs [player][profile], finite; more is better
 */
@SuppressWarnings("ArrayRecordComponent")
public record NormalForm(List<String> players, List<List<String>> strategies, double[][] payoffs) {
    public static final int MOST_PLAYERS = 4;

    private static final double ROUNDING = 1e-12;

    /** @throws IllegalArgumentException when sizes do not agree or a payoff is not finite */
    public NormalForm {
        players = List.copyOf(players);
        strategies = strategies.stream().map(List::copyOf).toList();
        int profiles = Profiles.checkedCount(players, strategies);
        if (payoffs.length != players.size()) {
            throw new IllegalArgumentException(
                    "payoffs of " + payoffs.length + " players were given for " + players.size() + " players");
        }
        for (int p = 0; p < payoffs.length; p++) {
            if (payoffs[p].length != profiles) {
                throw new IllegalArgumentException("the game has " + profiles + " profiles, but " + payoffs[p].length
                        + " payoffs of " + players.get(p));
            }
            for (double payoff : payoffs[p]) {
                if (!Double.isFinite(payoff)) {
                    throw new IllegalArgumentException("a payoff of " + players.get(p) + " is " + payoff);
                }
            }
        }
    }

    /** How many profiles of pure strategies. */
    public int profiles() {
        return payoffs[0].length;
    }

    public int strategies(int player) {
        return strategies.get(player).size();
    }

    public int index(int... profile) {
        return Profiles.index(strategies, profile);
    }

    /** The strategies of a numbered profile. */
    public int[] profile(int index) {
        return Profiles.profile(strategies, index);
    }

    /** The profile in which one player alone changes to a strategy. */
    public int deviation(int index, int player, int strategy) {
        return Profiles.deviation(strategies, index, player, strategy);
    }

    /**
     * The most that a player's own choice changes its payoff, whatever the others play: what tolerances are measured by, for
     * payoffs of players need not be in one unit. Where it is not above rounding it is that; 1 when all payoffs are 0.
     */
    public double stake(int player) {
        double stake = 0;
        double size = 0;
        for (int index = 0; index < profiles(); index++) {
            size = Math.max(size, Math.abs(payoffs[player][index]));
            for (int s = 0; s < strategies(player); s++) {
                stake = Math.max(stake, payoffs[player][deviation(index, player, s)] - payoffs[player][index]);
            }
        }
        return size == 0 ? 1 : Math.max(stake, ROUNDING * size);
    }

    /**
     * The game with the same equilibria, best replies and dominance in which every player's stake is 1 and payoffs lie within ±1:
     * what the others' choices alone give a player is taken off, and what is left is in units of its stake.
     */
    NormalForm scaled() {
        double[][] scaled = new double[payoffs.length][profiles()];
        for (int p = 0; p < payoffs.length; p++) {
            double stake = stake(p);
            for (int index = 0; index < profiles(); index++) {
                double sum = 0;
                for (int s = 0; s < strategies(p); s++) {
                    sum += payoffs[p][index] - payoffs[p][deviation(index, p, s)];
                }
                scaled[p][index] = sum / strategies(p) / stake;
            }
        }
        return new NormalForm(players, strategies, scaled);
    }

    /** The expected payoff of each strategy of a player when the others mix. */
    public double[] payoffsAgainst(int player, MixedProfile mixed) {
        double[] expected = new double[strategies(player)];
        for (int index = 0; index < profiles(); index++) {
            int[] profile = profile(index);
            double probability = 1;
            for (int q = 0; q < profile.length && probability > 0; q++) {
                probability *= q == player ? 1 : mixed.probability(q, profile[q]);
            }
            expected[profile[player]] += probability * payoffs[player][index];
        }
        return expected;
    }

    /** The expected payoff of a player when all mix. */
    public double payoff(int player, MixedProfile mixed) {
        double[] each = payoffsAgainst(player, mixed);
        double sum = 0;
        for (int s = 0; s < each.length; s++) {
            sum += mixed.probability(player, s) * each[s];
        }
        return sum;
    }

    /** The most that one player alone could gain by a change: 0 in equilibrium. */
    public double regret(MixedProfile mixed) {
        double regret = 0;
        for (int p = 0; p < players.size(); p++) {
            double now = payoff(p, mixed);
            for (double other : payoffsAgainst(p, mixed)) {
                regret = Math.max(regret, other - now);
            }
        }
        return regret;
    }

    /** The most that one player alone could gain by a change from a pure profile. */
    public double regret(int index) {
        double regret = 0;
        for (int p = 0; p < players.size(); p++) {
            for (int s = 0; s < strategies(p); s++) {
                regret = Math.max(regret, payoffs[p][deviation(index, p, s)] - payoffs[p][index]);
            }
        }
        return regret;
    }
}
