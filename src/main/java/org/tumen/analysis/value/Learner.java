package org.tumen.analysis.value;

import org.tumen.analysis.StudentisedMean;

/**
 * What a quantity tells of the differences of arms: learnt on all parts but one, judged on the part left out.
 */
interface Learner {
    /**
     * What deciding by the quantity gains over deciding without, judged on points that the decision was not learnt from.
     *
     * @param differences arm minus baseline by arm and point, more being better
     * @param order the outcome of point i is {@code differences[k][order[i]]}; the identity, or a permutation for noise
     * @param errors whether standard errors are wanted; else they are 0
     * @return a gain for each arm against the baseline alone, then, with several arms, for the choice among all
     */
    Gain[] gains(double[][] differences, int[] order, boolean errors);

    /**
     * A gain.
     *
     * @param value its mean over the points
     * @param error its standard error
     * @param changed at how many points the choice is another one; 0 where no errors were wanted
     */
    record Gain(double value, double error, int changed) {
        static final Gain NONE = new Gain(0, 0, 0);

        /** The standard error where so many points change that it can be relied on, else NaN. */
        double reliableError() {
            return changed < StudentisedMean.FEWEST_DIFFERING ? Double.NaN : error;
        }
    }

    /** The choices that are judged: each arm against the baseline, then all together. */
    static int[][] choices(int arms) {
        int[][] choices = new int[arms == 1 ? 1 : arms + 1][];
        for (int k = 0; k < arms; k++) {
            choices[k] = new int[] {k};
        }
        if (arms > 1) {
            choices[arms] = java.util.stream.IntStream.range(0, arms).toArray();
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
}
