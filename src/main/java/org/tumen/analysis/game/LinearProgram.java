package org.tumen.analysis.game;

import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Linear programs in variables of 0 or more. */
final class LinearProgram {
    private static final int ITERATIONS = 10_000;

    private LinearProgram() {}

    /**
     * The point at which one variable is greatest.
     *
     * @throws org.apache.commons.math3.optim.linear.NoFeasibleSolutionException when no point meets the constraints
     */
    static double[] greatest(int variable, int variables, List<LinearConstraint> constraints) {
        double[] objective = new double[variables];
        objective[variable] = 1;
        return new SimplexSolver()
                .optimize(
                        new MaxIter(ITERATIONS),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getPoint();
    }
}
