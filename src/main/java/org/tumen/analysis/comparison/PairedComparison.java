package org.tumen.analysis.comparison;

import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * Everything about one outcome of an arm against its baseline on the same luck. A pure function of the pairs, whatever
 * their order, and of the settings.
 *
 * @param outcome what is compared
 * @param direction which way it is better here
 * @param settings how it was compared
 * @param mean difference of means
 * @param shares in how many runs the arm is higher, lower, equal
 * @param varianceReduction what pairing gained
 * @param quantiles differences of quantiles with simultaneous bands
 * @param kolmogorovSmirnov distance of the distributions
 * @param signedRank Wilcoxon's test
 * @param tail conditional value at risk; null where neither direction is better
 * @param firstOrder first-order dominance; null where neither direction is better
 * @param secondOrder second-order dominance; null where neither direction is better
 * @param time restricted mean and log-rank test; null unless the outcome is a time
 * @param finding what the difference of means comes to
 */
public record PairedComparison(
        Outcome outcome,
        Direction direction,
        Settings settings,
        MeanDifference mean,
        Shares shares,
        VarianceReduction varianceReduction,
        QuantileDifferences quantiles,
        KolmogorovSmirnov kolmogorovSmirnov,
        SignedRank signedRank,
        @Nullable Tail tail,
        @Nullable Dominance firstOrder,
        @Nullable Dominance secondOrder,
        @Nullable TimeToEvent time,
        Finding finding) {

    /**
     * Compares two columns paired by index.
     *
     * @param outcome what the columns hold
     * @param direction which way it is better, usually {@link Outcome#direction()}
     * @param baseline the baseline's values, one a run
     * @param arm the arm's values for the same runs
     * @param settings how to compare
     * @throws IllegalArgumentException when the columns differ in length, have fewer than 2 runs or hold a value that is
     *     not finite, or when the outcome is a time and the settings give no horizon
     */
    public static PairedComparison of(
            Outcome outcome, Direction direction, double[] baseline, double[] arm, Settings settings) {
        Columns.requirePaired(baseline, arm);
        return of(
                outcome,
                direction,
                baseline,
                arm,
                settings,
                new Resamples(arm.length, settings.resamples(), settings.seed()));
    }

    static PairedComparison of(
            Outcome outcome,
            Direction direction,
            double[] baseline,
            double[] arm,
            Settings settings,
            Resamples resamples) {
        Columns.requirePaired(baseline, arm);
        boolean directed = direction != Direction.NEUTRAL;
        double[] sortedBaseline = Columns.sorted(baseline);
        double[] sortedArm = Columns.sorted(arm);
        PairGrid grid = new PairGrid(baseline, arm, sortedBaseline, sortedArm);
        PairBootstrap bootstrap =
                new PairBootstrap(grid, resamples, QuantileDifferences.probabilities(), direction != Direction.LESS);
        Shares shares = Shares.of(baseline, arm);
        MeanDifference mean = MeanDifference.of(baseline, arm, bootstrap.means, settings);
        return new PairedComparison(
                outcome,
                direction,
                settings,
                mean,
                shares,
                VarianceReduction.of(baseline, arm, settings.level()),
                QuantileDifferences.of(sortedBaseline, sortedArm, bootstrap, settings.level()),
                KolmogorovSmirnov.of(sortedBaseline, sortedArm, grid, settings),
                SignedRank.of(Columns.differences(baseline, arm)),
                directed ? Tail.of(baseline, arm, direction, settings.tailShare(), settings.level()) : null,
                directed ? Dominance.of(1, bootstrap.first) : null,
                directed ? Dominance.of(2, bootstrap.second) : null,
                time(outcome, baseline, arm, settings),
                Finding.of(shares.equal() == 1, interval(mean, settings), settings.smallestDifference(), direction));
    }

    private static @Nullable TimeToEvent time(Outcome outcome, double[] baseline, double[] arm, Settings settings) {
        if (outcome.kind() != Kind.TIME) {
            return null;
        }
        Double horizon = settings.horizon();
        if (horizon == null) {
            throw new IllegalArgumentException(
                    "comparing " + outcome.key() + ", a time, needs the horizon in weeks, and none was given");
        }
        return TimeToEvent.of(baseline, arm, horizon, settings.level());
    }

    /** The interval on which the finding rests: BCa, or the confidence sequence under repeated looks. */
    public Interval interval() {
        return interval(mean, settings);
    }

    private static Interval interval(MeanDifference mean, Settings settings) {
        return settings.repeatedLooks() ? mean.anytimeInterval() : mean.bcaInterval();
    }

    /** The p-value of no difference of means: paired t, or that of the confidence sequence under repeated looks. */
    public double pValue() {
        return settings.repeatedLooks() ? mean.anytimePValue() : mean.pValue();
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
