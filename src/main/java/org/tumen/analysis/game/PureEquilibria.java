package org.tumen.analysis.game;

import java.util.List;
import java.util.stream.IntStream;

/** Best replies and pure Nash equilibria, by looking at every profile. */
public final class PureEquilibria {
    private PureEquilibria() {}

    /**
     * The profiles from which no player gains more than a tolerance by a change of its own.
     *
     * @param tolerance in units of payoff, 0 or more
     * @return numbers of profiles, increasing
     */
    public static List<Integer> of(NormalForm game, double tolerance) {
        return IntStream.range(0, game.profiles())
                .filter(index -> game.regret(index) <= tolerance)
                .boxed()
                .toList();
    }

    /** A player's best strategies against the others' in a profile. */
    public static List<Integer> bestReplies(NormalForm game, int player, int index) {
        double[] payoffs = IntStream.range(0, game.strategies(player))
                .mapToDouble(s -> game.payoffs()[player][game.deviation(index, player, s)])
                .toArray();
        double best = IntStream.range(0, payoffs.length)
                .mapToDouble(s -> payoffs[s])
                .max()
                .orElseThrow();
        return IntStream.range(0, payoffs.length)
                .filter(s -> payoffs[s] == best)
                .boxed()
                .toList();
    }
}
