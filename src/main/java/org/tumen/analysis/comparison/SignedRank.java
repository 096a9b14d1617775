package org.tumen.analysis.comparison;

import java.util.Arrays;

/**
 * Wilcoxon's signed rank test of differences that are symmetric about zero.
 *
 * <p>Zero differences, frequent on common random numbers, are handled as by J. W. Pratt, "Remarks on zeros and ties in
 * the Wilcoxon signed rank procedures", J. Amer. Statist. Assoc. 54 (1959) 655–667: they are ranked with the others and
 * then left out. Ties share the mean rank. Given the ranks, signs are fair coins under the hypothesis: for up to
 * {@link #MAX_EXACT} non-zero differences the p-value is exact by convolution, else normal with variance Σr²/4, which
 * takes account of zeros and ties, without continuity correction. (Commons Math's test is exact for up to 30 pairs
 * only, by enumeration, and knows no correction for ties.)
 *
 * @param positive sum of the ranks of positive differences
 * @param negative sum of the ranks of negative differences
 * @param zeros number of zero differences
 * @param rankBiserial (positive − negative) / (positive + negative), in [−1, 1]; 0 when all differences are zero
 * @param pValue two-sided; 1 when all differences are zero
 * @param exact whether the p-value is exact
 */
public record SignedRank(
        double positive, double negative, int zeros, double rankBiserial, double pValue, boolean exact) {
    /** The most non-zero differences for which the p-value is exact. */
    public static final int MAX_EXACT = 50;

    static SignedRank of(double[] differences) {
        double[] sizes = new double[differences.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(differences[i]);
        }
        Arrays.sort(sizes);
        double[] up = sizes(differences, 1);
        double[] down = sizes(differences, -1);
        int zeros = differences.length - up.length - down.length;
        double[] ranks = new double[up.length + down.length];
        double positive = rankSum(sizes, up, ranks, 0);
        double negative = rankSum(sizes, down, ranks, up.length);
        if (ranks.length == 0) {
            return new SignedRank(0, 0, zeros, 0, 1, true);
        }
        boolean exact = ranks.length <= MAX_EXACT;
        double p = exact ? exactPValue(ranks, positive) : normalPValue(ranks, positive, negative);
        return new SignedRank(positive, negative, zeros, (positive - negative) / (positive + negative), p, exact);
    }

    /** The sorted sizes of the differences of one sign. */
    private static double[] sizes(double[] differences, int sign) {
        double[] kept = new double[differences.length];
        int count = 0;
        for (double d : differences) {
            if (sign * d > 0) {
                kept[count++] = Math.abs(d);
            }
        }
        double[] result = Arrays.copyOf(kept, count);
        Arrays.sort(result);
        return result;
    }

    /** Fills in the mid-ranks of some sizes among all, both sorted, and gives their sum. */
    private static double rankSum(double[] all, double[] some, double[] ranks, int offset) {
        double sum = 0;
        int from = 0;
        int to = 0;
        for (int i = 0; i < some.length; i++) {
            while (all[from] < some[i]) {
                from++;
            }
            to = Math.max(to, from);
            while (to < all.length && all[to] == some[i]) {
                to++;
            }
            ranks[offset + i] = (from + 1 + to) / 2.0;
            sum += ranks[offset + i];
        }
        return sum;
    }

    /** The distribution of the positive sum, in halves so that mid-ranks are whole numbers. */
    private static double exactPValue(double[] ranks, double positive) {
        int total = 0;
        for (double r : ranks) {
            total += (int) Math.round(2 * r);
        }
        double[] probability = new double[total + 1];
        probability[0] = 1;
        for (double r : ranks) {
            int step = (int) Math.round(2 * r);
            for (int s = total; s >= 0; s--) {
                probability[s] = 0.5 * probability[s] + (s >= step ? 0.5 * probability[s - step] : 0);
            }
        }
        int extreme = (int) Math.round(2 * positive);
        double tail = 0;
        for (int s = 0; s <= Math.min(extreme, total - extreme); s++) {
            tail += probability[s];
        }
        return Math.min(1, 2 * tail);
    }

    private static double normalPValue(double[] ranks, double positive, double negative) {
        double squares = 0;
        for (double r : ranks) {
            squares += r * r;
        }
        return Distributions.normalTwoSided((positive - negative) / Math.sqrt(squares));
    }
}
