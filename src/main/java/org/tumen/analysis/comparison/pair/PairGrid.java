package org.tumen.analysis.comparison.pair;

import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;
import org.tumen.analysis.Clusters;

/**
 * Two paired columns on a common grid of levels, laid out for fast resampling.
 *
 * <p>With no more than {@link #MAX_LEVELS} distinct values in both columns together the grid is exact: each value is a
 * level. Otherwise the pooled sorted values are cut into groups (ties never split) and each value becomes the mean of its
 * group. A group holds a share of 1/1024 of the values; its rounding, 1/1024/√12 = 0.0003, is small against the sampling
 * error √(p(1 − p)/n) of a share, 0.002 for p = 0.05 and 10,000 runs. Towards the ends that error falls, and with it the
 * size of groups, to {@link #DEPTH 1/64} of the values beyond them; the 128 values at each end are levels of their own, for
 * dominance hangs on them. That makes about twice as many groups. Only resampling uses the grid; estimates use the values.
 *
 * <p>The runs are ordered by (level of the arm, level of the baseline); runs with the same pair of levels form a cell.
 */
public final class PairGrid {
    static final int MAX_LEVELS = 1024;

    /** How many times as many values lie beyond a group, on the side of the nearer end, as in it, at least. */
    private static final int DEPTH = 64;

    final int runs;
    final int clusters;
    public final int levels;
    /** The value that stands for each level, ascending. */
    public final double[] value;
    /** Levels in cell order: run position k has arm level armLevel[k] and baseline level baseLevel[k]. */
    public final short[] armLevel;

    final short[] baseLevel;
    /** The cluster of each run in cell order; the position itself where each run is a cluster, for any order serves then. */
    final int[] cluster;
    /** The first position of each arm level, and the number of runs at the end. */
    final int[] armStart;
    /** The first position of each cell, and the number of runs at the end. */
    final int[] cellStart;

    public PairGrid(double[] baseline, double[] arm, double[] sortedBaseline, double[] sortedArm, Clusters clusters) {
        runs = arm.length;
        this.clusters = clusters.count();
        double[] pooled = Arrays.copyOf(sortedBaseline, 2 * runs);
        System.arraycopy(sortedArm, 0, pooled, runs, runs);
        Arrays.sort(pooled);
        double[] upper = new double[pooled.length];
        double[] representative = new double[pooled.length];
        levels = group(pooled, upper, representative);
        value = Arrays.copyOf(representative, levels);
        int[] a = levelsOf(arm, upper);
        int[] b = levelsOf(baseline, upper);
        int[] order = order(a, b);
        armLevel = new short[runs];
        baseLevel = new short[runs];
        cluster = new int[runs];
        for (int k = 0; k < runs; k++) {
            int run = order[k];
            armLevel[k] = (short) a[run];
            baseLevel[k] = (short) b[run];
            cluster[k] = clusters.areSingle() ? k : clusters.of(run);
        }
        armStart = armStarts();
        cellStart = cellStarts();
    }

    /** Cuts sorted values into groups; fills the last value and the mean of each and returns their number. */
    private static int group(double[] pooled, double[] upper, double[] representative) {
        int distinct = 1;
        for (int i = 1; i < pooled.length; i++) {
            distinct += pooled[i] > pooled[i - 1] ? 1 : 0;
        }
        int target = distinct <= MAX_LEVELS ? 1 : (pooled.length + MAX_LEVELS - 1) / MAX_LEVELS;
        int groups = 0;
        int start = 0;
        while (start < pooled.length) {
            int depth = Math.min(start, pooled.length - start);
            int end = Math.min(pooled.length, start + Math.max(1, Math.min(target, depth / DEPTH)));
            while (end < pooled.length && pooled[end] == pooled[end - 1]) {
                end++;
            }
            double offset = 0;
            for (int i = start; i < end; i++) {
                offset += pooled[i] - pooled[start];
            }
            upper[groups] = pooled[end - 1];
            representative[groups++] = pooled[start] + offset / (end - start);
            start = end;
        }
        Arrays.fill(upper, groups, upper.length, Double.POSITIVE_INFINITY);
        return groups;
    }

    private int[] levelsOf(double[] column, double[] upper) {
        int[] level = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            int at = Arrays.binarySearch(upper, 0, levels, column[i] + 0.0);
            level[i] = at >= 0 ? at : -at - 1;
        }
        return level;
    }

    /** The runs ordered by (a, b) by two passes of a stable counting sort. */
    private int[] order(int[] a, int[] b) {
        return countingSort(countingSort(MathArrays.natural(runs), b), a);
    }

    private int[] countingSort(int[] order, int[] key) {
        int[] next = new int[levels + 1];
        for (int k : key) {
            next[k + 1]++;
        }
        for (int j = 0; j < levels; j++) {
            next[j + 1] += next[j];
        }
        int[] sorted = new int[runs];
        for (int run : order) {
            sorted[next[key[run]]++] = run;
        }
        return sorted;
    }

    private int[] armStarts() {
        int[] starts = new int[levels + 1];
        for (short level : armLevel) {
            starts[level + 1]++;
        }
        for (int j = 0; j < levels; j++) {
            starts[j + 1] += starts[j];
        }
        return starts;
    }

    private int[] cellStarts() {
        int[] starts = new int[runs + 1];
        int cells = 0;
        for (int k = 0; k < runs; k++) {
            if (k == 0 || armLevel[k] != armLevel[k - 1] || baseLevel[k] != baseLevel[k - 1]) {
                starts[cells++] = k;
            }
        }
        starts[cells] = runs;
        return Arrays.copyOf(starts, cells + 1);
    }

    int cells() {
        return cellStart.length - 1;
    }

    /** How many runs of the baseline and of the arm each level has, without resampling. */
    public void histograms(int[] baseHistogram, int[] armHistogram) {
        Arrays.fill(baseHistogram, 0);
        for (int j = 0; j < levels; j++) {
            armHistogram[j] = armStart[j + 1] - armStart[j];
        }
        for (short level : baseLevel) {
            baseHistogram[level]++;
        }
    }

    /** How many runs of the baseline and of the arm each level has in a resample of the clusters. */
    public void histograms(byte[] occurrences, int[] baseHistogram, int[] armHistogram) {
        Arrays.fill(baseHistogram, 0);
        if (cells() <= runs / 4) {
            Arrays.fill(armHistogram, 0);
            byCell(occurrences, baseHistogram, armHistogram);
        } else {
            byRun(occurrences, baseHistogram, armHistogram);
        }
    }

    private void byCell(byte[] occurrences, int[] baseHistogram, int[] armHistogram) {
        for (int c = 0; c < cells(); c++) {
            int sum = sum(occurrences, cellStart[c], cellStart[c + 1]);
            armHistogram[armLevel[cellStart[c]]] += sum;
            baseHistogram[baseLevel[cellStart[c]]] += sum;
        }
    }

    private void byRun(byte[] occurrences, int[] baseHistogram, int[] armHistogram) {
        for (int j = 0; j < levels; j++) {
            armHistogram[j] = sum(occurrences, armStart[j], armStart[j + 1]);
        }
        for (int k = 0; k < runs; k++) {
            baseHistogram[baseLevel[k]] += occurrences[cluster[k]];
        }
    }

    private int sum(byte[] occurrences, int from, int to) {
        int sum = 0;
        for (int k = from; k < to; k++) {
            sum += occurrences[cluster[k]];
        }
        return sum;
    }
}
