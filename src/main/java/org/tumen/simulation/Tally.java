package org.tumen.simulation;

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
    private double pressureSum;
    private int crisisWeeks;
    private int firstCrisis;
    private int firstShipment;
    private int firstWarning;
    private int firstSanctions;
    private int panelLapse;
    private int firstTalks;
    private int detectionDelay;
    private int warningsWithoutDeal;
    private double delivered;

    Tally(int weeks) {
        this.weeks = weeks;
    }

    void reset(boolean talksAtStart) {
        stabilitySum = 0;
        stabilityMin = Double.POSITIVE_INFINITY;
        stability = 0;
        tensionSum = 0;
        pressureSum = 0;
        crisisWeeks = 0;
        firstCrisis = weeks;
        firstShipment = weeks;
        firstWarning = weeks;
        firstSanctions = weeks;
        panelLapse = weeks;
        firstTalks = talksAtStart ? 0 : weeks;
        detectionDelay = weeks;
        warningsWithoutDeal = 0;
        delivered = 0;
    }

    void delivered(double lot, int week) {
        delivered += lot;
        firstShipment = Math.min(firstShipment, week);
    }

    void talked(int week) {
        firstTalks = Math.min(firstTalks, week);
    }

    void believed(double belief, int week) {
        if (belief > 0.5 && week >= firstTalks && detectionDelay == weeks) {
            detectionDelay = week - firstTalks;
        }
    }

    void warned(boolean dealLive, int week) {
        firstWarning = Math.min(firstWarning, week);
        if (!dealLive) {
            warningsWithoutDeal++;
        }
    }

    void sanctioned(int week) {
        firstSanctions = Math.min(firstSanctions, week);
    }

    void lapsed(int week) {
        panelLapse = week;
    }

    void endOfWeek(World w) {
        stability = w.stability();
        stabilitySum += stability;
        stabilityMin = Math.min(stabilityMin, stability);
        tensionSum += w.tension;
        pressureSum += w.pressureOnSeller;
        if (w.crisis) {
            crisisWeeks++;
            firstCrisis = Math.min(firstCrisis, w.week);
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
            case CRISIS_WEEKS -> crisisWeeks;
            case ANY_CRISIS -> crisisWeeks > 0 ? 1 : 0;
            case FIRST_CRISIS -> firstCrisis;
            case INCIDENTS -> w.count(EventKind.INCIDENT);
            case FIRST_SHIPMENT -> firstShipment;
            case FIRST_WARNING -> firstWarning;
            case FIRST_SANCTIONS -> firstSanctions;
            case DEALS_AGREED -> w.count(EventKind.AGREEMENT);
            case DEALS_COMPLETED -> w.count(EventKind.COMPLETION);
            case DEALS_ABANDONED -> w.count(EventKind.ABANDONMENT);
            case DELIVERED -> delivered;
            case TECHNOLOGY_SHARE -> w.deal.technology;
            case FINAL_ARSENAL -> w.arsenal;
            case TESTS -> w.count(EventKind.MISSILE_TEST);
            case APPEALS -> w.count(EventKind.APPEAL);
            case CONCERNS -> w.count(EventKind.CONCERN);
            case WARNINGS -> w.count(EventKind.WARNING);
            case WARNINGS_WITHOUT_DEAL -> warningsWithoutDeal;
            case REFERRALS -> w.count(EventKind.REFERRAL);
            case UNILATERAL_MEASURES -> w.count(EventKind.UNILATERAL_SANCTIONS);
            case DRAFTS_ADOPTED -> w.count(EventKind.RESOLUTION);
            case DRAFTS_SHORT -> w.count(EventKind.SHORT_VOTE);
            case VETOES -> w.count(EventKind.VETO);
            case STATEMENTS -> w.count(EventKind.STATEMENT);
            case PANEL_LAPSED -> panelLapse < weeks ? 1 : 0;
            case PANEL_LAPSE -> panelLapse;
            case MEAN_PRESSURE -> pressureSum / weeks;
            case FINAL_INTEGRITY -> w.integrity;
            case FINAL_CREDIBILITY -> w.warners.length == 0 ? 0 : w.warners[0].credibility;
            case DETECTION_DELAY -> detectionDelay;
        };
    }
}
