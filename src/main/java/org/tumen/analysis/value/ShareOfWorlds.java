package org.tumen.analysis.value;

import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;

/**
 * How well the share of worlds in which an arm is better can be told, were the expected difference normal over worlds: the
 * share is Φ(mean/√between), and the variance between worlds is what is left when that of luck is taken from the variance of
 * the means of points. Where luck dominates, that rest is all but unknown, and an estimate of it that comes out near 0 makes the
 * share seem sure: neither the estimate nor a jackknife shows this, the error of the rest does.
 *
 * @param mean the mean difference over worlds
 * @param between the variance of the expected difference over worlds, 0 or more
 * @param luck the variance of a run's difference in a world
 * @param points how many worlds were drawn
 * @param replicates runs of each on average; 1 where a surface tells the variance between worlds
 */
record ShareOfWorlds(double mean, double between, double luck, int points, double replicates) {
    /** Student's t of 95 % for the 20 parts of the jackknife from which standard errors are. */
    private static final double CRITICAL = 2.093;

    private static final int MOST_REPLICATES = 10_000;

    /**
     * The 95 % interval of the share, at each side by the errors of the mean and of the variance between worlds, and no
     * narrower than by a standard error from elsewhere.
     */
    Interval interval(double share, double error) {
        double[] reach = reach();
        double other = CRITICAL * error;
        return new Interval(
                Math.max(0, share - Math.max(other, reach[0])), Math.min(1, share + Math.max(other, reach[1])));
    }

    /** How far the interval reaches below and above. */
    private double[] reach() {
        double ofMean = CRITICAL * Math.sqrt(whole() / points);
        double ofVariance = CRITICAL * errorOfBetween();
        double share = share(mean, between);
        double few = share(mean, Math.max(0, between - ofVariance)) - share;
        double many = share(mean, between + ofVariance) - share;
        return new double[] {
            Math.hypot(share - share(mean - ofMean, between), Math.max(0, -Math.min(few, many))),
            Math.hypot(share(mean + ofMean, between) - share, Math.max(0, Math.max(few, many)))
        };
    }

    /** The variance of the mean of a point's runs. */
    private double whole() {
        return between + luck / replicates;
    }

    /** Of the analysis of variance; of a variance explained without replicates, twice the error of the covariance. */
    private double errorOfBetween() {
        double whole = whole();
        return replicates > 1
                ? whole * Math.sqrt(2.0 / (points - 1))
                : 2 * Math.sqrt(Math.max(between, whole / points) * whole / points);
    }

    private static double share(double mean, double variance) {
        if (variance > 0) {
            return StandardNormal.cumulative(mean / Math.sqrt(variance));
        }
        return mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
    }

    /**
     * How many runs of each of these worlds would tell the share to a width of the interval.
     *
     * @return null when more runs of so few worlds cannot do it
     */
    @Nullable
    Integer replicatesFor(double width) {
        // On the safe side: the variance between worlds is itself but roughly known.
        double least = Math.max(between - 2 * errorOfBetween(), errorOfBetween() / 3);
        for (double more = Math.max(2, replicates); more <= MOST_REPLICATES; more *= 1.1) {
            int tried = (int) Math.ceil(more);
            double[] reach = new ShareOfWorlds(mean, least, luck, points, tried).reach();
            if (reach[0] + reach[1] <= width) {
                return tried;
            }
        }
        return null;
    }
}
