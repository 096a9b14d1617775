package org.tumen.study.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.Finding;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.ReferenceDifferences;
import org.tumen.analysis.comparison.Settings;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.PointValues;
import org.tumen.words.Numbers;

/**
 * How an outcome responds to the levers: all points met the same random numbers, so that differences between points are known
 * far better than their levels.
 *
 * @param measure the outcome, which way it is better, and what matters of it
 * @param against each point against the reference
 * @param meanDecimals how many decimals a reader is told of a mean
 * @param decimals the same of a difference
 */
record SweepResponse(
        Measure measure,
        PointValues values,
        ReferenceDifferences against,
        double[] means,
        int meanDecimals,
        int decimals) {
    static SweepResponse of(DesignOutcomes explored, Measure measure, int reference, long seed) {
        Outcome outcome = measure.outcome();
        PointValues values = explored.values(outcome);
        if (values.rows()[reference].length < 2) {
            throw new IllegalStateException("fewer than two runs were completed at every point");
        }
        Settings settings = Settings.standard().withSeed(seed);
        ReferenceDifferences against = ReferenceDifferences.of(
                outcome, values.rows(), reference, values.clusters().get(reference), settings);
        int meanDecimals = values.decimals();
        int decimals = Numbers.decimals(against.points().stream()
                        .flatMap(point -> Stream.ofNullable(point.interval()))
                        .mapToDouble(Interval::halfWidth))
                .orElse(meanDecimals);
        return new SweepResponse(measure, values, against, values.means(), meanDecimals, decimals);
    }

    Outcome outcome() {
        return measure.outcome();
    }

    /** Which way it is better, by the study. */
    Direction direction() {
        return measure.direction();
    }

    int reference() {
        return against.reference();
    }

    /** The points, best first; where neither way is better, highest first. Of equals the reference stands before others. */
    List<Integer> ranked() {
        Comparator<Integer> order = Comparator.comparingDouble(i -> means[i]);
        return IntStream.range(0, means.length)
                .boxed()
                .sorted((direction() == Direction.LESS ? order : order.reversed()).thenComparing(i -> i != reference()))
                .toList();
    }

    /** The difference of each point. */
    double[] differences() {
        return each(MeanDifference::difference);
    }

    /** The lower end of each interval; NaN without. */
    double[] low() {
        return each(point -> Interval.lowOf(point.interval()));
    }

    /** The upper end of each interval; NaN without. */
    double[] high() {
        return each(point -> Interval.highOf(point.interval()));
    }

    /** The interval of a point's difference; null without. */
    @Nullable
    Interval interval(int point) {
        return against.points().get(point).interval();
    }

    /** How far each interval reaches towards 0: a difference that is larger stands out of the noise. */
    double[] noise() {
        return each(point -> point.difference() > 0
                ? point.difference() - Interval.lowOf(point.interval())
                : Interval.highOf(point.interval()) - point.difference());
    }

    private double[] each(ToDoubleFunction<MeanDifference> what) {
        return against.points().stream().mapToDouble(what).toArray();
    }

    Finding finding(int point) {
        return against.finding(point, measure);
    }

    /** Whether a point differs in some runs, but in too few, or in nearly all by the same, so that nothing can be said of it. */
    boolean untold(int point) {
        MeanDifference difference = against.points().get(point);
        return difference.differing() > 0 && (difference.interval() == null || difference.tooFewDiffer());
    }

    /** Why nothing can be said of a point of which too few runs differ: runs that share a draw of the parameters count once. */
    String tooFew(int point) {
        Clusters of = values.clusters().get(reference());
        String differ = Numbers.count(against.points().get(point).differing());
        String needed = "; " + StudentisedMean.FEWEST_DIFFERING + " are needed.";
        return "Too few differ to say whether that is noise: "
                + (of.areSingle()
                        ? differ + " of " + Numbers.counted(of.runs(), "run") + (of.runs() == 1 ? " does" : " do")
                                + needed
                        : "the " + Numbers.counted(of.runs(), "run") + " share "
                                + Numbers.counted(of.count(), "draw") + " of the uncertain parameters and count as "
                                + Numbers.counted(of.count(), "independent run") + ", of which " + differ + " differ"
                                + needed);
    }

    /** How many points come to some findings. */
    long count(Finding... findings) {
        return IntStream.range(0, against.points().size())
                .filter(i -> List.of(findings).contains(finding(i)))
                .count();
    }

    /** Whether any point can be judged: enough runs differ. */
    boolean judged() {
        return against.points().stream().anyMatch(point -> point.interval() != null && point.differing() > 0);
    }

    /** A difference as a reader is told it. */
    String told(double difference) {
        return Numbers.difference(difference, decimals);
    }

    /** The mean of a point as a reader is told it. */
    String mean(int point) {
        return Numbers.fixed(means[point], meanDecimals);
    }
}
