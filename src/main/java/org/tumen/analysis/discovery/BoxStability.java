package org.tumen.analysis.discovery;

import java.util.Arrays;
import java.util.function.Function;
import org.tumen.draw.DrawSequence;

/**
 * Whether a box would be found again: all that found it repeated on subsamples drawn without replacement. After the resampling
 * test of Bryant and Lempert (2010), who resample with replacement and take boxes of like coverage; the box whose coverage
 * comes nearest may be far from dense where coverage hardly falls.
 *
 * @param restricted for each factor the share of subsamples whose box restricts it
 * @param overlap the mean over subsamples of points in both boxes over points in either, on all points: 1 is the same box
 * @param resamples how many subsamples
 */
@SuppressWarnings("ArrayRecordComponent")
public record BoxStability(double[] restricted, double overlap, int resamples) {

    /**
     * Checks.
     *
     * @param found the box of all points
     * @param finder the whole procedure that found it: PRIM, the choice of a box, and the restrictions that are dropped from it
     * @param resamples how many subsamples, 1 or more
     * @param share the size of a subsample as a share of the points, between 0 and 1; one half is severe
     */
    public static BoxStability of(
            LabelledPoints data,
            Box found,
            Function<LabelledPoints, Box> finder,
            int resamples,
            double share,
            long seed) {
        if (resamples < 1 || !(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "subsamples are 1 or more of a share between 0 and 1, not " + resamples + " of " + share);
        }
        DrawSequence draws = new DrawSequence(seed, "subsample");
        int[] times = new int[data.factors().size()];
        double overlap = 0;
        int size = Math.max(1, (int) (share * data.size()));
        for (int b = 0; b < resamples; b++) {
            int[] rows = Arrays.copyOf(draws.startAt(b).permutation(data.size()), size);
            Box box = finder.apply(data.rows(rows));
            for (int j : box.restricted()) {
                times[j]++;
            }
            overlap += overlap(data, found, box);
        }
        double[] restricted =
                Arrays.stream(times).mapToDouble(t -> (double) t / resamples).toArray();
        return new BoxStability(restricted, overlap / resamples, resamples);
    }

    private static double overlap(LabelledPoints data, Box a, Box b) {
        int both = 0;
        int either = 0;
        for (double[] point : data.points()) {
            boolean inA = a.contains(point);
            boolean inB = b.contains(point);
            both += inA && inB ? 1 : 0;
            either += inA || inB ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
