package org.tumen.analysis.discovery;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Quasi-p values of Bryant and Lempert (2010): for each restriction of a box, the probability that a random draw of as
 * many points from the box without this restriction would hold at least as many cases (one-sided binomial). "Quasi",
 * because the box was chosen on the same points: they rank restrictions and do not test the box;
 * {@link BoxSignificance} does.
 */
public final class QuasiP {
    private QuasiP() {}

    /** A value a factor; NaN where the factor is not restricted. */
    public static double[] of(LabelledPoints data, Box box) {
        double[] values = new double[data.factors().size()];
        BoxScore score = BoxScore.of(data, box);
        for (int j = 0; j < values.length; j++) {
            values[j] = Double.NaN;
            if (box.restrictions().get(j).restricts()) {
                double rate = BoxScore.of(data, box.without(j)).density();
                values[j] = score.cases() == 0
                        ? 1
                        : 1
                                - new BinomialDistribution(null, score.inside(), rate)
                                        .cumulativeProbability(score.cases() - 1);
            }
        }
        return values;
    }

    /** The box without the restrictions whose value exceeds a level, dropped one by one from the worst. */
    public static Box pruned(LabelledPoints data, Box box, double level) {
        double[] values = of(data, box);
        int worst = -1;
        for (int j = 0; j < values.length; j++) {
            if (values[j] > level && (worst < 0 || values[j] > values[worst])) {
                worst = j;
            }
        }
        return worst < 0 ? box : pruned(data, box.without(worst), level);
    }
}
