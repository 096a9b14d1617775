package org.tumen.analysis.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.Relationship;

/**
 * Iterated elimination of strictly dominated strategies, by pure or mixed strategies. No eliminated strategy is played in
 * any Nash equilibrium, and the order of elimination does not matter (D. Fudenberg, J. Tirole, Game Theory, 1991, §2.1).
 *
 * <p>A strategy is dominated when the linear program "the greatest ε by which a mixture of the others is better against
 * everything" has ε above 10⁻⁹ of the player's stake.
 *
 * @param survivors each player's remaining strategies, increasing
 */
public record StrictDominance(List<List<Integer>> survivors) {
    private static final double TOLERANCE = 1e-9;
    private static final double CLEAR = 1e-6;

    /** Eliminates until nothing is dominated. */
    public static StrictDominance of(NormalForm unscaled) {
        NormalForm game = unscaled.scaled();
        List<List<Integer>> survivors = new ArrayList<>();
        for (int p = 0; p < game.players().size(); p++) {
            survivors.add(IntStream.range(0, game.strategies(p)).boxed().toList());
        }
        while (true) {
            List<List<Integer>> next = new ArrayList<>();
            for (int p = 0; p < survivors.size(); p++) {
                int player = p;
                List<List<Integer>> now = survivors;
                next.add(now.get(p).stream()
                        .filter(s -> !dominated(game, now, player, s))
                        .toList());
            }
            if (next.equals(survivors)) {
                return new StrictDominance(survivors);
            }
            survivors = next;
        }
    }

    /**
     * Whether against all that the others play some strategy in play is worse than another pure one of its player, by a
     * {@value #CLEAR} of its stake: these strategies are then in play in no equilibrium, which is seen sooner
     * than their equations are solved.
     *
     * @param game {@linkplain NormalForm#scaled scaled}
     * @param supports each player's strategies in play, as bits
     */
    static boolean within(NormalForm game, long... supports) {
        for (int p = 0; p < supports.length; p++) {
            double[] payoffs = game.payoffs()[p];
            int stride = game.deviation(0, p, 1);
            int[] against = against(game, supports, p);
            for (int s : SupportOrder.members(supports[p])) {
                for (int t = 0; t < game.strategies(p); t++) {
                    int worse = s * stride;
                    int better = t * stride;
                    if (Arrays.stream(against).allMatch(i -> payoffs[i + better] - payoffs[i + worse] > CLEAR)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The profiles of what the others play, the player's own strategy being its first. */
    private static int[] against(NormalForm game, long[] supports, int player) {
        int[] profiles = {0};
        for (int q = 0; q < supports.length; q++) {
            if (q != player) {
                int stride = game.deviation(0, q, 1);
                List<Integer> members = SupportOrder.members(supports[q]);
                profiles = Arrays.stream(profiles)
                        .flatMap(i -> members.stream().mapToInt(s -> i + s * stride))
                        .toArray();
            }
        }
        return profiles;
    }

    /** The game among the survivors. */
    public NormalForm reduced(NormalForm game) {
        List<List<String>> names = new ArrayList<>();
        for (int p = 0; p < survivors.size(); p++) {
            List<String> all = game.strategies().get(p);
            names.add(survivors.get(p).stream().map(all::get).toList());
        }
        int count = Profiles.checkedCount(game.players(), names);
        double[][] payoffs = new double[survivors.size()][count];
        for (int index = 0; index < count; index++) {
            int full = game.index(full(Profiles.profile(names, index)));
            for (int p = 0; p < payoffs.length; p++) {
                payoffs[p][index] = game.payoffs()[p][full];
            }
        }
        return new NormalForm(game.players(), names, payoffs);
    }

    /** A mixed profile of the reduced game as one of the whole game. */
    MixedProfile expanded(NormalForm game, MixedProfile reduced) {
        double[][] rows = new double[survivors.size()][];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = new double[game.strategies(p)];
            for (int s = 0; s < survivors.get(p).size(); s++) {
                rows[p][survivors.get(p).get(s)] = reduced.probability(p, s);
            }
        }
        return MixedProfile.of(rows);
    }

    private int[] full(int[] profile) {
        return IntStream.range(0, profile.length)
                .map(p -> survivors.get(p).get(profile[p]))
                .toArray();
    }

    private static boolean dominated(NormalForm game, List<List<Integer>> survivors, int player, int strategy) {
        List<Integer> others =
                survivors.get(player).stream().filter(s -> s != strategy).toList();
        if (others.isEmpty()) {
            return false;
        }
        // Variables: the mixture, and ε + 1, which is never negative: every stake is 1.
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int index : against(game, survivors, player)) {
            double[] row = new double[others.size() + 1];
            for (int k = 0; k < others.size(); k++) {
                row[k] = game.payoffs()[player][game.deviation(index, player, others.get(k))];
            }
            row[others.size()] = -1;
            double own = game.payoffs()[player][game.deviation(index, player, strategy)];
            constraints.add(new LinearConstraint(row, Relationship.GEQ, own - 1));
        }
        double[] sum = new double[others.size() + 1];
        Arrays.fill(sum, 0, others.size(), 1);
        constraints.add(new LinearConstraint(sum, Relationship.EQ, 1));
        double best = LinearProgram.greatest(others.size(), others.size() + 1, constraints)[others.size()];
        return best - 1 > TOLERANCE;
    }

    /** One profile for every combination of the other players' surviving strategies. */
    private static List<Integer> against(NormalForm game, List<List<Integer>> survivors, int player) {
        List<Integer> indices = List.of(0);
        for (int p = 0; p < survivors.size(); p++) {
            if (p != player) {
                int other = p;
                indices = indices.stream()
                        .flatMap(index -> survivors.get(other).stream().map(s -> game.deviation(index, other, s)))
                        .toList();
            }
        }
        return indices;
    }
}
