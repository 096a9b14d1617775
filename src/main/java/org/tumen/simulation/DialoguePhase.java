package org.tumen.simulation;

import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Sixth phase: offers are answered, not granted: a dialogue opens now and then, or an open one ends. */
final class DialoguePhase implements Steppable {
    private final transient World w;
    private final transient RunNumbers.Dialogue p;
    private final transient Stream opening;
    private final transient Stream ending;

    DialoguePhase(World world) {
        w = world;
        p = world.dialogue;
        opening = world.streams.register(world.seller.name, "dialogue_opening");
        ending = world.streams.register(world.seller.name, "dialogue_ending");
    }

    @Override
    public void step(SimState state) {
        w.voices.take();
        double heat = Clamp.atMostOne(w.heat());
        if (w.dialogueOpen) {
            double chance = p.ending * (w.appeal > p.offersStand ? p.upheld : 1)
                    + p.endingByHeat * heat
                    + (w.packageThisWeek ? p.endingByPackage : 0);
            if (w.draws.chance(ending, w.week, chance)) {
                end();
            }
        } else if (w.draws.chance(opening, w.week, openingChance(heat))) {
            open();
        }
    }

    private double openingChance(double heat) {
        double offered = Clamp.atMostOne(w.appeal + p.othersOffers);
        double drive = -p.depth * w.deal.depth + p.hardship * (w.seller.hardship - p.hardshipReference);
        return p.rate * offered * PortableMath.exp(drive) * (1 - p.heat * heat);
    }

    private void open() {
        w.dialogueOpen = true;
        String other = w.warners.length > 0 ? w.warners[0].name : w.allies.length > 0 ? w.allies[0].name : Event.REGION;
        w.happened(EventKind.DIALOGUE_OPENED, w.seller.name, other, 1, w.region.impacts.dialogueOpening);
        w.told(EventKind.DIALOGUE_OPENED, other, w.seller.name, 1);
    }

    private void end() {
        w.dialogueOpen = false;
        String first = w.allies.length > 0 ? w.allies[0].name : Event.REGION;
        w.happened(EventKind.DIALOGUE_ENDED, w.seller.name, first, 1, w.region.impacts.dialogueEnding);
        for (int i = 1; i < w.allies.length; i++) {
            w.told(EventKind.DIALOGUE_ENDED, w.seller.name, w.allies[i].name, 1);
        }
    }
}
