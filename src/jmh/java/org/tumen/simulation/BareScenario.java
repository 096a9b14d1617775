package org.tumen.simulation;

import java.util.List;
import java.util.Map;
import org.tumen.ballot.LevelDistribution;
import org.tumen.policy.PolicySpec;
import org.tumen.policy.builtin.BuyerParameters;
import org.tumen.policy.builtin.ConcernParameters;
import org.tumen.policy.builtin.LaunchParameters;
import org.tumen.policy.builtin.PenholderParameters;
import org.tumen.policy.builtin.RatesParameters;
import org.tumen.policy.builtin.RungCosts;
import org.tumen.policy.builtin.RungLevels;
import org.tumen.policy.builtin.SellerParameters;
import org.tumen.policy.builtin.WarnerParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Ally;
import org.tumen.scenario.actor.Warner;
import org.tumen.world.Member;
import org.tumen.world.Stage;

/** Reads a scenario of one warner and one ally, all with their default policies, into the numbers of {@link BareLoop}. */
final class BareScenario {
    private final Scenario scenario;
    private final BareParameters p = new BareParameters();

    private BareScenario(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @throws IllegalArgumentException when the loop does not cover the scenario */
    static BareParameters read(Scenario scenario) {
        BareScenario reading = new BareScenario(scenario);
        reading.requireCovered();
        reading.actors();
        reading.seller();
        reading.buyer();
        reading.deal();
        reading.terms();
        reading.monitoring();
        reading.warner();
        reading.ally();
        reading.dialogue();
        reading.council();
        reading.votes();
        reading.region();
        reading.tension();
        return reading.p;
    }

    private void requireCovered() {
        var deal = scenario.deal();
        var mandate = scenario.council().mandate();
        boolean same = deal.start() == Stage.TALKS
                && deal.terms().sellerPower() == .5
                && deal.terms().gridPoints() == BareTrade.STEPS
                && scenario.seller().campaign().windows() == BareLuck.WINDOWS
                && scenario.monitoring().newsAtStart()
                && mandate.inForce();
        if (!same) {
            throw new IllegalArgumentException("the loop starts in talks or agreed, with news and a panel, and has"
                    + " the page's number of windows and its symmetric bargaining on its grid");
        }
        requirePolicy("quantal", scenario.seller().policy());
        requirePolicy("quantal", scenario.buyer().policy());
        requirePolicy("quantal", only(scenario.warners()).getValue().policy());
        requirePolicy("rates", only(scenario.allies()).getValue().policy());
        requirePolicy("penholder", scenario.council().policy());
    }

    private static void requirePolicy(String type, PolicySpec policy) {
        if (!policy.type().equals(type)) {
            throw new IllegalArgumentException("the loop knows the policy " + type + ", not " + policy.type());
        }
    }

    private static <T> Map.Entry<String, T> only(Map<String, T> actors) {
        if (actors.size() != 1) {
            throw new IllegalArgumentException("the loop knows one warner and one ally");
        }
        return actors.entrySet().iterator().next();
    }

    private void actors() {
        p.start = scenario.start();
        p.weeks = scenario.weeks();
        p.seller = scenario.sellerName();
        p.buyer = scenario.buyerName();
        p.warner = only(scenario.warners()).getKey();
        p.ally = only(scenario.allies()).getKey();
        p.council = scenario.councilName();
    }

    private void seller() {
        var hardship = scenario.seller().hardship();
        p.hardshipStart = hardship.start();
        p.hardshipMean = hardship.mean();
        p.hardshipReversion = hardship.reversion();
        p.hardshipByPressure = hardship.pressure();
        p.hardshipNoise = hardship.noise();
        var campaign = scenario.seller().campaign();
        p.campaignStart = campaign.start();
        p.campaignStartSpread = campaign.startSpread();
        p.campaignPersistence = campaign.persistence();
        p.majorShare = campaign.majorShare();
        var policy = (SellerParameters) scenario.seller().policy().parameters();
        p.sellerRationality = policy.rationality();
        p.sellerReview = policy.review();
        p.sellerGain = policy.gain();
        p.sellerGainByHardship = policy.gainHardship();
        p.sellerFear = policy.fear();
        p.councilShadow = policy.councilShadow();
        p.sellerDefiance = policy.defiance();
        p.sellerThreshold = policy.proposalCost();
        p.sellerPause = policy.pause();
        p.sellerSunk = policy.sunk();
        p.sellerSunkAgreed = policy.sunkAgreed();
        p.sellerTreaty = policy.treaty();
        p.conciliation = policy.conciliation();
        launches(policy.launch());
    }

    private void launches(LaunchParameters launch) {
        p.launchLevel = launch.drive();
        p.launchByCampaign = launch.campaign();
        p.launchByTension = launch.tension();
        p.launchByHeat = launch.heat();
        p.launchByDialogue = launch.dialogue();
        p.launchByDepth = launch.patron();
        p.launchByPressure = launch.pressure();
        p.pressureNormal = launch.pressureReference();
        p.launchByExercises = launch.exercises();
        p.launchExercisesNormal = launch.exercisesReference();
    }

    private void buyer() {
        var need = scenario.buyer().need();
        p.needStart = need.start();
        p.needMean = need.mean();
        p.needReversion = need.reversion();
        p.needNoise = need.noise();
        p.secrecy = scenario.buyer().secrecy();
        p.generosity = scenario.buyer().generosity();
        var policy = (BuyerParameters) scenario.buyer().policy().parameters();
        p.buyerRationality = policy.rationality();
        p.buyerReview = policy.review();
        p.buyerGain = policy.gain();
        p.buyerFear = policy.fear();
        p.buyerDefiance = policy.defiance();
        p.buyerThreshold = policy.acceptanceCost();
        p.buyerPause = policy.pause();
        p.buyerSunk = policy.sunk();
        p.buyerSunkAgreed = policy.sunkAgreed();
        p.buyerTreaty = policy.treaty();
    }

    private void deal() {
        var deal = scenario.deal();
        p.agreedAtStart = deal.startAgreed();
        p.agreementRate = deal.agreementHazard();
        p.shippingRate = deal.shippingHazard();
        p.extensionBelow = deal.extension();
        p.announcementRate = deal.announcement().hazard();
        p.announcementExposure = deal.announcement().exposure();
        var delivery = deal.delivery();
        p.lotSize = delivery.lot();
        p.capacitySpread = delivery.capacitySpread();
        p.lotSpread = delivery.lotSpread();
        p.interdiction = delivery.interdiction();
        p.needByLot = delivery.needRelief();
        p.hardshipByLot = delivery.hardshipRelief();
        p.arsenalByTechnology = delivery.arsenalGain();
        p.arsenalRoom = delivery.arsenalCeiling();
        var openness = deal.openness();
        p.opennessRelief = openness.relief();
        p.opennessGrowth = openness.growth();
        p.opennessThreshold = openness.suspicion();
        var depth = deal.depth();
        p.depthRate = depth.hazard();
        p.depthFear = depth.fear();
        p.depthExposure = depth.exposure();
        p.depthTechnology = depth.technology();
        p.missilesArsenal = depth.missileArsenal();
        p.troopsNeed = depth.troopNeed();
    }

    private void terms() {
        var terms = scenario.deal().terms();
        p.leastVolume = terms.minVolume();
        p.greatestVolume = terms.maxVolume();
        p.volumeUnit = terms.volumeScale();
        p.buyerPerNeed = terms.buyerNeed();
        p.buyerPayment = terms.buyerGoods();
        p.buyerTechnology = terms.buyerTechnology();
        p.buyerSatiation = terms.buyerConvexity();
        p.sellerBase = terms.sellerBase();
        p.sellerByHardship = terms.sellerGoods();
        p.sellerTechnology = terms.sellerTechnology();
        p.sellerStrain = terms.sellerConvexity();
    }

    private void monitoring() {
        var monitoring = scenario.monitoring();
        p.talksVisibility = monitoring.talks();
        p.agreedVisibility = monitoring.agreed();
        p.lotVisibility = monitoring.shipment();
        p.idleVisibility = monitoring.lull();
        p.revelationBelief = monitoring.revelation();
        p.revelationEvidence = monitoring.evidence();
        p.erosion = monitoring.integrityLoss();
        p.erosionUpheld = monitoring.condemnation();
        p.panelEvidence = monitoring.panel().evidence();
        var coalition = monitoring.coalition();
        p.coalitionRate = coalition.formation();
        p.coalitionByEffort = coalition.effort();
        p.coalitionReportRate = coalition.reportHazard();
        p.coalitionEvidence = coalition.evidence();
        p.coalitionIntegrity = coalition.formationIntegrity();
        p.coalitionReportIntegrity = coalition.reportIntegrity();
    }

    private void warner() {
        Warner warner = only(scenario.warners()).getValue();
        p.effort = warner.effort();
        var intelligence = warner.intelligence();
        p.vigilance = intelligence.vigilance();
        p.panelVigilance = intelligence.panelShare();
        p.coalitionVigilance = intelligence.coalitionShare();
        p.falseAlarm = intelligence.falseAlarm();
        p.warnerBeliefStart = intelligence.startBelief();
        p.beliefPersistence = intelligence.memory();
        p.beliefGrowth = intelligence.suspicion();
        p.assumedVisibility = intelligence.assumedVisibility();
        p.disclosureIfDeal = intelligence.disclosureOfDeal();
        p.disclosureIfNone = intelligence.disclosureWithoutDeal();
        var credibility = warner.credibility();
        p.credibilityStart = credibility.start();
        p.kept = credibility.kept();
        p.bluff = credibility.bluff();
        p.falseWarning = credibility.falseAlarm();
        p.mixedSignal = credibility.mixedSignal();
        p.commitmentWeeks = credibility.commitmentWeeks();
        var habit = warner.habit();
        p.fatigueDecay = habit.fatigueFade();
        p.fatigueByAct = habit.fatigue();
        p.repetitionDecay = habit.repetitionFade();
        p.repetitionByAct = habit.repetition();
        p.repetitionLeft = habit.variation();
        var packages = warner.packages();
        p.prepareByWarning = packages.preparation();
        p.packageEvidence = packages.evidence();
        p.packageRate = packages.execution();
        p.packageAfterAlly = packages.withAlly();
        p.packageHeat = packages.heat();
        p.warnerDisruption = packages.disruption();
        ladder(warner);
    }

    private void ladder(Warner warner) {
        var e = warner.effects();
        p.appealEffect = e.appeal();
        p.heat = new double[] {0, 0, e.concernHeat(), e.warnHeat(), e.referHeat(), e.sanctionHeat()};
        p.strength =
                new double[] {0, 0, e.concernExposure(), e.warnExposure(), e.referExposure(), e.sanctionExposure()};
        var policy = (WarnerParameters) warner.policy().parameters();
        RungLevels levels = policy.levels();
        p.level = new double[] {0, levels.appeal(), levels.concern(), levels.warn(), levels.refer(), levels.sanction()};
        RungCosts costs = policy.costs();
        p.cost = new double[] {0, costs.appeal(), costs.concern(), costs.warn(), costs.refer(), costs.sanction()};
        p.warnerRationality = policy.rationality();
        p.assertiveness = policy.assertiveness();
        p.restraint = policy.restraint();
        p.referralCost = policy.rivalry();
        p.dialogueTaste = policy.dialogue();
        p.monotony = policy.monotony();
        p.misfit = policy.misfit();
        p.pendingCost = policy.pending();
        p.attention = policy.attention();
        p.attentionToNews = policy.attentionToNews();
        p.attentionToSignals = policy.attentionToSignals();
        ConcernParameters concern = policy.concern();
        p.concernByDeal = concern.deal();
        p.concernByShipments = concern.shipments();
        p.concernByArsenal = concern.arsenal();
        p.concernByLaunches = concern.launches();
        p.concernByTension = concern.tension();
        p.concernByNews = concern.news();
    }

    private void ally() {
        Ally ally = only(scenario.allies()).getValue();
        p.allyVigilance = ally.vigilance();
        p.disclosureEvidence = ally.disclosureEvidence();
        p.disclosureHeat = ally.disclosureHeat();
        p.exercises = ally.exercises();
        p.allyDisruption = ally.packages().disruption();
        p.allyDisruptionTogether = ally.packages().joint();
        p.allyPackageHeat = ally.packages().heat();
        var policy = (RatesParameters) ally.policy().parameters();
        p.disclosureRate = policy.disclosure();
        p.allyPackageRate = policy.measures();
        p.allyPackageEvidence = policy.evidence();
        p.alliesFollow = policy.follow();
    }

    private void dialogue() {
        var dialogue = scenario.dialogue();
        p.dialogueRate = dialogue.rate();
        p.othersOffers = dialogue.othersOffers();
        p.dialogueByDepth = dialogue.depth();
        p.dialogueByHardship = dialogue.hardship();
        p.dialogueHardship = dialogue.hardshipReference();
        p.dialogueByHeat = dialogue.heat();
        p.dialogueEnd = dialogue.ending();
        p.dialogueAppeal = dialogue.offersStand();
        p.dialogueEndWithAppeal = dialogue.upheld();
        p.dialogueEndByHeat = dialogue.endingByHeat();
        p.dialogueEndByPackage = dialogue.endingByPackage();
        p.dialogueCalm = dialogue.calm();
        p.dialogueRelief = dialogue.relief();
    }

    private void council() {
        var council = scenario.council();
        p.regimeStart = council.regime().severity();
        p.mandateStrength = council.strengths().mandate();
        p.statementStrength = council.strengths().statement();
        p.drafts = new double[] {
            council.strengths().mild(),
            council.strengths().firm(),
            council.strengths().strong()
        };
        p.mandateIntegrity = council.mandate().integrityLoss();
        p.panelWindDown = council.mandate().ending();
        var deliberation = council.deliberation();
        p.interval = deliberation.interval();
        p.afterMajor = deliberation.afterMajor();
        p.afterMinor = deliberation.afterMinor();
        p.provokedByMajor = deliberation.urgency();
        p.provokedOtherwise = deliberation.otherUrgency();
        var effects = council.effects();
        p.severity = effects.severity();
        p.adoptedHeat = effects.adoptedHeat();
        p.adoptedIntegrity = effects.adoptedIntegrity();
        p.vetoIntegrity = effects.vetoIntegrity();
        p.shortIntegrity = effects.shortIntegrity();
        p.nothingIntegrity = effects.nothingIntegrity();
        p.statementHeat = effects.statementHeat();
        p.statementIntegrity = effects.statementIntegrity();
        p.blockedIntegrity = effects.blockedIntegrity();
        var policy = (PenholderParameters) council.policy().parameters();
        p.penholderRationality = policy.rationality();
        p.failureCost = policy.failureCost();
        p.statementCostShare = policy.statementShare();
        p.slip = policy.slip();
    }

    private void votes() {
        var council = scenario.council();
        var voting = council.voting();
        p.intercept = voting.intercept();
        p.ideal = voting.ideal();
        p.strict = voting.strictness();
        p.rival = voting.rivalry();
        p.provocation = voting.provocation();
        p.self = voting.selfInterest();
        p.abstention = voting.abstention();
        p.scale = voting.scale();
        p.china = voting.partialAlignment();
        p.startBelief = belief(council.rivalry().start());
        p.redrawn = belief(council.rivalry().renewed());
        p.rivalryRate = council.rivalry().renewal();
        var members = council.roster().on(scenario.start()).members();
        for (int i = 0; i < BareParameters.MEMBERS.length; i++) {
            Member member = members.get(i);
            if (!member.iso3().equals(BareParameters.MEMBERS[i])
                    || member.permanent() != i < BareParameters.PERMANENT) {
                throw new IllegalArgumentException("the loop knows the Council of 2023, in the order of the page");
            }
            p.ideals[i] = member.ideal();
        }
    }

    private void region() {
        var region = scenario.region();
        var record = region.record();
        p.heatDecay = record.fade();
        p.appealDecay = record.appealFade();
        p.evidenceDecay = record.evidenceFade();
        p.exposureDecay = record.exposureFade();
        p.heatCap = record.heatCap();
        p.othersCredibility = record.credibility();
        p.allyHeatStart = record.allyHeat();
        p.evidenceStart = record.evidence();
        p.exposureStart = record.exposure();
        p.minorHeat = record.minorEcho();
        p.majorHeat = record.majorEcho();
        p.disruptionDecay = region.network().persistence();
        var arsenal = region.arsenal();
        p.arsenalStart = arsenal.start();
        p.minorArsenal = arsenal.minorGain();
        p.majorArsenal = arsenal.majorGain();
        var integrity = region.integrity();
        p.integrityStart = integrity.start();
        p.integrityMean = integrity.mean();
        p.integrityReversion = integrity.reversion();
        p.integrityByPractice = integrity.practice();
        p.enforcementNormal = integrity.practiceReference();
        var enforcement = region.enforcement();
        p.enforcementStart = enforcement.start();
        p.enforcementReversion = enforcement.reversion();
        p.practiceWeight = enforcement.base();
        p.practiceFloor = enforcement.floor();
        p.practiceByIntegrity = enforcement.standing();
        p.condemnation = enforcement.condemnation();
        p.monitoringSupport = enforcement.monitoring();
        p.coalitionShare = enforcement.coalitionShare();
        p.rivalryLeak = enforcement.leak();
    }

    private void tension() {
        var tension = scenario.region().tension();
        p.tensionStart = tension.start();
        p.tensionCalm = tension.mean();
        p.tensionReversion = tension.reversion();
        p.tensionByArsenal = tension.arsenal();
        p.tensionByIntegrity = tension.integrity();
        p.tensionByDepth = tension.depth();
        p.amplification = tension.amplification();
        p.tensionNoise = tension.noise();
        p.shockRate = tension.shockProbability();
        p.shockMean = tension.shockMean();
        var crisis = scenario.region().crisis();
        p.crisisOn = crisis.enter();
        p.crisisOff = crisis.leave();
        p.incidentRate = crisis.incidentProbability();
        p.incidentByExercises = crisis.exercises();
        p.incidentExercisesNormal = crisis.exercisesReference();
        p.incidentTension = crisis.incidentTension();
        impacts();
        var stability = scenario.stability();
        p.tensionWeight = stability.tension();
        p.arsenalWeight = stability.arsenal();
        p.integrityWeight = stability.integrity();
    }

    private void impacts() {
        var impacts = scenario.region().impacts();
        p.spiral = impacts.spiral();
        p.announcementImpact = impacts.announcement();
        p.lotImpact = impacts.shipment();
        p.missilesImpact = impacts.missiles();
        p.treatyImpact = impacts.treaty();
        p.troopsImpact = impacts.troops();
        p.abandonedImpact = impacts.abandonment();
        p.minorImpact = impacts.minorLaunch();
        p.majorImpact = impacts.majorLaunch();
        p.revelationImpact = impacts.revelation();
        p.spirals = new double[] {0, 0, impacts.concern(), impacts.warning(), impacts.referral(), 0};
        p.packageSpirals = impacts.warnerPackage();
        p.adoptedSpirals = impacts.resolution();
        p.statementSpirals = impacts.statement();
        p.allyPackageImpact = impacts.allyPackage();
        p.vetoImpact = impacts.veto();
        p.mandateImpact = impacts.mandateFailure();
        p.dialogueOpeningImpact = impacts.dialogueOpening();
        p.dialogueEndingImpact = impacts.dialogueEnding();
    }

    private static double[] belief(List<Double> probabilities) {
        return LevelDistribution.of(probabilities.stream().mapToDouble(x -> x).toArray())
                .toArray();
    }
}
