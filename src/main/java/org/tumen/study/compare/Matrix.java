package org.tumen.study.compare;

import java.util.List;
import org.tumen.analysis.Interval;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Finding;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.findings.Chart;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Direction;
import org.tumen.words.Numbers;

/** Arms by criteria in one world: difference, half of its interval, mark; under a prior the share of draws. */
record Matrix(WorldComparison world, List<Measure> measures) {
    private static final String SMALL = "≈";

    /** By which part of its half-width an interval's middle lies off the difference where both of its ends are told. */
    private static final double UNLIKE = 0.05;

    /** A cell: a difference with its interval and what it comes to, as the verdict says it. */
    private record Cell(MeanDifference mean, Finding finding, String draws) {
        String text() {
            Interval interval = mean.interval();
            if (interval == null) {
                return Numbers.difference(mean.difference()) + " " + Numbers.NONE + " " + mark();
            }
            double half = interval.halfWidth();
            int decimals = Numbers.decimals(half);
            double middle = (interval.low() + interval.high()) / 2;
            // An interval with unlike sides seems to hold 0, or not to, where it is told by its half.
            String sides = Math.abs(mean.difference() - middle) > UNLIKE * half
                    ? " (" + Numbers.range(interval.low(), interval.high(), decimals) + ")"
                    : " ±" + Numbers.fixed(half, decimals);
            return Numbers.difference(mean.difference(), decimals) + sides + " " + mark() + draws;
        }

        private String mark() {
            return switch (finding) {
                case BETTER -> "+";
                case WORSE -> "-";
                case UNDECIDED -> "?";
                case NO_DIFFERENCE_THAT_MATTERS -> SMALL;
                case EXACTLY_EQUAL -> "=";
                case HIGHER, LOWER -> " ";
            };
        }
    }

    private List<String> arms() {
        return world.against(measures.get(0).outcome()).stream()
                .map(ComparisonTable.Row::arm)
                .toList();
    }

    private Cell cell(Measure measure, String arm) {
        PairedComparison row = world.against(measure.outcome()).stream()
                .filter(r -> r.arm().equals(arm))
                .findFirst()
                .orElseThrow()
                .comparison();
        return new Cell(row.mean(), row.finding(), share(measure, arm));
    }

    /** The share of draws of the parameters in which an arm is better, where nothing is uncertain none. */
    private String share(Measure measure, String arm) {
        if (measure.direction() == Direction.NEUTRAL) {
            return "";
        }
        return world.drawn(measure.outcome())
                .map(found -> found.underThePrior().get(found.arms().indexOf(arm)))
                .map(under -> under.shareTold() ? " (" + Numbers.wholePercent(under.better()) + ")" : " (?)")
                .orElse("");
    }

    Table table(String suffix) {
        TableBuilder<Measure> table = Table.of("matrix" + suffix, legend(), measures)
                .text(
                        "Against " + world.baseline(),
                        m -> m.outcome().label(),
                        "outcome",
                        m -> m.outcome().key())
                .meaning("The outcome, by its key")
                .text("Unit", m -> m.outcome().unit())
                .meaning("Unit of the outcome");
        for (String arm : arms()) {
            table.text(arm, m -> cell(m, arm).text())
                    .meaning("The arm " + arm + " minus the baseline " + world.baseline()
                            + ", with half of the interval and a mark; numbers stand in comparison.csv")
                    .tone(m -> Table.Tone.of(cell(m, arm).finding()));
        }
        return table.build();
    }

    private boolean untold() {
        return arms().stream()
                .anyMatch(arm ->
                        measures.stream().anyMatch(m -> cell(m, arm).mean().interval() == null));
    }

    private String legend() {
        boolean small = measures.stream().anyMatch(m -> m.smallestDifference() > 0);
        return "±: half of the interval, or both of its ends where the sides are unlike; all hold at 95 % together; + better, - worse, ? undecided or too few differ, = no"
                + " run differs"
                + (small ? ", " + SMALL + " no difference that matters" : "")
                + (untold() ? ", " + Numbers.NONE + " no interval, for too few differ or nearly all by the same" : "")
                + (world.prior() == null
                        ? "."
                        : "; in brackets: draws of the parameters where better, ? where these runs cannot tell.")
                + world.never(measures);
    }

    /** As small multiples, a chart an outcome with a row an arm. */
    List<Chart> charts(String suffix) {
        return measures.stream().map(measure -> chart(measure, suffix)).toList();
    }

    /** Every difference of an outcome, of other pairs of arms too where they were compared. */
    Chart chart(Measure measure, String suffix) {
        List<ComparisonTable.Row> rows = world.rows(measure.outcome());
        boolean pairs = rows.stream().anyMatch(row -> !row.baseline().equals(world.baseline()));
        String way =
                switch (measure.direction()) {
                    case MORE -> " (more is better)";
                    case LESS -> " (less is better)";
                    case NEUTRAL -> "";
                };
        return Chart.of(
                        "difference_" + measure.outcome().key() + suffix,
                        measure.outcome().label() + way,
                        "")
                .x("Difference", measure.outcome().unit())
                .rows(
                        pairs ? "Difference" : "Arm minus " + world.baseline(),
                        rows,
                        row -> pairs ? row.arm() + " minus " + row.baseline() : row.arm(),
                        row -> row.comparison().mean().difference(),
                        row -> row.comparison().mean().interval())
                .upright(0, "")
                .build();
    }
}
