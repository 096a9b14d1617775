package org.tumen.analysis.score;

import java.util.Arrays;

/** The empirical distribution of a sample of counts, such as those of simulated runs. */
public final class SampleCounts implements CountDistribution {
    private final int[] sorted;

    /**
     * The distribution that gives each count of the sample the same probability.
     *
     * @param sample counts, at least one, none negative
     */
    public SampleCounts(int[] sample) {
        sorted = sample.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[0] < 0) {
            throw new IllegalArgumentException("a sample of counts has at least one, and none is negative");
        }
    }

    @Override
    public double cumulative(int k) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= k) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sorted.length;
    }

    @Override
    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }
}
