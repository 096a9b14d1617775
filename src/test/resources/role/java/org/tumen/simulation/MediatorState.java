package org.tumen.simulation;

import org.tumen.policy.Choice;
import org.tumen.policy.Policies;
import org.tumen.policy.Policy;
import org.tumen.policy.mediation.MediatorView;
import org.tumen.scenario.actor.Mediator;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** A mediator in the world. */
final class MediatorState extends ActorState implements MediatorView {
    /** It has no numbers of its own. */
    private static final class None {}

    final Policy<MediatorView> policy;
    final Choice mediation;
    int invitations;

    MediatorState(String name, Mediator parameters, World world) {
        super(name, world);
        policy = take(parameters, new None(), Policies.<MediatorView>create(Role.MEDIATOR, parameters.policy()));
        mediation = choice(Question.MEDIATION);
    }

    @Override
    public int invitations() {
        return invitations;
    }
}
