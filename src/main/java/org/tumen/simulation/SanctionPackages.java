package org.tumen.simulation;

import org.tumen.world.Action;
import org.tumen.world.EventKind;

/** The packages of sanctions of a week: allies act on their own, warners execute what they have prepared, allies follow. */
final class SanctionPackages {
    private final World w;

    SanctionPackages(World world) {
        w = world;
    }

    void execute() {
        boolean allyActed = false;
        for (AllyState ally : w.allies) {
            ally.actedThisWeek = ally.policy.decide(ally, ally.measures.ask(w.week)) == Action.IMPOSE;
            allyActed |= ally.actedThisWeek;
        }
        boolean joint = false;
        for (int i = 0; i < w.warners.length; i++) {
            WarnerState warner = w.warners[i];
            if (isExecuted(warner, allyActed)) {
                joint = true;
                execute(warner);
                allyActed |= follow(i);
            }
        }
        if (!allyActed) {
            return;
        }
        for (AllyState ally : w.allies) {
            if (ally.actedThisWeek) {
                impose(ally, joint);
            }
        }
    }

    private boolean isExecuted(WarnerState warner, boolean allyActed) {
        RunNumbers.WarnerPackages p = warner.p.packages;
        return warner.packagePending
                && w.evidence > p.evidence
                && w.draws.chance(warner.execution, w.week, p.execution * (allyActed ? p.withAlly : 1));
    }

    private void execute(WarnerState warner) {
        RunNumbers.WarnerPackages p = warner.p.packages;
        RunNumbers.Impacts impacts = w.region.impacts;
        warner.packagePending = false;
        warner.packages++;
        warner.followThrough();
        w.voices.speak(warner, p.heat);
        w.disruption += p.disruption * (1 - w.disruption);
        w.packageThisWeek = true;
        w.tally.sanctioned(w.week);
        w.happened(EventKind.PACKAGE, warner.name, w.seller.name, p.disruption, impacts.spiral * impacts.warnerPackage);
    }

    /** Allies that have not acted this week may follow; true when any does. */
    private boolean follow(int warner) {
        boolean any = false;
        for (AllyState ally : w.allies) {
            if (!ally.actedThisWeek && ally.policy.decide(ally, ally.following[warner].ask(w.week)) == Action.IMPOSE) {
                ally.actedThisWeek = true;
                any = true;
            }
        }
        return any;
    }

    private void impose(AllyState ally, boolean joint) {
        RunNumbers.AllyPackages p = ally.p.packages;
        double closed = Math.min(1, p.disruption * (joint ? p.joint : 1));
        ally.packages++;
        w.disruption += closed * (1 - w.disruption);
        w.voices.allies += p.heat;
        w.packageThisWeek = true;
        w.happened(EventKind.ALLY_PACKAGE, ally.name, w.seller.name, closed, w.region.impacts.allyPackage);
    }
}
