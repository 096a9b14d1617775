package org.tumen.analysis.discovery;

import org.tumen.draw.DrawSequence;

/**
 * Whether PRIM found more than it finds in noise: the whole procedure repeated on labels dealt to the points at random.
 * The statistic is the greatest excess of cases in standard deviations over the boxes of the trajectory, so the choice of
 * box is inside the test.
 *
 * @param pValue (1 + number of permutations that reach it)/(1 + permutations)
 */
public record BoxSignificance(double pValue) {

    /**
     * Tests.
     *
     * @param permutations how many, 1 or more; 99 resolve one per cent
     */
    public static BoxSignificance of(LabelledPoints data, PrimSettings settings, int permutations, long seed) {
        if (permutations < 1) {
            throw new IllegalArgumentException("permutations must be 1 or more, not " + permutations);
        }
        double excess = excess(data, settings);
        DrawSequence draws = new DrawSequence(seed, "relabel");
        int reached = 0;
        for (int b = 0; b < permutations; b++) {
            int[] order = draws.startAt(b).permutation(data.size());
            reached += excess(data.relabelled(order), settings) >= excess ? 1 : 0;
        }
        return new BoxSignificance((1.0 + reached) / (1.0 + permutations));
    }

    private static double excess(LabelledPoints data, PrimSettings settings) {
        return Prim.run(data, settings).steps().stream()
                .mapToDouble(BoxScore::excess)
                .max()
                .orElse(0);
    }
}
