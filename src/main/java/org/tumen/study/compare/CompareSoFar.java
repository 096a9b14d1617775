package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.RunningMoments;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.comparison.StoppingRule;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Outcome;
import org.tumen.study.Interim;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * What a comparison says before its end: differences of the pairs of runs that are there, with confidence sequences, whose
 * intervals hold however often and whenever one looks. Nothing else of a comparison does, and nothing else is told.
 */
final class CompareSoFar {
    private static final int FEWEST_PAIRS = 2;

    private static final String READ =
            "Arm less baseline, on the same random numbers. The intervals are confidence sequences:"
                    + " together they hold with 95 % at every look; those at the end, for a number of runs fixed beforehand, are"
                    + " narrower.";

    private final Study study;
    private final String baseline;
    private final List<Measure> measures;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * An arm against the baseline in an outcome.
     *
     * @param pairs of runs on the same random numbers
     * @param interval null while too few pairs differ
     */
    private record Difference(
            String world,
            String arm,
            Outcome outcome,
            int pairs,
            double mean,
            double difference,
            @Nullable Interval interval) {
        double low() {
            return Interval.lowOf(interval);
        }

        double high() {
            return Interval.highOf(interval);
        }

        boolean decided() {
            return low() > 0 || high() < 0;
        }
    }

    /**
     * Looks at the pairs that are there.
     *
     * @param worlds the runs from the first without a gap of each arm, by world
     * @param planned the runs of an arm at the end
     */
    CompareSoFar(Study study, String baseline, List<Measure> measures, Map<String, List<Arm>> worlds, long planned) {
        this.study = study;
        this.baseline = baseline;
        this.measures = measures;
        // The error is shared by all differences that there will be, not only by those that are there.
        int all = measures.size() * Math.max(1, study.arms().size() - 1) * worlds.size();
        worlds.forEach((world, arms) -> {
            List<Arm> others = new ArrayList<>(arms);
            Arm reference = others.remove(study.arms().indexOf(baseline));
            others.stream()
                    .filter(arm -> Math.min(arm.runs(), reference.runs()) >= FEWEST_PAIRS)
                    .forEach(arm -> measures.forEach(
                            measure -> differences.add(difference(world, reference, arm, measure, planned, all))));
        });
    }

    private static Difference difference(String world, Arm baseline, Arm arm, Measure measure, long planned, int all) {
        int pairs = Math.min(arm.runs(), baseline.runs());
        double[] values = Arrays.copyOf(arm.column(measure.outcome()), pairs);
        Clusters clusters = Arm.clusters(List.of(baseline, arm));
        RunningMoments moments = new RunningMoments();
        moments.addAll(Arrays.copyOf(baseline.column(measure.outcome()), pairs), values, clusters);
        boolean told = moments.count() >= ConfidenceSequence.MINIMUM_RUNS
                && moments.nonZero() >= StoppingRule.MINIMUM_DIFFERING;
        int narrowest = ConfidenceSequence.plannedClusters(planned, clusters);
        return new Difference(
                world,
                arm.name(),
                measure.outcome(),
                pairs,
                Arrays.stream(values).average().orElse(Double.NaN),
                moments.mean(),
                told
                        ? ConfidenceSequence.simultaneous(Settings.standard().level(), narrowest, all)
                                .interval(moments.count(), moments.mean(), moments.standardDeviation())
                        : null);
    }

    /** The findings of so many runs made of those planned; empty while no arm has runs in common with the baseline. */
    Optional<Findings> findings(long made, long planned) {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        Findings.Builder found =
                Interim.begin("comparison", study.name(), study.description(), made, planned, "runs of all arms");
        Outcome main = measures.get(0).outcome();
        List<String> decided = differences.stream()
                .filter(d -> d.outcome() == main && d.decided())
                .map(d -> (d.difference() > 0 ? "higher in " : "lower in ") + arm(d))
                .toList();
        found.answer(
                decided.isEmpty()
                        ? main.label() + ": no difference from " + baseline + " is beyond noise yet."
                        : main.label() + " already differs from " + baseline + " beyond noise: " + Texts.listed(decided)
                                + ".");
        found.section("so_far", "Differences so far")
                .choice(
                        "Outcome",
                        IntStream.range(0, measures.size())
                                .mapToObj(m -> chart(measures.get(m)))
                                .flatMap(Optional::stream)
                                .toList())
                .table(table());
        List<String> waiting = study.arms().stream()
                .filter(arm -> !arm.equals(baseline))
                .filter(arm -> differences.stream().noneMatch(d -> d.arm().equals(arm)))
                .toList();
        if (!waiting.isEmpty()) {
            found.say("Still without runs in common with the baseline: " + Texts.listed(waiting) + ".");
        }
        return Optional.of(found.build());
    }

    private String arm(Difference d) {
        return d.arm() + (study.worlds().size() > 1 ? " in " + d.world() : "");
    }

    private Optional<Chart> chart(Measure measure) {
        List<Difference> of = differences.stream()
                .filter(d -> d.outcome() == measure.outcome())
                .toList();
        return of.isEmpty()
                ? Optional.empty()
                : Optional.of(Chart.of(
                                "so_far_" + measure.outcome().key(),
                                measure.outcome().label(),
                                READ)
                        .x("Difference to " + baseline, measure.outcome().unit())
                        .rows(
                                "",
                                of.stream().map(this::arm).toList(),
                                of.stream().mapToDouble(Difference::difference).toArray(),
                                of.stream().mapToDouble(Difference::low).toArray(),
                                of.stream().mapToDouble(Difference::high).toArray())
                        .upright(0, baseline)
                        .build());
    }

    private Table table() {
        TableBuilder<Difference> table = Table.of("so_far", READ, differences)
                .text("Outcome", d -> d.outcome().label());
        if (study.worlds().size() > 1) {
            table.text("World", Difference::world);
        }
        return table.text("Arm", Difference::arm)
                .count("Pairs", Difference::pairs, "pairs of runs")
                .number("Mean", "mean", Difference::mean, Numbers::estimate, Table.OF_ROW)
                .difference("Difference", Difference::difference, Difference::interval, Table.OF_ROW)
                .build();
    }
}
