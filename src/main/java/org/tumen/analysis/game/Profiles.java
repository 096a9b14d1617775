package org.tumen.analysis.game;

import java.util.List;
import java.util.stream.IntStream;

/** The numbering of profiles of pure strategies: the last player's strategy varies fastest. */
final class Profiles {
    /** The most profiles of a game; payoffs are held in memory for each player. */
    private static final long MOST = 1_000_000;

    private Profiles() {}

    static int checkedCount(List<String> players, List<List<String>> strategies) {
        if (players.isEmpty() || players.size() > NormalForm.MOST_PLAYERS || strategies.size() != players.size()) {
            throw new IllegalArgumentException("a game has 1 to " + NormalForm.MOST_PLAYERS
                    + " players with strategies each; there are " + players.size() + " players and "
                    + strategies.size() + " lists of strategies");
        }
        long count = 1;
        for (int p = 0; p < players.size(); p++) {
            if (strategies.get(p).isEmpty()) {
                throw new IllegalArgumentException(players.get(p) + " has no strategy");
            }
            count = Math.multiplyExact(count, strategies.get(p).size());
        }
        if (count > MOST) {
            throw new IllegalArgumentException("the game has " + count + " profiles; allowed are " + MOST);
        }
        return (int) count;
    }

    static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    static int index(List<List<String>> strategies, int... profile) {
        int index = 0;
        for (int p = 0; p < profile.length; p++) {
            index = index * strategies.get(p).size() + profile[p];
        }
        return index;
    }

    static int[] profile(List<List<String>> strategies, int index) {
        int[] profile = new int[strategies.size()];
        int rest = index;
        for (int p = profile.length - 1; p >= 0; p--) {
            profile[p] = rest % strategies.get(p).size();
            rest /= strategies.get(p).size();
        }
        return profile;
    }

    static int deviation(List<List<String>> strategies, int index, int player, int strategy) {
        int stride = 1;
        for (int p = strategies.size() - 1; p > player; p--) {
            stride *= strategies.get(p).size();
        }
        int now = index / stride % strategies.get(player).size();
        return index + (strategy - now) * stride;
    }
}
