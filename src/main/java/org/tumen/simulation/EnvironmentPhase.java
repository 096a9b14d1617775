package org.tumen.simulation;

import org.tumen.draw.NormalSeries;
import org.tumen.draw.Stream;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import sim.engine.SimState;
import sim.engine.Steppable;

/** First phase: need and hardship drift, the public record fades, the trade finds new channels, the campaign and rivalry move. */
final class EnvironmentPhase implements Steppable {
    private final transient World w;
    private final transient RunNumbers.Need need;
    private final transient RunNumbers.Hardship hardship;
    private final transient RunNumbers.PublicRecord record;
    private final transient NormalSeries needNoise;
    private final transient NormalSeries hardshipNoise;
    private final transient NormalSeries campaignNoise;
    private final transient Stream renewal;
    private final transient Stream renewedLevel;

    /** How long the campaign lasts, and the spread of what is new in it, worked out where the first has changed. */
    private double persistence = Double.NaN;

    private double innovation;

    EnvironmentPhase(World world) {
        w = world;
        need = world.buyer.p.need;
        hardship = world.seller.p.hardship;
        record = world.region.record;
        needNoise = world.normals(Event.REGION, "need_noise");
        hardshipNoise = world.normals(Event.REGION, "hardship_noise");
        campaignNoise = world.normals(world.seller.name, "campaign_noise");
        renewal = world.streams.register(world.council.name, "rivalry_renewal");
        renewedLevel = world.streams.register(world.council.name, "rivalry_renewed");
    }

    @Override
    public void step(SimState state) {
        w.beginWeek();
        double n = w.buyer.need;
        w.buyer.need = Clamp.share(n + need.reversion * (need.mean - n) + need.noise * needNoise.at(w.week));
        double h = w.seller.hardship;
        double target = hardship.mean + hardship.pressure * w.pressure;
        w.seller.hardship =
                Clamp.share(h + hardship.reversion * (target - h) + hardship.noise * hardshipNoise.at(w.week));
        fade();
        moveCampaign();
        moveRivalry();
    }

    private void fade() {
        w.voices.fade();
        w.launchHeat *= record.fade;
        w.appeal *= record.appealFade;
        w.evidence *= record.evidenceFade;
        w.exposure *= record.exposureFade;
        w.disruption *= w.region.network.persistence;
        w.voices.take();
    }

    /** A stationary series of first order with variance 1. */
    private void moveCampaign() {
        double lasts = w.seller.p.campaign.persistence;
        if (lasts != persistence) {
            persistence = lasts;
            innovation = Math.sqrt(1 - lasts * lasts);
        }
        w.seller.campaign = lasts * w.seller.campaign + innovation * campaignNoise.at(w.week);
    }

    private void moveRivalry() {
        CouncilState council = w.council;
        double chance = council.renewalChance();
        if (w.draws.chance(renewal, w.week, chance)) {
            council.renewRivalry(w.draws.uniform(renewedLevel, w.week));
        }
        council.expectRenewal(chance);
    }
}
