package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.world.Clamp;

/** The state of {@link BareLoop}, under the names of the model page, and what it counts. */
final class BareState {
    static final int NONE = 0;
    static final int TALKS = 1;
    static final int AGREED = 2;
    static final int SHIPPING = 3;
    static final int LONG_PAST = -10_000;

    // Region
    double tension;
    double arsenal;
    double integrity;
    double enforcement;
    double pressure;
    double leftOpen;
    boolean crisis;
    // Public record
    double warnerHeat;
    double allyHeat;
    double councilHeat;
    double appeal;
    double evidence;
    double exposure;
    double launchHeat;
    final double[] belief = new double[BareParameters.RIVALRIES.length];
    double meanRivalry;
    boolean dialogue;
    // Seller, buyer, deal, network
    double hardship;
    double campaign;
    double need;
    int sellerStance;
    int buyerStance;
    int stage;
    int dealNumber;
    double remaining;
    double technology;
    double capacity;
    int depth;
    double openness;
    boolean announced;
    boolean revealed;
    double disruption;
    // Warner
    double warnerBelief;
    double credibility;
    boolean commitmentOpen;
    int commitmentWeek;
    int commitmentDeal;
    double fatigue;
    double repetition;
    int lastAct;
    boolean pending;
    // Council
    double rivalry;
    boolean panel;
    boolean coalition;
    int failedWeek;
    int lastDeliberation;
    // This week
    double heat;
    double impact;
    boolean news;
    double lot;
    int launchesNow;
    boolean majorNow;
    boolean signal;
    boolean referred;
    boolean followedThrough;
    boolean packaged;

    // Counts and sums
    double stability;
    double stabilitySum;
    double stabilityMin;
    double tensionSum;
    double pressureSum;
    double enforcementSum;
    int crises;
    int crisisWeeks;
    int firstCrisis;
    int incidents;
    int announcementWeek;
    int firstShipment;
    int firstWarning;
    int firstPackage;
    final int[] depthWeek = new int[4];
    int coalitionWeek;
    double delivered;
    final double[] deliveredBy = new double[3];
    final int[] launchesIn = new int[3];
    int launches;
    int majors;
    int appeals;
    int concerns;
    int warnings;
    int warningsWithoutDeal;
    int referrals;
    int packages;
    int allyPackages;
    int disclosures;
    int tabled;
    int adopted;
    int shortVotes;
    int vetoes;
    int statements;
    int opened;
    int dialogueWeeks;
    int abandoned;
    int struck;

    private final BareParameters p;

    BareState(BareParameters parameters) {
        p = parameters;
    }

    /** The start of a run, but for what is drawn. */
    void reset() {
        tension = p.tensionStart;
        arsenal = p.arsenalStart;
        integrity = p.integrityStart;
        enforcement = p.enforcementStart;
        leftOpen = 1;
        takePressure();
        crisis = false;
        warnerHeat = councilHeat = appeal = launchHeat = openness = disruption = fatigue = repetition = 0;
        allyHeat = p.allyHeatStart;
        evidence = p.evidenceStart;
        exposure = p.exposureStart;
        System.arraycopy(BareChoice.normalised(p.startBelief), 0, belief, 0, belief.length);
        need = p.needStart;
        hardship = p.hardshipStart;
        dialogue = announced = revealed = commitmentOpen = pending = coalition = false;
        panel = true;
        depth = dealNumber = lastAct = 0;
        remaining = technology = 0;
        warnerBelief = p.warnerBeliefStart;
        credibility = p.credibilityStart;
        failedWeek = p.weeks;
        lastDeliberation = LONG_PAST;
        resetCounts();
    }

    private void resetCounts() {
        stabilitySum = tensionSum = pressureSum = enforcementSum = delivered = 0;
        stabilityMin = Double.POSITIVE_INFINITY;
        crises = crisisWeeks = incidents = launches = majors = 0;
        firstCrisis = announcementWeek = firstShipment = firstWarning = firstPackage = coalitionWeek = p.weeks;
        Arrays.fill(depthWeek, p.weeks);
        Arrays.fill(launchesIn, 0);
        appeals = concerns = warnings = warningsWithoutDeal = referrals = packages = allyPackages = disclosures = 0;
        tabled = adopted = shortVotes = vetoes = statements = 0;
        opened = dialogueWeeks = abandoned = struck = 0;
    }

    void beginWeek(int week) {
        impact = 0;
        news = week == 0;
        lot = 0;
        launchesNow = 0;
        majorNow = false;
        signal = false;
        referred = false;
        followedThrough = false;
        packaged = false;
    }

    /** H of the page: the parts' sum, at most 1.5. */
    double heatNow() {
        return Math.min(p.heatCap, councilHeat + allyHeat + warnerHeat);
    }

    /** P = S·e: what adopted measures add to the regime, as far as it is carried out. */
    void takePressure() {
        pressure = (1 - (1 - p.regimeStart) * leftOpen) * enforcement;
    }

    void addWarnerHeat(double addition) {
        warnerHeat = Math.min(p.heatCap, warnerHeat + addition);
    }

    void expose(double level) {
        exposure = Clamp.greater(exposure, level);
    }

    void takeMeanRivalry() {
        double sum = 0;
        for (int j = 0; j < belief.length; j++) {
            sum += belief[j] * BareParameters.RIVALRIES[j];
        }
        meanRivalry = sum;
    }

    void addIntegrity(double addition) {
        integrity = Clamp.index(integrity + addition);
    }

    void addArsenal(double addition) {
        arsenal = Clamp.index(arsenal + addition);
    }

    void addEvidence(double addition) {
        evidence = Clamp.share(evidence + addition);
    }

    /** The outcomes, in the order of {@link org.tumen.outcome.Outcome}. */
    void write(double[] row) {
        double[] outcomes = {
            stabilitySum / p.weeks,
            stability,
            stabilityMin,
            tensionSum / p.weeks,
            enforcementSum / p.weeks,
            pressureSum / p.weeks,
            arsenal,
            integrity,
            credibility,
            crisisWeeks,
            crises > 0 ? 1 : 0,
            crises,
            firstCrisis,
            incidents,
            announcementWeek,
            firstShipment,
            firstWarning,
            firstPackage,
            depthWeek[1],
            depthWeek[2],
            depthWeek[3],
            failedWeek < p.weeks ? 1 : 0,
            failedWeek,
            coalitionWeek,
            delivered,
            technology,
            struck,
            abandoned,
            launches,
            majors,
            appeals,
            concerns,
            warnings,
            warningsWithoutDeal,
            referrals,
            packages,
            allyPackages,
            disclosures,
            tabled,
            adopted,
            shortVotes,
            vetoes,
            statements,
            opened,
            dialogueWeeks
        };
        System.arraycopy(outcomes, 0, row, 0, outcomes.length);
    }

    /** What the run counts at the end of a week. */
    void endWeek(int week) {
        stability =
                100 - (p.tensionWeight * tension + p.arsenalWeight * arsenal + p.integrityWeight * (100 - integrity));
        stabilitySum += stability;
        stabilityMin = Math.min(stabilityMin, stability);
        tensionSum += tension;
        pressureSum += pressure;
        enforcementSum += enforcement;
        if (crisis) {
            crisisWeeks++;
        }
        if (dialogue) {
            dialogueWeeks++;
        }
        launchesIn[Math.min(week / 52, 2)] += launchesNow;
        if (week == 25) {
            deliveredBy[0] = delivered;
        } else if (week == 51) {
            deliveredBy[1] = delivered;
        } else if (week == 97) {
            deliveredBy[2] = delivered;
        }
    }
}
