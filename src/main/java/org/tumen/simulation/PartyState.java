package org.tumen.simulation;

import org.tumen.policy.PartyView;
import org.tumen.world.Stage;

/** A party to the deal: what both sides know of it. */
abstract class PartyState extends ActorState implements PartyView {
    PartyState(String name, World world) {
        super(name, world);
    }

    @Override
    public final double risk() {
        return world.risk;
    }

    @Override
    public final int depth() {
        return world.deal.depth;
    }

    @Override
    public final Stage stage() {
        return world.deal.stage;
    }
}
