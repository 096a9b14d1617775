package org.tumen.analysis.vote;

import java.util.Arrays;

/**
 * The parameters of the vote model, with the weak priors of its penalised likelihood: normal densities centred on "no
 * effect", wide on the latent scale (whose logistic scale is fixed at {@link VoteModel#SCALE}, so that a coefficient of 1
 * moves the log-odds by 2).
 *
 * <p>They are needed because all votes but three were in favour: without them likelihoods of this kind rise without end
 * (complete separation; compare A. Gelman and others, "A weakly informative default prior distribution for logistic and
 * other regression models", Annals of Applied Statistics 2 (2008) 1360–1383). The centre of the midpoint is 24 February
 * 2022, when Russia invaded Ukraine: known before either veto, and the reason why rivalry is a path in time at all.
 */
public enum VoteParameter {
    /** Disposition in favour of any draft. */
    INTERCEPT(2, 2, -10, 20),
    /** Weight of a member's ideal point. */
    IDEAL(0, 1, -5, 5),
    /** Resistance to a draft of full strength. */
    STRENGTH(0, 2, -10, 15),
    /** What full rivalry adds to the resistance of a fully aligned member to a draft of full strength. */
    RIVALRY(0, 5, -10, 30),
    /** Weight of recent missile tests. */
    TESTS(0, 2, -10, 10),
    /** How much public suspicion of the deal turns the buyer against a draft. */
    EXPOSURE(0, 3, -10, 20),
    /** Middle of rivalry's rise, calendar year with fraction. */
    MIDPOINT(2022.15, .5, 2018, 2025),
    /** Natural logarithm of the width of rivalry's rise, width in years. */
    LOG_WIDTH(-1.4, .7, -4, 2);

    private final double centre;
    private final double sd;
    private final double low;
    private final double high;

    VoteParameter(double centre, double sd, double low, double high) {
        this.centre = centre;
        this.sd = sd;
        this.low = low;
        this.high = high;
    }

    /** Centre of the weak prior. */
    public double centre() {
        return centre;
    }

    /** Standard deviation of the weak prior. */
    public double sd() {
        return sd;
    }

    /** Lower bound of the search. */
    public double low() {
        return low;
    }

    /** Upper bound of the search. */
    public double high() {
        return high;
    }

    /** The centres of all priors, in the order of this list: a starting point. */
    public static double[] centres() {
        return Arrays.stream(values()).mapToDouble(VoteParameter::centre).toArray();
    }
}
