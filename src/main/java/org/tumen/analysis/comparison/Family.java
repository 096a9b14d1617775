package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Distributions;
import org.tumen.analysis.Interval;
import org.tumen.analysis.Resamples;
import org.tumen.analysis.StudentisedMean;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * The rows of a comparison, outcomes by arms, judged together: the probability that any interval of the family misses its
 * true difference is at most 1 − level.
 *
 * <p>Rows that are not flags have the intervals difference ± c · standard error, where c is the quantile of the largest
 * studentised deviation over them, |mean* − mean|/error*, under one resampling of clusters for all rows, which keeps the
 * dependence between outcomes and between arms: the max-t bootstrap of J. P. Romano and M. Wolf, "Exact and approximate
 * stepdown methods for multiple hypothesis testing", J. Amer. Statist. Assoc. 100 (2005) 94–108, in its single step, so
 * that verdicts and intervals agree; c is never below Student's t. Flags have the exact intervals of {@link PairedFlags}.
 * The two share the error in proportion to their rows (Bonferroni), and so do flags among themselves. A row in which fewer
 * than {@link StudentisedMean#FEWEST_DIFFERING} clusters differ has no variance to rely on: it has no interval unless it is
 * a flag, and no verdict unless it is one of runs with a cluster each, whose test is exact however few differ; nor has one
 * in which all but fewer than that differ by the same.
 *
 * <p>When runs were added while looking, each row has a {@link ConfidenceSequence} instead, at 1 − (1 − level)/rows.
 */
final class Family {
    private final Settings settings;
    private final double error;
    private final List<Row> rows = new ArrayList<>();

    /** A family without rows. */
    Family(Settings settings) {
        this.settings = settings;
        this.error = (1 - settings.level()) / settings.tables();
    }

    private enum Method {
        FLAGS,
        STUDENTISED,
        SEQUENCE,
        CONSTANT,
        NONE
    }

    /** What is kept of a row: no columns, for rows are many and columns long. */
    private record Row(
            double baseline,
            double arm,
            double deviation,
            Clusters clusters,
            StudentisedMean mean,
            Shares shares,
            Method method,
            double[] deviations) {}

    /**
     * Adds a row.
     *
     * @param clusters of the runs of the columns
     * @param resamples a plan for as many clusters
     */
    void add(Outcome outcome, double[] baseline, double[] arm, Clusters clusters, Resamples resamples) {
        double[] differences = Columns.differences(baseline, arm);
        StudentisedMean mean = new StudentisedMean(differences, clusters);
        Method method = method(outcome, mean);
        rows.add(new Row(
                StatUtils.mean(baseline),
                StatUtils.mean(arm),
                Math.sqrt(StatUtils.variance(differences, mean.mean())),
                clusters,
                mean,
                Shares.of(baseline, arm),
                method,
                method == Method.STUDENTISED ? mean.deviations(differences, resamples) : new double[0]));
    }

    private Method method(Outcome outcome, StudentisedMean mean) {
        if (mean.constant()) {
            return Method.CONSTANT;
        }
        if (settings.repeatedLooks()) {
            boolean enough = mean.reliable() && mean.clusters() >= ConfidenceSequence.MINIMUM_RUNS;
            return enough ? Method.SEQUENCE : Method.NONE;
        }
        if (outcome.kind() == Kind.FLAG) {
            return Method.FLAGS;
        }
        return mean.reliable() && !mean.alike() ? Method.STUDENTISED : Method.NONE;
    }

    /** The rows in the order in which they were added. */
    List<MeanDifference> judged() {
        double[] largest = largestDeviations();
        return rows.stream().map(row -> judged(row, largest)).toList();
    }

    private long count(Method method) {
        return rows.stream().filter(r -> r.method == method).count();
    }

    /** The largest deviation over the rows in each resample, ascending. */
    private double[] largestDeviations() {
        double[] largest = new double[settings.resamples()];
        for (Row row : rows) {
            for (int b = 0; b < row.deviations.length; b++) {
                largest[b] = Math.max(largest[b], row.deviations[b]);
            }
        }
        Arrays.sort(largest);
        return largest;
    }

    private MeanDifference judged(Row row, double[] largest) {
        return switch (row.method) {
            case FLAGS -> flags(row);
            case STUDENTISED -> studentised(row, largest);
            case SEQUENCE -> sequence(row);
            case CONSTANT -> constant(row);
            case NONE -> row(row, null, row.mean.differing() == 0 ? 1.0 : null, row.mean.differing() == 0 ? 1.0 : null);
        };
    }

    /** How many rows share the error: those with an interval. */
    private double sharing() {
        return count(Method.FLAGS) + count(Method.STUDENTISED);
    }

    private MeanDifference flags(Row row) {
        PairedFlags flags = new PairedFlags(row.shares, row.mean, row.clusters);
        double p = flags.pValue();
        return row(row, flags.interval(1 - error / sharing()), p, Math.min(1, p * sharing() * settings.tables()));
    }

    private MeanDifference studentised(Row row, double[] largest) {
        double share = count(Method.STUDENTISED) / sharing();
        double student = Distributions.tCritical(1 - error, row.mean.clusters() - 1.0);
        double critical = Math.max(student, criticalValue(largest, error * share, row.mean.clusters()));
        double[] own = row.deviations.clone();
        Arrays.sort(own);
        double t = Distributions.tTwoSided(row.mean.statistic(), row.mean.clusters() - 1.0);
        double p = Math.max(t, reached(own, row.mean.statistic()));
        double together = reached(largest, row.mean.statistic()) / share * settings.tables();
        return row(
                row,
                Interval.around(row.mean.mean(), critical * row.mean.standardError()),
                p,
                Math.min(1, Math.max(together, p * settings.tables())));
    }

    /** The same difference in every run: only the signs, fair coins by cluster, could be chance. */
    private MeanDifference constant(Row row) {
        double p = Math.pow(2, 1.0 - row.mean.clusters());
        Interval point = new Interval(row.mean.mean(), row.mean.mean());
        return row(row, point, p, Math.min(1, p * rows.size() * settings.tables()));
    }

    private MeanDifference sequence(Row row) {
        double sharing = rows.size();
        int planned = ConfidenceSequence.plannedClusters(settings.plannedRuns(), row.clusters);
        ConfidenceSequence sequence = new ConfidenceSequence(1 - error / sharing, planned);
        int n = row.mean.clusters();
        double spread = row.mean.standardError() * Math.sqrt(n);
        double p = sequence.pValue(n, row.mean.mean(), spread);
        return row(row, sequence.interval(n, row.mean.mean(), spread), p, Math.min(1, p * sharing * settings.tables()));
    }

    private static MeanDifference row(
            Row row, @Nullable Interval interval, @Nullable Double pValue, @Nullable Double adjusted) {
        return new MeanDifference(
                row.clusters.runs(),
                row.mean.clusters(),
                row.mean.differing(),
                row.method == Method.FLAGS && row.clusters.areSingle(),
                row.mean.alike(),
                row.baseline,
                row.arm,
                row.mean.mean(),
                row.deviation,
                row.mean.standardError(),
                interval,
                pValue,
                adjusted);
    }

    /**
     * The value that at most a share of the deviations, one more counted, reach: the ⌈(1 − share)(B + 1)⌉-th of B. Where the
     * resamples are too few to tell, the larger of their last and Student's t shared among the rows.
     */
    private double criticalValue(double[] sorted, double share, int clusters) {
        int rank = (int) Math.ceil((1 - share) * (sorted.length + 1) - 1e-9);
        return rank <= sorted.length
                ? sorted[Math.max(rank, 1) - 1]
                : Math.max(
                        sorted[sorted.length - 1],
                        Distributions.tCritical(1 - share / count(Method.STUDENTISED), clusters - 1.0));
    }

    /** (1 + number that reach the statistic)/(1 + B). */
    private static double reached(double[] sorted, double statistic) {
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] >= statistic) {
                above = middle;
            } else {
                below = middle + 1;
            }
        }
        return (1.0 + sorted.length - below) / (1.0 + sorted.length);
    }
}
