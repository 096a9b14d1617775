package org.tumen.summary;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.sensitivity.ParameterShare;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;
import org.tumen.words.Numbers;

/** The variance of each outcome of an arm with so many uncertain parameters, split into parameters and chance. */
public record VarianceShares(Map<Outcome, ParameterShare> shares, int parameters) {
    /** Takes the columns of an arm one after the other, on several threads, and splits the variance of each. */
    static final class Splitting implements BiConsumer<Outcome, double[]> {
        private final Map<Outcome, ParameterShare> shares = new EnumMap<>(Outcome.class);
        private final int parameters;
        private final @Nullable Function<double[], ParameterShare> split;

        Splitting(ResultReader reader, String arm) {
            long[] runs = reader.runs(arm);
            // The draws are many, and runs that share one tell by themselves what it did.
            parameters = runs.length == 0 ? 0 : reader.parameters(arm, runs[0]).size();
            split = parameters == 0 ? null : split(reader, arm, runs, parameters);
        }

        @Override
        public void accept(Outcome outcome, double[] column) {
            if (split != null) {
                ParameterShare share = split.apply(column);
                synchronized (shares) {
                    shares.put(outcome, share);
                }
            }
        }

        /** What was found; nothing of an arm in which nothing is uncertain, or whose runs are too few to tell. */
        Optional<VarianceShares> found() {
            return split == null ? Optional.empty() : Optional.of(new VarianceShares(shares, parameters));
        }
    }

    private static @Nullable Function<double[], ParameterShare> split(
            ResultReader reader, String arm, long[] runs, int parameters) {
        int replicates = SharedPoints.replicates(reader, arm);
        if (replicates > 1) {
            int[] ends = ends(runs, replicates);
            return ends.length < 2 || ends.length == runs.length
                    ? null
                    : values -> ParameterShare.replicated(values, ends);
        }
        int fitted = ParameterShare.fittedRuns(parameters, runs.length);
        if (fitted == 0) {
            return null;
        }
        double[][] basis = ParameterShare.basis(
                reader.parameters(arm, Arrays.copyOf(runs, fitted)).values().toArray(double[][]::new));
        return values -> ParameterShare.fitted(basis, Arrays.copyOf(values, fitted));
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
                        + " is what a quadratic surface over " + Numbers.counted(any.points(), "run")
                        + " explains (adjusted R², with approximate 95 % interval); what it cannot"
                        + " follow counts as chance. Use --replicates for an unbiased split.";
    }
}
