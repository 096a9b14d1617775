package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.BuyerParameters;
import org.tumen.policy.ConcernParameters;
import org.tumen.policy.SellerParameters;
import org.tumen.policy.TestParameters;
import org.tumen.policy.WarnerParameters;
import org.tumen.scenario.ActEffects;
import org.tumen.scenario.CredibilityParameters;
import org.tumen.scenario.CrisisParameters;
import org.tumen.scenario.DealParameters;
import org.tumen.scenario.DeliveryParameters;
import org.tumen.scenario.HardshipParameters;
import org.tumen.scenario.ImpactParameters;
import org.tumen.scenario.IntegrityParameters;
import org.tumen.scenario.IntelligenceParameters;
import org.tumen.scenario.MonitoringParameters;
import org.tumen.scenario.NeedParameters;
import org.tumen.scenario.RecordParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.StabilityParameters;
import org.tumen.scenario.TensionParameters;
import org.tumen.world.Stage;

/**
 * The equations of the model page in a plain loop, for benchmarks only: what a run costs without MASON, views, policies,
 * events and listeners. It knows one seller, one buyer and one warner with logit policies and a penholder, and its
 * outcomes equal those of {@link DiplomacySim} to the bit.
 */
final class BareLoop {
    private static final int NONE = 0;
    private static final int TALKS = 1;
    private static final int AGREED = 2;
    private static final int SHIPPING = 3;
    private static final int PROCEED = 0;
    private static final int QUIT = 2;
    private static final int HOLD = 0;
    private static final int APPEAL = 1;
    private static final int CONCERN = 2;
    private static final int WARN = 3;
    private static final int REFER = 4;
    private static final int SANCTION = 5;
    private static final double[] SUNK = {0, 0, 0.5, 1};

    final BareState s;
    private final int weeks;
    private final Draws draws = new Draws();
    private final BareCouncil council;
    private final BareLuck luck;
    private final NashTerms terms;
    private final NeedParameters need;
    private final HardshipParameters hardship;
    private final RecordParameters record;
    private final IntegrityParameters integrity;
    private final TensionParameters tension;
    private final CrisisParameters crisis;
    private final ImpactParameters impacts;
    private final DealParameters deal;
    private final DeliveryParameters delivery;
    private final MonitoringParameters monitoring;
    private final IntelligenceParameters intelligence;
    private final CredibilityParameters word;
    private final ActEffects effects;
    private final SellerParameters seller;
    private final TestParameters test;
    private final BuyerParameters buyer;
    private final WarnerParameters warner;
    private final ConcernParameters concern;
    private final StabilityParameters stability;
    private final double arsenalStart;
    private final double testGain;
    private final double shadow;
    private final double[] level;
    private final double[] cost;
    private final double[] signalChance = new double[12];
    private final double[] assumedChance = new double[3];
    private final double[] weights = new double[6];

    BareLoop(Scenario scenario) {
        weeks = scenario.weeks();
        need = scenario.buyer().need();
        hardship = scenario.seller().hardship();
        record = scenario.region().record();
        integrity = scenario.region().integrity();
        tension = scenario.region().tension();
        crisis = scenario.region().crisis();
        impacts = scenario.region().impacts();
        deal = scenario.deal();
        delivery = deal.delivery();
        monitoring = scenario.monitoring();
        var onlyWarner = scenario.warners().values().iterator().next();
        intelligence = onlyWarner.intelligence();
        word = onlyWarner.credibility();
        effects = onlyWarner.effects();
        seller = (SellerParameters) scenario.seller().policy().parameters();
        test = seller.test();
        buyer = (BuyerParameters) scenario.buyer().policy().parameters();
        warner = (WarnerParameters) onlyWarner.policy().parameters();
        concern = warner.concern();
        stability = scenario.stability();
        arsenalStart = scenario.region().arsenal().start();
        testGain = scenario.region().arsenal().testGain();
        shadow = seller.councilShadow() * (1 - scenario.council().rivalry());
        terms = new NashTerms(deal.terms(), scenario.buyer().generosity());
        var levels = warner.levels();
        var costs = warner.costs();
        double restraint = warner.restraint();
        level = new double[] {0, levels.appeal(), levels.concern(), levels.warn(), levels.refer(), levels.sanction()};
        cost = new double[] {
            0,
            restraint * costs.appeal() - warner.dialogue(),
            restraint * costs.concern(),
            restraint * costs.warn(),
            restraint * costs.refer(),
            restraint * costs.sanction()
        };
        Streams streams = new Streams();
        luck = new BareLuck(streams, scenario);
        s = new BareState(scenario);
        council = new BareCouncil(scenario, s, draws, streams);
        workOutSignals(1 - scenario.buyer().secrecy());
    }

    private void workOutSignals(double open) {
        double[] help = {intelligence.panelShare(), 0, intelligence.coalitionShare()};
        double[] sight = {monitoring.talks(), monitoring.agreed(), monitoring.shipment(), monitoring.lull()};
        for (int h = 0; h < help.length; h++) {
            double means = intelligence.vigilance() + help[h];
            for (int v = 0; v < sight.length; v++) {
                signalChance[4 * h + v] = signalled(means * sight[v] * open);
            }
            assumedChance[h] = signalled(means * intelligence.assumedVisibility() * open);
        }
    }

    private double signalled(double x) {
        return 1 - (1 - intelligence.falseAlarm()) * PortableMath.exp(-x);
    }

    void run(RunKey key, double[] outcomes) {
        draws.startRun(key.seed(), key.run());
        s.reset();
        for (int week = 0; week < weeks; week++) {
            environment(week);
            trade(week);
            decideTest(week);
            monitoring(week);
            warning(week);
            council.week(week);
            region(week);
        }
        s.write(weeks, outcomes);
    }

    private void environment(int week) {
        s.need = share(
                s.need + need.reversion() * (need.mean() - s.need) + need.noise() * draws.normal(luck.needNoise, week));
        double target = hardship.mean() + hardship.pressure() * s.pressureOnSeller;
        s.hardship = share(s.hardship
                + hardship.reversion() * (target - s.hardship)
                + hardship.noise() * draws.normal(luck.hardshipNoise, week));
        s.warnerHeat *= record.fade();
        s.councilHeat *= record.fade();
        s.appeal *= record.fade();
        s.testHeat *= record.fade();
        s.evidence *= record.evidenceFade();
        s.exposure *= record.exposureFade();
        s.takeHeat();
        double wear = 1 - integrity.evasion() * (1 - s.integrity / 100);
        for (int i = 0; i < s.measures; i++) {
            s.enforcement[i] *= wear;
        }
        s.impact = 0;
        s.tested = false;
        s.lot = 0;
    }

    private void trade(int week) {
        double threat = s.speakers * Math.min(1, s.heat);
        s.sellerRisk = s.exposure * (threat + shadow);
        if (s.stage == NONE) {
            offer(week, threat);
            return;
        }
        if (draws.chance(luck.sellerReview, week, seller.review())) {
            double quit = -seller.sunk() * SUNK[s.stage] + seller.conciliation() * s.appeal;
            s.sellerStance = pick(luck.sellerStance, week, seller.rationality(), sellerGain(), seller.pause(), quit);
        }
        if (draws.chance(luck.buyerReview, week, buyer.review())) {
            double quit = -buyer.sunk() * SUNK[s.stage];
            s.buyerStance = pick(luck.buyerStance, week, buyer.rationality(), buyerGain(threat), buyer.pause(), quit);
        }
        if (s.sellerStance == QUIT || s.buyerStance == QUIT) {
            if (s.stage != TALKS) {
                s.abandoned++;
                s.impact += impacts.abandonment();
            }
            s.endDeal(false);
        } else if (s.sellerStance == PROCEED && s.buyerStance == PROCEED) {
            advance(week);
        }
    }

    private void offer(int week, double threat) {
        if (draws.chance(luck.proposalReview, week, seller.review())
                && second(luck.proposal, week, seller.rationality(), sellerGain() - seller.proposalCost())
                && second(luck.answer, week, buyer.rationality(), buyerGain(threat) - buyer.acceptanceCost())) {
            s.beginDeal();
            s.firstTalks = Math.min(s.firstTalks, week);
        }
    }

    private double sellerGain() {
        return seller.gain() * (seller.gainBase() + seller.gainHardship() * s.hardship)
                - seller.fear() * s.sellerRisk
                + seller.defiance() * s.heat;
    }

    private double buyerGain(double threat) {
        return buyer.gain() * s.need
                - buyer.fear() * (s.exposure * threat + buyer.pressure() * s.pressureOnBuyer)
                + buyer.defiance() * s.heat;
    }

    private void advance(int week) {
        if (s.stage == TALKS) {
            if (draws.chance(luck.agreement, week, deal.agreementHazard())) {
                terms.settle(s.need, s.hardship);
                s.stage = AGREED;
                s.remaining = terms.volume();
                s.technology = terms.technology();
                s.agreed++;
            }
        } else if (s.stage == AGREED) {
            s.prepared++;
            if (s.prepared >= deal.preparation()) {
                s.stage = SHIPPING;
            }
        } else {
            ship(week);
        }
    }

    private void ship(int week) {
        double lot = Math.min(delivery.lot() * (1 - delivery.interdiction() * s.pressureOnSeller), s.remaining);
        s.lot = lot;
        s.remaining -= lot;
        s.need = share(s.need - delivery.needRelief() * lot);
        s.hardship = share(s.hardship - delivery.hardshipRelief() * lot * (1 - s.technology));
        s.arsenal = index(
                s.arsenal + delivery.arsenalGain() * s.technology * lot * (1 - s.arsenal / delivery.arsenalCeiling()));
        s.impact += impacts.shipment();
        s.delivered += lot;
        s.firstShipment = Math.min(s.firstShipment, week);
        if (s.remaining <= 0) {
            s.completed++;
            s.endDeal(true);
        }
    }

    private void decideTest(int week) {
        double drive = test.drive()
                + test.heat() * s.heat
                + test.tension() * (s.tension - tension.mean()) / 100
                + test.arsenal() * (s.arsenal - test.arsenalReference()) / 50
                - test.fear() * s.sellerRisk
                - seller.conciliation() * s.appeal
                + test.hardship() * s.hardship
                - test.pressure() * s.pressureOnSeller;
        if (second(luck.test, week, test.rationality(), drive)) {
            s.tested = true;
            s.testHeat += record.testEcho();
            s.arsenal = index(s.arsenal + testGain);
            s.tests++;
            s.impact += impacts.test();
        }
    }

    private void monitoring(int week) {
        int help = council.help(week);
        boolean live = s.stage != NONE;
        double alarm = intelligence.falseAlarm();
        int sight = s.stage != SHIPPING ? s.stage - 1 : s.lot > 0 ? 2 : 3;
        s.signal = draws.chance(luck.signal, week, live ? signalChance[4 * help + sight] : alarm);
        double prior = share(intelligence.memory() * s.belief + intelligence.suspicion() * (1 - s.belief));
        double ifDeal = s.signal ? assumedChance[help] : 1 - assumedChance[help];
        double ifNone = s.signal ? alarm : 1 - alarm;
        double observed = prior * ifDeal + (1 - prior) * ifNone;
        s.belief = observed > 0 ? share(prior * ifDeal / observed) : prior;
        if (s.belief > 0.5 && week >= s.firstTalks && s.detection == weeks) {
            s.detection = week - s.firstTalks;
        }
        if (s.signal && live && s.panel) {
            s.evidence = share(s.evidence + monitoring.panelEvidence());
        }
        s.exposure = Math.max(s.exposure, s.evidence);
        if (!s.revealed && s.stage >= AGREED && s.belief > monitoring.revelation()) {
            s.revealed = true;
            s.impact += impacts.revelation();
        }
        if (s.lot > 0 && live && s.revealed) {
            double upheld = 1 - monitoring.condemnation() * Math.min(1, s.heat);
            s.integrity = index(s.integrity - monitoring.integrityLoss() * upheld);
        }
    }

    private void warning(int week) {
        s.referred = false;
        int act = HOLD;
        double attention = warner.attention() + (s.signal || s.tested ? warner.attentionToNews() : 0);
        if (draws.chance(luck.attention, week, attention)) {
            act = rung(week);
            act(act, week);
        }
        if (act == HOLD) {
            s.repetition *= 0.9;
        } else {
            s.repetition = act == s.lastAct ? Math.min(1, s.repetition + 0.5) : 0;
            s.lastAct = act;
        }
        s.settle(act, week, word);
    }

    private int rung(int week) {
        double stake = concern.deal()
                + (s.revealed && s.stage == SHIPPING ? concern.shipments() : 0)
                + concern.arsenal() * s.arsenal / 100;
        double ideal = share(warner.assertiveness()
                * share(s.belief * stake
                        + concern.tests() * Math.min(1, s.testHeat)
                        + concern.tension() * (s.tension - tension.mean()) / 100));
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            double gap = ideal - level[i];
            double bored = i == s.lastAct && i != HOLD ? warner.monotony() * s.repetition : 0;
            weights[i] = -warner.misfit() * gap * gap - cost[i] - bored;
            best = Math.max(best, weights[i]);
        }
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] == best ? 1 : PortableMath.exp(warner.rationality() * (weights[i] - best));
            total += weights[i];
        }
        double target = draws.uniform(luck.statement, week) * total;
        int chosen = 0;
        double passed = weights[0];
        while (passed <= target && chosen < weights.length - 1) {
            passed += weights[++chosen];
        }
        return chosen;
    }

    private void act(int act, int week) {
        if (act == APPEAL) {
            s.appeal = share(s.appeal + effects.appeal());
            s.impact += impacts.appeal();
            s.appeals++;
        } else if (act == CONCERN) {
            speak(effects.concernHeat(), effects.concernExposure());
            s.impact += impacts.concern();
            s.concerns++;
        } else if (act == WARN) {
            speak(effects.warnHeat(), effects.warnExposure());
            s.commit(week);
            s.firstWarning = Math.min(s.firstWarning, week);
            s.warningsWithoutDeal += s.stage == NONE ? 1 : 0;
            s.impact += impacts.warning();
            s.warnings++;
        } else if (act == REFER) {
            speak(effects.referHeat(), effects.referExposure());
            s.referred = true;
            s.impact += impacts.referral();
            s.referrals++;
        } else if (act == SANCTION) {
            speak(effects.sanctionHeat(), effects.sanctionExposure());
            double severity = effects.severity() * PortableMath.pow(effects.severityRatio(), s.unilateral);
            s.unilateral++;
            s.impose(severity, effects.enforcement(), true);
            s.firstSanctions = Math.min(s.firstSanctions, week);
            s.impact += impacts.unilateral();
        }
    }

    private void speak(double heat, double strength) {
        s.warnerHeat += Math.max(0, Math.min(heat, record.heatCap() - (s.councilHeat + s.warnerHeat)));
        s.exposure = Math.max(s.exposure, share(s.belief * strength));
        if (!s.panel && s.signal && s.stage != NONE) {
            s.evidence = share(s.evidence + effects.evidence());
        }
    }

    private void region(int week) {
        double target = tension.mean()
                + tension.arsenal() * (s.arsenal - arsenalStart)
                + tension.integrity() * (integrity.start() - s.integrity);
        double raising = Math.max(0, s.impact) * (1 + tension.amplification() * (s.tension - tension.mean()) / 30);
        double calming = Math.max(0, -s.impact);
        double noise = tension.noise() * draws.normal(luck.tensionNoise, week);
        double shock = draws.chance(luck.shock, week, tension.shockProbability())
                ? draws.exponential(luck.shockSize, week, tension.shockMean())
                : 0;
        s.tension = index(s.tension + tension.reversion() * (target - s.tension) + raising - calming + noise + shock);
        if (s.tension >= crisis.enter()) {
            s.crisis = true;
        } else if (s.tension <= crisis.leave()) {
            s.crisis = false;
        }
        if (s.crisis && draws.chance(luck.incident, week, crisis.incidentProbability())) {
            s.tension = index(s.tension + crisis.incidentTension());
            s.incidents++;
        }
        s.integrity = index(s.integrity + integrity.reversion() * (integrity.mean() - s.integrity));
        s.takePressure();
        double now = 100
                - (stability.tension() * s.tension
                        + stability.arsenal() * s.arsenal
                        + stability.integrity() * (100 - s.integrity));
        s.endOfWeek(week, now);
    }

    /** Logit between an option worth nothing and one worth something; true for the second. */
    private boolean second(Stream stream, int week, double rationality, double worth) {
        double best = Math.max(0, worth);
        double none = worth <= 0 ? 1 : PortableMath.exp(rationality * (0 - best));
        double some = worth >= 0 ? 1 : PortableMath.exp(rationality * worth);
        return none <= draws.uniform(stream, week) * (none + some);
    }

    private int pick(Stream stream, int week, double rationality, double a, double b, double c) {
        double best = Math.max(Math.max(a, b), c);
        double p = a == best ? 1 : PortableMath.exp(rationality * (a - best));
        double q = b == best ? 1 : PortableMath.exp(rationality * (b - best));
        double r = c == best ? 1 : PortableMath.exp(rationality * (c - best));
        double target = draws.uniform(stream, week) * (p + q + r);
        if (p > target) {
            return PROCEED;
        }
        return p + q > target ? 1 : QUIT;
    }

    static double share(double x) {
        return Math.min(1, Math.max(0, x));
    }

    static double index(double x) {
        return Math.min(100, Math.max(0, x));
    }

    /** True when the scenario starts in talks, as the loop assumes. */
    static boolean covers(Scenario scenario) {
        return scenario.warners().size() == 1
                && scenario.deal().start() == Stage.TALKS
                && Outcome.all().size() == BareState.OUTCOMES;
    }
}
