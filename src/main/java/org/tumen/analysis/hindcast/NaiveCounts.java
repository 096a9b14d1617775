package org.tumen.analysis.hindcast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.CountDistribution;

/** The naive forecasts of launches, by name: each takes the counts so far and gives the distribution of the next. */
public final class NaiveCounts {
    private static final int YEAR = 12;
    private static final int THREE_YEARS = 36;

    private NaiveCounts() {}

    /** Forecasts of a month from the months before it. */
    public static Map<String, Function<int[], CountDistribution>> monthly() {
        Map<String, Function<int[], CountDistribution>> baselines = new LinkedHashMap<>();
        baselines.put("Poisson, mean of 12 months", past -> Baselines.trailingPoisson(past, YEAR));
        baselines.put("negative binomial, all months", Baselines::negativeBinomialByLikelihood);
        baselines.put(
                "negative binomial, 36 months",
                past -> Baselines.negativeBinomialByLikelihood(
                        Arrays.copyOfRange(past, Math.max(0, past.length - THREE_YEARS), past.length)));
        return baselines;
    }

    /** Forecasts of a year from the years before it. */
    public static Map<String, Function<int[], CountDistribution>> yearly() {
        Map<String, Function<int[], CountDistribution>> baselines = new LinkedHashMap<>();
        baselines.put("Poisson, mean of 3 years", past -> Baselines.trailingPoisson(past, 3));
        baselines.put("negative binomial, all years", Baselines::negativeBinomialByLikelihood);
        return baselines;
    }
}
