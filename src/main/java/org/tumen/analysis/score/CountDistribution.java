package org.tumen.analysis.score;

/** A predictive distribution of a count. */
public interface CountDistribution {
    /** Probability of k or fewer; 0 for negative k. */
    double cumulative(int k);

    double mean();

    /** The smallest count whose cumulative probability reaches p, 0 &lt; p &lt; 1. */
    default int quantile(double p) {
        int k = 0;
        while (cumulative(k) < p) {
            k++;
        }
        return k;
    }
}
