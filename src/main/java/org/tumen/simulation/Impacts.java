package org.tumen.simulation;

import org.tumen.scenario.ImpactParameters;
import org.tumen.world.EventKind;

/** What each kind of event does to tension; kinds that are not named do nothing. */
final class Impacts {
    private Impacts() {}

    static double[] byKind(ImpactParameters p) {
        double[] impacts = new double[EventKind.values().length];
        impacts[EventKind.MISSILE_TEST.ordinal()] = p.test();
        impacts[EventKind.SHIPMENT.ordinal()] = p.shipment();
        impacts[EventKind.REVELATION.ordinal()] = p.revelation();
        impacts[EventKind.ABANDONMENT.ordinal()] = p.abandonment();
        impacts[EventKind.APPEAL.ordinal()] = p.appeal();
        impacts[EventKind.CONCERN.ordinal()] = p.concern();
        impacts[EventKind.WARNING.ordinal()] = p.warning();
        impacts[EventKind.REFERRAL.ordinal()] = p.referral();
        impacts[EventKind.UNILATERAL_SANCTIONS.ordinal()] = p.unilateral();
        impacts[EventKind.RESOLUTION.ordinal()] = p.resolution();
        impacts[EventKind.VETO.ordinal()] = p.veto();
        impacts[EventKind.STATEMENT.ordinal()] = p.statement();
        impacts[EventKind.NOTHING_TABLED.ordinal()] = p.nothingTabled();
        impacts[EventKind.MANDATE_LAPSED.ordinal()] = p.lapse();
        return impacts;
    }
}
