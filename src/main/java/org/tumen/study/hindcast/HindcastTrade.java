package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.hindcast.DelayCheck;
import org.tumen.analysis.hindcast.EstimateCheck;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.scenario.Scenario;
import org.tumen.words.Numbers;
import org.tumen.world.history.DatedEvent;
import org.tumen.world.history.History;

/** The parts of a hindcast about the trade: the volume shipped, and the sequence of deal, warning and sanctions. */
public final class HindcastTrade {
    private final Scenario scenario;
    private final Periods periods;

    public HindcastTrade(Scenario scenario, Periods periods) {
        this.scenario = scenario;
        this.periods = periods;
    }

    private static final String SET = "set";
    private static final String FITTED = "fitted";
    private static final String ONE_RATE = "one rate fitted";
    private static final String VOTES = "votes known";

    /**
     * The volume.
     *
     * @param volumes for each run the volume delivered by the end of each week
     */
    public void shipments(HindcastFindings findings, double[][] volumes, String caption) {
        findings.section("shipments", "Volume shipped");
        List<EstimateCheck> checks = new ArrayList<>();
        History.containers().forEach(estimate -> {
            int week = periods.week(estimate.date());
            if (week >= 0 && week < periods.weeks()) {
                checks.add(EstimateCheck.of(
                        estimate,
                        week,
                        Arrays.stream(volumes).mapToDouble(v -> v[week]).toArray()));
            }
        });
        long fits = checks.stream().filter(EstimateCheck::compatible).count();
        findings.say("Volume in units of volume, at the end of the week of each estimate, " + volumes.length
                + " runs. The estimates are what publishers said, and they disagree; \"more than\" and \"at least\" are lower"
                + " bounds without an upper end; a round or unqualified number is given 15 % either way, which is this"
                + " program's assumption. The simulated 90 % interval and the interval of the statement meet for "
                + fits
                + " of " + checks.size() + " estimates.");
        List<List<String>> rows = new ArrayList<>();
        List<List<Object>> data = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            EstimateCheck c = checks.get(i);
            rows.add(List.of(
                    (i + 1) + " " + c.estimate().provenance().source(),
                    c.estimate().date().toString(),
                    Numbers.fixed(c.low(), 2) + " to "
                            + (Double.isInfinite(c.high()) ? "?" : Numbers.fixed(c.high(), 2)),
                    Numbers.interval(c.p50(), c.p5(), c.p95(), 2),
                    Numbers.percent(c.below()),
                    Numbers.percent(c.inside()),
                    Numbers.percent(c.above()),
                    c.compatible() ? "meets" : "misses"));
            data.add(List.of(
                    c.estimate().date().toString(),
                    c.week(),
                    c.estimate().provenance().source(),
                    c.estimate().relation().name().toLowerCase(Locale.ROOT),
                    c.estimate().value(),
                    c.low(),
                    c.high(),
                    c.p5(),
                    c.p50(),
                    c.p95(),
                    c.below(),
                    c.inside(),
                    c.above()));
        }
        findings.table(
                "Estimates and what was simulated by then: " + checks.size() + " estimates, " + volumes.length
                        + " runs",
                List.of("Publisher", "date", "estimate", "simulated [90 %]", "runs below", "inside", "above", ""),
                rows);
        findings.data(
                "shipments",
                List.of(
                        "date",
                        "week",
                        "publisher",
                        "relation",
                        "containers",
                        "low",
                        "high",
                        "p5",
                        "p50",
                        "p95",
                        "below",
                        "inside",
                        "above"),
                data);
        if (!checks.isEmpty()) {
            findings.picture(
                    "shipments",
                    HindcastPictures.shipments(
                            scenario.start(),
                            volumes,
                            checks,
                            volumes.length + " runs; numbered estimates of " + checks.size() + " statements",
                            "Bands: 50 % and 90 % of runs. Uprights: what a statement allows, dashed where it names a lower"
                                    + " bound only; dot: the number said; red where it and the 90 % band do not meet."
                                    + " Weeks along the top. Publishers in the order of the table. " + caption));
        }
    }

    /** A step of the record with the simulated weeks of the same step; NaN where a run has none. */
    private record Step(String name, @Nullable Integer recorded, double[] simulated) {}

    /** A delay, and whether the model was let see it: forward, fitted or set. */
    private record Timed(DelayCheck delay, String status) {}

    /** The sequence. */
    public void sequence(HindcastFindings findings, SimulatedEvents events, String caption) {
        findings.section("sequence", "From deal to warning to sanctions");
        String warner = scenario.warners().values().stream()
                .findFirst()
                .map(w -> w.iso3())
                .orElse("JPN");
        List<Timed> timed = checks(events, warner);
        List<DelayCheck> checks = timed.stream().map(Timed::delay).toList();
        findings.say(
                "Weeks are counted as in a run, from the week that holds the one date to the week that holds the other; "
                        + events.runs()
                        + " runs. The deal of the record is the summit of 13 September 2023, that of a run the"
                        + " announcement; the warner is " + warner
                        + ". Ballistic missiles of the record are those whose use was seen, on 30 December 2023; treaty, troops and"
                        + " the coalition that took the panel's place are those of 19 June, 23 and 16 October 2024. Status: set, or"
                        + " fitted to this record; one rate was fitted to missiles, treaty and troops; the votes behind the mandate are known"
                        + " to the posterior unless the scenario says votes: posterior_2023. The record is one sequence: it can show that a run of events was"
                        + " unlikely in the model, not how often the world would take that long.");
        List<List<String>> rows = new ArrayList<>();
        List<List<Object>> data = new ArrayList<>();
        for (Timed t : timed) {
            DelayCheck c = t.delay();
            rows.add(List.of(
                    c.name(),
                    String.valueOf(c.recorded()),
                    Numbers.fixed(c.quantile(.5), 0) + " [" + Numbers.fixed(c.quantile(.05), 0) + ", "
                            + Numbers.fixed(c.quantile(.95), 0) + "]",
                    Numbers.percent(c.earlier()),
                    Numbers.percent(c.same()),
                    Numbers.percent(c.later()),
                    Numbers.percent(c.never()),
                    t.status()));
            data.add(List.of(
                    c.name(),
                    c.recorded(),
                    c.runs(),
                    c.quantile(.05),
                    c.quantile(.5),
                    c.quantile(.95),
                    c.earlier(),
                    c.same(),
                    c.later(),
                    c.never(),
                    t.status()));
        }
        findings.table(
                "Delays in weeks: the record, and median and 90 % of the runs that have both steps; shares of all "
                        + events.runs() + " runs",
                List.of(
                        "From step to step",
                        "record",
                        "simulated [90 %]",
                        "sooner",
                        "same week",
                        "later",
                        "never",
                        "status"),
                rows);
        findings.data(
                "sequence",
                List.of(
                        "step",
                        "recorded_weeks",
                        "runs",
                        "p5",
                        "p50",
                        "p95",
                        "sooner",
                        "same",
                        "later",
                        "never",
                        "status"),
                data);
        if (!checks.isEmpty()) {
            findings.picture(
                    "sequence",
                    HindcastPictures.delays(
                            checks,
                            events.runs() + " runs",
                            "Bars: how many percent of all runs took so many weeks, the longest 3 % cut off; red line: the"
                                    + " record. " + caption));
        }
    }

    private List<Timed> checks(SimulatedEvents events, String warner) {
        double[] deals = events.first("announcement", null, null);
        Step start = new Step("start", 0, new double[deals.length]);
        Step deal = new Step("deal", recorded(e -> e.kind().equals("deal")), deals);
        Integer dealDay = deal.recorded;
        Predicate<DatedEvent> own = e -> e.actors().contains(warner);
        Predicate<DatedEvent> sanctions =
                own.and(e -> e.kind().equals("sanctions") && dealDay != null && periods.week(e.date()) >= dealDay);
        Step shipment = new Step(
                "first shipment", recorded(e -> e.kind().equals("shipment")), events.first("shipment", null, null));
        Step warning = new Step(
                "first warning",
                recorded(own.and(e -> e.kind().equals("warning"))),
                events.first("warning", warner, null));
        double[] measures = events.first("package", warner, deals);
        Step first = new Step("first sanctions after it", recorded(sanctions), measures);
        Step arms = new Step(
                "sanctions naming the arms trade",
                recorded(sanctions.and(e -> e.event().contains("arms"))),
                measures);
        Step lapse = new Step(
                "panel's lapse",
                recorded(e -> e.kind().equals("veto") && e.event().contains("Panel")),
                events.first("mandate_failed", null, null));
        Step missiles = new Step(
                "ballistic missiles",
                recorded(e -> e.kind().equals("use") && e.event().contains("missiles")),
                events.first("missiles", null, null));
        Step treaty = new Step("treaty", recorded(e -> e.kind().equals("treaty")), events.first("treaty", null, null));
        Step troops = new Step(
                "troops",
                recorded(e -> e.kind().equals("troops") && e.actors().contains("PRK")),
                events.first("troops", null, null));
        Step coalition = new Step(
                "coalition", recorded(e -> e.kind().equals("coalition")), events.first("coalition_formed", null, null));
        List<Timed> checks = new ArrayList<>();
        delay(checks, start, deal, SET);
        delay(checks, start, warning, FITTED);
        delay(checks, deal, shipment, FITTED);
        delay(checks, deal, warning, FITTED);
        delay(checks, deal, first, FITTED);
        delay(checks, deal, arms, FITTED);
        delay(checks, warning, arms, FITTED);
        delay(checks, start, missiles, ONE_RATE);
        delay(checks, start, treaty, ONE_RATE);
        delay(checks, start, troops, ONE_RATE);
        delay(checks, start, lapse, VOTES);
        delay(checks, start, coalition, FITTED);
        return checks;
    }

    private static void delay(List<Timed> checks, Step from, Step to, String status) {
        Integer a = from.recorded;
        Integer b = to.recorded;
        if (a == null || b == null) {
            return;
        }
        double[] delays = new double[from.simulated.length];
        Arrays.setAll(delays, i -> to.simulated[i] - from.simulated[i]);
        checks.add(new Timed(DelayCheck.of(from.name + " to " + to.name, b - a, delays), status));
    }

    private @Nullable Integer recorded(Predicate<DatedEvent> wanted) {
        Optional<DatedEvent> found = History.sequence().stream()
                .filter(e -> !e.date().isBefore(scenario.start()))
                .filter(e -> periods.week(e.date()) < periods.weeks())
                .filter(wanted)
                .findFirst();
        return found.map(e -> periods.week(e.date())).orElse(null);
    }
}
