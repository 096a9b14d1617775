package org.tumen.analysis.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tumen.world.history.History;

/** Prints how the baselines fare on monthly launch events, forward in time from the third year; run by hand. */
final class LaunchHindcast {
    private static final int FIRST = 24;
    private static final double LEVEL = .9;

    private LaunchHindcast() {}

    public static void main(String[] arguments) {
        int[] counts =
                History.launchesByMonth().values().stream().mapToInt(n -> n).toArray();
        Map<String, Function<int[], CountDistribution>> baselines = new LinkedHashMap<>();
        baselines.put("Poisson, 12 months", past -> Baselines.trailingPoisson(past, 12));
        baselines.put("negative binomial by moments", Baselines::negativeBinomialByMoments);
        baselines.put("negative binomial by likelihood", Baselines::negativeBinomialByLikelihood);
        baselines.put(
                "negative binomial, 36 months",
                past -> Baselines.negativeBinomialByLikelihood(
                        Arrays.copyOfRange(past, Math.max(0, past.length - 36), past.length)));
        double[] reference = new double[0];
        for (Map.Entry<String, Function<int[], CountDistribution>> entry : baselines.entrySet()) {
            int[] outcomes = Arrays.copyOfRange(counts, FIRST, counts.length);
            List<CountDistribution> forecasts = new ArrayList<>();
            for (int t = FIRST; t < counts.length; t++) {
                forecasts.add(entry.getValue().apply(Arrays.copyOf(counts, t)));
            }
            double[] crps = new double[outcomes.length];
            double[] low = new double[outcomes.length];
            double[] high = new double[outcomes.length];
            double log = 0;
            for (int i = 0; i < outcomes.length; i++) {
                CountDistribution f = forecasts.get(i);
                crps[i] = Crps.ofCounts(f, outcomes[i]);
                log -= Math.log(f.probability(outcomes[i])) / outcomes.length;
                low[i] = f.quantile((1 - LEVEL) / 2);
                high[i] = f.quantile((1 + LEVEL) / 2);
            }
            Coverage coverage = Coverage.of(
                    low, high, Arrays.stream(outcomes).asDoubleStream().toArray());
            reference = reference.length == 0 ? crps : reference;
            System.out.printf(
                    "%-32s n=%d crps %.4f log %.4f coverage %.3f %s pit %s p=%.4f%n   %s%n",
                    entry.getKey(),
                    outcomes.length,
                    Arrays.stream(crps).average().orElseThrow(),
                    log,
                    coverage.share(),
                    coverage.wilson(LEVEL),
                    PitHistogram.of(forecasts, outcomes, 10).heights().stream()
                            .map(h -> String.format("%.2f", h))
                            .toList(),
                    PitHistogram.of(forecasts, outcomes, 10).flatness(),
                    ScoreComparison.dieboldMariano(reference, crps, 0, LEVEL));
        }
    }
}
