package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.outcome.Outcome;

/**
 * Many outcomes of many arms against a baseline (or each other), with p-values of the mean differences adjusted by
 * {@link Holm} over all rows.
 *
 * @param rows by arm, then by measure
 */
public record ComparisonTable(List<Row> rows) {
    /**
     * One comparison.
     *
     * @param baseline name of the arm it is held against
     * @param arm name of the arm
     * @param comparison the comparison
     * @param holmPValue its {@link PairedComparison#pValue()} adjusted over the table
     */
    public record Row(String baseline, String arm, PairedComparison comparison, double holmPValue) {
        /** The verdict in a sentence. */
        public String verdict() {
            return comparison.verdict(arm);
        }
    }

    private record Pair(Arm baseline, Arm arm) {}

    /** Keeps its own copy of the list. */
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
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            int runs = Math.min(pair.baseline.runs(), pair.arm.runs());
            Resamples plan = plans.computeIfAbsent(runs, n -> new Resamples(n, settings.resamples(), settings.seed()));
            for (Measure measure : measures) {
                PairedComparison comparison = PairedComparison.of(
                        measure.outcome(),
                        measure.direction(),
                        Arrays.copyOf(pair.baseline.column(measure.outcome()), runs),
                        Arrays.copyOf(pair.arm.column(measure.outcome()), runs),
                        settings.withSmallestDifference(measure.smallestDifference()),
                        plan);
                rows.add(new Row(pair.baseline.name(), pair.arm.name(), comparison, comparison.pValue()));
                done.run();
            }
        }
        return new ComparisonTable(adjusted(rows));
    }

    private static List<Row> adjusted(List<Row> rows) {
        double[] adjusted = Holm.adjust(
                rows.stream().mapToDouble(r -> r.comparison.pValue()).toArray());
        List<Row> result = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Row row = rows.get(i);
            result.add(new Row(row.baseline, row.arm, row.comparison, adjusted[i]));
        }
        return result;
    }

    /** The first row of an arm and an outcome. */
    public Optional<Row> row(String arm, Outcome outcome) {
        return rows.stream()
                .filter(r -> r.arm.equals(arm) && r.comparison.outcome() == outcome)
                .findFirst();
    }
}
