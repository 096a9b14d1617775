package org.tumen.analysis.game;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * The equations of an equilibrium with given supports: each player's probabilities sum to one, and all strategies of its
 * support pay the same value. Unknowns: the probabilities on the supports, player by player, then the values. The game is
 * {@linkplain NormalForm#scaled scaled}.
 */
final class Indifference {
    private static final int STEPS = 30;
    private static final double SOLVED = 1e-12;
    private static final double LOST = 1e3;
    private static final double SINGULAR = 1e-11;

    private final List<List<Integer>> supports;
    private final int[] offsets;
    private final int unknowns;
    private final int[][] profiles;
    private final double[][] payoffs;

    Indifference(NormalForm game, List<List<Integer>> supports) {
        this.supports = supports;
        offsets = new int[supports.size() + 1];
        for (int p = 0; p < supports.size(); p++) {
            offsets[p + 1] = offsets[p] + supports.get(p).size();
        }
        unknowns = offsets[supports.size()] + supports.size();
        List<List<String>> names =
                supports.stream().map(s -> Profiles.names(s.size())).toList();
        int count = names.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
        profiles = new int[count][];
        payoffs = new double[count][supports.size()];
        for (int index = 0; index < count; index++) {
            profiles[index] = Profiles.profile(names, index);
            int full = game.index(full(profiles[index]));
            for (int p = 0; p < supports.size(); p++) {
                payoffs[index][p] = game.payoffs()[p][full];
            }
        }
    }

    /** A solution from a start, or null when the iteration does not settle. */
    double @Nullable [][] newton(double[][] start) {
        double[] x = new double[unknowns];
        for (int p = 0; p < start.length; p++) {
            System.arraycopy(start[p], 0, x, offsets[p], start[p].length);
        }
        for (int step = 0; step < STEPS; step++) {
            double[][] jacobian = new double[unknowns][unknowns];
            double[] residual = residual(x, jacobian);
            if (step > 0 && norm(residual) < SOLVED) {
                return unpack(x);
            }
            RealVector move = solve(new Array2DRowRealMatrix(jacobian, false), new ArrayRealVector(residual, false));
            for (int i = 0; i < unknowns; i++) {
                x[i] -= move.getEntry(i);
                if (!(Math.abs(x[i]) < LOST)) {
                    return null;
                }
            }
        }
        return null;
    }

    /** By elimination; where the equations are dependent, the least-norm step. */
    private static RealVector solve(RealMatrix jacobian, RealVector residual) {
        DecompositionSolver quick = new LUDecomposition(jacobian, SINGULAR).getSolver();
        return quick.isNonSingular()
                ? quick.solve(residual)
                : new SingularValueDecomposition(jacobian).getSolver().solve(residual);
    }

    /** The values of the equations at x; fills their derivatives. */
    private double[] residual(double[] x, double[][] jacobian) {
        double[] residual = new double[unknowns];
        int players = supports.size();
        for (int index = 0; index < profiles.length; index++) {
            for (int p = 0; p < players; p++) {
                add(x, jacobian, residual, profiles[index], p, payoffs[index][p]);
            }
        }
        for (int p = 0; p < players; p++) {
            int sumRow = offsets[players] + p;
            residual[sumRow] -= 1;
            for (int i = offsets[p]; i < offsets[p + 1]; i++) {
                residual[sumRow] += x[i];
                jacobian[sumRow][i] = 1;
                residual[i] -= x[sumRow];
                jacobian[i][sumRow] = -1;
            }
        }
        return residual;
    }

    /** What one profile adds to the payoff of a player's strategy, and to its derivatives by the others' mixtures. */
    private void add(double[] x, double[][] jacobian, double[] residual, int[] profile, int player, double payoff) {
        int row = offsets[player] + profile[player];
        double all = payoff;
        for (int q = 0; q < profile.length; q++) {
            if (q != player) {
                all *= x[offsets[q] + profile[q]];
                double without = payoff;
                for (int r = 0; r < profile.length; r++) {
                    if (r != player && r != q) {
                        without *= x[offsets[r] + profile[r]];
                    }
                }
                jacobian[row][offsets[q] + profile[q]] += without;
            }
        }
        residual[row] += all;
    }

    private static double norm(double[] values) {
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    private int[] full(int[] profile) {
        int[] full = new int[profile.length];
        Arrays.setAll(full, p -> supports.get(p).get(profile[p]));
        return full;
    }

    private double[][] unpack(double[] x) {
        double[][] rows = new double[supports.size()][];
        Arrays.setAll(rows, p -> Arrays.copyOfRange(x, offsets[p], offsets[p + 1]));
        return rows;
    }
}
