package org.tumen.simulation;

import org.tumen.draw.PortableMath;
import org.tumen.scenario.ActEffects;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Fourth phase: each warner, in the order of the scenario, climbs its ladder or holds; its word is then settled. */
final class WarningPhase implements Steppable {
    private static final long serialVersionUID = 1;

    private final transient World world;

    WarningPhase(World world) {
        this.world = world;
    }

    @Override
    public void step(SimState state) {
        World w = world;
        w.council.referred = false;
        boolean settled = false;
        for (WarnerState warner : w.warners) {
            Action act = warner.policy.decide(warner, warner.statement.ask(w.week));
            act(w, warner, act);
            warner.remember(act, w.week);
            settled |= warner.settle(act, w.week, w.deal.live());
        }
        if (settled) {
            w.takeHeat();
        }
    }

    private static void act(World w, WarnerState warner, Action act) {
        ActEffects effects = warner.parameters.effects();
        switch (act) {
            case HOLD -> {}
            case APPEAL -> {
                w.appeal = Clamp.share(w.appeal + effects.appeal());
                w.happened(EventKind.APPEAL, warner.name, w.seller.name, warner.belief);
            }
            case CONCERN -> {
                speak(w, warner, effects.concernHeat(), effects.concernExposure());
                toBoth(w, warner, EventKind.CONCERN);
            }
            case WARN -> {
                speak(w, warner, effects.warnHeat(), effects.warnExposure());
                warner.commit(w.week, w.deal.liveNumber());
                w.tally.warned(w.deal.live(), w.week);
                toBoth(w, warner, EventKind.WARNING);
            }
            case REFER -> {
                speak(w, warner, effects.referHeat(), effects.referExposure());
                w.council.referred = true;
                w.happened(EventKind.REFERRAL, warner.name, w.council.name, warner.belief);
            }
            case SANCTION -> {
                speak(w, warner, effects.sanctionHeat(), effects.sanctionExposure());
                impose(w, warner, effects);
            }
            default -> throw new IllegalStateException("not an act of a warner: " + act.key());
        }
    }

    /** From a statement of concern upward: heat, exposure and, where there is no panel to do it, evidence. */
    private static void speak(World w, WarnerState warner, double heat, double strength) {
        warner.heat += w.roomForHeat(heat);
        w.takeHeat();
        w.exposure = Clamp.greater(w.exposure, Clamp.share(warner.belief * strength));
        if (!w.council.panelInForce && warner.signal && w.deal.live()) {
            double evidence = warner.parameters.effects().evidence();
            w.evidence = Clamp.share(w.evidence + evidence);
            w.happened(EventKind.EVIDENCE, warner.name, w.buyer.name, evidence);
        }
    }

    private static void impose(World w, WarnerState warner, ActEffects effects) {
        double severity = effects.severity() * PortableMath.pow(effects.severityRatio(), warner.measures);
        warner.measures++;
        w.sanctions.add(severity, effects.enforcement(), true);
        w.tally.sanctioned(w.week);
        w.happened(EventKind.UNILATERAL_SANCTIONS, warner.name, w.seller.name, severity);
    }

    private static void toBoth(World w, WarnerState warner, EventKind kind) {
        w.happened(kind, warner.name, w.buyer.name, warner.belief);
        w.told(kind, warner.name, w.seller.name, warner.belief);
    }
}
