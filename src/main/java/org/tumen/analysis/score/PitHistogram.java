package org.tumen.analysis.score;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The histogram of the probability integral transform of counts: flat when forecasts are calibrated, humped when they
 * are too wide, U-shaped when too narrow.
 *
 * <p>Source: C. Czado, T. Gneiting, L. Held, "Predictive model assessment for count data", Biometrics 65 (2009)
 * 1254–1261: the non-randomised histogram spreads each outcome evenly over (F(y−1), F(y)).
 *
 * @param count number of forecasts
 * @param heights density of each bin; their mean is 1
 */
public record PitHistogram(int count, List<Double> heights) {
    public PitHistogram {
        heights = List.copyOf(heights);
    }

    /**
     * The non-randomised histogram.
     *
     * @param forecasts predictive distributions
     * @param outcomes the counts that happened, one for each forecast
     * @param bins number of bins
     */
    public static PitHistogram of(List<? extends CountDistribution> forecasts, int[] outcomes, int bins) {
        if (forecasts.size() != outcomes.length || outcomes.length == 0) {
            throw new IllegalArgumentException("needs as many outcomes as forecasts, at least one");
        }
        Double[] heights = new Double[bins];
        for (int b = 0; b < bins; b++) {
            double below = (double) b / bins;
            double above = (b + 1.0) / bins;
            double sum = 0;
            for (int i = 0; i < outcomes.length; i++) {
                double from = forecasts.get(i).cumulative(outcomes[i] - 1);
                double to = forecasts.get(i).cumulative(outcomes[i]);
                sum += share(from, to, above) - share(from, to, below);
            }
            heights[b] = sum / outcomes.length * bins;
        }
        return new PitHistogram(outcomes.length, List.of(heights));
    }

    /**
     * One randomised transform, F(y−1) + u(F(y) − F(y−1)): standard uniform when the forecast is right.
     *
     * @param forecast the predictive distribution
     * @param outcome the count that happened
     * @param u a uniform draw, which the caller takes from its keyed draws
     */
    public static double randomised(CountDistribution forecast, int outcome, double u) {
        double from = forecast.cumulative(outcome - 1);
        return from + u * (forecast.cumulative(outcome) - from);
    }

    /**
     * Probability, under a flat histogram of that many independent randomised transforms, of a chi-square statistic at
     * least as large as the one of these heights. Spreading makes the heights smoother than independent draws would, so
     * the test is conservative.
     */
    public double flatness() {
        double expected = (double) count / heights.size();
        double statistic =
                heights.stream().mapToDouble(h -> (h - 1) * (h - 1) * expected).sum();
        return 1 - new ChiSquaredDistribution(null, heights.size() - 1.0).cumulativeProbability(statistic);
    }

    private static double share(double from, double to, double u) {
        if (u <= from) {
            return 0;
        }
        return u >= to ? 1 : (u - from) / (to - from);
    }
}
