package org.tumen.analysis.vote;

import java.util.Arrays;
import java.util.List;

/**
 * A penalised maximum-likelihood fit. With two vetoes in twenty-six drafts it carries no precise probability of a veto;
 * {@link #sample()} says so in words for whoever prints it.
 *
 * @param parameters estimates in the order of {@link VoteParameter}
 * @param standardErrors from the numerical Hessian of the penalised likelihood (a normal approximation to the
 *     posterior); NaN where the Hessian is not positive definite
 * @param logLikelihood logarithm of the likelihood at the estimates, without the penalty
 * @param penalised logarithm of likelihood times prior (up to a constant)
 * @param votes number of members' votes fitted
 * @param drafts number of drafts
 * @param vetoes drafts vetoed among them
 * @param priorScale factor on the priors' standard deviations
 */
public record VoteFit(
        List<Double> parameters,
        List<Double> standardErrors,
        double logLikelihood,
        double penalised,
        int votes,
        int drafts,
        int vetoes,
        double priorScale) {
    /** Copies its lists. */
    public VoteFit {
        parameters = List.copyOf(parameters);
        standardErrors = List.copyOf(standardErrors);
    }

    /** An estimate. */
    public double get(VoteParameter parameter) {
        return parameters.get(parameter.ordinal());
    }

    /** The estimates as an array. */
    public double[] array() {
        return parameters.stream().mapToDouble(p -> p).toArray();
    }

    /** What the fit rests on, in a sentence. */
    public String sample() {
        return "fitted on " + votes + " votes of members on " + drafts + " drafts, " + vetoes
                + " of them vetoed; so few vetoes support no precise probability of a veto";
    }

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
