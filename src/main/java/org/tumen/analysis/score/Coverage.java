package org.tumen.analysis.score;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.tumen.analysis.Interval;

/**
 * How often something happened in independent trials, such as an interval covering the truth.
 *
 * @param hits times it happened
 * @param trials number of trials, at least one
 */
public record Coverage(int hits, int trials) {
    /** @throws IllegalArgumentException when there is no trial, or more hits than trials */
    public Coverage {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " of " + trials);
        }
    }

    /**
     * How many intervals cover their outcome, ends included.
     *
     * @param low lower ends
     * @param high upper ends
     * @param outcomes what happened
     */
    public static Coverage of(double[] low, double[] high, double[] outcomes) {
        long hits = IntStream.range(0, outcomes.length)
                .filter(i -> low[i] <= outcomes[i] && outcomes[i] <= high[i])
                .count();
        return new Coverage((int) hits, outcomes.length);
    }

    /** The share of hits. */
    public double share() {
        return (double) hits / trials;
    }

    /**
     * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
     * of the American Statistical Association 22 (1927) 209–212.
     *
     * @param level confidence level between 0 and 1
     */
    public Interval wilson(double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(.5 + level / 2);
        double z2 = z * z;
        double p = share();
        double centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = z / (1 + z2 / trials) * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
