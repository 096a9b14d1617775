package org.tumen.analysis.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tumen.distribution.Checks;
import org.tumen.draw.DrawSequence;

/**
 * Trajectories for the method of elementary effects: each begins at a random point of a grid of p levels and moves one
 * factor at a time by Δ = p/(2(p − 1)), in random order, so that k factors need k + 1 points.
 *
 * <p>Sources: M. D. Morris, Technometrics 33 (1991) 161–174; spread after F. Campolongo, J. Cariboni, A. Saltelli,
 * Environmental Modelling &amp; Software 22 (2007) 1509–1518. Deviation: the r most distant of M trajectories are found
 * greedily (the furthest pair, then one at a time), as trying all subsets is not feasible.
 */
public final class MorrisTrajectories {
    private MorrisTrajectories() {}

    /** The exact count of points of r trajectories. */
    public static BigInteger count(int trajectories, int factors) {
        return BigInteger.valueOf(trajectories).multiply(BigInteger.valueOf(factors + 1L));
    }

    /**
     * Random trajectories, one after another.
     *
     * @param trajectories how many, 1 or more
     * @param factors how many factors, 1 or more
     * @param levels levels of the grid: even, 2 or more (4 is usual)
     * @param draws where the draws come from
     */
    public static double[][] random(int trajectories, int factors, int levels, DrawSequence draws) {
        Checks.atLeast("the trajectories", 1, trajectories);
        Checks.atLeast("the factors", 1, factors);
        if (levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException("the levels of a Morris design are even, 2 or more, not " + levels);
        }
        List<double[]> points = new ArrayList<>();
        for (int t = 0; t < trajectories; t++) {
            trajectory(factors, levels, draws, points);
        }
        return points.toArray(new double[0][]);
    }

    /**
     * The r of M random trajectories that lie furthest apart.
     *
     * @param trajectories how many to keep, 2 or more
     * @param candidates how many to draw, at least as many
     */
    public static double[][] spread(int trajectories, int candidates, int factors, int levels, DrawSequence draws) {
        Checks.atLeast("the trajectories", 2, trajectories);
        Checks.atLeast("the candidate trajectories", trajectories, candidates);
        double[][] all = random(candidates, factors, levels, draws);
        double[][] distances = distances(all, candidates, factors + 1);
        List<double[]> points = new ArrayList<>();
        for (int t : furthest(distances, trajectories)) {
            points.addAll(List.of(all).subList(t * (factors + 1), (t + 1) * (factors + 1)));
        }
        return points.toArray(new double[0][]);
    }

    private static void trajectory(int factors, int levels, DrawSequence draws, List<double[]> points) {
        int jump = levels / 2;
        int[] level = new int[factors];
        for (int j = 0; j < factors; j++) {
            level[j] = draws.below(levels);
        }
        points.add(point(level, levels));
        for (int j : draws.permutation(factors)) {
            level[j] += level[j] < jump ? jump : -jump;
            points.add(point(level, levels));
        }
    }

    private static double[] point(int[] level, int levels) {
        double[] point = new double[level.length];
        for (int j = 0; j < level.length; j++) {
            point[j] = level[j] / (levels - 1.0);
        }
        return point;
    }

    /** Squared sums of the distances between all pairs of points of two trajectories. */
    private static double[][] distances(double[][] points, int trajectories, int length) {
        double[][] squared = new double[trajectories][trajectories];
        for (int a = 0; a < trajectories; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int i = 0; i < length * length; i++) {
                    sum += Math.sqrt(LatinHypercube.squaredDistance(
                            points[a * length + i / length], points[b * length + i % length]));
                }
                squared[a][b] = sum * sum;
                squared[b][a] = sum * sum;
            }
        }
        return squared;
    }

    private static List<Integer> furthest(double[][] distances, int wanted) {
        List<Integer> chosen = new ArrayList<>(List.of(0, 1));
        for (int a = 0; a < distances.length; a++) {
            for (int b = 0; b < a; b++) {
                if (distances[a][b] > distances[chosen.get(0)][chosen.get(1)]) {
                    chosen = new ArrayList<>(List.of(b, a));
                }
            }
        }
        while (chosen.size() < wanted) {
            int best = -1;
            double bestSum = -1;
            for (int t = 0; t < distances.length; t++) {
                double sum = 0;
                for (int c : chosen) {
                    sum += distances[t][c];
                }
                if (!chosen.contains(t) && sum > bestSum) {
                    best = t;
                    bestSum = sum;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }
}
