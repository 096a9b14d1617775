package org.tumen.analysis.vote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.world.Member;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/**
 * The posterior of the vote model's parameters under the weak priors, by importance sampling: draws from a normal
 * distribution about the mode with the inverse Hessian as covariance, made wider, and weighted by posterior over proposal
 * (the Laplace approximation corrected; T. Kloek, H. K. van Dijk, Econometrica 46 (1978) 1–19).
 */
public final class VotePosterior {
    private static final Stream DIRECTION = new Streams().register("vote_posterior", "parameter");

    /** Factor on the proposal's standard deviations, so that its tails cover those of a skewed posterior. */
    private static final double WIDENING = 1.4;

    private final List<double[]> points;
    private final double[] weights;

    private VotePosterior(List<double[]> points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /**
     * The posterior given these drafts.
     *
     * @param fitter the fitter, whose weak priors are used
     * @param drafts the drafts
     * @param draws number of parameter draws
     * @param seed seed of the keyed draws
     */
    public static VotePosterior of(VoteFitter fitter, List<Draft> drafts, int draws, long seed) {
        double[] mode = VoteFitter.scaled(fitter.fit(drafts).array());
        RealMatrix root = root(fitter, drafts, mode);
        Draws luck = new Draws();
        List<double[]> points = new ArrayList<>();
        double[] logWeights = new double[draws];
        for (int d = 0; d < draws; d++) {
            luck.startRun(seed, d);
            double[] z = new double[mode.length];
            double square = 0;
            for (int i = 0; i < z.length; i++) {
                z[i] = luck.normal(DIRECTION, i);
                square += z[i] * z[i];
            }
            double[] step = root.operate(z);
            double[] scaled = new double[mode.length];
            Arrays.setAll(scaled, i -> mode[i] + WIDENING * step[i]);
            double[] point = VoteFitter.natural(scaled);
            points.add(point);
            logWeights[d] = fitter.objective(point, drafts) + square / 2;
        }
        return new VotePosterior(points, normalised(logWeights));
    }

    /** The number of independent draws that the weighted ones are worth, (Σw)²/Σw². */
    public double effectiveSampleSize() {
        return 1 / Arrays.stream(weights).map(w -> w * w).sum();
    }

    /** The weighted draws, the parameters in the order of {@link VoteParameter}. */
    public Posterior sample() {
        return new Posterior(
                points.stream().map(VoteFit::list).toList(),
                Arrays.stream(weights).boxed().toList());
    }

    /** The posterior mean of a parameter. */
    public double mean(VoteParameter parameter) {
        double sum = 0;
        for (int d = 0; d < weights.length; d++) {
            sum += weights[d] * points.get(d)[parameter.ordinal()];
        }
        return sum;
    }

    /** The posterior predictive forecast of a draft: exact probabilities given the parameters, averaged over them. */
    public VoteForecasts.Forecast forecast(Draft draft, int seen) {
        double[] outcome = new double[VoteResult.values().length];
        List<double[]> votes = new ArrayList<>();
        draft.members().forEach(member -> votes.add(new double[Vote.values().length]));
        for (int d = 0; d < weights.length; d++) {
            double[] point = points.get(d);
            add(outcome, VoteModel.outcome(point, draft), weights[d]);
            for (int i = 0; i < votes.size(); i++) {
                Member member = draft.members().get(i);
                add(votes.get(i), VoteModel.probabilities(point, draft, member), weights[d]);
            }
        }
        return new VoteForecasts.Forecast(draft, votes, outcome, seen);
    }

    /** A square root of the covariance; the priors' own spread where the Hessian is of no use. */
    private static RealMatrix root(VoteFitter fitter, List<Draft> drafts, double[] mode) {
        RealMatrix covariance = fitter.covariance(drafts, mode);
        RealMatrix spread = MatrixUtils.createRealIdentityMatrix(mode.length);
        if (covariance == null) {
            return spread;
        }
        try {
            RealMatrix symmetric = covariance.add(covariance.transpose()).scalarMultiply(.5);
            return new CholeskyDecomposition(symmetric, 1e-6, 1e-12).getL();
        } catch (NonPositiveDefiniteMatrixException e) {
            return spread;
        }
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += weight * values[k];
        }
    }

    private static double[] normalised(double[] logWeights) {
        double top = Arrays.stream(logWeights).max().orElseThrow();
        double[] weights = Arrays.stream(logWeights).map(w -> Math.exp(w - top)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
}
