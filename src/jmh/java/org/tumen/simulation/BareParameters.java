package org.tumen.simulation;

import java.time.LocalDate;

/**
 * The numbers of the model page, written down a second time from the page alone: what the scenario declares is held
 * against them. Indices 0..100, other quantities 0..1 unless said; rates are a week's.
 */
final class BareParameters {
    static final double[] RIVALRIES = {0, .2, .4, .6, .8, 1};

    // Actors, by whose names draws are keyed
    String seller = "seller";
    String buyer = "buyer";
    String warner = "warner";
    String ally = "ally";
    String council = "council";

    // Start
    LocalDate start = LocalDate.of(2023, 9, 1);
    int weeks = 156;
    double agreedAtStart = .5;
    double[] startBelief = {.023, .011, .027, .129, .339, .471};
    double capacitySpread = .33;
    double campaignStart = 1;
    double campaignStartSpread = .5;
    double tensionStart = 38;
    double arsenalStart = 50;
    double integrityStart = 60;
    double enforcementStart = .6;
    double needStart = .65;
    double hardshipStart = .5;
    double warnerBeliefStart = .8;
    double credibilityStart = .6;
    double allyHeatStart = .1;
    double evidenceStart = .15;
    double exposureStart = .3;
    double regimeStart = .5;

    // Environment
    double needReversion = .03;
    double needMean = .65;
    double needNoise = .02;
    double hardshipReversion = .04;
    double hardshipMean = .22;
    double hardshipByPressure = .60;
    double hardshipNoise = .015;
    double heatDecay = .85;
    double appealDecay = .93;
    double evidenceDecay = .98;
    double exposureDecay = .98;
    double disruptionDecay = .97;
    double campaignPersistence = .953;
    double[] redrawn = {.5, .2, .12, .08, .06, .04};
    double rivalryRate = .05;
    double weeksAYear = 52;

    // Trade
    double heatCap = 1.5;
    double othersCredibility = .6;
    double opennessRelief = .9;
    double opennessGrowth = .03;
    double opennessThreshold = .5;
    double councilShadow = .6;
    double sellerGain = .25;
    double sellerGainByHardship = .75;
    double sellerFear = .7;
    double sellerDefiance = .06;
    double sellerRationality = 6;
    double sellerReview = .25;
    double sellerThreshold = .60;
    double sellerPause = .1;
    double sellerSunk = .4;
    double sellerSunkAgreed = .5;
    double sellerTreaty = .4;
    double conciliation = .35;
    double buyerGain = 1;
    double buyerFear = .6;
    double buyerDefiance = .06;
    double buyerRationality = 6;
    double buyerReview = .25;
    double buyerThreshold = .60;
    double buyerPause = .1;
    double buyerSunk = .4;
    double buyerSunkAgreed = .5;
    double buyerTreaty = .4;
    double agreementRate = .25;
    double shippingRate = .6;
    double abandonedImpact = -4;
    double announcementRate = .35;
    double announcementImpact = 1;
    double announcementExposure = .6;
    double extensionBelow = .15;
    double leastVolume = .3;
    double greatestVolume = 2.5;
    double volumeUnit = 1.5;
    double generosity = .35;
    double buyerPerNeed = 1.5;
    double buyerPayment = .35;
    double buyerTechnology = .9;
    double buyerSatiation = .3;
    double sellerBase = .2;
    double sellerByHardship = .6;
    double sellerTechnology = .7;
    double sellerStrain = .4;
    double lotSize = .035;
    double lotSpread = .25;
    double interdiction = .2;
    double needByLot = .20;
    double hardshipByLot = .20;
    double arsenalByTechnology = 5;
    double arsenalRoom = 130;
    double lotImpact = .2;
    double depthRate = .07;
    double depthFear = 3;
    double depthExposure = .8;
    double depthTechnology = .1;
    double missilesImpact = 2;
    double missilesArsenal = .5;
    double treatyImpact = 2;
    double troopsImpact = 3;
    double troopsNeed = .08;

    // Launches
    double launchLevel = -2.83;
    double launchByCampaign = 1;
    double launchByTension = .015;
    double tensionCalm = 30;
    double launchByHeat = .3;
    double launchByDialogue = 1.2;
    double launchByDepth = .3;
    double launchByPressure = .5;
    double pressureNormal = .30;
    double launchByExercises = .3;
    double exercises = .5;
    double launchExercisesNormal = .5;
    double incidentExercisesNormal = .5;
    double majorShare = .13;
    double majorHeat = .6;
    double majorArsenal = .15;
    double majorImpact = 1.8;
    double minorHeat = .12;
    double minorArsenal = .03;
    double minorImpact = .3;

    // Monitoring
    double vigilance = .20;
    double panelVigilance = .20;
    double coalitionVigilance = .12;
    double talksVisibility = .35;
    double agreedVisibility = .5;
    double lotVisibility = 1;
    double idleVisibility = .3;
    double assumedVisibility = .7;
    double secrecy = .5;
    double falseAlarm = .03;
    double beliefPersistence = .985;
    double beliefGrowth = .02;
    double allyVigilance = .5;
    double disclosureRate = .35;
    double disclosureEvidence = .12;
    double disclosureHeat = .12;
    double disclosureIfDeal = .9;
    double disclosureIfNone = .2;
    double panelEvidence = .25;
    int panelWindDown = 5;
    double coalitionRate = .02;
    double coalitionByEffort = .04;
    double effort = .5;
    double coalitionIntegrity = 2;
    double coalitionReportRate = .035;
    double coalitionEvidence = .25;
    double coalitionReportIntegrity = 1.5;
    double revelationBelief = .7;
    double revelationEvidence = .5;
    double revelationImpact = 3;
    double erosion = .25;
    double erosionUpheld = .7;

    // Warning: hold, appeal, state concern, warn, refer, sanction
    double[] level = {0, .15, .30, .55, .75, 1};
    double[] cost = {0, .03, .04, .06, .20, .26};
    double[] strength = {0, 0, .5, .8, 1, 1};
    double[] heat = {0, 0, .10, .25, .25, .25};
    double[] spirals = {0, 0, .2, .8, .8, 0};
    double spiral = .4;
    double assertiveness = .85;
    double concernByDeal = .35;
    double concernByShipments = .1;
    double concernByArsenal = .35;
    double concernByLaunches = .25;
    double concernByTension = .2;
    double concernByNews = .2;
    double fatigueDecay = .95;
    double fatigueByAct = .75;
    double attention = .03;
    double attentionToNews = .75;
    double attentionToSignals = .12;
    double warnerRationality = 8;
    double misfit = 2;
    double restraint = 1;
    double referralCost = .25;
    double dialogueTaste = .05;
    double monotony = .45;
    double pendingCost = 9;
    double repetitionDecay = .985;
    double repetitionByAct = .5;
    double repetitionLeft = .5;
    double appealEffect = .25;
    double mixedSignal = .03;
    double prepareByWarning = .4;
    double packageEvidence = .25;
    double allyPackageEvidence = .25;
    double allyPackageRate = .03;
    double packageRate = .06;
    double packageAfterAlly = 4;
    double packageHeat = .1;
    double packageSpirals = 2;
    double warnerDisruption = .04;
    double alliesFollow = .4;
    double allyDisruption = .08;
    double allyDisruptionTogether = 1.5;
    double allyPackageHeat = .1;
    double allyPackageImpact = .4;
    double kept = .125;
    int commitmentWeeks = 26;
    double bluff = .25;
    double falseWarning = .05;

    // Dialogue
    double dialogueRate = .012;
    double othersOffers = .3;
    double dialogueByDepth = .7;
    double dialogueByHardship = 2;
    double dialogueHardship = .4;
    double dialogueByHeat = .7;
    double dialogueOpeningImpact = -4;
    double dialogueEndingImpact = 4;
    double dialogueEnd = .012;
    double dialogueAppeal = .1;
    double dialogueEndWithAppeal = .7;
    double dialogueEndByHeat = .03;
    double dialogueEndByPackage = .05;
    double dialogueCalm = 8;
    double dialogueRelief = .10;

    // Council
    double intercept = 2.78;
    double ideal = .38;
    double strict = .65;
    double rival = 7.29;
    double provocation = 1.27;
    double self = 3.7;
    double abstention = .41;
    double scale = .40;
    double china = .79;
    double mandateStrength = .1;
    double mandateIntegrity = 8;
    double mandateImpact = 1;
    int interval = 4;
    double afterMajor = .9;
    double afterMinor = .02;
    double provokedByMajor = .8;
    double provokedOtherwise = .1;
    double penholderRationality = 10;
    double[] drafts = {.35, .6, .9};
    double statementStrength = .30;
    double failureCost = .5;
    double statementCostShare = .3;
    double slip = .05;
    double severity = .3;
    double adoptedIntegrity = 6;
    double adoptedHeat = .3;
    double adoptedSpirals = 2;
    double vetoIntegrity = 3;
    double vetoImpact = 1.2;
    double shortIntegrity = 1;
    double statementIntegrity = 1;
    double statementHeat = .15;
    double statementSpirals = .5;
    double blockedIntegrity = .3;
    double nothingIntegrity = .2;

    // Region
    double practiceWeight = .75;
    double practiceFloor = .4;
    double practiceByIntegrity = .6;
    double condemnation = .30;
    double monitoringSupport = .08;
    double coalitionShare = .7;
    double rivalryLeak = .15;
    double enforcementReversion = .02;
    double tensionReversion = .05;
    double tensionByArsenal = .35;
    double tensionByIntegrity = .15;
    double tensionByDepth = 1;
    double amplification = .6;
    double tensionNoise = 1.3;
    double shockRate = .02;
    double shockMean = 8;
    double crisisOn = 70;
    double crisisOff = 55;
    double incidentRate = .03;
    double incidentByExercises = .8;
    double incidentTension = 12;
    double integrityReversion = .01;
    double integrityMean = 50;
    double integrityByPractice = 50;
    double enforcementNormal = .52;
    double tensionWeight = .5;
    double arsenalWeight = .25;
    double integrityWeight = .25;

    // Roster: permanent members first, as the page lists them
    static final int CHINA = 0;
    static final int BUYER = 2;
    static final int PERMANENT = 5;
    static final String[] MEMBERS = {
        "CHN", "FRA", "RUS", "GBR", "USA", "ALB", "BRA", "ECU", "GAB", "GHA", "JPN", "MLT", "MOZ", "CHE", "ARE"
    };
    double[] ideals = {-1.20, 1.49, -1.27, 1.66, 1.99, 1.17, -.29, .04, -.46, -.38, .78, .76, -.54, .62, -.53};
}
