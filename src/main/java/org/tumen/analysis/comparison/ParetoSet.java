package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;

/**
 * The arms that no other arm dominates over several outcomes: none is at least as good in the mean of every outcome and
 * better in one.
 *
 * <p>Uncertainty by resampling clusters of runs, one resample for all arms and outcomes together, so that the common luck of arms
 * and the dependence of outcomes are kept. The probability that an arm is in the set is the share of resamples in which
 * it is; the set on the data may contain arms of small probability only when arms nearly tie.
 *
 * @param measures the outcomes
 * @param entries by arm, in the order given
 */
public record ParetoSet(List<Measure> measures, List<Entry> entries) {
    /**
     * One arm.
     *
     * @param arm its name
     * @param means its mean of each measure
     * @param nondominated whether it is in the set on the data
     * @param probability share of resamples in which it is in the set, see {@link Resamples#share}
     */
    public record Entry(String arm, List<Double> means, boolean nondominated, double probability) {}

    public ParetoSet {
        measures = List.copyOf(measures);
        entries = List.copyOf(entries);
    }

    /**
     * The set.
     *
     * @param measures outcomes with a direction, one or more
     * @param arms all arms, the baseline among them; paired by run, so that only the runs that all have are used
     * @param settings resamples and seed
     * @throws IllegalArgumentException when a measure has no direction or an arm lacks an outcome
     */
    public static ParetoSet of(List<Measure> measures, List<Arm> arms, Settings settings) {
        measures.forEach(Measure::requireDirected);
        int runs = arms.stream().mapToInt(Arm::runs).min().orElse(0);
        if (runs < 1 || measures.isEmpty()) {
            throw new IllegalArgumentException("a Pareto set needs one measure, one arm and one run or more");
        }
        int width = arms.size() * measures.size();
        Clusters all = Arm.clusters(arms);
        Resamples resamples = new Resamples(all.count(), settings.resamples(), settings.seed());
        Clusters clusters = resamples.units(all);
        double[] values = values(measures, arms, clusters, width);
        double[] sums = new double[width];
        byte[] once = new byte[clusters.count()];
        Arrays.fill(once, (byte) 1);
        addUp(once, values, sums);
        boolean[] observed = nondominated(sums, arms.size(), measures.size());
        int[] counts = new int[arms.size()];
        double[] resampled = new double[width];
        for (int r = 0; r < resamples.count(); r++) {
            addUp(resamples.occurrences(r), values, resampled);
            boolean[] in = nondominated(resampled, arms.size(), measures.size());
            for (int a = 0; a < in.length; a++) {
                counts[a] += in[a] ? 1 : 0;
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            List<Double> means = new ArrayList<>();
            for (int m = 0; m < measures.size(); m++) {
                means.add(measures.get(m).oriented(sums[a * measures.size() + m]) / runs + 0.0);
            }
            entries.add(new Entry(arms.get(a).name(), List.copyOf(means), observed[a], resamples.share(counts[a])));
        }
        return new ParetoSet(measures, entries);
    }

    /** Totals of all columns turned so that more is better, by cluster, then arm, then measure. */
    private static double[] values(List<Measure> measures, List<Arm> arms, Clusters clusters, int width) {
        double[] values = new double[Math.multiplyExact(clusters.count(), width)];
        int column = 0;
        for (Arm arm : arms) {
            for (Measure measure : measures) {
                double[] x = arm.column(measure.outcome());
                for (int i = 0; i < clusters.runs(); i++) {
                    values[clusters.of(i) * width + column] += measure.oriented(x[i]);
                }
                column++;
            }
        }
        Columns.requireFinite(values);
        return values;
    }

    private static void addUp(byte[] occurrences, double[] values, double[] sums) {
        Arrays.fill(sums, 0);
        int width = sums.length;
        for (int i = 0; i < occurrences.length; i++) {
            double weight = occurrences[i];
            int at = i * width;
            for (int c = 0; c < width && weight > 0; c++) {
                sums[c] += weight * values[at + c];
            }
        }
    }

    private static boolean[] nondominated(double[] sums, int arms, int measures) {
        boolean[] in = new boolean[arms];
        for (int a = 0; a < arms; a++) {
            in[a] = true;
            for (int other = 0; other < arms && in[a]; other++) {
                in[a] = !dominates(sums, other * measures, a * measures, measures);
            }
        }
        return in;
    }

    private static boolean dominates(double[] sums, int one, int two, int measures) {
        boolean better = false;
        for (int m = 0; m < measures; m++) {
            if (sums[one + m] < sums[two + m]) {
                return false;
            }
            better |= sums[one + m] > sums[two + m];
        }
        return better;
    }
}
