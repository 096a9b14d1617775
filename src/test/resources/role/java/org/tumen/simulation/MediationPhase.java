package org.tumen.simulation;

import java.util.List;
import org.tumen.scenario.actor.Mediator;
import org.tumen.world.Action;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Mediators invite; the invitation is told, and moves nothing. */
final class MediationPhase implements Steppable {
    private final transient World w;
    private final transient List<MediatorState> mediators;

    MediationPhase(World world) {
        w = world;
        mediators = world.scenario.cast(Mediator.class).entrySet().stream()
                .map(e -> new MediatorState(e.getKey(), e.getValue(), world))
                .toList();
    }

    @Override
    public void step(SimState state) {
        for (MediatorState mediator : mediators) {
            if (w.week == 0) {
                mediator.invitations = 0;
            }
            if (mediator.policy.decide(mediator, mediator.mediation.ask(w.week)) == Action.INVITE) {
                mediator.invitations++;
                w.told(EventKind.APPEAL, mediator.name, w.seller.name, 1);
            }
        }
    }
}
