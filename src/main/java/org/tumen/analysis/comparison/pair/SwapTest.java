package org.tumen.analysis.comparison.pair;

import java.util.Arrays;
import org.tumen.analysis.Resamples;
import org.tumen.draw.Draws;

/**
 * The paired permutation test of equal distributions: if arm and baseline are exchangeable within each run, swapping the
 * two values of any runs changes nothing in distribution. Runs of a cluster are swapped together. The statistic is the
 * Kolmogorov–Smirnov distance on the grid of the pairs; p = (1 + number of swaps that reach it) / (1 + number of swaps), which
 * is exact at any size (B. Phipson and G. K. Smyth, Statist. Appl. Genet. Mol. Biol. 9 (2010) 39).
 */
public final class SwapTest {
    private final PairGrid grid;
    private final Draws draws = new Draws();
    private final long[] coins;
    private final int[] headsBefore;
    private int position;
    private long word;
    private int bitsLeft;

    private SwapTest(PairGrid grid) {
        this.grid = grid;
        this.coins = new long[grid.runs / Long.SIZE + 1];
        this.headsBefore = new int[coins.length + 1];
    }

    public static double pValue(PairGrid grid, int permutations, long seed) {
        SwapTest test = new SwapTest(grid);
        int[] net = new int[grid.levels];
        int[] base = new int[grid.levels];
        grid.histograms(base, net);
        for (int j = 0; j < grid.levels; j++) {
            net[j] -= base[j];
        }
        int observed = distance(net);
        if (observed == 0) {
            return 1;
        }
        int reached = 0;
        for (int p = 0; p < permutations; p++) {
            test.startPermutation(seed, p);
            reached += test.swapped(net) >= observed ? 1 : 0;
        }
        return (1.0 + reached) / (1.0 + permutations);
    }

    private void startPermutation(long seed, int permutation) {
        draws.startRun(seed, permutation);
        position = 0;
        bitsLeft = 0;
    }

    /** Swaps each run by the toss of a coin and gives the distance, times the number of runs. */
    private int swapped(int[] net) {
        Arrays.fill(net, 0);
        if (grid.clusters < grid.runs) {
            swapByCluster(net);
        } else if (grid.cells() <= grid.runs / 4) {
            swapByCell(net);
        } else {
            swapByRun(net);
        }
        return distance(net);
    }

    private void swapByCluster(int[] net) {
        for (int from = 0; from < grid.clusters; from += Long.SIZE) {
            coins[from / Long.SIZE] = draws.word(Resamples.PERMUTE, position++);
        }
        for (int k = 0; k < grid.runs; k++) {
            int cluster = grid.cluster[k];
            int kept = 2 * (int) (coins[cluster / Long.SIZE] >>> cluster & 1) - 1;
            net[grid.armLevel[k]] += kept;
            net[grid.baseLevel[k]] -= kept;
        }
    }

    /** Runs of a cell are alike, so that only the number of heads among them matters. */
    private void swapByCell(int[] net) {
        int[] start = grid.cellStart;
        for (int c = 0; c < grid.cells(); c++) {
            int at = start[c];
            int size = start[c + 1] - at;
            int kept = 2 * heads(size) - size;
            net[grid.armLevel[at]] += kept;
            net[grid.baseLevel[at]] -= kept;
        }
    }

    /** Runs come by arm level, so that each arm level takes the heads of a stretch; each run brings its baseline level. */
    private void swapByRun(int[] net) {
        short[] baseLevel = grid.baseLevel;
        int position = 0;
        for (int from = 0; from < grid.runs; from += Long.SIZE) {
            long bits = draws.word(Resamples.PERMUTE, position);
            coins[position++] = bits;
            headsBefore[position] = headsBefore[position - 1] + Long.bitCount(bits);
            int to = Math.min(grid.runs, from + Long.SIZE);
            for (int k = from; k < to; k++) {
                net[baseLevel[k]] += 1 - 2 * (int) (bits >>> k & 1);
            }
        }
        for (int j = 0; j < grid.levels; j++) {
            int from = grid.armStart[j];
            int to = grid.armStart[j + 1];
            net[j] += 2 * (headsBefore(to) - headsBefore(from)) - (to - from);
        }
    }

    /** The number of heads among the tosses of the runs before a position. */
    private int headsBefore(int run) {
        int index = run / Long.SIZE;
        int rest = run % Long.SIZE;
        return headsBefore[index] + (rest == 0 ? 0 : Long.bitCount(coins[index] & ((1L << rest) - 1)));
    }

    private int heads(int tosses) {
        int heads = 0;
        int left = tosses;
        while (left > 0) {
            if (bitsLeft == 0) {
                word = draws.word(Resamples.PERMUTE, position++);
                bitsLeft = Long.SIZE;
            }
            int take = Math.min(left, bitsLeft);
            heads += Long.bitCount(take == Long.SIZE ? word : word & ((1L << take) - 1));
            word = take == Long.SIZE ? 0 : word >>> take;
            bitsLeft -= take;
            left -= take;
        }
        return heads;
    }

    private static int distance(int[] net) {
        int sum = 0;
        int highest = 0;
        for (int n : net) {
            sum += n;
            highest = Math.max(highest, Math.abs(sum));
        }
        return highest;
    }
}
