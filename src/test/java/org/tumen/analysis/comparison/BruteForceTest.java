package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.pair.Dominance;
import org.tumen.analysis.comparison.pair.LogRank;
import org.tumen.analysis.comparison.pair.PairGrid;
import org.tumen.analysis.comparison.pair.SignedRank;
import org.tumen.analysis.comparison.pair.SwapTest;
import org.tumen.analysis.comparison.pair.Tail;
import org.tumen.outcome.Direction;

/** Fast algorithms against slow ones that follow the definitions. */
class BruteForceTest {
    /** Small whole numbers, so that there are ties and zeros. */
    private static double[] whole(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /** Runs on end that are a cluster. */
    private static Clusters clusters(int runs, int size) {
        return Clusters.of(LongStream.range(0, runs).toArray(), size);
    }

    /** Differences of a cluster keep their signs together. */
    @Property(tries = 200)
    void signedRankByEnumerationOfAllSigns(
            @ForAll @Size(9) List<@IntRange(min = -4, max = 4) Integer> values,
            @ForAll @IntRange(min = 1, max = 3) int size) {
        double[] d = whole(values);
        Clusters clusters = clusters(d.length, size);
        double[] totals = new double[clusters.count()];
        double[] ranks = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            for (double other : d) {
                ranks[i] += Math.abs(other) < Math.abs(d[i]) ? 1 : Math.abs(other) == Math.abs(d[i]) ? 0.5 : 0;
            }
            ranks[i] = d[i] == 0 ? 0 : ranks[i] + 0.5;
        }
        double observed = 0;
        for (int i = 0; i < d.length; i++) {
            observed += Math.signum(d[i]) * ranks[i];
            totals[clusters.of(i)] += Math.signum(d[i]) * ranks[i];
        }
        int reached = 0;
        for (int signs = 0; signs < 1 << totals.length; signs++) {
            double sum = 0;
            for (int c = 0; c < totals.length; c++) {
                sum += (signs >> c & 1) == 1 ? totals[c] : -totals[c];
            }
            reached += Math.abs(sum) >= Math.abs(observed) - 1e-9 ? 1 : 0;
        }
        SignedRank test = SignedRank.of(d, clusters);
        assertThat(test.positive() - test.negative()).isCloseTo(observed, within(1e-9));
        assertThat(test.pValue()).isCloseTo((double) reached / (1 << totals.length), within(1e-9));
    }

    static PairGrid grid(double[] baseline, double[] arm) {
        return grid(baseline, arm, Clusters.single(arm.length));
    }

    private static PairGrid grid(double[] baseline, double[] arm, Clusters clusters) {
        return new PairGrid(baseline, arm, Columns.sorted(baseline), Columns.sorted(arm), clusters);
    }

    /** Beyond 50 differences the normal approximation takes over; it must agree with the exact distribution there. */
    @Test
    void signedRankIsContinuousWhereItBecomesApproximate() {
        Luck luck = new Luck(5, 0);
        double[] d = new double[50];
        for (int i = 0; i < d.length; i++) {
            d[i] = luck.normal(i) + 0.3;
        }
        double[] longer = Arrays.copyOf(d, 51);
        longer[50] = 1e-9;
        SignedRank exact = SignedRank.of(d, Clusters.single(d.length));
        SignedRank normal = SignedRank.of(longer, Clusters.single(longer.length));
        assertThat(exact.exact()).isTrue();
        assertThat(normal.exact()).isFalse();
        assertThat(normal.pValue()).isCloseTo(exact.pValue(), within(0.01));
    }

    /** The share of all swaps of clusters that reach the distance, by enumeration; 1,999 random swaps estimate it. */
    @Property(tries = 40, seed = "40")
    void swapTestByEnumerationOfAllSwaps(
            @ForAll @Size(10) List<@IntRange(min = 0, max = 5) Integer> first,
            @ForAll @Size(10) List<@IntRange(min = 0, max = 5) Integer> second,
            @ForAll @IntRange(min = 1, max = 2) int size) {
        Clusters clusters = clusters(10, size);
        double[] b = whole(first);
        double[] a = whole(second);
        double observed = distance(a, b);
        int reached = 0;
        int all = 1 << clusters.count();
        for (int swaps = 0; swaps < all; swaps++) {
            double[] x = a.clone();
            double[] y = b.clone();
            for (int i = 0; i < 10; i++) {
                if ((swaps >> clusters.of(i) & 1) == 1) {
                    x[i] = b[i];
                    y[i] = a[i];
                }
            }
            reached += distance(x, y) >= observed - 1e-12 ? 1 : 0;
        }
        double p = (double) reached / all;
        double error = Math.sqrt(p * (1 - p) / 1999) + 1.0 / 2000;
        assertThat(SwapTest.pValue(grid(b, a, clusters), 1_999, 3)).isCloseTo(p, within(5 * error));
    }

    private static double distance(double[] a, double[] b) {
        double highest = 0;
        for (int x = -1; x <= 6; x++) {
            highest = Math.max(highest, Math.abs(shareAtOrBelow(a, x) - shareAtOrBelow(b, x)));
        }
        return highest;
    }

    private static double shareAtOrBelow(double[] values, double x) {
        return (double) Arrays.stream(values).filter(v -> v <= x).count() / values.length;
    }

    /** Studentised deviations against those of the runs of the clusters that a resample holds, clusters of unequal sizes. */
    @Property(tries = 50)
    void deviationsAreThoseOfTheResampledRuns(
            @ForAll @Size(12) List<@IntRange(min = 1, max = 4) Integer> sizes,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        long[] numbers = IntStream.range(0, 12)
                .boxed()
                .flatMapToLong(c -> LongStream.range(4L * c, 4L * c + sizes.get(c)))
                .toArray();
        Clusters clusters = Clusters.of(numbers, 4);
        double[] values = new Luck(10, seed).normals(numbers.length);
        StudentisedMean mean = new StudentisedMean(values, clusters);
        Resamples resamples = new Resamples(12, 5, seed);
        double[] found = mean.deviations(values, resamples);
        for (int b = 0; b < found.length; b++) {
            List<Double> drawn = new ArrayList<>();
            List<Long> of = new ArrayList<>();
            long copy = 0;
            for (int c = 0; c < 12; c++) {
                for (int times = 0; times < resamples.occurrences(b)[c]; times++, copy++) {
                    for (int i = 0; i < values.length; i++) {
                        if (clusters.of(i) == c) {
                            drawn.add(values[i]);
                            of.add(4 * copy + numbers[i] % 4);
                        }
                    }
                }
            }
            double[] column = drawn.stream().mapToDouble(v -> v).toArray();
            double error =
                    Clusters.of(of.stream().mapToLong(n -> n).toArray(), 4).standardError(column);
            double expected = Math.abs(StatUtils.mean(column) - mean.mean()) / error;
            assertThat(found[b]).isCloseTo(expected, within(1e-9 * (1 + expected)));
        }
    }

    /** Violations of dominance from the definitions, order 2 as expected shortfalls below each threshold. */
    @Property(tries = 200)
    void dominanceByDefinition(
            @ForAll @Size(8) List<@IntRange(min = 0, max = 6) Integer> first,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 6) Integer> second,
            @ForAll boolean moreIsBetter) {
        double[] b = whole(first);
        double[] a = whole(second);
        int sign = moreIsBetter ? 1 : -1;
        double[] good = Arrays.stream(a).map(v -> sign * v).toArray();
        double[] goodBase = Arrays.stream(b).map(v -> sign * v).toArray();
        double violation1 = 0;
        double violation2 = 0;
        for (int x = -7; x <= 7; x++) {
            violation1 = Math.max(violation1, shareAtOrBelow(good, x) - shareAtOrBelow(goodBase, x));
            violation2 = Math.max(violation2, shortfall(good, x) - shortfall(goodBase, x));
        }
        double[] sortedBase = Columns.sorted(b);
        double[] sortedArm = Columns.sorted(a);
        assertThat(Dominance.violations(1, sortedBase, sortedArm, moreIsBetter)[0])
                .isCloseTo(violation1, within(1e-12));
        // The last threshold is the best value of either arm; beyond it both shortfalls grow alike.
        assertThat(Dominance.violations(2, sortedBase, sortedArm, moreIsBetter)[0])
                .isCloseTo(violation2, within(1e-12));
    }

    private static double shortfall(double[] values, double x) {
        return Arrays.stream(values).map(v -> Math.max(0, x - v)).sum() / values.length;
    }

    /** Conditional value at risk as the mean of the worst values, the one on the border in part. */
    @Property(tries = 200)
    void tailIsTheMeanOfTheWorst(
            @ForAll @Size(30) List<@IntRange(min = 0, max = 20) Integer> values, @ForAll boolean moreIsBetter) {
        double[] x = whole(values);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double share = 0.15;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += sorted[moreIsBetter ? i : 29 - i];
        }
        double expected = (sum + 0.5 * sorted[moreIsBetter ? 4 : 25]) / 4.5;
        double[] psi = Tail.contributions(x, moreIsBetter ? 1 : -1, share);
        assertThat(StatUtils.mean(psi)).isCloseTo(expected, within(1e-9));
    }

    /** Histograms of a resample against an explicit resample. */
    @Property(tries = 50)
    void gridResamplesAsThePairsWould(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll boolean continuous) {
        int n = 60;
        Luck luck = new Luck(7, seed);
        double[] b = luck.normals(n);
        double[] a = luck.correlated(n, 0.6);
        if (!continuous) {
            for (int i = 0; i < n; i++) {
                b[i] = Math.round(b[i]);
                a[i] = Math.round(a[i]);
            }
        }
        PairGrid grid = grid(b, a);
        byte[] occurrences = new Resamples(n, 100, seed).occurrences(17);
        double[] armValues = new double[n];
        int at = 0;
        for (int k = 0; k < n; k++) {
            for (int c = 0; c < occurrences[k]; c++) {
                armValues[at++] = grid.value[grid.armLevel[k]];
            }
        }
        assertThat(at).isEqualTo(n);
        int[] armHistogram = new int[grid.levels];
        int[] baseHistogram = new int[grid.levels];
        grid.histograms(occurrences, baseHistogram, armHistogram);
        for (int j = 0; j < grid.levels; j++) {
            double level = grid.value[j];
            assertThat((long) armHistogram[j])
                    .isEqualTo(Arrays.stream(armValues).filter(v -> v == level).count());
        }
    }

    /** Groups of runs are resampled by the numbers of the runs, not by their place in the grid. */
    @Property(tries = 50)
    void gridResamplesGroupsOfRunsTogether(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        int n = 60;
        Luck luck = new Luck(8, seed);
        double[] b = luck.normals(n);
        double[] a = luck.correlated(n, 0.6);
        Clusters groups = Clusters.single(n).merged(7);
        PairGrid grid = new PairGrid(b, a, Columns.sorted(b), Columns.sorted(a), groups);
        byte[] occurrences = new Resamples(7, 100, seed).occurrences(17);
        int[] armHistogram = new int[grid.levels];
        int[] baseHistogram = new int[grid.levels];
        grid.histograms(occurrences, baseHistogram, armHistogram);
        for (int i = 0; i < n; i++) {
            assertThat(armHistogram[Arrays.binarySearch(grid.value, a[i])]).isEqualTo(occurrences[groups.of(i)]);
            assertThat(baseHistogram[Arrays.binarySearch(grid.value, b[i])]).isEqualTo(occurrences[groups.of(i)]);
        }
    }

    /** Four copies of each pair, a cluster of their own, tell what the pairs tell. */
    @Test
    void copiesOfAPairInAClusterTellNoMore() {
        int n = 500;
        Luck luck = new Luck(9, 0);
        double[] b = luck.normals(n);
        double[] a = luck.correlated(n, 0.6);
        double[] copiesOfB = new double[4 * n];
        double[] copiesOfA = new double[4 * n];
        Arrays.setAll(copiesOfB, i -> b[i / 4]);
        Arrays.setAll(copiesOfA, i -> a[i / 4]);
        Clusters single = Clusters.single(n);
        Clusters fours = clusters(4 * n, 4);
        assertThat(LogRank.of(copiesOfB, copiesOfA, 0.5, fours).pairedZ())
                .isCloseTo(LogRank.of(b, a, 0.5, single).pairedZ(), within(1e-9));
        Resamples resamples = new Resamples(n, 199, 1);
        Tail tail = Tail.of(b, a, Direction.MORE, 0.05, 0.95, single, resamples);
        Tail copied = Tail.of(copiesOfB, copiesOfA, Direction.MORE, 0.05, 0.95, fours, resamples);
        assertThat(copied.difference()).isCloseTo(tail.difference(), within(1e-9));
        assertThat(copied.differenceInterval().halfWidth())
                .isCloseTo(tail.differenceInterval().halfWidth(), within(1e-9));
    }

    /** By the definitions, hazard by hazard and pair by pair. */
    @Property(tries = 100)
    void theLogRankTestIsThatOfItsContributionsByPair(
            @ForAll @Size(12) List<@IntRange(min = 1, max = 9) Integer> first,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 9) Integer> second) {
        double[] b = whole(first);
        double[] a = whole(second);
        LogRank test = LogRank.of(b, a, 8, Clusters.single(12));
        double u = 0;
        double[] contributions = new double[12];
        for (int t = 1; t < 8; t++) {
            int week = t;
            double y1 = Arrays.stream(a).filter(v -> v >= week).count();
            double y2 = Arrays.stream(b).filter(v -> v >= week).count();
            double d1 = Arrays.stream(a).filter(v -> v == week).count();
            double d = d1 + Arrays.stream(b).filter(v -> v == week).count();
            double y = y1 + y2;
            if (y > 0) {
                u += d1 - d * y1 / y;
            }
            for (int i = 0; y > 0 && i < 12; i++) {
                double residual1 = (a[i] == week ? 1 : 0) - (a[i] >= week ? d / y : 0);
                double residual2 = (b[i] == week ? 1 : 0) - (b[i] >= week ? d / y : 0);
                contributions[i] += (1 - y1 / y) * residual1 - y1 / y * residual2;
            }
        }
        assertThat(test.observed() - test.expected()).isCloseTo(u, within(1e-9));
        double error = Math.sqrt(StatUtils.sumSq(contributions));
        assertThat(StatUtils.sum(contributions)).isCloseTo(u, within(1e-9));
        assertThat(test.pairedZ()).isCloseTo(error > 1e-9 ? u / error : 0, within(1e-9));
    }
}
