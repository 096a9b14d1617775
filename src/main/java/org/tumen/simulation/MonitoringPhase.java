package org.tumen.simulation;

import org.tumen.draw.SteadyExp;
import org.tumen.draw.Stream;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Fourth phase: signals and beliefs, disclosures, reports of panel and coalition, revelation, and what a known shipment costs the regime. */
final class MonitoringPhase implements Steppable {
    private final transient World w;
    private final transient RunNumbers.Monitoring p;
    private final transient Stream formation;
    private final transient Stream report;

    MonitoringPhase(World world) {
        w = world;
        p = world.monitoring;
        formation = world.streams.register(Event.COALITION, "formation");
        report = world.streams.register(Event.COALITION, "report");
    }

    @Override
    public void step(SimState state) {
        double seen = visibility() * (1 - w.buyer.p.secrecy);
        for (WarnerState warner : w.warners) {
            observe(warner, seen);
        }
        for (AllyState ally : w.allies) {
            disclose(ally, seen);
        }
        panel();
        coalition();
        w.suspect(w.evidence);
        reveal();
        if (w.deal.lot > 0 && w.deal.revealed) {
            w.shiftIntegrity(-p.integrityLoss * (1 - p.condemnation * Clamp.atMostOne(w.heat())));
        }
    }

    /** What there is to see, by the stage as trade left it. */
    private double visibility() {
        return switch (w.deal.stage) {
            case NONE -> 0;
            case TALKS -> p.talks;
            case AGREED -> p.agreed;
            case SHIPPING -> w.deal.lot > 0 ? p.shipment : p.lull;
        };
    }

    /** A signal or silence; belief drifts towards suspicion and is then updated by Bayes' rule. */
    private void observe(WarnerState warner, double seen) {
        RunNumbers.Intelligence i = warner.p.intelligence;
        double means = i.vigilance
                + (w.council.panelInForce ? i.panelShare : w.council.coalitionInForce ? i.coalitionShare : 0);
        double chance = w.deal.live() ? chance(i, warner.unseen, means * seen) : i.falseAlarm;
        warner.signal = w.draws.chance(warner.signalStream, w.week, chance);
        double drifted = Clamp.share(i.memory * warner.belief + i.suspicion * (1 - warner.belief));
        double assumed = chance(i, warner.unseenByAssumption, means * i.assumedVisibility * (1 - w.buyer.p.secrecy));
        warner.belief = warner.signal
                ? updated(drifted, assumed, i.falseAlarm)
                : updated(drifted, 1 - assumed, 1 - i.falseAlarm);
    }

    private static double chance(RunNumbers.Intelligence i, SteadyExp unseen, double exposure) {
        return 1 - (1 - i.falseAlarm) * unseen.of(-exposure);
    }

    /** Bayes' rule; an observer for whom what it sees is impossible either way learns nothing. */
    static double updated(double belief, double ifDeal, double ifNone) {
        double evidence = belief * ifDeal + (1 - belief) * ifNone;
        return evidence > 0 ? Clamp.share(belief * ifDeal / evidence) : belief;
    }

    private void disclose(AllyState ally, double seen) {
        ally.signal = w.deal.live()
                && w.draws.chance(ally.signalStream, w.week, 1 - ally.unseen.of(-ally.p.vigilance * seen));
        if (!ally.signal || ally.policy.decide(ally, ally.disclosure.ask(w.week)) != Action.DISCLOSE) {
            return;
        }
        w.news = true;
        w.publish(ally.p.disclosureEvidence, ally.name);
        w.voices.allies += ally.p.disclosureHeat;
        for (WarnerState warner : w.warners) {
            RunNumbers.Intelligence i = warner.p.intelligence;
            warner.belief = updated(warner.belief, i.disclosureOfDeal, i.disclosureWithoutDeal);
        }
        w.happened(EventKind.DISCLOSURE, ally.name, w.buyer.name, ally.p.disclosureEvidence);
    }

    private void panel() {
        CouncilState council = w.council;
        if (council.panelInForce && w.calendar.panelReport(w.week) && w.deal.live()) {
            report(Event.PANEL, p.panel.evidence);
        }
        if (council.panelDue(w.week)) {
            council.panelInForce = false;
            w.happened(EventKind.PANEL_ENDED, council.name, council.name, 1);
        }
    }

    private void coalition() {
        CouncilState council = w.council;
        if (council.panelInForce) {
            return;
        }
        RunNumbers.Coalition c = p.coalition;
        if (!council.coalitionInForce && w.draws.chance(formation, w.week, c.formation + c.effort * effort())) {
            council.coalitionInForce = true;
            w.shiftIntegrity(c.formationIntegrity);
            w.tally.coalitionFormed(w.week);
            w.happened(EventKind.COALITION_FORMED, Event.COALITION, Event.REGION, 1);
        }
        if (council.coalitionInForce && w.draws.chance(report, w.week, c.reportHazard)) {
            w.shiftIntegrity(c.reportIntegrity);
            report(Event.COALITION, c.evidence);
        }
    }

    private double effort() {
        double greatest = 0;
        for (WarnerState warner : w.warners) {
            greatest = Clamp.greater(greatest, warner.p.effort);
        }
        return greatest;
    }

    private void report(String by, double evidence) {
        w.news = true;
        w.publish(evidence, by);
        w.happened(EventKind.REPORT, by, w.buyer.name, evidence);
    }

    private void reveal() {
        Deal deal = w.deal;
        if (deal.revealed || !deal.standing()) {
            return;
        }
        String by = w.evidence > p.evidence ? w.publisher : null;
        for (WarnerState warner : w.warners) {
            if (by == null && warner.p.intelligence.vigilance > 0 && warner.belief > p.revelation) {
                by = warner.name;
            }
        }
        if (by != null) {
            deal.revealed = true;
            w.happened(EventKind.REVELATION, by, w.buyer.name, 1, w.region.impacts.revelation);
        }
    }
}
