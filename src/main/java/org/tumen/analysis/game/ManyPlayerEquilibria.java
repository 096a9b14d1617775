package org.tumen.analysis.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.DrawSequence;
import org.tumen.draw.PortableMath;

/**
 * Nash equilibria of a game of any number of players: supports from the smallest on, and on each Newton's method for the
 * equations that make every player indifferent over its support, from several starts.
 *
 * <p>Every profile reported has a regret of at most the tolerance. Where at most two players mix the equations are
 * linear and one start is enough; where three or more mix they are polynomial with possibly several solutions, of which the
 * starts may miss some: the list is then sound, and complete only with high probability in the number of starts. Where a
 * support carries a continuum, the least-norm Newton steps find some of its points. Strictly dominated strategies are
 * removed first, and supports passed over of which another pure strategy is better than one. After R. Porter, E. Nudelman,
 * Y. Shoham, Games and Economic Behavior 63 (2008) 642–662, who solve the same equations on supports in nearly the same order.
 */
public final class ManyPlayerEquilibria {
    private static final double SAME = 1e-6;

    private final NormalForm game;
    private final int starts;
    private final double tolerance;
    private final DrawSequence draws;
    private final List<MixedProfile> found = new ArrayList<>();
    private long tried;

    private ManyPlayerEquilibria(NormalForm game, int starts, double tolerance, long seed) {
        this.game = game.scaled();
        this.starts = starts;
        this.tolerance = tolerance;
        this.draws = new DrawSequence(seed, "equilibrium");
    }

    /**
     * Finds equilibria.
     *
     * @param starts starts of Newton's method on each support where three players or more mix, 1 or more; 20 serve small games well
     * @param tolerance the regret allowed, as a share of a player's stake, such as 10⁻⁹
     * @param mostSupports after how many combinations of supports to stop
     * @param seed for the starts
     */
    public static Equilibria of(NormalForm game, int starts, double tolerance, long mostSupports, long seed) {
        if (starts < 1 || !(tolerance > 0) || mostSupports < 1) {
            throw new IllegalArgumentException("starts and supports are 1 or more, the tolerance above 0; given were "
                    + starts + ", " + mostSupports + " and " + tolerance);
        }
        StrictDominance dominance = StrictDominance.of(game);
        NormalForm reduced = dominance.reduced(game);
        ManyPlayerEquilibria search = new ManyPlayerEquilibria(reduced, starts, tolerance, seed);
        int[] sizes = new int[game.players().size()];
        Arrays.setAll(sizes, reduced::strategies);
        boolean complete = new SupportOrder(sizes, supports -> {
                    if (search.tried == mostSupports) {
                        return false;
                    }
                    search.solve(supports);
                    return true;
                })
                .visit();
        List<MixedProfile> profiles = search.found.stream()
                .map(profile -> dominance.expanded(game, profile))
                .toList();
        return new Equilibria(profiles, complete, search.tried);
    }

    /** Those with these strategies in play, sets of bits; the rest as for {@link #of}. */
    public static Optional<MixedProfile> on(
            NormalForm game, int starts, double tolerance, long seed, long... supports) {
        ManyPlayerEquilibria search = new ManyPlayerEquilibria(game, starts, tolerance, seed);
        search.solve(supports);
        return search.found.stream().findFirst();
    }

    private void solve(long[] masks) {
        draws.startAt(tried++);
        if (StrictDominance.within(game, masks)) {
            return;
        }
        List<List<Integer>> supports =
                Arrays.stream(masks).mapToObj(SupportOrder::members).toList();
        Indifference equations = new Indifference(game, supports);
        int attempts = mayHaveSeveral(supports) ? starts : 1;
        for (int attempt = 0; attempt < attempts; attempt++) {
            double[][] solution = equations.newton(start(supports, attempt));
            if (solution != null) {
                accept(solution, supports);
            }
        }
    }

    /**
     * Whether more than one isolated solution is possible. A player with more equations of indifference than the others
     * have free probabilities, (k_p − 1) > Σ (k_q − 1), can be indifferent only in a degenerate game (Porter et al.); two
     * players or fewer who mix have linear equations.
     */
    private static boolean mayHaveSeveral(List<List<Integer>> supports) {
        int free = 0;
        int most = 0;
        int mixing = 0;
        for (List<Integer> support : supports) {
            free += support.size() - 1;
            most = Math.max(most, support.size() - 1);
            mixing += support.size() > 1 ? 1 : 0;
        }
        return mixing > 2 && 2 * most <= free;
    }

    /** The centre first, then random points of the simplices. */
    private double[][] start(List<List<Integer>> supports, int attempt) {
        double[][] start = new double[supports.size()][];
        for (int p = 0; p < start.length; p++) {
            int n = supports.get(p).size();
            start[p] = new double[n];
            double sum = 0;
            for (int s = 0; s < n; s++) {
                start[p][s] = attempt == 0 ? 1 : -PortableMath.log(draws.uniform());
                sum += start[p][s];
            }
            for (int s = 0; s < n; s++) {
                start[p][s] /= sum;
            }
        }
        return start;
    }

    private void accept(double[][] solution, List<List<Integer>> supports) {
        MixedProfile profile = profile(solution, supports);
        if (profile == null || game.regret(profile) > tolerance) {
            return;
        }
        for (MixedProfile other : found) {
            if (other.distance(profile) < SAME) {
                return;
            }
        }
        found.add(profile);
    }

    /** The solution as a profile of the game; null when a probability on the support is not positive. */
    private @Nullable MixedProfile profile(double[][] solution, List<List<Integer>> supports) {
        double[][] rows = new double[solution.length][];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = new double[game.strategies(p)];
            for (int s = 0; s < solution[p].length; s++) {
                if (!(solution[p][s] > SAME)) {
                    return null;
                }
                rows[p][supports.get(p).get(s)] = solution[p][s];
            }
        }
        return MixedProfile.of(rows);
    }
}
