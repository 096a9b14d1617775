package org.tumen.analysis.value;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a quantity tells of the differences of arms: learnt on all parts but one, judged on the part left out.
 */
interface Learner {
    /**
     * What deciding by the quantity gains over deciding without, judged on points that the decision was not learnt from.
     *
     * @param differences arm minus baseline by arm and point, more being better
     * @param order the outcome of point i is {@code differences[k][order[i]]}; the identity, or a permutation for noise
     * @param errors whether errors and the other estimates are wanted, too
     * @return a gain for each arm against the baseline alone, then, with several arms, for the choice among all
     */
    ValueOfKnowing.Gain[] gains(double[][] differences, int[] order, boolean errors);

    /** The choices that are judged: each arm against the baseline, then all together. */
    static int[][] choices(int arms) {
        int[][] choices = new int[arms == 1 ? 1 : arms + 1][];
        for (int k = 0; k < arms; k++) {
            choices[k] = new int[] {k};
        }
        if (arms > 1) {
            choices[arms] = IntStream.range(0, arms).toArray();
        }
        return choices;
    }

    /** The arm of a choice with the greatest value; −1, the baseline, whose value is 0, when none is above. */
    static int best(int[] choice, double[] values) {
        int best = -1;
        double most = 0;
        for (int k : choice) {
            if (values[k] > most) {
                most = values[k];
                best = k;
            }
        }
        return best;
    }

    /** The arm of a choice that is best over all points; −1 when none is above the baseline. */
    static int bestOnAverage(int[] choice, double[][] differences) {
        return best(
                choice, Arrays.stream(differences).mapToDouble(PointMeans::mean).toArray());
    }
}
