package org.tumen.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * Which runs share a point of the drawn parameters, and are therefore not independent of each other: the clusters over
 * which every standard error, interval and test of runs is taken. Where each run has a point of its own, each is a cluster
 * and all estimates are those of independent runs.
 *
 * <p>Errors are of the "ultimate cluster" kind: of the variation between the totals of clusters alone, whatever the
 * dependence within them (K.-Y. Liang and S. L. Zeger, "Longitudinal data analysis using generalized linear models",
 * Biometrika 73 (1986) 13–22).
 */
public final class Clusters {
    private final int runs;
    private final int count;
    /** The cluster of each run, from 0 on without gaps; null where run k is cluster k. */
    private final int @Nullable [] of;

    private Clusters(int runs, int count, int @Nullable [] of) {
        this.runs = runs;
        this.count = count;
        this.of = of;
    }

    /** Every run by itself. */
    public static Clusters single(int runs) {
        return new Clusters(runs, runs, null);
    }

    /**
     * Runs of which each so many on end share a point: run k belongs to the point k / replicates.
     *
     * @param runs the numbers of the runs, ascending; not changed
     * @param replicates how many runs on end share a point, 1 or more
     * @throws IllegalArgumentException when replicates are below 1 or the numbers do not ascend
     */
    public static Clusters of(long[] runs, int replicates) {
        if (replicates < 1) {
            throw new IllegalArgumentException("1 run or more shares a point, not " + replicates);
        }
        if (replicates == 1) {
            return single(runs.length);
        }
        int[] of = new int[runs.length];
        int last = -1;
        for (int i = 0; i < runs.length; i++) {
            if (i > 0 && runs[i] <= runs[i - 1]) {
                throw new IllegalArgumentException(
                        "the numbers of runs ascend, but " + runs[i] + " follows " + runs[i - 1]);
            }
            boolean next = i == 0 || runs[i] / replicates != runs[i - 1] / replicates;
            of[i] = next ? ++last : last;
        }
        return new Clusters(runs.length, last + 1, of);
    }

    public int runs() {
        return runs;
    }

    public int count() {
        return count;
    }

    /** Whether every run is a cluster by itself. */
    public boolean areSingle() {
        return of == null;
    }

    /** The cluster of a run, from 0 to {@link #count} − 1, the run being told by its place in the columns. */
    public int of(int run) {
        return of == null ? run : of[run];
    }

    /** The clusters of the first runs. */
    public Clusters first(int number) {
        if (number == runs) {
            return this;
        }
        return of == null
                ? single(number)
                : new Clusters(number, number == 0 ? 0 : of[number - 1] + 1, Arrays.copyOf(of, number));
    }

    /** At most so many clusters: where there are more, groups of them that stand together, as independent of each other. */
    public Clusters merged(int most) {
        return count <= most
                ? this
                : new Clusters(
                        runs,
                        most,
                        IntStream.range(0, runs)
                                .map(run -> (int) ((long) of(run) * most / count))
                                .toArray());
    }

    /** The number of runs in each cluster. */
    public double[] sizes() {
        double[] sizes = new double[count];
        for (int i = 0; i < runs; i++) {
            sizes[of(i)]++;
        }
        return sizes;
    }

    /** The total of a column in each cluster; the column itself, not copied, where each run is a cluster. */
    public double[] totals(double[] column) {
        requireFits(column);
        if (of == null) {
            return column;
        }
        double[] totals = new double[count];
        for (int i = 0; i < runs; i++) {
            totals[of[i]] += column[i];
        }
        return totals;
    }

    /**
     * The standard error of the mean of a column over the runs: √(C/(C − 1) Σ Sc²)/n for C clusters with totals Sc of the
     * deviations from the mean, which is sd/√n where each run is a cluster.
     *
     * @return the error; NaN for a single cluster
     */
    public double standardError(double[] column) {
        return error(deviations(column).squares);
    }

    /** Sums of powers of the clusters' totals of deviations from the mean. */
    private record Deviations(double mean, double squares, double cubes) {}

    private Deviations deviations(double[] column) {
        requireFits(column);
        double mean = StatUtils.mean(column);
        double squares = 0;
        double cubes = 0;
        double total = 0;
        for (int i = 0; i < runs; i++) {
            total += column[i] - mean;
            if (of == null || i + 1 == runs || of[i + 1] != of[i]) {
                squares += total * total;
                cubes += total * total * total;
                total = 0;
            }
        }
        return new Deviations(mean, squares, cubes);
    }

    /** The standard error of a mean from the sum of the squares of the clusters' totals of deviations from it; NaN of one. */
    double error(double squares) {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) * count) / runs;
    }

    /** The run after the last of the cluster that a run belongs to. */
    public int end(int run) {
        int end = run + 1;
        while (end < runs && of(end) == of(run)) {
            end++;
        }
        return end;
    }

    /**
     * The interval of the mean of a column. What is skewed, as waiting times are, has more room on the side of its longer tail:
     * the studentised mean T is set against Student's t after g(T) = T + aT²/3 + a²T³/27 + a/6 has taken the skewness off it, a
     * being the skewness of the clusters over the root of their number. For a = 0 this is Student's interval.
     *
     * <p>Source: P. Hall, "On the removal of skewness by transformation", Journal of the Royal Statistical Society B 54 (1992)
     * 221–228. Deviation: Student's quantile for the normal one.
     *
     * @param critical how many standard errors {@link #quantile} says
     * @return null for a single cluster
     */
    public @Nullable Interval meanInterval(double[] column, double critical) {
        Deviations d = deviations(column);
        double error = error(d.squares);
        double root = Math.sqrt(count);
        double a = d.squares > 0 ? d.cubes / count / Math.pow(d.squares / (count - 1), 1.5) / root : 0;
        return Interval.orNull(
                d.mean - error * untransformed(critical, a), d.mean - error * untransformed(-critical, a));
    }

    /** The T of which g(T) is a value. */
    private static double untransformed(double value, double a) {
        // Below this the difference of the root from 1 has no digits left, and T differs from the value by less.
        return Math.abs(a) < 1e-9 ? value : 3 / a * (Math.cbrt(1 + a * (value - a / 6)) - 1);
    }

    /** How many standard errors half the interval of a mean has; NaN for a single cluster. */
    public double quantile(double level) {
        return count < 2
                ? Double.NaN
                : new TDistribution(null, count - 1.0).inverseCumulativeProbability((1 + level) / 2);
    }

    /** In how many clusters at least one value of a column is not 0. */
    public int nonZero(double[] column) {
        return apart(column, 0);
    }

    private int apart(double[] column, double usual) {
        requireFits(column);
        int found = 0;
        int last = -1;
        for (int i = 0; i < runs; i++) {
            if (column[i] != usual && of(i) != last) {
                last = of(i);
                found++;
            }
        }
        return found;
    }

    /**
     * Whether a column varies so rarely that no interval of its mean is known: more than half of the runs have one value, and
     * fewer than {@value StudentisedMean#FEWEST_DIFFERING} clusters any other. Their spread says little then of what was not
     * drawn, and nothing where all are alike.
     */
    public boolean variesRarely(double[] column) {
        requireFits(column);
        double usual = Double.NaN;
        int lead = 0;
        // Boyer and Moore's vote (1991): the value of more than half of the runs, where there is one.
        for (double value : column) {
            usual = lead == 0 ? value : usual;
            lead += value == usual ? 1 : -1;
        }
        int votes = 0;
        for (double value : column) {
            votes += value == usual ? 1 : 0;
        }
        return votes > runs - votes && apart(column, usual) < StudentisedMean.FEWEST_DIFFERING;
    }

    private void requireFits(double[] column) {
        if (column.length != runs) {
            throw new IllegalArgumentException(
                    "the clusters are of " + runs + " runs, the column has " + column.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clusters that && runs == that.runs && Arrays.equals(of, that.of);
    }

    @Override
    public int hashCode() {
        return 31 * runs + Arrays.hashCode(of);
    }
}
