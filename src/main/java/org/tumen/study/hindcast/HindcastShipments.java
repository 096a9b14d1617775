package org.tumen.study.hindcast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.analysis.Quantiles;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.hindcast.EstimateCheck;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.scenario.Scenario;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import org.tumen.world.history.History;

/** The part of a hindcast that compares the volume delivered with what publishers said of it. */
final class HindcastShipments implements HindcastPart {
    private final LocalDate start;
    private final double[][] volumes;
    private final List<EstimateCheck> checks = new ArrayList<>();
    private final String caption;

    /** @param volumes for each run the volume delivered by the end of each week */
    HindcastShipments(Scenario scenario, Periods periods, double[][] volumes, String caption) {
        start = scenario.start();
        this.volumes = volumes;
        this.caption = caption;
        double perUnit = scenario.deal().cargo().perUnit();
        History.containers().forEach(estimate -> {
            int week = periods.week(estimate.date());
            if (week >= 0 && week < periods.weeks()) {
                double[] then = Arrays.stream(volumes).mapToDouble(v -> v[week]).toArray();
                checks.add(EstimateCheck.of(estimate, week, then, perUnit));
            }
        });
    }

    private long met() {
        return checks.stream().filter(EstimateCheck::compatible).count();
    }

    @Override
    public List<RecordCheck> checks() {
        return List.of(RecordCheck.held(
                "published numbers of containers",
                checks.size() + " numbers",
                met() + " in the 90 % interval",
                met() == checks.size(),
                RecordCheck.Status.FITTED,
                "the lot of a week"));
    }

    @Override
    public void into(Findings.Builder found) {
        Chart chart = chart();
        found.section("shipments", "Volume shipped")
                .say("The simulated 90 % interval and what the statement allows meet for " + met() + " of "
                        + checks.size()
                        + " estimates. The estimates are what publishers said, and they contradict each other; \"more"
                        + " than\" and \"at least\" are lower bounds without an upper end; a round or unqualified number"
                        + " is given 15 % either way, which is this program's assumption.")
                .chart(chart)
                .still(
                        "shipments",
                        ChartPanel.picture(
                                chart,
                                Numbers.counted(volumes.length, "run") + ", "
                                        + Numbers.counted(checks.size(), "statement")))
                .table(table());
    }

    private Table table() {
        return Table.of(
                        "shipments",
                        "Containers since September 2023 as published, and the simulated volume at the end of that week: median"
                                + " with the central 90 % of " + Numbers.counted(volumes.length, "run") + ".",
                        checks)
                .text("Publisher", c -> c.estimate().provenance().source())
                .text("Date", c -> c.estimate().date().toString())
                .text(
                        "Said",
                        c -> words(c) + " " + Numbers.count(c.estimate().value()),
                        "relation",
                        HindcastShipments::words)
                .interval(
                        "Simulated units",
                        "p50",
                        EstimateCheck::p50,
                        c -> Interval.orNull(c.p5(), c.p95()),
                        Table.fixed(2))
                .in("units of volume")
                .share("Runs below", "below", EstimateCheck::below)
                .share("inside", EstimateCheck::inside)
                .share("above", EstimateCheck::above)
                .truth("Meets", EstimateCheck::compatible)
                .tone(c -> c.compatible() ? Table.Tone.GOOD : Table.Tone.BAD)
                .stored("containers", "Containers said", c -> c.estimate().value())
                .in("containers")
                .storedCount("week", "Week that holds the day", EstimateCheck::week)
                .in("weeks")
                .stored("low", "Lower end of what the statement allows", EstimateCheck::low)
                .in("units of volume")
                .stored("high", "Upper end; empty for a lower bound", EstimateCheck::high)
                .in("units of volume")
                .build();
    }

    private static String words(EstimateCheck check) {
        return Texts.key(check.estimate().relation()).replace('_', ' ');
    }

    private Chart chart() {
        int weeks = volumes[0].length;
        double[] days = IntStream.range(0, weeks)
                .mapToDouble(w -> start.plusWeeks(w + 1L).toEpochDay())
                .toArray();
        double top = Quantiles.byColumn(volumes, .95)[weeks - 1];
        return Chart.of(
                        "shipments",
                        "Volume delivered, simulated and as published",
                        "Bands: central 50 % and 90 % of runs. Points: the numbers said, with what the statement allows;"
                                + " a lower bound reaches to the top. " + caption)
                .dates()
                .y("Volume delivered", "units")
                .fan("90 % of runs", "50 % of runs", days, p -> Quantiles.byColumn(volumes, p))
                .points(
                        "Published",
                        checks,
                        c -> c.estimate().date().toEpochDay(),
                        c -> c.estimate().value() / c.perUnit(),
                        c -> new Interval(c.low(), Math.min(c.high(), Math.max(top, c.low()))),
                        c -> c.estimate().provenance().source())
                .hue("vermillion")
                .build();
    }
}
