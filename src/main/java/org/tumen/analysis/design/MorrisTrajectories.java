package org.tumen.analysis.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.distribution.Checks;
import org.tumen.draw.DrawSequence;

/**
 * Trajectories for the method of elementary effects: each begins at a random point of a grid of p levels and moves one
 * factor at a time by Δ = p/(2(p − 1)), in random order, so that k factors need k + 1 points.
 *
 * <p>Source: M. D. Morris, Technometrics 33 (1991) 161–174. The trajectories are as they were drawn, not the most distant of
 * many (F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling &amp; Software 22 (2007) 1509–1518): what lies
 * furthest apart lies in the corners, so that chosen trajectories show the effects there, and no resampling of them tells
 * by how much these differ from the mean effect.
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

    private static void trajectory(int factors, int levels, DrawSequence draws, List<double[]> points) {
        int jump = levels / 2;
        int[] level = new int[factors];
        Arrays.setAll(level, j -> draws.below(levels));
        points.add(point(level, levels));
        for (int j : draws.permutation(factors)) {
            level[j] += level[j] < jump ? jump : -jump;
            points.add(point(level, levels));
        }
    }

    private static double[] point(int[] level, int levels) {
        return Arrays.stream(level).mapToDouble(l -> l / (levels - 1.0)).toArray();
    }
}
