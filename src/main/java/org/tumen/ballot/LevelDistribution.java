package org.tumen.ballot;

/** A probability distribution over the six levels of rivalry, Γ = {0, .2, .4, .6, .8, 1}. Immutable. */
public final class LevelDistribution {
    public static final int LEVELS = 6;

    private static final double[] GAMMA = {0, .2, .4, .6, .8, 1};

    /** How far a sum of rounded probabilities may be from 1. */
    private static final double ROUNDING = .01;

    private final double[] probabilities;

    private LevelDistribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * The distribution with these probabilities, scaled so that they sum to 1.
     *
     * @param probabilities of the six levels, rising; none negative, their sum 1 up to rounding (within .01)
     * @throws IllegalArgumentException when they are not
     */
    public static LevelDistribution of(double... probabilities) {
        if (probabilities.length != LEVELS) {
            throw new IllegalArgumentException(
                    "rivalry has " + LEVELS + " levels, not " + probabilities.length + " probabilities");
        }
        double sum = 0;
        for (double p : probabilities) {
            if (!(p >= 0)) {
                throw new IllegalArgumentException("a probability is 0 or more, not " + p);
            }
            sum += p;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("the probabilities of the levels sum to 1, not " + sum);
        }
        double[] scaled = new double[LEVELS];
        for (int j = 0; j < LEVELS; j++) {
            scaled[j] = probabilities[j] / sum;
        }
        return new LevelDistribution(scaled);
    }

    /** All probability on one level. */
    public static LevelDistribution certain(int level) {
        double[] one = new double[LEVELS];
        one[level] = 1;
        return new LevelDistribution(one);
    }

    /** The rivalry g of a level, 0 to 1. */
    public static double rivalry(int level) {
        return GAMMA[level];
    }

    public double probability(int level) {
        return probabilities[level];
    }

    public double mean() {
        double mean = 0;
        for (int j = 0; j < LEVELS; j++) {
            mean += probabilities[j] * GAMMA[j];
        }
        return mean;
    }

    /** The level at a uniform draw, rising in it: the inverse of the distribution function. */
    public int draw(double uniform) {
        double below = 0;
        for (int j = 0; j < LEVELS - 1; j++) {
            below += probabilities[j];
            if (uniform < below) {
                return j;
            }
        }
        return LEVELS - 1;
    }

    /** The six probabilities, a copy. */
    public double[] toArray() {
        return probabilities.clone();
    }
}
