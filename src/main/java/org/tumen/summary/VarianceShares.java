package org.tumen.summary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tumen.analysis.sensitivity.ParameterShare;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;
import org.tumen.words.Numbers;

/**
 * The variance of each outcome of an arm with uncertain parameters, split into parameters and chance.
 *
 * @param shares the share of the parameters by outcome
 * @param parameters how many parameters were drawn
 */
public record VarianceShares(Map<Outcome, ParameterShare> shares, int parameters) {
    /**
     * Splits; nothing for an arm in which nothing is uncertain, or whose runs are too few to tell.
     *
     * @param steps hears how far it has come
     */
    public static Optional<VarianceShares> of(ResultReader reader, String arm, StageListener steps) {
        long[] runs = reader.runs(arm);
        // The draws are many, and runs that share one tell by themselves what it did.
        int parameters = runs.length == 0 ? 0 : reader.parameters(arm, runs[0]).size();
        if (parameters == 0) {
            return Optional.empty();
        }
        int replicates = SharedPoints.replicates(reader, arm);
        Map<Outcome, ParameterShare> shares = new EnumMap<>(Outcome.class);
        try {
            Function<double[], ParameterShare> split = replicates > 1
                    ? byPoints(ends(runs, replicates))
                    : bySurface(reader.parameters(arm).values().toArray(double[][]::new));
            new ColumnReading(reader, arm)
                    .columns((outcome, column) -> {
                        ParameterShare share = split.apply(column);
                        synchronized (shares) {
                            shares.put(outcome, share);
                        }
                    })
                    .run(steps);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new VarianceShares(shares, parameters));
    }

    private static Function<double[], ParameterShare> byPoints(int[] ends) {
        return values -> ParameterShare.replicated(values, ends);
    }

    private static Function<double[], ParameterShare> bySurface(double[][] parameters) {
        double[][] basis = ParameterShare.basis(parameters);
        return values -> ParameterShare.fitted(basis, values);
    }

    /** Where each point ends; runs ascend, so those of a point stand together. */
    private static int[] ends(long[] runs, int replicates) {
        return IntStream.rangeClosed(1, runs.length)
                .filter(i -> i == runs.length || runs[i] / replicates != runs[i - 1] / replicates)
                .toArray();
    }

    /** How it was estimated, in a sentence. */
    public String method() {
        ParameterShare any = shares.values().iterator().next();
        return any.replicated()
                ? "By analysis of variance over replicates: runs of the same point of the " + parameters
                        + " uncertain parameters, " + Numbers.counted(any.points(), "point")
                        + " (unbiased; the 95 % interval over points leaves room for draws that act more strongly than all"
                        + " that were made)."
                : "Every run has a point of its own, so the part of the " + Numbers.counted(parameters, "parameter")
                        + " is what a quadratic surface explains (adjusted R², with approximate 95 % interval); what"
                        + " it cannot follow counts as chance. Use --replicates for an unbiased split.";
    }
}
