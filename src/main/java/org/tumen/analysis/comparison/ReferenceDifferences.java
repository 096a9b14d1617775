package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;
import org.tumen.outcome.Outcome;

/**
 * Points of a design that met the same random numbers, each against one of them, run by run. The intervals hold for all points
 * together, see {@link Family}: a point that is picked because it did best is covered like any other.
 *
 * @param reference the point that all are held against
 * @param points a difference a point; that of the reference is 0 without interval
 */
public record ReferenceDifferences(int reference, List<MeanDifference> points) {
    public ReferenceDifferences {
        points = List.copyOf(points);
    }

    /**
     * The differences.
     *
     * @param rows a row a point, a column a run
     * @param reference the point that all are held against
     * @param clusters which runs share a draw of uncertain parameters
     * @throws IllegalArgumentException when there are fewer than 2 runs or a value is not finite
     */
    public static ReferenceDifferences of(
            Outcome outcome, double[][] rows, int reference, Clusters clusters, Settings settings) {
        Resamples resamples = new Resamples(clusters.count(), settings.resamples(), settings.seed());
        Family family = new Family(settings);
        for (int i = 0; i < rows.length; i++) {
            Columns.requirePaired(rows[reference], rows[i]);
            if (i != reference) {
                family.add(outcome, rows[reference], rows[i], clusters, resamples);
            }
        }
        List<MeanDifference> points = new ArrayList<>(family.judged());
        double mean = StatUtils.mean(rows[reference]);
        points.add(
                reference,
                new MeanDifference(
                        clusters.runs(), clusters.count(), 0, false, false, mean, mean, 0, 0, 0, null, 1.0, 1.0));
        return new ReferenceDifferences(reference, points);
    }

    /** What the difference of a point comes to. */
    public Finding finding(int point, Measure measure) {
        return Finding.of(points.get(point), measure.smallestDifference(), measure.direction());
    }
}
