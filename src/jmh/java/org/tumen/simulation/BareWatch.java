package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.draw.SteadyExp;
import org.tumen.world.Clamp;

/** The monitoring of {@link BareLoop}: signals, disclosures, reports of panel and coalition, what becomes public. */
final class BareWatch {
    private final BareParameters p;
    private final BareState s;
    private final Draws draws;
    private final BareLuck luck;
    private final boolean[] reports;
    private final SteadyExp unseen = new SteadyExp();
    private final SteadyExp unseenByAssumption = new SteadyExp();
    private final SteadyExp unseenByAlly = new SteadyExp();

    BareWatch(BareParameters parameters, BareState state, Draws draws, BareLuck luck, boolean[] reports) {
        p = parameters;
        s = state;
        this.draws = draws;
        this.luck = luck;
        this.reports = reports;
    }

    void week(int week) {
        double seen = visibility() * (1 - p.secrecy);
        observe(week, seen);
        disclose(week, seen);
        reportOfPanel(week);
        coalition(week);
        s.expose(s.evidence);
        reveal();
        erode();
    }

    private double visibility() {
        return switch (s.stage) {
            case BareState.TALKS -> p.talksVisibility;
            case BareState.AGREED -> p.agreedVisibility;
            case BareState.SHIPPING -> s.lot > 0 ? p.lotVisibility : p.idleVisibility;
            default -> 0;
        };
    }

    private void observe(int week, double seen) {
        double vigilance = p.vigilance + (s.panel ? p.panelVigilance : s.coalition ? p.coalitionVigilance : 0);
        double chance = s.stage == BareState.NONE ? p.falseAlarm : signal(unseen, vigilance * seen);
        s.signal = draws.chance(luck.signal, week, chance);
        double drifted = Clamp.share(p.beliefPersistence * s.warnerBelief + p.beliefGrowth * (1 - s.warnerBelief));
        double ifDeal = signal(unseenByAssumption, vigilance * p.assumedVisibility * (1 - p.secrecy));
        s.warnerBelief =
                s.signal ? posterior(drifted, ifDeal, p.falseAlarm) : posterior(drifted, 1 - ifDeal, 1 - p.falseAlarm);
    }

    private double signal(SteadyExp exp, double seen) {
        return 1 - (1 - p.falseAlarm) * exp.of(-seen);
    }

    private static double posterior(double prior, double ifDeal, double ifNone) {
        return Clamp.share(prior * ifDeal / (prior * ifDeal + (1 - prior) * ifNone));
    }

    private void disclose(int week, double seen) {
        if (s.stage == BareState.NONE) {
            return;
        }
        double chance = 1 - unseenByAlly.of(-p.allyVigilance * seen);
        if (draws.chance(luck.allySignal, week, chance) && draws.chance(luck.disclosure, week, p.disclosureRate)) {
            s.disclosures++;
            s.news = true;
            s.addEvidence(p.disclosureEvidence);
            s.allyHeat += p.disclosureHeat;
            s.warnerBelief = posterior(s.warnerBelief, p.disclosureIfDeal, p.disclosureIfNone);
        }
    }

    private void reportOfPanel(int week) {
        if (s.panel && reports[week] && s.stage != BareState.NONE) {
            s.addEvidence(p.panelEvidence);
            s.news = true;
        }
        if (s.panel && week == s.failedWeek + p.panelWindDown) {
            s.panel = false;
        }
    }

    private void coalition(int week) {
        if (s.panel) {
            return;
        }
        if (!s.coalition && draws.chance(luck.coalition, week, p.coalitionRate + p.coalitionByEffort * p.effort)) {
            s.coalition = true;
            s.coalitionWeek = week;
            s.addIntegrity(p.coalitionIntegrity);
        }
        if (s.coalition && draws.chance(luck.coalitionReport, week, p.coalitionReportRate)) {
            s.addEvidence(p.coalitionEvidence);
            s.addIntegrity(p.coalitionReportIntegrity);
            s.news = true;
        }
    }

    private void reveal() {
        if (!s.revealed
                && s.stage >= BareState.AGREED
                && (s.warnerBelief > p.revelationBelief || s.evidence > p.revelationEvidence)) {
            s.revealed = true;
            s.impact += p.revelationImpact;
        }
    }

    private void erode() {
        if (s.lot > 0 && s.revealed) {
            s.addIntegrity(-p.erosion * (1 - p.erosionUpheld * Clamp.atMostOne(s.heat)));
        }
    }
}
