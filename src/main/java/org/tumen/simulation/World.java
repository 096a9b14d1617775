package org.tumen.simulation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Draws;
import org.tumen.draw.NormalSeries;
import org.tumen.draw.Streams;
import org.tumen.scenario.RegimeParameters;
import org.tumen.scenario.RegionParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.StabilityParameters;
import org.tumen.scenario.Warner;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.PublicRecord;
import org.tumen.world.Stage;

/**
 * The state of the world in one run, and the public record that every actor sees. Phases change it; every act goes through
 * {@link #happened}, which counts it, adds its impact on tension and tells whoever listens.
 */
final class World implements PublicRecord {
    final Scenario scenario;
    final Draws draws = new Draws();
    final Streams streams = new Streams();
    final SellerState seller;
    final BuyerState buyer;
    final WarnerState[] warners;
    final CouncilState council;
    final Deal deal = new Deal();
    final Sanctions sanctions = new Sanctions();
    final Tally tally;

    /** What each kind of event did this run, and what its kind does to tension. */
    final int[] counts = new int[EventKind.values().length];

    private final RegionParameters region;
    private final RegimeParameters regime;
    private final StabilityParameters weights;
    private final double tensionMean;
    private final double heatCap;
    private final double[] impacts;

    int week;
    double tension;
    double arsenal;
    double integrity;
    boolean crisis;

    double appeal;
    double evidence;
    double exposure;
    double testHeat;
    boolean testThisWeek;

    /** P and Q as they stood at the end of last week. */
    double pressureOnSeller;

    double pressureOnBuyer;

    /** I, the sum of the week's impacts on tension, in its raising and calming parts taken together. */
    double impact;

    private double heat;
    private double speakersCredibility;

    @Nullable
    EventListener listener;

    World(Scenario scenario) {
        this.scenario = scenario;
        tally = new Tally(scenario.weeks());
        seller = new SellerState(scenario.sellerName(), scenario.seller(), this, draws, streams);
        buyer = new BuyerState(scenario.buyerName(), scenario.buyer(), this, draws, streams);
        Map<String, Warner> cast = scenario.warners();
        warners = cast.entrySet().stream()
                .map(e -> new WarnerState(e.getKey(), e.getValue(), this, draws, streams))
                .toArray(WarnerState[]::new);
        council = new CouncilState(scenario, this);
        region = scenario.region();
        regime = council.parameters.regime();
        weights = scenario.stability();
        tensionMean = region.tension().mean();
        heatCap = region.record().heatCap();
        impacts = Impacts.byKind(region.impacts());
    }

    /** The weekly normal draws of a part of the region. */
    NormalSeries normals(String part) {
        return new NormalSeries(draws, streams.register(Event.REGION, part), scenario.weeks());
    }

    void reset() {
        week = 0;
        tension = region.tension().start();
        arsenal = region.arsenal().start();
        integrity = region.integrity().start();
        crisis = false;
        appeal = 0;
        evidence = 0;
        exposure = 0;
        testHeat = 0;
        testThisWeek = false;
        impact = 0;
        Arrays.fill(counts, 0);
        seller.reset();
        buyer.reset();
        for (WarnerState warner : warners) {
            warner.reset();
        }
        council.reset();
        deal.reset(scenario.deal().start());
        sanctions.clear();
        sanctions.add(regime.severity(), regime.enforcement(), false);
        takePressure();
        takeHeat();
    }

    /** Takes P and Q from the measures in force. */
    void takePressure() {
        sanctions.takePressure();
        pressureOnSeller = sanctions.onSeller();
        pressureOnBuyer = sanctions.onBuyer();
    }

    /** Sums the heat of the speakers after any of it changed. */
    void takeHeat() {
        double sum = council.heat;
        double weighted = council.heat * council.parameters.credibility();
        for (WarnerState warner : warners) {
            sum += warner.heat;
            weighted += warner.heat * warner.credibility;
        }
        heat = sum;
        speakersCredibility = sum > 0 ? weighted / sum : 0;
    }

    /** How much of an addition of heat fits under the cap. */
    double roomForHeat(double addition) {
        return Math.max(0, Math.min(addition, heatCap - heat));
    }

    /** An act: counted, felt in tension, told. */
    void happened(EventKind kind, String source, String target, double magnitude) {
        impact += impacts[kind.ordinal()];
        happenedUnfelt(kind, source, target, magnitude);
    }

    /** An act whose own impact on tension the model leaves out. */
    void happenedUnfelt(EventKind kind, String source, String target, double magnitude) {
        counts[kind.ordinal()]++;
        told(kind, source, target, magnitude);
    }

    /** A second direction of an act already counted: tells it only. */
    void told(EventKind kind, String source, String target, double magnitude) {
        EventListener told = listener;
        if (told != null) {
            told.happened(new Event(week, kind, source, target, magnitude));
        }
    }

    int count(EventKind kind) {
        return counts[kind.ordinal()];
    }

    /** Ends the deal and lets the warners know what became of it. */
    void endDeal(boolean completed) {
        for (WarnerState warner : warners) {
            warner.dealEnded(deal.number, completed);
        }
        deal.end();
    }

    double stability() {
        return 100
                - (weights.tension() * tension + weights.arsenal() * arsenal + weights.integrity() * (100 - integrity));
    }

    WeekState snapshot() {
        Map<String, Double> beliefs = new LinkedHashMap<>();
        Map<String, Double> credibilities = new LinkedHashMap<>();
        for (WarnerState warner : warners) {
            beliefs.put(warner.name, warner.belief);
            credibilities.put(warner.name, warner.credibility);
        }
        return new WeekState(
                week - 1,
                stability(),
                tension,
                arsenal,
                integrity,
                crisis,
                heat,
                appeal,
                evidence,
                exposure,
                testHeat,
                seller.hardship,
                buyer.need,
                pressureOnSeller,
                pressureOnBuyer,
                deal.stage,
                deal.remaining,
                deal.technology,
                deal.revealed,
                council.panelInForce,
                Collections.unmodifiableMap(beliefs),
                Collections.unmodifiableMap(credibilities));
    }

    @Override
    public double heat() {
        return heat;
    }

    @Override
    public double speakersCredibility() {
        return speakersCredibility;
    }

    @Override
    public double threat() {
        return speakersCredibility * Clamp.atMostOne(heat);
    }

    @Override
    public double appeal() {
        return appeal;
    }

    @Override
    public double evidence() {
        return evidence;
    }

    @Override
    public double exposure() {
        return exposure;
    }

    @Override
    public double testHeat() {
        return testHeat;
    }

    @Override
    public double tension() {
        return tension;
    }

    @Override
    public double tensionMean() {
        return tensionMean;
    }

    @Override
    public double arsenal() {
        return arsenal;
    }

    @Override
    public double integrity() {
        return integrity;
    }

    @Override
    public boolean crisis() {
        return crisis;
    }

    @Override
    public boolean panelInForce() {
        return council.panelInForce;
    }

    @Override
    public boolean testThisWeek() {
        return testThisWeek;
    }

    @Override
    public boolean shipmentsRevealed() {
        return deal.revealed && deal.stage == Stage.SHIPPING;
    }
}
