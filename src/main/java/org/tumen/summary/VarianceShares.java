package org.tumen.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.analysis.sensitivity.ParameterShare;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;

/**
 * The variance of each outcome of an arm with uncertain parameters, split into parameters and chance.
 *
 * @param arm the arm
 * @param shares the share of the parameters by outcome
 * @param parameters how many parameters were drawn
 */
public record VarianceShares(String arm, Map<Outcome, ParameterShare> shares, int parameters) {
    /** Splits; nothing for an arm in which nothing is uncertain, or whose runs are too few to tell. */
    public static Optional<VarianceShares> of(ResultReader reader, String arm) {
        long[] runs = reader.runs(arm);
        // The draws are many, and runs that share one tell by themselves what it did.
        int parameters = runs.length == 0 ? 0 : reader.parameters(arm, runs[0]).size();
        if (parameters == 0) {
            return Optional.empty();
        }
        int replicates = SharedPoints.replicates(reader, arm);
        Map<Outcome, ParameterShare> shares = new LinkedHashMap<>();
        try {
            double[][] basis = replicates > 1
                    ? new double[0][]
                    : ParameterShare.basis(reader.parameters(arm).values().toArray(double[][]::new));
            for (Outcome outcome : Outcome.all()) {
                if (!reader.outcomes().contains(outcome.key())) {
                    continue;
                }
                double[] values = reader.column(arm, outcome);
                shares.put(
                        outcome,
                        replicates > 1
                                ? ParameterShare.replicated(groups(runs, values, replicates))
                                : ParameterShare.fitted(basis, values));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new VarianceShares(arm, shares, parameters));
    }

    /** The values of each point; runs ascend, so those of a point stand together. */
    private static List<double[]> groups(long[] runs, double[] values, int replicates) {
        List<double[]> points = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= runs.length; i++) {
            if (i == runs.length || runs[i] / replicates != runs[from] / replicates) {
                points.add(Arrays.copyOfRange(values, from, i));
                from = i;
            }
        }
        return points;
    }

    /** How it was estimated, in a sentence. */
    public String method() {
        ParameterShare any = shares.values().iterator().next();
        return any.replicated()
                ? "By analysis of variance over replicates: runs of the same point of the " + parameters
                        + " uncertain parameters, " + any.points()
                        + " points (unbiased; the 95 % interval over points leaves room for draws that act more strongly than all"
                        + " that were made)."
                : "Every run has a point of its own, so the part of the " + parameters
                        + " parameters is what a quadratic surface explains (adjusted R², with approximate 95 % interval); what"
                        + " it cannot follow counts as chance. Use --replicates for an unbiased split.";
    }
}
