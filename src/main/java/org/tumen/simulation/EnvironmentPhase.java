package org.tumen.simulation;

import org.tumen.draw.NormalSeries;
import org.tumen.scenario.HardshipParameters;
import org.tumen.scenario.NeedParameters;
import org.tumen.scenario.RecordParameters;
import org.tumen.world.Clamp;
import sim.engine.SimState;
import sim.engine.Steppable;

/** First phase: need and hardship drift, the public record fades, evasion wears sanctions down. */
final class EnvironmentPhase implements Steppable {
    private static final long serialVersionUID = 1;

    private final transient World world;
    private final transient NeedParameters need;
    private final transient HardshipParameters hardship;
    private final transient RecordParameters record;
    private final transient double evasion;
    private final transient NormalSeries needNoise;
    private final transient NormalSeries hardshipNoise;

    EnvironmentPhase(World world) {
        this.world = world;
        need = world.buyer.parameters.need();
        hardship = world.seller.parameters.hardship();
        record = world.scenario.region().record();
        evasion = world.scenario.region().integrity().evasion();
        needNoise = world.normals("need_noise");
        hardshipNoise = world.normals("hardship_noise");
    }

    @Override
    public void step(SimState state) {
        World w = world;
        double n = w.buyer.need;
        w.buyer.need = Clamp.share(n + need.reversion() * (need.mean() - n) + need.noise() * needNoise.at(w.week));
        double h = w.seller.hardship;
        double target = hardship.mean() + hardship.pressure() * w.pressureOnSeller;
        w.seller.hardship =
                Clamp.share(h + hardship.reversion() * (target - h) + hardship.noise() * hardshipNoise.at(w.week));
        fade(w);
        w.sanctions.wear(1 - evasion * (1 - w.integrity / 100));
        w.impact = 0;
        w.testThisWeek = false;
        w.deal.lot = 0;
    }

    private void fade(World w) {
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
