package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.draw.DrawSequence;

/**
 * Draws of the expected differences of each world in several criteria, luck averaged out (see {@link ExpectedDifferences}):
 * arms and criteria have one covariance, so that what stays unknown of a world hangs together between criteria as it is seen to,
 * and not as if what is good for one were good for all.
 */
public final class DrawnWorlds {
    private DrawnWorlds() {}

    /**
     * Draws. Each arm's average over worlds is its difference over the runs: what the draws add to it would decide between
     * close arms.
     *
     * @param draws the draws of the runs
     * @param criteria the outcomes by criterion, arm and run, the baseline first; paired as in {@link DrawnComparison}
     * @return arm minus baseline, by criterion, arm (the baseline left out) and point
     */
    public static List<double[][]> of(StoredDraws draws, List<double[][]> criteria) {
        PriorSample sample = draws.sample();
        List<double[]> differences = new ArrayList<>();
        for (double[][] columns : criteria) {
            for (int k = 1; k < columns.length; k++) {
                double[] arm = columns[k];
                double[] difference = new double[arm.length];
                Arrays.setAll(difference, i -> arm[i] - columns[0][i]);
                differences.add(difference);
            }
        }
        PointMeans data = PointMeans.of(sample, differences.toArray(double[][]::new));
        ExpectedDifferences expected =
                new ExpectedDifferences(data, sample, draws.heldOut(data.means()), -1, DrawnComparison.PARTS);
        double[][] drawn = expected.draw(normals(draws, data.arms()));
        for (int k = 0; k < drawn.length; k++) {
            double[] world = drawn[k];
            double shift = PointMeans.mean(data.means()[k]) - PointMeans.mean(world);
            Arrays.setAll(world, i -> world[i] + shift);
        }
        List<double[][]> worlds = new ArrayList<>();
        int from = 0;
        for (double[][] columns : criteria) {
            worlds.add(Arrays.copyOfRange(drawn, from, from + columns.length - 1));
            from += columns.length - 1;
        }
        return worlds;
    }

    /** Independent standard normal numbers by row and point. */
    static double[][] normals(StoredDraws draws, int rows) {
        DrawSequence sequence = new DrawSequence(draws.settings().seed(), "worlds");
        return IntStream.range(0, rows)
                .mapToObj(k -> {
                    sequence.startAt(k);
                    return IntStream.range(0, draws.sample().points())
                            .mapToDouble(i -> sequence.normal())
                            .toArray();
                })
                .toArray(double[][]::new);
    }
}
