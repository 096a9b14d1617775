package org.tumen.simulation;

import org.tumen.ballot.LevelDistribution;

/**
 * The numbers of a scenario as they are in a run: one holder for each parameter record, under the names that are declared
 * there. Phases read them; {@link org.tumen.declare.NumberPlaces} writes them, once for a scenario or once a run where they are
 * uncertain.
 */
final class RunNumbers {
    private RunNumbers() {}

    /** See {@link org.tumen.scenario.deal.AnnouncementParameters}. */
    static final class Announcement {
        double hazard;
        double exposure;
    }

    /** See {@link org.tumen.scenario.deal.TermsParameters}. */
    static final class Terms {
        double sellerPower;
        double minVolume;
        double maxVolume;
        int gridPoints;
        double volumeScale;
        double buyerNeed;
        double buyerGoods;
        double buyerTechnology;
        double buyerConvexity;
        double sellerBase;
        double sellerGoods;
        double sellerTechnology;
        double sellerConvexity;
    }

    /** See {@link org.tumen.scenario.deal.DeliveryParameters}. */
    static final class Delivery {
        double lot;
        double capacitySpread;
        double lotSpread;
        double interdiction;
        double needRelief;
        double hardshipRelief;
        double arsenalGain;
        double arsenalCeiling;
    }

    /** See {@link org.tumen.scenario.deal.OpennessParameters}. */
    static final class Openness {
        double relief;
        double growth;
        double suspicion;
    }

    /** See {@link org.tumen.scenario.deal.DepthParameters}. */
    static final class Depth {
        double hazard;
        double fear;
        double exposure;
        double technology;
        double missileArsenal;
        double troopNeed;
    }

    /** See {@link org.tumen.scenario.deal.DealParameters}. */
    static final class Deal {
        double startAgreed;
        double agreementHazard;
        double shippingHazard;
        double extension;
        final Announcement announcement = new Announcement();
        final Terms terms = new Terms();
        final Delivery delivery = new Delivery();
        final Openness openness = new Openness();
        final Depth depth = new Depth();
    }

    /** See {@link org.tumen.scenario.deal.PanelParameters}. */
    static final class Panel {
        double evidence;
    }

    /** See {@link org.tumen.scenario.deal.CoalitionParameters}. */
    static final class Coalition {
        double formation;
        double effort;
        double reportHazard;
        double evidence;
        double formationIntegrity;
        double reportIntegrity;
    }

    /** See {@link org.tumen.scenario.deal.MonitoringParameters}. */
    static final class Monitoring {
        double talks;
        double agreed;
        double shipment;
        double lull;
        double revelation;
        double evidence;
        double integrityLoss;
        double condemnation;
        final Panel panel = new Panel();
        final Coalition coalition = new Coalition();
    }

    /** See {@link org.tumen.scenario.region.DialogueParameters}. */
    static final class Dialogue {
        double rate;
        double othersOffers;
        double depth;
        double hardship;
        double hardshipReference;
        double heat;
        double ending;
        double upheld;
        double offersStand;
        double endingByHeat;
        double endingByPackage;
        double calm;
        double relief;
    }

    /** See {@link org.tumen.scenario.region.TensionParameters}. */
    static final class Tension {
        double start;
        double mean;
        double reversion;
        double arsenal;
        double integrity;
        double depth;
        double amplification;
        double noise;
        double shockProbability;
        double shockMean;
    }

    /** See {@link org.tumen.scenario.region.ImpactParameters}. */
    static final class Impacts {
        double spiral;
        double announcement;
        double shipment;
        double missiles;
        double treaty;
        double troops;
        double abandonment;
        double minorLaunch;
        double majorLaunch;
        double revelation;
        double concern;
        double warning;
        double referral;
        double warnerPackage;
        double resolution;
        double statement;
        double allyPackage;
        double veto;
        double mandateFailure;
        double dialogueOpening;
        double dialogueEnding;
    }

    /** See {@link org.tumen.scenario.region.ArsenalParameters}. */
    static final class Arsenal {
        double start;
        double minorGain;
        double majorGain;
    }

    /** See {@link org.tumen.scenario.region.IntegrityParameters}. */
    static final class Integrity {
        double start;
        double mean;
        double reversion;
        double practice;
        double practiceReference;
    }

    /** See {@link org.tumen.scenario.region.EnforcementParameters}. */
    static final class Enforcement {
        double start;
        double reversion;
        double base;
        double floor;
        double standing;
        double condemnation;
        double monitoring;
        double coalitionShare;
        double leak;
    }

    /** See {@link org.tumen.scenario.region.NetworkParameters}. */
    static final class Network {
        double persistence;
    }

    /** See {@link org.tumen.scenario.region.CrisisParameters}. */
    static final class Crisis {
        double enter;
        double leave;
        double incidentProbability;
        double exercises;
        double exercisesReference;
        double incidentTension;
    }

    /** See {@link org.tumen.scenario.region.RecordParameters}. */
    static final class PublicRecord {
        double fade;
        double appealFade;
        double evidenceFade;
        double exposureFade;
        double heatCap;
        double credibility;
        double allyHeat;
        double evidence;
        double exposure;
        double minorEcho;
        double majorEcho;
    }

    /** See {@link org.tumen.scenario.region.RegionParameters}. */
    static final class Region {
        final Tension tension = new Tension();
        final Impacts impacts = new Impacts();
        final Arsenal arsenal = new Arsenal();
        final Integrity integrity = new Integrity();
        final Enforcement enforcement = new Enforcement();
        final Network network = new Network();
        final Crisis crisis = new Crisis();
        final PublicRecord record = new PublicRecord();
    }

    /** See {@link org.tumen.scenario.region.StabilityParameters}. */
    static final class Stability {
        double tension;
        double arsenal;
        double integrity;
    }

    /** See {@link org.tumen.scenario.actor.HardshipParameters}. */
    static final class Hardship {
        double start;
        double mean;
        double reversion;
        double pressure;
        double noise;
    }

    /** See {@link org.tumen.scenario.actor.CampaignParameters}. */
    static final class Campaign {
        double start;
        double startSpread;
        double persistence;
        int windows;
        double majorShare;
    }

    /** See {@link org.tumen.scenario.actor.Seller}. */
    static final class Seller {
        final Hardship hardship = new Hardship();
        final Campaign campaign = new Campaign();
    }

    /** See {@link org.tumen.scenario.actor.NeedParameters}. */
    static final class Need {
        double start;
        double mean;
        double reversion;
        double noise;
    }

    /** See {@link org.tumen.scenario.actor.Buyer}. */
    static final class Buyer {
        final Need need = new Need();
        double secrecy;
        double generosity;
    }

    /** See {@link org.tumen.scenario.actor.IntelligenceParameters}. */
    static final class Intelligence {
        double vigilance;
        double panelShare;
        double coalitionShare;
        double falseAlarm;
        double startBelief;
        double memory;
        double suspicion;
        double assumedVisibility;
        double disclosureOfDeal;
        double disclosureWithoutDeal;
    }

    /** See {@link org.tumen.scenario.actor.CredibilityParameters}. */
    static final class Credibility {
        double start;
        double kept;
        double bluff;
        double falseAlarm;
        double mixedSignal;
        int commitmentWeeks;
    }

    /** See {@link org.tumen.scenario.actor.HabitParameters}. */
    static final class Habit {
        double fatigueFade;
        double fatigue;
        double repetitionFade;
        double repetition;
        double variation;
    }

    /** See {@link org.tumen.scenario.actor.ActEffects}. */
    static final class Effects {
        double appeal;
        double concernHeat;
        double warnHeat;
        double referHeat;
        double sanctionHeat;
        double concernExposure;
        double warnExposure;
        double referExposure;
        double sanctionExposure;
    }

    /** See {@link org.tumen.scenario.actor.WarnerPackageParameters}. */
    static final class WarnerPackages {
        double preparation;
        double evidence;
        double execution;
        double withAlly;
        double heat;
        double disruption;
    }

    /** See {@link org.tumen.scenario.actor.Warner}. */
    static final class Warner {
        double effort;
        final Intelligence intelligence = new Intelligence();
        final Credibility credibility = new Credibility();
        final Habit habit = new Habit();
        final Effects effects = new Effects();
        final WarnerPackages packages = new WarnerPackages();
    }

    /** See {@link org.tumen.scenario.actor.AllyPackageParameters}. */
    static final class AllyPackages {
        double disruption;
        double joint;
        double heat;
    }

    /** See {@link org.tumen.scenario.actor.Ally}. */
    static final class Ally {
        double vigilance;
        double disclosureEvidence;
        double disclosureHeat;
        double exercises;
        final AllyPackages packages = new AllyPackages();
    }

    /** See {@link org.tumen.scenario.actor.RivalryParameters}. */
    static final class Rivalry {
        final double[] start = new double[LevelDistribution.LEVELS];
        final double[] renewed = new double[LevelDistribution.LEVELS];
        double renewal;
    }

    /** See {@link org.tumen.scenario.actor.VotingParameters}. */
    static final class Voting {
        double intercept;
        double ideal;
        double strictness;
        double rivalry;
        double provocation;
        double selfInterest;
        double abstention;
        double scale;
        double partialAlignment;
    }

    /** See {@link org.tumen.scenario.actor.DraftStrengths}. */
    static final class Strengths {
        double mandate;
        double statement;
        double mild;
        double firm;
        double strong;
    }

    /** See {@link org.tumen.scenario.actor.MandateParameters}. */
    static final class Mandate {
        double integrityLoss;
        int ending;
    }

    /** See {@link org.tumen.scenario.actor.DeliberationParameters}. */
    static final class Deliberation {
        int interval;
        double afterMajor;
        double afterMinor;
        double urgency;
        double otherUrgency;
    }

    /** See {@link org.tumen.scenario.actor.CouncilEffects}. */
    static final class Decisions {
        double severity;
        double adoptedHeat;
        double adoptedIntegrity;
        double vetoIntegrity;
        double shortIntegrity;
        double nothingIntegrity;
        double statementHeat;
        double statementIntegrity;
        double blockedIntegrity;
    }

    /** See {@link org.tumen.scenario.actor.RegimeParameters}. */
    static final class Regime {
        double severity;
    }

    /** See {@link org.tumen.scenario.actor.Council}. */
    static final class Council {
        final Rivalry rivalry = new Rivalry();
        final Voting voting = new Voting();
        final Strengths strengths = new Strengths();
        final Mandate mandate = new Mandate();
        final Deliberation deliberation = new Deliberation();
        final Decisions effects = new Decisions();
        final Regime regime = new Regime();
    }
}
