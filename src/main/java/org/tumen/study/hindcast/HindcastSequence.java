package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.Quantiles;
import org.tumen.analysis.hindcast.DelayCheck;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Warner;
import org.tumen.words.Numbers;
import org.tumen.world.history.DatedEvent;
import org.tumen.world.history.History;

/** The part of a hindcast that compares the dates of the steps from deal to warning to sanctions. */
final class HindcastSequence implements HindcastPart {
    private static final RecordCheck.Status SET = RecordCheck.Status.SET;
    private static final RecordCheck.Status FITTED = RecordCheck.Status.FITTED;
    private static final String ONE_RATE = "one rate for missiles, treaty and troops";
    private static final String VOTES = "the votes are known unless votes: posterior_2023";

    private final Scenario scenario;
    private final Periods periods;
    private final List<Timed> timed;
    private final RecordCheck warnings;
    private final int runs;
    private final String caption;

    HindcastSequence(Scenario scenario, Periods periods, SimulatedEvents events, String caption) {
        this.scenario = scenario;
        this.periods = periods;
        this.caption = caption;
        runs = events.runs();
        String warner = ofWarner(Warner::iso3, "JPN");
        timed = timed(events, warner);
        warnings = warnings(events, warner);
    }

    private <T> T ofWarner(Function<Warner, T> what, T unless) {
        return scenario.warners().values().stream().findFirst().map(what).orElse(unless);
    }

    private String label() {
        return ofWarner(Warner::label, "Japan");
    }

    /** A step of the record with the simulated weeks of the same step; NaN where a run has none. */
    private record Step(String name, @Nullable Integer recorded, double[] simulated) {}

    /** A delay, and whether the model was made with it in view. */
    private record Timed(DelayCheck delay, RecordCheck.Status status, String note) {
        /** Whether the record lies in the central 90 % of all runs; a run without a step counts as later. */
        boolean meets() {
            return delay.earlier() + delay.same() >= .05 && delay.earlier() <= .95;
        }

        String simulated() {
            return week(delay.quantile(.5)) + " [" + week(delay.quantile(.05)) + ", " + week(delay.quantile(.95)) + "]";
        }
    }

    private static String week(double weeks) {
        return Numbers.fixed(weeks, 0);
    }

    /** In how many weeks the warner warned, recorded and simulated, up to the last day of the record. */
    private RecordCheck warnings(SimulatedEvents events, String warner) {
        int end = Math.min(
                periods.weeks(),
                1
                        + periods.week(History.sequence()
                                .get(History.sequence().size() - 1)
                                .date()));
        long recorded = History.sequence().stream()
                .filter(e -> e.kind().equals("warning") && e.actors().contains(warner))
                .map(e -> periods.week(e.date()))
                .filter(week -> week >= 0 && week < end)
                .distinct()
                .count();
        double[] simulated = events.weeksWith("warning", warner, end);
        double low = Quantiles.of(simulated, .05);
        double high = Quantiles.of(simulated, .95);
        return RecordCheck.held(
                "weeks with a warning by " + label() + " in " + Numbers.counted(end, "week"),
                week(recorded),
                week(Quantiles.of(simulated, .5)) + " [" + week(low) + ", " + week(high) + "]",
                low <= recorded && recorded <= high,
                SET,
                "nothing was fitted to how often it warns");
    }

    @Override
    public List<RecordCheck> checks() {
        List<RecordCheck> checks = new ArrayList<>(delays());
        checks.add(warnings);
        return checks;
    }

    private List<RecordCheck> delays() {
        return timed.stream()
                .map(t -> RecordCheck.held(
                        t.delay.name() + ", weeks",
                        week(t.delay.recorded()),
                        t.simulated(),
                        t.meets(),
                        t.status,
                        t.note))
                .toList();
    }

    @Override
    public void into(Findings.Builder found) {
        found.section("sequence", "From deal to warning to sanctions")
                .say(
                        "Weeks are counted as in a run, from the week that holds the one date to the week that holds the other."
                                + " The deal of the record is the summit of 13 September 2023, that of a run the announcement; the"
                                + " warner is " + label()
                                + ". Ballistic missiles of the record are those whose use was seen, on 30 December 2023. The record"
                                + " is one sequence: it can show that a run of events was unlikely in the model, not how often the"
                                + " world would take that long.");
        if (!timed.isEmpty()) {
            found.chart(chart(), Numbers.counted(runs, "run"));
        }
        found.table(table());
    }

    private Table table() {
        return Table.of(
                        "sequence",
                        "Weeks from step to step: the record, and the median and central 90 % of the runs that have both steps;"
                                + " shares of all " + Numbers.counted(runs, "run") + ".",
                        timed)
                .text("From step to step", "step", t -> t.delay.name())
                .number("Record", "recorded_weeks", t -> t.delay.recorded(), HindcastSequence::week, "weeks")
                .interval(
                        "Simulated",
                        "p50",
                        t -> t.delay.quantile(.5),
                        t -> Interval.orNull(t.delay.quantile(.05), t.delay.quantile(.95)),
                        HindcastSequence::week,
                        "weeks")
                .share("Sooner", t -> t.delay.earlier())
                .share("Same week", "same", t -> t.delay.same())
                .share("Later", t -> t.delay.later())
                .share("Never", t -> t.delay.never())
                .build();
    }

    private Chart chart() {
        double[] recorded = timed.stream().mapToDouble(t -> t.delay.recorded()).toArray();
        List<String> names = timed.stream().map(t -> t.delay.name()).toList();
        return Chart.of(
                        "sequence",
                        "Weeks from step to step, simulated and recorded",
                        "Dot and bar: median and central 90 % of the runs that have both steps. " + caption)
                .x("Weeks", "")
                .rows("Simulated", names, quantiles(.5), quantiles(.05), quantiles(.95))
                .rows("Record", names, recorded, recorded, recorded)
                .build();
    }

    private double[] quantiles(double p) {
        return timed.stream().mapToDouble(t -> t.delay.quantile(p)).toArray();
    }

    private static Predicate<DatedEvent> of(String kind) {
        return event -> event.kind().equals(kind);
    }

    private List<Timed> timed(SimulatedEvents events, String warner) {
        double[] deals = events.first("announcement", null, null);
        Step start = new Step("start", 0, new double[deals.length]);
        Step deal = new Step("deal", recorded(of("deal")), deals);
        Integer dealDay = deal.recorded;
        Predicate<DatedEvent> own = e -> e.actors().contains(warner);
        Predicate<DatedEvent> sanctions =
                own.and(of("sanctions")).and(e -> dealDay != null && periods.week(e.date()) >= dealDay);
        Step shipment = new Step("first shipment", recorded(of("shipment")), events.first("shipment", null, null));
        Step warning =
                new Step("first warning", recorded(own.and(of("warning"))), events.first("warning", warner, null));
        double[] measures = events.first("package", warner, deals);
        Step first = new Step("first sanctions after it", recorded(sanctions), measures);
        Step arms = new Step(
                "sanctions naming the arms trade",
                recorded(sanctions.and(e -> e.event().contains("arms"))),
                measures);
        Step lapse = new Step(
                "panel's lapse",
                recorded(of("veto").and(e -> e.event().contains("Panel"))),
                events.first("mandate_failed", null, null));
        Step missiles = new Step(
                "ballistic missiles",
                recorded(of("use").and(e -> e.event().contains("missiles"))),
                events.first("missiles", null, null));
        Step treaty = new Step("treaty", recorded(of("treaty")), events.first("treaty", null, null));
        Step troops = new Step(
                "troops",
                recorded(of("troops").and(e -> e.actors().contains("PRK"))),
                events.first("troops", null, null));
        Step coalition = new Step("coalition", recorded(of("coalition")), events.first("coalition_formed", null, null));
        List<Timed> checks = new ArrayList<>();
        delay(checks, start, deal, SET, "");
        delay(checks, start, warning, FITTED, "");
        delay(checks, deal, shipment, FITTED, "");
        delay(checks, deal, warning, FITTED, "");
        delay(checks, deal, first, FITTED, "");
        delay(checks, deal, arms, FITTED, "");
        delay(checks, warning, arms, FITTED, "");
        delay(checks, start, missiles, FITTED, ONE_RATE);
        delay(checks, start, treaty, FITTED, ONE_RATE);
        delay(checks, start, troops, FITTED, ONE_RATE);
        delay(checks, start, lapse, SET, VOTES);
        delay(checks, start, coalition, FITTED, "");
        return checks;
    }

    private static void delay(List<Timed> checks, Step from, Step to, RecordCheck.Status status, String note) {
        Integer a = from.recorded;
        Integer b = to.recorded;
        if (a == null || b == null) {
            return;
        }
        double[] delays = new double[from.simulated.length];
        Arrays.setAll(delays, i -> to.simulated[i] - from.simulated[i]);
        checks.add(new Timed(DelayCheck.of(from.name + " to " + to.name, b - a, delays), status, note));
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
