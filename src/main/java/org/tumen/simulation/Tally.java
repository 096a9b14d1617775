package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyObserver;
import org.tumen.world.EventKind;

/** Gathers the outcomes of a run. */
final class Tally {
    private final int weeks;

    WeeklyObserver observer = WeeklyObserver.NONE;

    private double stabilitySum;
    private double stabilityMin;
    private double stability;
    private double tensionSum;
    private double enforcementSum;
    private double pressureSum;
    private int crisisWeeks;
    private int crises;
    private int firstCrisis;
    private int announcement;
    private int firstShipment;
    private int firstWarning;
    private int firstPackage;
    private final int[] steps = new int[Deal.DEEPEST + 1];
    private int mandateFailure;
    private int coalition;
    private int warningsWithoutDeal;
    private int termsStruck;
    private int draftsTabled;
    private int dialogueWeeks;
    private double delivered;

    Tally(int weeks) {
        this.weeks = weeks;
    }

    void reset() {
        stabilitySum = 0;
        stabilityMin = Double.POSITIVE_INFINITY;
        stability = 0;
        tensionSum = 0;
        enforcementSum = 0;
        pressureSum = 0;
        crisisWeeks = 0;
        crises = 0;
        firstCrisis = weeks;
        announcement = weeks;
        firstShipment = weeks;
        firstWarning = weeks;
        firstPackage = weeks;
        Arrays.fill(steps, weeks);
        mandateFailure = weeks;
        coalition = weeks;
        warningsWithoutDeal = 0;
        termsStruck = 0;
        draftsTabled = 0;
        dialogueWeeks = 0;
        delivered = 0;
    }

    void struck() {
        termsStruck++;
    }

    void announced(int week) {
        announcement = week;
    }

    void delivered(double lot, int week) {
        delivered += lot;
        firstShipment = Math.min(firstShipment, week);
    }

    void deepened(int depth, int week) {
        steps[depth] = week;
    }

    void warned(boolean dealLive, int week) {
        firstWarning = Math.min(firstWarning, week);
        if (!dealLive) {
            warningsWithoutDeal++;
        }
    }

    void sanctioned(int week) {
        firstPackage = Math.min(firstPackage, week);
    }

    void tabled() {
        draftsTabled++;
    }

    void mandateFailed(int week) {
        mandateFailure = week;
    }

    void coalitionFormed(int week) {
        coalition = week;
    }

    void crisisBegun(int week) {
        crises++;
        firstCrisis = Math.min(firstCrisis, week);
    }

    void endOfWeek(World w) {
        stability = w.stabilityIndex();
        stabilitySum += stability;
        if (stability < stabilityMin) {
            stabilityMin = stability;
        }
        tensionSum += w.tension;
        enforcementSum += w.enforcement;
        pressureSum += w.pressure;
        if (w.crisis) {
            crisisWeeks++;
        }
        if (w.dialogueOpen) {
            dialogueWeeks++;
        }
        observer.week(w.week, stability, w.tension, w.deal.stage);
    }

    /** Writes the outcomes of a finished run, in the order of {@link Outcome}. */
    void write(World w, double[] row) {
        for (Outcome outcome : Outcome.all()) {
            row[outcome.ordinal()] = value(outcome, w);
        }
    }

    private double value(Outcome outcome, World w) {
        return switch (outcome) {
            case MEAN_STABILITY -> stabilitySum / weeks;
            case FINAL_STABILITY -> stability;
            case MIN_STABILITY -> stabilityMin;
            case MEAN_TENSION -> tensionSum / weeks;
            case MEAN_ENFORCEMENT -> enforcementSum / weeks;
            case MEAN_PRESSURE -> pressureSum / weeks;
            case FINAL_ARSENAL -> w.arsenal;
            case FINAL_INTEGRITY -> w.integrity;
            case FINAL_CREDIBILITY -> w.warners.length == 0 ? 0 : w.warners[0].credibility;
            case CRISIS_WEEKS -> crisisWeeks;
            case ANY_CRISIS -> crisisWeeks > 0 ? 1 : 0;
            case CRISES -> crises;
            case FIRST_CRISIS -> firstCrisis;
            case INCIDENTS -> w.count(EventKind.INCIDENT);
            case ANNOUNCEMENT -> announcement;
            case FIRST_SHIPMENT -> firstShipment;
            case FIRST_WARNING -> firstWarning;
            case FIRST_PACKAGE -> firstPackage;
            case MISSILES -> steps[1];
            case TREATY -> steps[2];
            case TROOPS -> steps[3];
            case MANDATE_FAILED -> mandateFailure < weeks ? 1 : 0;
            case MANDATE_FAILURE -> mandateFailure;
            case COALITION -> coalition;
            case DELIVERED -> delivered;
            case TECHNOLOGY_SHARE -> w.deal.technology;
            case TERMS_STRUCK -> termsStruck;
            case DEALS_ABANDONED -> w.count(EventKind.ABANDONMENT);
            case LAUNCHES -> w.count(EventKind.MINOR_LAUNCH) + w.count(EventKind.MAJOR_LAUNCH);
            case MAJOR_LAUNCHES -> w.count(EventKind.MAJOR_LAUNCH);
            case APPEALS -> w.count(EventKind.APPEAL);
            case CONCERNS -> w.count(EventKind.CONCERN);
            case WARNINGS -> w.count(EventKind.WARNING);
            case WARNINGS_WITHOUT_DEAL -> warningsWithoutDeal;
            case REFERRALS -> w.count(EventKind.REFERRAL);
            case PACKAGES -> w.count(EventKind.PACKAGE);
            case ALLY_PACKAGES -> w.count(EventKind.ALLY_PACKAGE);
            case DISCLOSURES -> w.count(EventKind.DISCLOSURE);
            case DRAFTS_TABLED -> draftsTabled;
            case DRAFTS_ADOPTED -> w.count(EventKind.RESOLUTION);
            case DRAFTS_SHORT -> w.count(EventKind.SHORT_VOTE);
            case VETOES -> w.count(EventKind.VETO);
            case STATEMENTS -> w.count(EventKind.STATEMENT);
            case DIALOGUES -> w.count(EventKind.DIALOGUE_OPENED);
            case DIALOGUE_WEEKS -> dialogueWeeks;
        };
    }
}
