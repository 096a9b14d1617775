package org.tumen.study.hindcast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.analysis.Interval;
import org.tumen.analysis.hindcast.EstimateCheck;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.scenario.Scenario;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import org.tumen.world.history.History;
import org.tumen.world.history.TradeEstimate;

/** The part of a hindcast that compares the volume delivered with what publishers said of it. */
final class HindcastShipments implements HindcastPart {
    private final LocalDate start;
    private final int runs;
    private final WeeklyLevels volumes;
    private final List<EstimateCheck> checks = new ArrayList<>();
    private final String caption;

    HindcastShipments(Scenario scenario, Periods periods, SimulatedEvents simulated, String caption) {
        start = scenario.start();
        runs = simulated.runs();
        volumes = new WeeklyLevels(periods.weeks(), .05, .25, .5, .75, .95);
        this.caption = caption;
        double perUnit = scenario.deal().cargo().perUnit();
        Map<TradeEstimate, EstimateCheck> found = new HashMap<>();
        simulated.cumulative("shipment", (week, byRun) -> {
            volumes.values(week, byRun);
            History.containers().stream()
                    .filter(estimate -> periods.week(estimate.date()) == week)
                    .forEach(estimate -> found.put(estimate, EstimateCheck.of(estimate, week, byRun, perUnit)));
        });
        History.containers().stream()
                .flatMap(estimate -> Stream.ofNullable(found.get(estimate)))
                .forEach(checks::add);
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
        found.section("shipments", "Volume shipped")
                .say("The simulated 90 % interval and what the statement allows meet for " + met() + " of "
                        + checks.size()
                        + " estimates. The estimates are what publishers said, and they contradict each other; \"more"
                        + " than\" and \"at least\" are lower bounds without an upper end; a round or unqualified number"
                        + " is given 15 % either way, which is this program's assumption.")
                .chart(chart(), Numbers.counted(runs, "run") + ", " + Numbers.counted(checks.size(), "statement"))
                .table(table());
    }

    private Table table() {
        return Table.of(
                        "shipments",
                        "Containers since September 2023 as published, and the simulated volume at the end of that week: median"
                                + " with the central 90 % of " + Numbers.counted(runs, "run") + ".",
                        checks)
                .text("Publisher", c -> c.estimate().provenance().source())
                .text("Date", c -> c.estimate().date().toString())
                .text(
                        "Said",
                        c -> words(c) + " " + Numbers.count(c.estimate().value()),
                        "relation",
                        HindcastShipments::words)
                .estimate(
                        "Simulated units",
                        "p50",
                        EstimateCheck::p50,
                        c -> Interval.orNull(c.p5(), c.p95()),
                        "units of volume")
                .share("Runs below", "below", EstimateCheck::below)
                .share("inside", EstimateCheck::inside)
                .share("above", EstimateCheck::above)
                .truth("Meets", EstimateCheck::compatible)
                .tone(c -> c.compatible() ? Table.Tone.GOOD : Table.Tone.BAD)
                .stored("containers", "Containers said", c -> c.estimate().value(), "containers")
                .storedCount("week", "Week that holds the day", EstimateCheck::week, "weeks")
                .stored("low", "Lower end of what the statement allows", EstimateCheck::low, "units of volume")
                .stored("high", "Upper end; empty for a lower bound", EstimateCheck::high, "units of volume")
                .build();
    }

    private static String words(EstimateCheck check) {
        return Texts.key(check.estimate().relation()).replace('_', ' ');
    }

    private Chart chart() {
        double[] high = volumes.at(.95);
        double[] days = IntStream.range(0, high.length)
                .mapToDouble(w -> start.plusWeeks(w + 1L).toEpochDay())
                .toArray();
        double top = high[high.length - 1];
        return Chart.of(
                        "shipments",
                        "Volume delivered, simulated and as published",
                        "Bands: central 50 % and 90 % of runs. Points: the numbers said, with what the statement allows;"
                                + " a lower bound reaches to the top. " + caption)
                .dates()
                .y("Volume delivered", "units")
                .fan("90 % of runs", "50 % of runs", days, volumes::at)
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
