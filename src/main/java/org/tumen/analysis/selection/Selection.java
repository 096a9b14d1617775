package org.tumen.analysis.selection;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.tumen.analysis.comparison.StoppingRule;

/**
 * Selects the arm with the greatest mean among many on common random numbers: all arms begin, and one is dropped as soon as it
 * is clearly below another, until one is left. Each point that is taken in is observed of every arm still in play.
 *
 * <p>Source: S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone selection in simulation", ACM
 * Transactions on Modeling and Computer Simulation 11 (2001) 251–273 (KN), with variances that are brought up to date with
 * every look as in the same authors' "On the asymptotic validity of fully sequential selection procedures for steady-state
 * simulation", Operations Research 54 (2006) 475–488 (KN++). Among k arms after n points, with S² the variance of the
 * differences of two arms, δ the indifference zone and α = 1 − confidence, an arm is dropped when its mean is below the
 * other's by more than
 *
 * <pre>max(0, (h² S² / δ − δ n) / 2n),  h² = (n − 1) ((2α / (k − 1))^(−2 / (n − 1)) − 1)</pre>
 *
 * so that at n = h² S² / δ² at the latest one of the two goes. S² is that of paired differences: common random numbers, which
 * make it small, save runs, and no independence of the arms is asked for.
 *
 * <p>What is guaranteed: where every other arm is worse than the best by δ or more, the best is selected with the stated
 * confidence, for normal points and as δ becomes small for others. That the arm selected is also within δ of the best
 * where others lie closer than that is not proved by the sources; a study of 32,000 problems, some of them made against it,
 * is a test of it.
 *
 * <p>Deviations: it looks after blocks of points, not after each, which makes no error more probable (C. Jennison, I. M.
 * Johnstone and B. W. Turnbull, "Asymptotically optimal procedures for sequential adaptive selection of the best of several normal
 * means", technical report, Cornell University 1980) and costs some runs. Outcomes need not be normal: nothing is dropped
 * before {@link #FIRST} points, nor on fewer than {@link StoppingRule#MINIMUM_DIFFERING} points at which the two arms differ,
 * which give no variance to rely on; of two arms that differ at none of {@link StoppingRule#EQUAL_RUNS} points the later is
 * dropped as equal. Belongs to one thread.
 */
public final class Selection {
    /** Points of every arm before the first look. */
    public static final int FIRST = 100;

    /** The share of the standard deviation that does not matter where no indifference zone is given. */
    public static final double USUAL_SHARE = 0.1;

    private static final int FEWEST_MORE = 50;
    private static final int SHARE_MORE = 10;

    private final double alpha;
    private double zone;
    private int points;
    /** The arms in play, ascending. */
    private int[] inPlay;

    private final double[] means;
    private final int[] taken;
    private final int[] droppedFor;
    /** Sums of products of deviations from the means, and how many points differ, by pairs with the smaller arm first. */
    private final double[][] products;

    private final int[][] differing;

    /** By arm dropped and arm in play then: the variance of their differences. */
    private final double[][] spread;

    /**
     * A selection before its first point.
     *
     * @param arms how many, 2 or more
     * @param zone the indifference zone, above 0: a difference of means that does not matter; 0 for {@link #USUAL_SHARE} of the
     *     standard deviation {@linkplain #scale stated}, or else of that of a point over the arms at the first look
     * @param confidence the probability of a good selection, in (1/arms, 1)
     * @throws IllegalArgumentException when one is out of its range
     */
    public Selection(int arms, double zone, double confidence) {
        if (arms < 2) {
            throw new IllegalArgumentException("2 or more arms are selected from, not " + arms);
        }
        if (!(zone >= 0 && zone < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an indifference zone is 0 or more, not " + zone);
        }
        if (!(confidence > 1.0 / arms && confidence < 1)) {
            throw new IllegalArgumentException(
                    "the confidence lies between one in " + arms + ", which chance has, and 1, not at " + confidence);
        }
        this.zone = zone;
        alpha = (1 - confidence) / (arms - 1);
        inPlay = IntStream.range(0, arms).toArray();
        means = new double[arms];
        taken = new int[arms];
        droppedFor = new int[arms];
        Arrays.fill(droppedFor, -1);
        products = new double[arms][arms];
        differing = new int[arms][arms];
        spread = new double[arms][arms];
    }

    /** The arms that further points are wanted of, ascending; a single one when it is selected. */
    public int[] inPlay() {
        return inPlay.clone();
    }

    /** Whether one arm alone is left. */
    public boolean decided() {
        return inPlay.length == 1;
    }

    /** The arm selected, or before that the one in play with the greatest mean. */
    public int best() {
        int best = inPlay[0];
        for (int arm : inPlay) {
            best = means[arm] > means[best] ? arm : best;
        }
        return best;
    }

    /** How many points to take in before the next look, {@link #FIRST} at the beginning. */
    public int more() {
        return points < FIRST ? FIRST - points : Math.max(FEWEST_MORE, points / SHARE_MORE);
    }

    /** The indifference zone; 0 before the first look where none was given. */
    public double zone() {
        return zone;
    }

    /**
     * States the standard deviation whose share is the zone where none was given: that of a run, where points are means of runs,
     * whose deviation would be the smaller the more runs each has. To be called before the first point.
     */
    public void scale(double deviation) {
        zone = zone == 0 ? USUAL_SHARE * deviation : zone;
    }

    /** The points taken of an arm: when it was dropped, if it was. */
    public int points(int arm) {
        return taken[arm];
    }

    /** The mean of the points of an arm. */
    public double mean(int arm) {
        return means[arm];
    }

    /** The arm because of which an arm was dropped; −1 for arms in play. */
    public int droppedFor(int arm) {
        return droppedFor[arm];
    }

    /** Whether an arm was dropped because it is equal to another, not worse. */
    public boolean droppedAsEqual(int arm) {
        int other = droppedFor[arm];
        return other >= 0 && differing[Math.min(arm, other)][Math.max(arm, other)] == 0;
    }

    /**
     * How many points of every arm would give the same guarantee without dropping any: those at which the mean of the arm
     * selected is, by Bonferroni's inequality and with the variances S² known, below that of none that is δ worse, z² max S² / δ²
     * with z the normal quantile of 1 − α/(k − 1). Procedures that must estimate the variances take more (G. M. Clark and
     * W. Yang, "A Bonferroni selection procedure when using common random numbers with unknown variances", Proceedings of the
     * Winter Simulation Conference 1986, 313–315).
     *
     * @throws IllegalStateException before it is decided
     */
    public long equalAllocation() {
        if (!decided()) {
            throw new IllegalStateException("nothing is selected yet");
        }
        double greatest = IntStream.range(0, spread.length)
                .mapToDouble(arm -> spread[arm][best()])
                .max()
                .orElseThrow();
        return Math.max(FIRST, greatest == 0 ? 0 : equalAllocation(greatest, zone, alpha));
    }

    static long equalAllocation(double variance, double zone, double alpha) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - alpha);
        return (long) Math.ceil(z * z * variance / (zone * zone));
    }

    /**
     * Takes in points and looks.
     *
     * @param observed of every arm in play, in the order of {@link #inPlay}, its values at the same points; more is better
     * @throws IllegalArgumentException when they are not of the arms in play or not as many of each
     */
    public void take(double[][] observed) {
        int more = observed.length == 0 ? 0 : observed[0].length;
        if (observed.length != inPlay.length || Arrays.stream(observed).anyMatch(row -> row.length != more)) {
            throw new IllegalArgumentException("points are the same of each of the " + inPlay.length + " arms in play");
        }
        double[] before = new double[inPlay.length];
        double[] value = new double[inPlay.length];
        for (int p = 0; p < more; p++) {
            points++;
            for (int i = 0; i < inPlay.length; i++) {
                value[i] = observed[i][p];
                before[i] = value[i] - means[inPlay[i]];
                means[inPlay[i]] += before[i] / points;
            }
            pair(value, before);
        }
        for (int arm : inPlay) {
            taken[arm] = points;
        }
        if (points >= FIRST) {
            look();
        }
    }

    /** Brings the sums of products up to date, as {@code RunningMoments} does those of squares. */
    private void pair(double[] value, double[] before) {
        for (int i = 0; i < inPlay.length; i++) {
            double[] sums = products[inPlay[i]];
            int[] counts = differing[inPlay[i]];
            double after = value[i] - means[inPlay[i]];
            for (int j = i; j < inPlay.length; j++) {
                sums[inPlay[j]] += after * before[j];
                counts[inPlay[j]] += value[i] != value[j] ? 1 : 0;
            }
        }
    }

    private void look() {
        if (zone == 0) {
            double variance = Arrays.stream(inPlay)
                    .mapToDouble(arm -> products[arm][arm] / (points - 1))
                    .average()
                    .orElseThrow();
            zone = USUAL_SHARE * Math.sqrt(variance);
        }
        double squared = (points - 1) * Math.expm1(-2 * Math.log(2 * alpha) / (points - 1));
        for (int arm : inPlay) {
            double furthest = 0;
            for (int other : inPlay) {
                double beyond = means[other] - means[arm] - allowed(arm, other, squared);
                if (beyond > furthest) {
                    furthest = beyond;
                    droppedFor[arm] = other;
                } else if (other < arm && droppedFor[arm] < 0 && equal(other, arm)) {
                    droppedFor[arm] = other;
                }
            }
        }
        for (int arm : inPlay) {
            for (int other : inPlay) {
                spread[arm][other] = droppedFor[arm] < 0 ? 0 : variance(arm, other);
            }
        }
        inPlay = Arrays.stream(inPlay).filter(arm -> droppedFor[arm] < 0).toArray();
    }

    private boolean equal(int arm, int later) {
        return differing[arm][later] == 0 && points >= StoppingRule.EQUAL_RUNS;
    }

    /** By how much the mean of an arm may lie below that of another. */
    private double allowed(int arm, int other, double squared) {
        if (differing[Math.min(arm, other)][Math.max(arm, other)] < StoppingRule.MINIMUM_DIFFERING) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = variance(arm, other);
        return variance == 0 ? 0 : Math.max(0, (squared * variance / zone - zone * points) / (2.0 * points));
    }

    /** The variance of the differences of two arms over the points so far, of which both must have all. */
    double variance(int arm, int other) {
        double sum =
                products[arm][arm] + products[other][other] - 2 * products[Math.min(arm, other)][Math.max(arm, other)];
        return Math.max(0, sum) / (points - 1);
    }
}
