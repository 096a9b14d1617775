package org.tumen.study.compare;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.EmpiricalDistribution;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.outcome.Outcome;
import org.tumen.report.ComparisonFiles;
import org.tumen.trace.TurningDecisionSearch;

/** What a comparison tells on the terminal and stores in comparison.json. */
final class ComparisonOutput {
    private final String name;
    private final String question;
    private final long seed;
    private final List<String> arms;
    private final String baseline;
    private final List<Measure> measures;
    private final boolean allPairs;
    private final @Nullable TurningDecisions points;

    /**
     * @param question may be empty
     * @param arms all arms, the baseline among them
     * @param points decisions that weigh most; null where none were looked for
     */
    ComparisonOutput(
            String name,
            String question,
            long seed,
            List<String> arms,
            String baseline,
            List<Measure> measures,
            boolean allPairs,
            @Nullable TurningDecisions points) {
        this.name = name;
        this.question = question;
        this.seed = seed;
        this.arms = arms;
        this.baseline = baseline;
        this.measures = measures;
        this.allPairs = allPairs;
        this.points = points;
    }

    void tell(
            Map<String, ComparisonTable> tables,
            Map<String, ParetoSet> pareto,
            Map<Outcome, RegretTable> regret,
            PrintWriter print) {
        tables.forEach((world, table) -> {
            print.println();
            print.println((tables.size() > 1 ? "World " + world + ", against " : "Against ") + baseline + ":");
            for (Measure measure : measures) {
                print.println();
                print.print(CompareTexts.block(measure, table, allPairs));
            }
            ParetoSet set = pareto.get(world);
            if (set != null) {
                print.println();
                print.print(CompareTexts.pareto(set));
            }
        });
        regret.forEach((outcome, table) -> {
            print.println();
            print.print(CompareTexts.regret(outcome, table));
        });
        if (points != null && !points.turns().isEmpty()) {
            print.printf(
                    Locale.ROOT,
                    "%nDecisions of run %d of %s (median %s) that weigh most on it, averaged over %d fresh continuations:%n",
                    points.run(),
                    baseline,
                    points.outcome().key(),
                    TurningDecisionSearch.CONTINUATIONS);
            points.sentences().forEach(line -> print.println("  " + line));
        }
        print.flush();
    }

    Map<String, Object> content(
            Map<String, ComparisonTable> tables,
            Map<String, ParetoSet> pareto,
            Map<Outcome, RegretTable> regret,
            Map<String, List<Arm>> worlds,
            boolean repeatedLooks) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put("description", question);
        content.put("seed", seed);
        content.put("baseline", baseline);
        content.put("arms", arms);
        content.put("measures", measures);
        content.put("repeated_looks", repeatedLooks);
        List<Object> described = new ArrayList<>();
        tables.forEach((world, table) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("world", world);
            one.put(
                    "comparisons",
                    table.rows().stream().map(ComparisonFiles::row).toList());
            one.put("distributions", distributions(worlds.getOrDefault(world, List.of())));
            ParetoSet set = pareto.get(world);
            if (set != null) {
                one.put("pareto", set);
            }
            described.add(one);
        });
        content.put("worlds", described);
        Map<String, Object> regrets = new LinkedHashMap<>();
        regret.forEach((outcome, table) -> regrets.put(outcome.key(), table));
        content.put("regret", regrets);
        if (points != null) {
            content.put("turning_points", points.content());
        }
        return content;
    }

    private Map<String, Object> distributions(List<Arm> arms) {
        Map<String, Object> byOutcome = new LinkedHashMap<>();
        for (Measure measure : measures) {
            Map<String, Object> byArm = new LinkedHashMap<>();
            for (Arm arm : arms) {
                byArm.put(arm.name(), EmpiricalDistribution.of(arm.column(measure.outcome()), arm.clusters(), 0.95));
            }
            byOutcome.put(measure.outcome().key(), byArm);
        }
        return byOutcome;
    }
}
