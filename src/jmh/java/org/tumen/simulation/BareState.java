package org.tumen.simulation;

import org.tumen.world.Clamp;
import org.tumen.scenario.CredibilityParameters;
import org.tumen.scenario.RegimeParameters;
import org.tumen.scenario.Scenario;

/** The state of {@link BareLoop} and what it counts. */
final class BareState {
    static final int OUTCOMES = 34;

    final double[] severity = new double[256];
    final double[] enforcement = new double[256];
    final boolean[] onBuyer = new boolean[256];
    int measures;
    double tension;
    double arsenal;
    double integrity;
    double need;
    double hardship;
    double warnerHeat;
    double councilHeat;
    double heat;
    double speakers;
    double appeal;
    double evidence;
    double exposure;
    double testHeat;
    double pressureOnSeller;
    double pressureOnBuyer;
    double impact;
    double sellerRisk;
    boolean crisis;
    boolean tested;
    boolean panel;
    boolean referred;
    int stage;
    int sellerStance;
    int buyerStance;
    int prepared;
    int number;
    boolean revealed;
    double remaining;
    double technology;
    double lot;
    double belief;
    boolean signal;
    double credibility;
    double repetition;
    int lastAct;
    int unilateral;
    int lapseWeek;
    int lastDeliberation;

    int firstTalks;
    int firstShipment;
    int firstWarning;
    int firstSanctions;
    int firstCrisis;
    int panelLapse;
    int detection;
    int crisisWeeks;
    int incidents;
    int agreed;
    int completed;
    int abandoned;
    int tests;
    int appeals;
    int concerns;
    int warnings;
    int warningsWithoutDeal;
    int referrals;
    int adopted;
    int shortVotes;
    int vetoes;
    int statements;
    double delivered;
    private double stability;
    private double stabilitySum;
    private double stabilityMin;
    private double tensionSum;
    private double pressureSum;

    private boolean commitmentOpen;
    private int commitmentWeek;
    private int commitmentDeal;
    private boolean dealQuit;
    private boolean dealCompleted;
    private final Scenario scenario;
    private final RegimeParameters regime;
    private final double startBelief;
    private final double startCredibility;
    private final double councilCredibility;

    BareState(Scenario scenario) {
        this.scenario = scenario;
        var warner = scenario.warners().values().iterator().next();
        startBelief = warner.intelligence().startBelief();
        startCredibility = warner.credibility().start();
        councilCredibility = scenario.council().credibility();
        regime = scenario.council().regime();
    }

    void reset() {
        int weeks = scenario.weeks();
        var region = scenario.region();
        tension = region.tension().start();
        arsenal = region.arsenal().start();
        integrity = region.integrity().start();
        need = scenario.buyer().need().start();
        hardship = scenario.seller().hardship().start();
        warnerHeat = councilHeat = appeal = evidence = exposure = testHeat = 0;
        crisis = false;
        panel = scenario.council().mandate().inForce();
        number = 0;
        technology = 0;
        beginDeal();
        belief = startBelief;
        credibility = startCredibility;
        repetition = 0;
        lastAct = 0;
        unilateral = 0;
        commitmentOpen = false;
        lapseWeek = lastDeliberation = -10_000;
        measures = 0;
        impose(regime.severity(), regime.enforcement(), false);
        takePressure();
        firstTalks = 0;
        firstShipment = firstWarning = firstSanctions = firstCrisis = panelLapse = detection = weeks;
        crisisWeeks = incidents = agreed = completed = abandoned = tests = 0;
        appeals = concerns = warnings = warningsWithoutDeal = referrals = 0;
        adopted = shortVotes = vetoes = statements = 0;
        delivered = stabilitySum = tensionSum = pressureSum = 0;
        stabilityMin = Double.POSITIVE_INFINITY;
    }

    void takeHeat() {
        heat = councilHeat + warnerHeat;
        double weighted = councilHeat * councilCredibility + warnerHeat * credibility;
        speakers = heat > 0 ? weighted / heat : 0;
    }

    void takePressure() {
        double seller = 1;
        double buyer = 1;
        for (int i = 0; i < measures; i++) {
            double left = 1 - severity[i] * enforcement[i];
            seller *= left;
            if (onBuyer[i]) {
                buyer *= left;
            }
        }
        pressureOnSeller = 1 - seller;
        pressureOnBuyer = 1 - buyer;
    }

    void impose(double itsSeverity, double itsEnforcement, boolean alsoOnBuyer) {
        severity[measures] = Clamp.share(itsSeverity);
        enforcement[measures] = Clamp.share(itsEnforcement);
        onBuyer[measures] = alsoOnBuyer;
        measures++;
    }

    void beginDeal() {
        number++;
        stage = 1;
        sellerStance = 0;
        buyerStance = 0;
        prepared = 0;
        remaining = 0;
        revealed = false;
    }

    void endDeal(boolean complete) {
        if (commitmentOpen && commitmentDeal == number) {
            dealCompleted = complete;
            dealQuit = !complete;
        }
        stage = 0;
        revealed = false;
        remaining = 0;
    }

    void commit(int week) {
        if (!commitmentOpen) {
            commitmentOpen = true;
            commitmentWeek = week;
            commitmentDeal = stage != 0 ? number : 0;
            dealQuit = false;
            dealCompleted = false;
        }
    }

    void settle(int act, int week, CredibilityParameters c) {
        if (!commitmentOpen) {
            return;
        }
        if (act >= 4 || dealQuit) {
            credibility = Clamp.share(credibility + c.kept() * (1 - credibility));
        } else if (dealCompleted) {
            credibility *= c.bluff();
        } else if (week >= commitmentWeek + c.commitmentWeeks()) {
            credibility *= stage != 0 ? c.bluff() : c.falseAlarm();
        } else {
            return;
        }
        commitmentOpen = false;
    }

    void endOfWeek(int week, double now) {
        stability = now;
        stabilitySum += now;
        stabilityMin = Math.min(stabilityMin, now);
        tensionSum += tension;
        pressureSum += pressureOnSeller;
        if (crisis) {
            crisisWeeks++;
            firstCrisis = Math.min(firstCrisis, week);
        }
    }

    void write(int weeks, double[] row) {
        row[0] = stabilitySum / weeks;
        row[1] = stability;
        row[2] = stabilityMin;
        row[3] = tensionSum / weeks;
        row[4] = crisisWeeks;
        row[5] = crisisWeeks > 0 ? 1 : 0;
        row[6] = firstCrisis;
        row[7] = incidents;
        row[8] = firstShipment;
        row[9] = firstWarning;
        row[10] = firstSanctions;
        row[11] = agreed;
        row[12] = completed;
        row[13] = abandoned;
        row[14] = delivered;
        row[15] = technology;
        row[16] = arsenal;
        row[17] = tests;
        row[18] = appeals;
        row[19] = concerns;
        row[20] = warnings;
        row[21] = warningsWithoutDeal;
        row[22] = referrals;
        row[23] = unilateral;
        row[24] = adopted;
        row[25] = shortVotes;
        row[26] = vetoes;
        row[27] = statements;
        row[28] = panelLapse < weeks ? 1 : 0;
        row[29] = panelLapse;
        row[30] = pressureSum / weeks;
        row[31] = integrity;
        row[32] = credibility;
        row[33] = detection;
    }
}
