package org.tumen.analysis.comparison;

/**
 * The number, mean and variance of differences as they come, by the update of B. P. Welford, "Note on a method for
 * calculating corrected sums of squares and products", Technometrics 4 (1962) 419–420. Belongs to one thread.
 */
public final class RunningMoments {
    private long count;
    private long nonZero;
    private double mean;
    private double squares;

    /** Takes in one difference, arm minus baseline. */
    public void add(double difference) {
        count++;
        nonZero += difference != 0 ? 1 : 0;
        double before = difference - mean;
        mean += before / count;
        squares += before * (difference - mean);
    }

    /** Takes in the differences of paired columns from a run on. */
    public void addAll(double[] baseline, double[] arm, int from) {
        for (int i = from; i < Math.min(baseline.length, arm.length); i++) {
            add(arm[i] - baseline[i]);
        }
    }

    /** The number of differences. */
    public long count() {
        return count;
    }

    /** The number of those that are not zero. */
    public long nonZero() {
        return nonZero;
    }

    /** Their mean; 0 before the first. */
    public double mean() {
        return mean;
    }

    /** Their standard deviation (divisor n − 1); 0 before the second. */
    public double standardDeviation() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }
}
