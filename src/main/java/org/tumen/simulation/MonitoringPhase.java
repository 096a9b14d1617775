package org.tumen.simulation;

import java.util.Arrays;
import org.tumen.scenario.MonitoringParameters;
import org.tumen.world.Clamp;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Third phase: signals, beliefs, evidence, revelation, and what a known shipment costs the regime. */
final class MonitoringPhase implements Steppable {
    private static final long serialVersionUID = 1;

    private final transient World world;
    private final transient MonitoringParameters p;
    private final transient SignalModel[] models;

    MonitoringPhase(World world) {
        this.world = world;
        p = world.scenario.monitoring();
        models = Arrays.stream(world.warners)
                .map(w -> new SignalModel(
                        w.parameters.intelligence(),
                        world.scenario.monitoring(),
                        world.scenario.buyer().secrecy()))
                .toArray(SignalModel[]::new);
    }

    @Override
    public void step(SimState state) {
        World w = world;
        SignalModel.Help help = w.council.help(w.week);
        boolean anySignal = observe(w, help);
        if (anySignal && w.deal.live() && w.council.panelInForce) {
            w.evidence = Clamp.share(w.evidence + p.panelEvidence());
            w.happened(EventKind.EVIDENCE, w.council.name, w.buyer.name, p.panelEvidence());
        }
        w.exposure = Clamp.greater(w.exposure, w.evidence);
        reveal(w);
        if (w.deal.lot > 0 && w.deal.live() && w.deal.revealed) {
            double loss = p.integrityLoss() * (1 - p.condemnation() * Clamp.atMostOne(w.heat()));
            w.integrity = Clamp.index(w.integrity - loss);
        }
    }

    private boolean observe(World w, SignalModel.Help help) {
        boolean anySignal = false;
        for (int i = 0; i < models.length; i++) {
            WarnerState warner = w.warners[i];
            SignalModel model = models[i];
            double chance = w.deal.live() ? model.whenSeen(help, sight(w.deal)) : model.falseAlarm();
            warner.signal = w.draws.chance(warner.signalStream, w.week, chance);
            warner.belief = model.updated(warner.belief, warner.signal, help);
            anySignal |= warner.signal;
        }
        if (w.warners.length > 0) {
            w.tally.believed(w.warners[0].belief, w.week);
        }
        return anySignal;
    }

    private static SignalModel.Sight sight(Deal deal) {
        return switch (deal.stage) {
            case TALKS -> SignalModel.Sight.TALKS;
            case AGREED -> SignalModel.Sight.AGREED;
            case SHIPPING -> deal.lot > 0 ? SignalModel.Sight.SHIPMENT : SignalModel.Sight.LULL;
            case NONE -> throw new IllegalStateException("there is no deal to see");
        };
    }

    private void reveal(World w) {
        Deal deal = w.deal;
        if (deal.revealed || (deal.stage != Stage.AGREED && deal.stage != Stage.SHIPPING)) {
            return;
        }
        for (WarnerState warner : w.warners) {
            if (warner.belief > p.revelation()) {
                deal.revealed = true;
                w.happened(EventKind.REVELATION, warner.name, w.buyer.name, warner.belief);
                return;
            }
        }
    }
}
