package org.tumen.simulation;

import org.tumen.draw.Stream;
import org.tumen.scenario.HardshipParameters;
import org.tumen.scenario.NeedParameters;
import org.tumen.scenario.RecordParameters;
import org.tumen.world.Event;
import sim.engine.SimState;
import sim.engine.Steppable;

/** First phase: need and hardship drift, the public record fades, evasion wears sanctions down. */
final class EnvironmentPhase implements Steppable {
    private static final long serialVersionUID = 1;

    private final transient World world;
    private final transient Stream needNoise;
    private final transient Stream hardshipNoise;

    EnvironmentPhase(World world) {
        this.world = world;
        needNoise = world.streams.register(Event.REGION, "need_noise");
        hardshipNoise = world.streams.register(Event.REGION, "hardship_noise");
    }

    @Override
    public void step(SimState state) {
        World w = world;
        NeedParameters need = w.buyer.parameters.need();
        HardshipParameters hardship = w.seller.parameters.hardship();
        double n = w.buyer.need;
        w.buyer.need = Clamp.share(
                n + need.reversion() * (need.mean() - n) + need.noise() * w.draws.normal(needNoise, w.week));
        double h = w.seller.hardship;
        double target = hardship.mean() + hardship.pressure() * w.pressureOnSeller;
        w.seller.hardship = Clamp.share(
                h + hardship.reversion() * (target - h) + hardship.noise() * w.draws.normal(hardshipNoise, w.week));
        fade(w);
        w.sanctions.wear(1 - w.scenario.region().integrity().evasion() * (1 - w.integrity / 100));
        w.impact = 0;
        w.testThisWeek = false;
        w.deal.lot = 0;
    }

    private static void fade(World w) {
        RecordParameters record = w.scenario.region().record();
        double fade = record.fade();
        for (WarnerState warner : w.warners) {
            warner.heat *= fade;
        }
        w.council.heat *= fade;
        w.appeal *= fade;
        w.testHeat *= fade;
        w.evidence *= record.evidenceFade();
        w.exposure *= record.exposureFade();
        w.takeHeat();
    }
}
