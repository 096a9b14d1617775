package org.tumen.analysis.score;

import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.Interval;

/**
 * A calibration (reliability) curve: in each bin of forecasts, how often the event happened, with a Wilson interval.
 *
 * @param points the bins that hold forecasts, in order
 */
public record CalibrationCurve(List<Point> points) {
    /**
     * One bin.
     *
     * @param count forecasts in it
     * @param forecast their mean
     * @param observed the share that happened
     * @param interval for the probability that the event happens
     */
    public record Point(int count, double forecast, double observed, Interval interval) {}

    public CalibrationCurve {
        points = List.copyOf(points);
    }

    /**
     * The curve over bins of equal width.
     *
     * @param probabilities forecasts of the event
     * @param happened whether it happened
     * @param bins number of bins
     * @param level confidence level of the intervals, such as .9
     */
    public static CalibrationCurve of(double[] probabilities, boolean[] happened, int bins, double level) {
        if (probabilities.length != happened.length) {
            throw new IllegalArgumentException("needs as many outcomes as forecasts");
        }
        int[] count = new int[bins];
        int[] hits = new int[bins];
        double[] sum = new double[bins];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = bin(probabilities[i], bins);
            count[bin]++;
            sum[bin] += probabilities[i];
            hits[bin] += happened[i] ? 1 : 0;
        }
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < bins; k++) {
            if (count[k] > 0) {
                Coverage share = new Coverage(hits[k], count[k]);
                points.add(new Point(count[k], sum[k] / count[k], share.share(), share.wilson(level)));
            }
        }
        return new CalibrationCurve(points);
    }

    static int bin(double probability, int bins) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1, not " + probability);
        }
        return Math.min(bins - 1, (int) (probability * bins));
    }
}
