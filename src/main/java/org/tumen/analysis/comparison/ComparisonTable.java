package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;

/**
 * Many outcomes of many arms against a baseline (or each other), with intervals and p-values of the mean differences that
 * hold for all rows together, see {@link Family}.
 *
 * @param rows by arm, then by measure
 */
public record ComparisonTable(List<Row> rows) {
    /**
     * One comparison.
     *
     * @param baseline name of the arm it is held against
     * @param arm name of the arm
     */
    public record Row(String baseline, String arm, PairedComparison comparison) {
        /** The verdict in a sentence. */
        public String verdict() {
            return comparison.verdict(arm);
        }
    }

    private record Pair(Arm baseline, Arm arm) {
        int runs() {
            return Math.min(baseline.runs(), arm.runs());
        }

        double[] baseline(Measure measure) {
            return first(baseline.column(measure.outcome()));
        }

        double[] arm(Measure measure) {
            return first(arm.column(measure.outcome()));
        }

        private double[] first(double[] column) {
            return column.length == runs() ? column : Arrays.copyOf(column, runs());
        }

        Clusters clusters() {
            return Arm.clusters(List.of(baseline, arm));
        }
    }

    public ComparisonTable {
        rows = List.copyOf(rows);
    }

    /**
     * Every arm against the baseline. Where arms have different numbers of runs, a pair uses the runs both have.
     *
     * @param measures the outcomes of interest; their smallest differences replace the one of the settings
     * @param baseline the arm of reference
     * @param arms the others
     * @param settings how to compare
     * @throws IllegalArgumentException as {@link PairedComparison#of}, and when an arm lacks an outcome
     */
    public static ComparisonTable of(List<Measure> measures, Arm baseline, List<Arm> arms, Settings settings) {
        return of(measures, baseline, arms, settings, () -> {});
    }

    /** The same; {@code done} is told after each row. */
    public static ComparisonTable of(
            List<Measure> measures, Arm baseline, List<Arm> arms, Settings settings, Runnable done) {
        return compare(measures, arms.stream().map(a -> new Pair(baseline, a)).toList(), settings, done);
    }

    /** Every arm against every one before it; {@code done} is told after each row. */
    public static ComparisonTable allPairs(List<Measure> measures, List<Arm> arms, Settings settings, Runnable done) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            for (int j = i + 1; j < arms.size(); j++) {
                pairs.add(new Pair(arms.get(i), arms.get(j)));
            }
        }
        return compare(measures, pairs, settings, done);
    }

    private static ComparisonTable compare(List<Measure> measures, List<Pair> pairs, Settings settings, Runnable done) {
        Map<Integer, Resamples> plans = new HashMap<>();
        Family family = new Family(settings);
        for (Pair pair : pairs) {
            Resamples plan = plan(plans, pair, settings);
            for (Measure measure : measures) {
                double[] baseline = pair.baseline(measure);
                double[] arm = pair.arm(measure);
                Columns.requirePaired(baseline, arm);
                family.add(measure.outcome(), baseline, arm, pair.clusters(), plan);
            }
        }
        Iterator<MeanDifference> judged = family.judged().iterator();
        // First order implies second, so that a row makes one claim.
        long ranked = measures.stream().filter(Measure::ranked).count() * pairs.size();
        double dominanceFrom = settings.familyLevel(Math.max(1, ranked));
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            for (Measure measure : measures) {
                PairedComparison comparison = PairedComparison.of(
                        measure.outcome(),
                        measure.direction(),
                        new PairedComparison.Pairs(
                                pair.baseline(measure),
                                pair.arm(measure),
                                pair.clusters(),
                                plan(plans, pair, settings),
                                dominanceFrom),
                        judged.next(),
                        settings.withSmallestDifference(measure.smallestDifference()));
                rows.add(new Row(pair.baseline.name(), pair.arm.name(), comparison));
                done.run();
            }
        }
        return new ComparisonTable(rows);
    }

    /** One plan for all pairs of as many clusters, so that their resamples go together. */
    private static Resamples plan(Map<Integer, Resamples> plans, Pair pair, Settings settings) {
        return plans.computeIfAbsent(
                pair.clusters().count(), n -> new Resamples(n, settings.resamples(), settings.seed()));
    }
}
