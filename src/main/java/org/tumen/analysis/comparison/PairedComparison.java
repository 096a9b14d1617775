package org.tumen.analysis.comparison;

import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;
import org.tumen.analysis.comparison.pair.Dominance;
import org.tumen.analysis.comparison.pair.KolmogorovSmirnov;
import org.tumen.analysis.comparison.pair.LogRank;
import org.tumen.analysis.comparison.pair.PairBootstrap;
import org.tumen.analysis.comparison.pair.PairGrid;
import org.tumen.analysis.comparison.pair.QuantileDifferences;
import org.tumen.analysis.comparison.pair.SignedRank;
import org.tumen.analysis.comparison.pair.Tail;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * Everything about one outcome of an arm against its baseline on common random numbers. A pure function of the pairs, whatever
 * their order, and of the settings.
 *
 * @param outcome what is compared
 * @param direction which way it is better here
 * @param settings how it was compared
 * @param mean difference of means
 * @param shares in how many runs the arm is higher, lower, equal
 * @param varianceReduction by what factor common random numbers cut the variance of the mean difference against independent
 *     seeds, (var(arm) + var(baseline))/var(arm − baseline) of the means over clusters: independent seeds would need that
 *     many times the runs; below 1 pairing did harm. Null where the differences do not vary
 * @param quantiles differences of quantiles with simultaneous bands; none for flags, nor where too few pairs differ, nor
 *     near the ends of few clusters
 * @param kolmogorovSmirnov distance of the distributions
 * @param signedRank Wilcoxon's test
 * @param tail conditional value at risk; null where neither direction is better, for flags, and where too few runs of the
 *     tails differ
 * @param firstOrder first-order dominance; null where neither direction is better, and for flags
 * @param secondOrder second-order dominance; null likewise
 * @param logRank log-rank test of equal hazards, in which the arm is group 1; null unless the outcome is a time
 * @param finding what the difference of means comes to
 */
public record PairedComparison(
        Outcome outcome,
        Direction direction,
        Settings settings,
        MeanDifference mean,
        Shares shares,
        @Nullable Double varianceReduction,
        QuantileDifferences quantiles,
        KolmogorovSmirnov kolmogorovSmirnov,
        SignedRank signedRank,
        @Nullable Tail tail,
        @Nullable Dominance firstOrder,
        @Nullable Dominance secondOrder,
        @Nullable LogRank logRank,
        Finding finding) {

    /** Paired columns, their clusters, a plan to resample these, and the share of resamples from which dominance is claimed. */
    record Pairs(double[] baseline, double[] arm, Clusters clusters, Resamples resamples, double dominanceFrom) {}

    static PairedComparison of(
            Outcome outcome, Direction direction, Pairs pairs, MeanDifference mean, Settings settings) {
        double[] baseline = pairs.baseline;
        double[] arm = pairs.arm;
        Clusters clusters = pairs.clusters;
        boolean flag = outcome.kind() == Kind.FLAG;
        boolean ranked = direction != Direction.NEUTRAL && !flag;
        // What a handful of runs have in common nearly all resamples have.
        double dominanceFrom = mean.tooFewDiffer() ? 1 : pairs.dominanceFrom;
        double[] sortedBaseline = Columns.sorted(baseline);
        double[] sortedArm = Columns.sorted(arm);
        PairGrid grid = new PairGrid(baseline, arm, sortedBaseline, sortedArm, pairs.resamples.units(clusters));
        PairBootstrap bootstrap = new PairBootstrap(
                grid,
                pairs.resamples,
                flag || mean.tooFewDiffer() ? new double[0] : QuantileDifferences.probabilities(clusters.count()),
                direction != Direction.LESS);
        return new PairedComparison(
                outcome,
                direction,
                settings,
                mean,
                Shares.of(baseline, arm),
                varianceReduction(baseline, arm, clusters, mean),
                QuantileDifferences.of(sortedBaseline, sortedArm, bootstrap, settings.level()),
                KolmogorovSmirnov.of(sortedBaseline, sortedArm, grid, settings.permutations(), settings.seed()),
                SignedRank.of(Columns.differences(baseline, arm), clusters),
                ranked
                        ? Tail.of(
                                baseline,
                                arm,
                                direction,
                                settings.tailShare(),
                                settings.level(),
                                clusters,
                                pairs.resamples)
                        : null,
                ranked ? Dominance.of(1, sortedBaseline, sortedArm, bootstrap.first, dominanceFrom) : null,
                ranked ? Dominance.of(2, sortedBaseline, sortedArm, bootstrap.second, dominanceFrom) : null,
                logRank(outcome, baseline, arm, settings, clusters),
                Finding.of(mean, settings.smallestDifference(), direction));
    }

    private static @Nullable Double varianceReduction(
            double[] baseline, double[] arm, Clusters clusters, MeanDifference mean) {
        double apart = square(clusters.standardError(baseline)) + square(clusters.standardError(arm));
        double paired = square(mean.standardError());
        return paired > 0 ? apart / paired : null;
    }

    private static double square(double x) {
        return x * x;
    }

    private static @Nullable LogRank logRank(
            Outcome outcome, double[] baseline, double[] arm, Settings settings, Clusters clusters) {
        if (outcome.kind() != Kind.TIME) {
            return null;
        }
        Double horizon = settings.horizon();
        if (horizon == null) {
            throw new IllegalArgumentException(
                    "comparing " + outcome.key() + ", a time, needs the horizon in weeks, and none was given");
        }
        return LogRank.of(baseline, arm, horizon, clusters);
    }

    /**
     * The verdict in a sentence.
     *
     * @param armName the arm's name as the sentence's subject
     */
    public String verdict(String armName) {
        return Verdict.words(armName, this);
    }
}
