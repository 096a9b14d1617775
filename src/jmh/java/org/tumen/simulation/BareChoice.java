package org.tumen.simulation;

import org.tumen.draw.PortableMath;
import org.tumen.world.Clamp;

/** Choices of {@link BareLoop} by logit (quantal response), and draws of a category. */
final class BareChoice {
    private final double[] weights;

    BareChoice(int options) {
        weights = new double[options];
    }

    /** The option drawn with probability proportional to exp(rationality · utility). */
    int quantal(double[] utilities, double rationality, double uniform) {
        double best = utilities[0];
        for (int i = 1; i < utilities.length; i++) {
            best = Clamp.greater(best, utilities[i]);
        }
        double total = 0;
        for (int i = 0; i < utilities.length; i++) {
            weights[i] = PortableMath.exp(rationality * (utilities[i] - best));
            total += weights[i];
        }
        double target = uniform * total;
        double passed = weights[0];
        int chosen = 0;
        while (passed <= target && chosen < utilities.length - 1) {
            passed += weights[++chosen];
        }
        return chosen;
    }

    /** Whether an act of a utility is drawn before doing nothing, which is worth 0. */
    static boolean act(double utility, double rationality, double uniform) {
        double lesser = PortableMath.exp(rationality * -Math.abs(utility));
        return (utility > 0 ? lesser : 1) <= uniform * (1 + lesser);
    }

    /** A category drawn with shares that add up to 1. */
    static int category(double[] shares, double uniform) {
        int chosen = 0;
        double passed = shares[0];
        while (passed <= uniform && chosen < shares.length - 1) {
            passed += shares[++chosen];
        }
        return chosen;
    }

    /** Shares scaled to add up to 1. */
    static double[] normalised(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double[] scaled = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            scaled[i] = shares[i] / sum;
        }
        return scaled;
    }
}
