package org.tumen.simulation;

import org.tumen.draw.PortableMath;

/** Choices of {@link BareLoop}: by logit, and among categories. */
final class BareChoice {
    private BareChoice() {}

    /** A choice by logit: the action drawn with probability proportional to exp(rationality · utility). */
    static int choose(double[] utilities, int actions, double rationality, double uniform, double[] weights) {
        double best = utilities[0];
        for (int i = 1; i < actions; i++) {
            best = utilities[i] > best ? utilities[i] : best;
        }
        double total = 0;
        for (int i = 0; i < actions; i++) {
            weights[i] = PortableMath.exp(rationality * (utilities[i] - best));
            total += weights[i];
        }
        double target = uniform * total;
        double passed = weights[0];
        int chosen = 0;
        while (passed <= target && chosen < actions - 1) {
            passed += weights[++chosen];
        }
        return chosen;
    }

    /** A category drawn with the given shares, which add up to 1. */
    static int category(double[] shares, double uniform) {
        int chosen = 0;
        double passed = shares[0];
        while (passed <= uniform && chosen < shares.length - 1) {
            passed += shares[++chosen];
        }
        return chosen;
    }
}
