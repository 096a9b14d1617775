package org.tumen.analysis.smooth;

import org.tumen.draw.DrawSequence;

/**
 * The points dealt at random into parts of equal size, for cross-validation.
 *
 * @param count how many parts
 * @param of the part of each point
 * @param sizes the number of points in each part
 */
public record Folds(int count, int[] of, int[] sizes) {
    /** Deals; the same for the same seed. */
    public static Folds deal(int points, int count, long seed) {
        int[] order = new DrawSequence(seed, "folds").permutation(points);
        int[] of = new int[points];
        int[] sizes = new int[count];
        for (int i = 0; i < points; i++) {
            of[order[i]] = i % count;
            sizes[i % count]++;
        }
        return new Folds(count, of, sizes);
    }

    public int points() {
        return of.length;
    }

    /** The part so many places after that of a point. */
    public int after(int point, int places) {
        return (of[point] + places) % count;
    }

    /** Means of a column over all parts but one, for each part. */
    public double[] meansOfOthers(double[] y) {
        double[] sums = new double[count];
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            sums[of[i]] += y[i];
            total += y[i];
        }
        double[] means = new double[count];
        for (int f = 0; f < count; f++) {
            means[f] = (total - sums[f]) / (y.length - sizes[f]);
        }
        return means;
    }
}
