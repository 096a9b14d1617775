package org.tumen.analysis.comparison.pair;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Distributions;

/**
 * Wilcoxon's signed rank test of differences that are symmetric about zero.
 *
 * <p>Zero differences, frequent on common random numbers, are handled as by J. W. Pratt, "Remarks on zeros and ties in
 * the Wilcoxon signed rank procedures", J. Amer. Statist. Assoc. 54 (1959) 655–667: they are ranked with the others and
 * then left out. Ties share the mean rank. Given the ranks, signs are fair coins under the hypothesis: for up to
 * {@link #MAX_EXACT} non-zero differences the p-value is exact by convolution, else normal with variance Σr²/4, which
 * takes account of zeros and ties, without continuity correction. (Commons Math's test is exact for up to 30 pairs
 * only, by enumeration, and knows no correction for ties.) Pairs of a cluster keep their signs together: one coin is thrown
 * for its total of signed ranks (B. Rosner, R. J. Glynn and M.-L. T. Lee, "The Wilcoxon signed rank test for paired
 * comparisons of clustered data", Biometrics 62 (2006) 185–192).
 *
 * @param positive sum of the ranks of positive differences
 * @param negative sum of the ranks of negative differences
 * @param pValue two-sided; 1 when all differences are zero
 * @param exact whether the p-value is exact
 */
public record SignedRank(double positive, double negative, double pValue, boolean exact) {
    /** The most non-zero differences for which the p-value is exact. */
    public static final int MAX_EXACT = 50;

    public static SignedRank of(double[] differences, Clusters clusters) {
        double[] signed = signedRanks(differences);
        double positive = 0;
        double negative = 0;
        for (double r : signed) {
            positive += Math.max(r, 0);
            negative += Math.max(-r, 0);
        }
        double[] totals = Arrays.stream(clusters.totals(signed))
                .filter(t -> t != 0)
                .map(Math::abs)
                .toArray();
        if (totals.length == 0) {
            return new SignedRank(positive, negative, 1, true);
        }
        boolean exact = totals.length <= MAX_EXACT;
        double balance = positive - negative;
        double p = exact ? exactPValue(totals, balance) : normalPValue(totals, balance);
        return new SignedRank(positive, negative, p, exact);
    }

    /** The mid-rank of the size of each difference among all, with its sign; 0 for a difference of zero. */
    private static double[] signedRanks(double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        double[] ranks = new double[sizes.length];
        for (int from = 0; from < sizes.length; ) {
            int to = from;
            while (to < sizes.length && sizes[to] == sizes[from]) {
                to++;
            }
            Arrays.fill(ranks, from, to, (from + 1 + to) / 2.0);
            from = to;
        }
        double[] signed = new double[differences.length];
        for (int i = 0; i < signed.length; i++) {
            double d = differences[i];
            signed[i] = d == 0 ? 0 : Math.signum(d) * ranks[Arrays.binarySearch(sizes, Math.abs(d))];
        }
        return signed;
    }

    /** The distribution of the sum of the totals that heads add, in halves so that mid-ranks are whole numbers. */
    private static double exactPValue(double[] totals, double balance) {
        int total = 0;
        for (double r : totals) {
            total += (int) Math.round(2 * r);
        }
        double[] probability = new double[total + 1];
        probability[0] = 1;
        for (double r : totals) {
            int step = (int) Math.round(2 * r);
            for (int s = total; s >= 0; s--) {
                probability[s] = 0.5 * probability[s] + (s >= step ? 0.5 * probability[s - step] : 0);
            }
        }
        int extreme = (int) Math.round((total + 2 * balance) / 2);
        double tail = 0;
        for (int s = 0; s <= Math.min(extreme, total - extreme); s++) {
            tail += probability[s];
        }
        return Math.min(1, 2 * tail);
    }

    private static double normalPValue(double[] totals, double balance) {
        return Distributions.normalTwoSided(balance / Math.sqrt(StatUtils.sumSq(totals)));
    }
}
