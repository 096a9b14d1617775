package org.tumen.simulation;

import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Fifth phase: each warner, in the order of the scenario, climbs its ladder or holds; packages follow, and words are settled. */
final class WarningPhase implements Steppable {
    private final transient World w;
    private final transient RunNumbers.Impacts impacts;
    private final transient SanctionPackages packages;

    WarningPhase(World world) {
        w = world;
        impacts = world.region.impacts;
        packages = new SanctionPackages(world);
    }

    @Override
    public void step(SimState state) {
        w.council.referred = false;
        for (WarnerState warner : w.warners) {
            warner.fatigue *= warner.p.habit.fatigueFade;
            Action act = warner.policy.decide(warner, warner.statement.ask(w.week));
            act(warner, act);
            warner.remember(act, w.week);
        }
        packages.execute();
        for (WarnerState warner : w.warners) {
            warner.settle(w.week, w.deal);
        }
    }

    private void act(WarnerState warner, Action act) {
        RunNumbers.Effects e = warner.p.effects;
        double spiral = impacts.spiral;
        switch (act) {
            case HOLD -> {}
            case APPEAL -> {
                w.appeal = Clamp.share(w.appeal + e.appeal);
                warner.mixSignals();
                w.happened(EventKind.APPEAL, warner.name, w.seller.name, warner.belief);
            }
            case CONCERN -> {
                speak(warner, e.concernHeat, e.concernExposure);
                toBoth(warner, EventKind.CONCERN, spiral * impacts.concern);
            }
            case WARN -> {
                speak(warner, e.warnHeat, e.warnExposure);
                warner.commit(w.week, w.deal.liveNumber());
                w.tally.warned(w.deal.live(), w.week);
                toBoth(warner, EventKind.WARNING, spiral * impacts.warning);
                if (w.draws.chance(warner.preparation, w.week, warner.p.packages.preparation)) {
                    prepare(warner);
                }
            }
            case REFER -> {
                speak(warner, e.referHeat, e.referExposure);
                w.council.referred = true;
                warner.followThrough();
                w.happened(EventKind.REFERRAL, warner.name, w.council.name, warner.belief, spiral * impacts.referral);
            }
            case SANCTION -> {
                speak(warner, e.sanctionHeat, e.sanctionExposure);
                prepare(warner);
            }
            default -> throw new IllegalStateException("not an act of a warner: " + act.key());
        }
    }

    /** From a statement of concern upward: heat and exposure. */
    private void speak(WarnerState warner, double heat, double strength) {
        w.voices.speak(warner, heat);
        w.suspect(Clamp.share(warner.belief * strength));
    }

    private void prepare(WarnerState warner) {
        if (!warner.packagePending) {
            warner.packagePending = true;
            w.happened(EventKind.PREPARATION, warner.name, w.seller.name, warner.belief);
        }
    }

    private void toBoth(WarnerState warner, EventKind kind, double impact) {
        w.happened(kind, warner.name, w.buyer.name, warner.belief, impact);
        w.told(kind, warner.name, w.seller.name, warner.belief);
    }
}
