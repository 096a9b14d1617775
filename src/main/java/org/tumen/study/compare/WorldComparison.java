package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.Valued;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.summary.PriorComparison;

/**
 * The arms of one world, compared.
 *
 * @param arms all arms, in the order of the study
 * @param baseline the arm against which the others are held
 * @param prior what they come to over the prior; null where nothing is uncertain
 * @param pareto the arms that no other dominates; null where fewer than two outcomes have a direction
 * @param described the weekly description of each arm in the same order
 */
record WorldComparison(
        List<Arm> arms,
        String baseline,
        ComparisonTable table,
        @Nullable PriorComparison prior,
        @Nullable ParetoSet pareto,
        List<BatchData> described) {

    /** With which week runs count in which something never happened, where a measure is such a week. */
    String never(List<Measure> measures) {
        Double weeks = table.rows().get(0).comparison().settings().horizon();
        return weeks == null
                ? ""
                : OutcomeNumbers.never(measures.stream().map(Measure::outcome).toList(), weeks.intValue());
    }

    /** Compares; {@code done} hears of each difference. */
    static WorldComparison of(
            List<Arm> arms,
            String baseline,
            List<Measure> measures,
            boolean allPairs,
            Settings settings,
            @Nullable PriorComparison prior,
            List<BatchData> described,
            Runnable done) {
        List<Arm> others = new ArrayList<>(arms);
        Arm reference = others.stream()
                .filter(arm -> arm.name().equals(baseline))
                .findFirst()
                .orElseThrow();
        others.remove(reference);
        List<Arm> inFront = new ArrayList<>(others);
        inFront.add(0, reference);
        ComparisonTable table = allPairs
                ? ComparisonTable.allPairs(measures, inFront, settings, done)
                : ComparisonTable.of(measures, reference, others, settings, done);
        List<Measure> directed = directed(measures);
        return new WorldComparison(
                arms,
                baseline,
                table,
                prior == null ? null : prior.within(table),
                directed.size() > 1 ? ParetoSet.of(directed, arms, settings) : null,
                described);
    }

    /** How many differences that makes. */
    static int differences(int arms, List<Measure> measures, boolean allPairs) {
        return measures.size() * (allPairs ? arms * (arms - 1) / 2 : arms - 1);
    }

    /** The outcomes in which one direction is better. */
    static List<Measure> directed(List<Measure> measures) {
        return measures.stream().filter(m -> m.direction() != Direction.NEUTRAL).toList();
    }

    /** What is said of an outcome of an arm by itself. */
    OutcomeSummary summary(Arm arm, Outcome outcome) {
        return OutcomeSummary.of(outcome, arm.column(outcome), described.get(0).weeks(), arm.clusters());
    }

    List<ComparisonTable.Row> rows(Outcome outcome) {
        return table.rows().stream()
                .filter(row -> row.comparison().outcome() == outcome)
                .toList();
    }

    /** The rows of an outcome against the baseline. */
    List<ComparisonTable.Row> against(Outcome outcome) {
        return rows(outcome).stream()
                .filter(row -> row.baseline().equals(baseline))
                .toList();
    }

    /** The comparison over the prior in an outcome. */
    Optional<DrawnComparison> drawn(Outcome outcome) {
        return Optional.ofNullable(drawn().get(Valued.of(outcome)));
    }

    /** The comparisons over the prior by outcome and utility; empty where nothing is uncertain. */
    Map<Valued, DrawnComparison> drawn() {
        return prior == null ? Map.of() : prior.found();
    }
}
