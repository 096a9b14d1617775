package org.tumen.analysis.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.jspecify.annotations.Nullable;
import org.tumen.world.VoteResult;

/**
 * Fits the vote model by maximum penalised likelihood: BOBYQA (M. J. D. Powell 2009) within bounds on parameters in units
 * of their priors' standard deviations, from several fixed starting points, polished by Nelder and Mead's simplex.
 */
public final class VoteFitter {
    private static final int EVALUATIONS = 4000;
    private static final double STEP = 1e-3;
    private static final double[] START_SHIFTS = {0, .8, -.8};

    private final double priorScale;

    /**
     * A fitter.
     *
     * @param priorScale factor on the standard deviations of the weak priors, above 0: 1 as declared, larger for weaker
     *     priors; the likelihood alone has no maximum on this record
     */
    public VoteFitter(double priorScale) {
        if (!(priorScale > 0)) {
            throw new IllegalArgumentException("the priors' factor is above 0, not " + priorScale);
        }
        this.priorScale = priorScale;
    }

    /** The fit to these drafts. */
    public VoteFit fit(List<Draft> drafts) {
        double[] best = optimise(drafts, -1, 0, START_SHIFTS);
        double[] point = natural(best);
        int vetoes = (int)
                drafts.stream().filter(d -> d.result() == VoteResult.VETOED).count();
        return new VoteFit(
                VoteFit.list(point),
                VoteFit.list(standardErrors(drafts, best)),
                VoteModel.logLikelihood(point, drafts),
                objective(point, drafts),
                drafts.stream().mapToInt(d -> d.votes().size()).sum(),
                drafts.size(),
                vetoes,
                priorScale);
    }

    /**
     * The highest penalised log-likelihood with one parameter held fixed.
     *
     * @param drafts the drafts
     * @param fixed the parameter held
     * @param value where it is held
     */
    public double profile(List<Draft> drafts, VoteParameter fixed, double value) {
        double scaled = (value - fixed.centre()) / fixed.sd();
        return objective(natural(optimise(drafts, fixed.ordinal(), scaled, new double[] {0})), drafts);
    }

    /** Log-likelihood plus log prior up to a constant. */
    public double objective(double[] point, List<Draft> drafts) {
        double penalty = 0;
        for (VoteParameter parameter : VoteParameter.values()) {
            double z = (point[parameter.ordinal()] - parameter.centre()) / (parameter.sd() * priorScale);
            penalty += z * z / 2;
        }
        return VoteModel.logLikelihood(point, drafts) - penalty;
    }

    private double[] optimise(List<Draft> drafts, int fixed, double value, double[] shifts) {
        List<Integer> free = new ArrayList<>();
        for (VoteParameter parameter : VoteParameter.values()) {
            if (parameter.ordinal() != fixed) {
                free.add(parameter.ordinal());
            }
        }
        ObjectiveFunction target =
                new ObjectiveFunction(x -> objective(natural(expand(x, free, fixed, value)), drafts));
        double[] best = new double[free.size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (double shift : shifts) {
            double[] start = new double[free.size()];
            Arrays.fill(start, shift);
            PointValuePair found = climb(target, start, free);
            if (found.getValue() > highest) {
                highest = found.getValue();
                best = found.getPoint();
            }
        }
        // A profile takes many fits and needs its height only, which the polish hardly moves.
        return expand(fixed < 0 ? polish(target, best) : best, free, fixed, value);
    }

    private static PointValuePair climb(ObjectiveFunction target, double[] start, List<Integer> free) {
        double[] low = new double[start.length];
        double[] high = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            VoteParameter parameter = VoteParameter.values()[free.get(i)];
            low[i] = (parameter.low() - parameter.centre()) / parameter.sd();
            high[i] = (parameter.high() - parameter.centre()) / parameter.sd();
        }
        return new BOBYQAOptimizer(2 * start.length + 1, .5, 1e-3)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        target,
                        GoalType.MAXIMIZE,
                        new SimpleBounds(low, high),
                        new InitialGuess(start));
    }

    /** Nelder and Mead from the best point; where it does not settle in time that point stands. */
    private static double[] polish(ObjectiveFunction target, double[] start) {
        try {
            PointValuePair found = new SimplexOptimizer(1e-9, 1e-9)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            target,
                            GoalType.MAXIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(start.length, .02));
            return found.getPoint();
        } catch (TooManyEvaluationsException e) {
            return start;
        }
    }

    /**
     * The inverse of the negative Hessian of the penalised log-likelihood by central differences, in units of the priors'
     * standard deviations; null where it is singular.
     */
    @Nullable
    RealMatrix covariance(List<Draft> drafts, double[] scaled) {
        int n = scaled.length;
        RealMatrix information = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double second = (shifted(drafts, scaled, i, j, 1, 1)
                                - shifted(drafts, scaled, i, j, 1, -1)
                                - shifted(drafts, scaled, i, j, -1, 1)
                                + shifted(drafts, scaled, i, j, -1, -1))
                        / (4 * STEP * STEP);
                information.setEntry(i, j, -second);
                information.setEntry(j, i, -second);
            }
        }
        LUDecomposition decomposition = new LUDecomposition(information);
        return decomposition.getSolver().isNonSingular()
                ? decomposition.getSolver().getInverse()
                : null;
    }

    private double[] standardErrors(List<Draft> drafts, double[] scaled) {
        double[] errors = new double[scaled.length];
        Arrays.fill(errors, Double.NaN);
        RealMatrix covariance = covariance(drafts, scaled);
        if (covariance != null) {
            for (int i = 0; i < errors.length; i++) {
                double variance = covariance.getEntry(i, i);
                errors[i] = variance > 0 ? Math.sqrt(variance) * VoteParameter.values()[i].sd() : Double.NaN;
            }
        }
        return errors;
    }

    private double shifted(List<Draft> drafts, double[] scaled, int i, int j, int up, int across) {
        double[] point = scaled.clone();
        point[i] += up * STEP;
        point[j] += across * STEP;
        return objective(natural(point), drafts);
    }

    /** Parameters in units of the priors' standard deviations from their centres. */
    static double[] scaled(double[] point) {
        double[] scaled = new double[point.length];
        for (VoteParameter parameter : VoteParameter.values()) {
            int i = parameter.ordinal();
            scaled[i] = (point[i] - parameter.centre()) / parameter.sd();
        }
        return scaled;
    }

    private static double[] expand(double[] x, List<Integer> free, int fixed, double value) {
        double[] all = new double[VoteParameter.values().length];
        for (int i = 0; i < x.length; i++) {
            all[free.get(i)] = x[i];
        }
        if (fixed >= 0) {
            all[fixed] = value;
        }
        return all;
    }

    static double[] natural(double[] scaled) {
        double[] point = new double[scaled.length];
        for (VoteParameter parameter : VoteParameter.values()) {
            int i = parameter.ordinal();
            point[i] = parameter.centre() + scaled[i] * parameter.sd();
        }
        return point;
    }
}
