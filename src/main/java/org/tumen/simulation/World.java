package org.tumen.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.draw.Draws;
import org.tumen.draw.NormalSeries;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.policy.Choice;
import org.tumen.scenario.Scenario;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.PublicRecord;
import org.tumen.world.Stage;

/**
 * The state of the world in one run, and the public record that every actor sees. Phases change it; every act goes through
 * {@link #happened}, which counts it, and tells whoever listens.
 */
final class World implements PublicRecord {
    final Scenario scenario;
    final NumberPlaces numbers = new NumberPlaces();
    final Draws draws = new Draws();
    final Streams streams = new Streams();
    final Calendar calendar;

    /** All decisions that actors take. */
    final List<Choice> choices = new ArrayList<>();

    final SellerState seller;
    final BuyerState buyer;
    final WarnerState[] warners;
    final AllyState[] allies;
    final CouncilState council;
    final Deal deal = new Deal();
    final Voices voices;
    final Tally tally;

    final RunNumbers.Deal dealNumbers = new RunNumbers.Deal();
    final RunNumbers.Monitoring monitoring = new RunNumbers.Monitoring();
    final RunNumbers.Dialogue dialogue = new RunNumbers.Dialogue();
    final RunNumbers.Region region = new RunNumbers.Region();
    final RunNumbers.Stability stability = new RunNumbers.Stability();

    /** What each kind of event did this run. */
    final int[] counts = new int[EventKind.values().length];

    private final Stream startsAgreed;
    private final Stream capacity;
    private final Striking striking;

    int week;
    double tension;
    double arsenal;
    double integrity;
    double enforcement;
    boolean crisis;

    /** P as it stood at the end of last week. */
    double pressure;

    /** d, how much of the trade's channels measures have closed. */
    double disruption;

    double appeal;
    double evidence;
    double exposure;
    double launchHeat;
    boolean dialogueOpen;

    boolean news;
    boolean launchThisWeek;
    boolean majorLaunchThisWeek;

    /** Whether anyone executed a package of sanctions this week. */
    boolean packageThisWeek;

    /** ρ_b, as the week's trade began. */
    double risk;

    /** I, the sum of the week's impacts on tension. */
    double impact;

    /** Who published evidence last. */
    String publisher = Event.REGION;

    @Nullable
    Consumer<Event> listener;

    World(Scenario scenario) {
        this.scenario = scenario;
        calendar = new Calendar(scenario);
        numbers.bind("deal", scenario.deal(), dealNumbers);
        numbers.bind("monitoring", scenario.monitoring(), monitoring);
        numbers.bind("dialogue", scenario.dialogue(), dialogue);
        numbers.bind("region", scenario.region(), region);
        numbers.bind("stability", scenario.stability(), stability);
        tally = new Tally(scenario.weeks());
        seller = new SellerState(scenario.sellerName(), scenario.seller(), this);
        buyer = new BuyerState(scenario.buyerName(), scenario.buyer(), this);
        warners = scenario.warners().entrySet().stream()
                .map(e -> new WarnerState(e.getKey(), e.getValue(), this))
                .toArray(WarnerState[]::new);
        List<String> warnerNames = List.copyOf(scenario.warners().keySet());
        allies = scenario.allies().entrySet().stream()
                .map(e -> new AllyState(e.getKey(), e.getValue(), warnerNames, this))
                .toArray(AllyState[]::new);
        council = new CouncilState(scenario, this);
        voices = new Voices(region.record, warners);
        startsAgreed = streams.register(seller.name, "agreed_at_start");
        capacity = streams.register(seller.name, "capacity");
        striking = new Striking(this);
    }

    /** The weekly normal draws of a part of the world. */
    NormalSeries normals(String actor, String part) {
        return new NormalSeries(draws, streams.register(actor, part), scenario.weeks());
    }

    void reset() {
        week = 0;
        tension = region.tension.start;
        arsenal = region.arsenal.start;
        integrity = region.integrity.start;
        enforcement = region.enforcement.start;
        crisis = false;
        disruption = 0;
        appeal = 0;
        evidence = region.record.evidence;
        exposure = region.record.exposure;
        launchHeat = 0;
        dialogueOpen = false;
        risk = 0;
        publisher = Event.REGION;
        beginWeek();
        Arrays.fill(counts, 0);
        tally.reset();
        seller.reset();
        buyer.reset();
        for (WarnerState warner : warners) {
            warner.reset();
        }
        boolean alliesAct = false;
        for (AllyState ally : allies) {
            ally.reset();
            alliesAct |= ally.policy.acts();
        }
        council.reset();
        voices.reset(alliesAct);
        pressure = council.severity() * enforcement;
        startDeal();
    }

    private void startDeal() {
        deal.reset();
        deal.capacity = capacity();
        boolean agreed = draws.chance(startsAgreed, 0, dealNumbers.startAgreed);
        if (agreed || scenario.deal().start() == Stage.TALKS) {
            deal.begin();
        }
        if (agreed) {
            striking.atStart();
        }
    }

    private double capacity() {
        double spread = dealNumbers.delivery.capacitySpread;
        return PortableMath.exp(spread * draws.normal(capacity, 0));
    }

    /** Forgets what belongs to one week. */
    void beginWeek() {
        impact = 0;
        news = week == 0 && scenario.monitoring().newsAtStart();
        launchThisWeek = false;
        majorLaunchThisWeek = false;
        packageThisWeek = false;
        deal.lot = 0;
    }

    /** An act: counted, told, and felt in tension. */
    void happened(EventKind kind, String source, String target, double magnitude, double impactOnTension) {
        impact += impactOnTension;
        counts[kind.ordinal()]++;
        told(kind, source, target, magnitude);
    }

    /** An act that tension does not feel of itself. */
    void happened(EventKind kind, String source, String target, double magnitude) {
        happened(kind, source, target, magnitude, 0);
    }

    /** A second direction of an act already counted: tells it only. */
    void told(EventKind kind, String source, String target, double magnitude) {
        Consumer<Event> told = listener;
        if (told != null) {
            told.accept(new Event(week, kind, source, target, magnitude));
        }
    }

    int count(EventKind kind) {
        return counts[kind.ordinal()];
    }

    /** Evidence is published. */
    void publish(double added, String by) {
        evidence = Clamp.share(evidence + added);
        publisher = by;
    }

    /** The trade is suspected at least so much. */
    void suspect(double atLeast) {
        exposure = Clamp.greater(exposure, atLeast);
    }

    void shiftIntegrity(double by) {
        integrity = Clamp.index(integrity + by);
    }

    /** Share of the fear of exposure that the openness of the trade leaves. */
    double hidden() {
        return 1 - dealNumbers.openness.relief * deal.openness;
    }

    LocalDate day() {
        return calendar.day(week);
    }

    double stabilityIndex() {
        return 100
                - (stability.tension * tension + stability.arsenal * arsenal + stability.integrity * (100 - integrity));
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
                stabilityIndex(),
                tension,
                arsenal,
                integrity,
                enforcement,
                crisis,
                voices.heat(),
                appeal,
                evidence,
                exposure,
                launchHeat,
                council.believedRivalry(),
                dialogueOpen,
                seller.hardship,
                seller.campaign,
                buyer.need,
                pressure,
                disruption,
                deal.stage,
                deal.remaining,
                deal.technology,
                deal.depth,
                deal.openness,
                deal.announced,
                deal.revealed,
                council.panelInForce,
                council.coalitionInForce,
                Collections.unmodifiableMap(beliefs),
                Collections.unmodifiableMap(credibilities));
    }

    @Override
    public double heat() {
        return voices.heat();
    }

    @Override
    public double speakersCredibility() {
        return voices.credibility();
    }

    @Override
    public double threat() {
        return voices.threat();
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
    public double launchHeat() {
        return launchHeat;
    }

    @Override
    public double rivalry() {
        return council.believedRivalry();
    }

    @Override
    public boolean dialogueOpen() {
        return dialogueOpen;
    }

    @Override
    public double tension() {
        return tension;
    }

    @Override
    public double tensionMean() {
        return region.tension.mean;
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
    public double enforcement() {
        return enforcement;
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
    public boolean coalitionInForce() {
        return council.coalitionInForce;
    }

    @Override
    public boolean news() {
        return news;
    }

    @Override
    public boolean launchThisWeek() {
        return launchThisWeek;
    }

    @Override
    public boolean majorLaunchThisWeek() {
        return majorLaunchThisWeek;
    }

    @Override
    public double exercises() {
        double greatest = 0;
        for (AllyState ally : allies) {
            greatest = Clamp.greater(greatest, ally.p.exercises);
        }
        return greatest;
    }

    @Override
    public boolean exerciseWeek() {
        return calendar.exercises(week);
    }

    @Override
    public boolean announced() {
        return deal.announced;
    }

    @Override
    public boolean shipmentsRevealed() {
        return deal.revealed && deal.stage == Stage.SHIPPING;
    }
}
