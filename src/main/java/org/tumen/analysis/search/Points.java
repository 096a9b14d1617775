package org.tumen.analysis.search;

import java.util.ArrayList;
import java.util.List;
import org.moeaframework.core.Solution;
import org.moeaframework.core.constraint.Constraint;
import org.moeaframework.core.constraint.Equal;
import org.moeaframework.core.objective.Minimize;
import org.moeaframework.core.variable.RealVariable;
import org.moeaframework.problem.AbstractProblem;

/** Points of a search as solutions of the MOEA Framework: places from 0 to 1, objectives to minimise, violations to avoid. */
final class Points {
    private Points() {}

    /** A problem of which only the shape is known; its points are evaluated many at a time, elsewhere. */
    static final class Shape extends AbstractProblem {
        Shape(int variables, int objectives, int constraints) {
            super(variables, objectives, constraints);
        }

        @Override
        public void evaluate(Solution solution) {
            throw new UnsupportedOperationException("points are evaluated by generations");
        }

        @Override
        public Solution newSolution() {
            Solution solution = new Solution(numberOfVariables, numberOfObjectives, numberOfConstraints);
            for (int v = 0; v < numberOfVariables; v++) {
                solution.setVariable(v, new RealVariable(0, 1));
            }
            for (int m = 0; m < numberOfObjectives; m++) {
                solution.setObjective(m, new Minimize());
            }
            for (int c = 0; c < numberOfConstraints; c++) {
                Constraint kept = Equal.to(0);
                solution.setConstraint(c, kept);
            }
            return solution;
        }
    }

    static double[] places(Solution solution) {
        return RealVariable.getReal(solution);
    }

    static List<Solution> list(Iterable<Solution> solutions) {
        List<Solution> list = new ArrayList<>();
        solutions.forEach(list::add);
        return list;
    }

    static void evaluated(Solution solution, Evaluation evaluation) {
        solution.setObjectiveValues(evaluation.objectives());
        if (evaluation.violations().length > 0) {
            solution.setConstraintValues(evaluation.violations());
        }
    }
}
