package org.tumen.simulation;

import org.tumen.draw.NormalSeries;
import org.tumen.draw.Stream;
import org.tumen.scenario.CrisisParameters;
import org.tumen.scenario.IntegrityParameters;
import org.tumen.scenario.RegionParameters;
import org.tumen.scenario.TensionParameters;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Sixth phase: tension takes the week's events, crises begin and end, the regime recovers, pressure and stability are taken. */
final class RegionPhase implements Steppable {
    private static final long serialVersionUID = 1;

    /** Points of tension above the mean for each of which the amplification counts once. */
    private static final double AMPLIFICATION_UNIT = 30;

    private final transient World world;
    private final transient TensionParameters tension;
    private final transient CrisisParameters crisis;
    private final transient IntegrityParameters integrity;
    private final transient double arsenalStart;
    private final transient NormalSeries noise;
    private final transient Stream shock;
    private final transient Stream shockSize;
    private final transient Stream incident;

    RegionPhase(World world) {
        this.world = world;
        RegionParameters region = world.scenario.region();
        tension = region.tension();
        crisis = region.crisis();
        integrity = region.integrity();
        arsenalStart = region.arsenal().start();
        noise = world.normals("tension_noise");
        shock = world.streams.register(Event.REGION, "shock");
        shockSize = world.streams.register(Event.REGION, "shock_size");
        incident = world.streams.register(Event.REGION, "incident");
    }

    @Override
    public void step(SimState state) {
        World w = world;
        moveTension(w);
        crisis(w);
        w.integrity = Clamp.index(w.integrity + integrity.reversion() * (integrity.mean() - w.integrity));
        w.takePressure();
        w.tally.endOfWeek(w);
        w.week++;
    }

    private void moveTension(World w) {
        TensionParameters p = tension;
        double target =
                p.mean() + p.arsenal() * (w.arsenal - arsenalStart) + p.integrity() * (integrity.start() - w.integrity);
        double raising =
                Clamp.positivePart(w.impact) * (1 + p.amplification() * (w.tension - p.mean()) / AMPLIFICATION_UNIT);
        double calming = Clamp.positivePart(-w.impact);
        w.tension = Clamp.index(w.tension
                + p.reversion() * (target - w.tension)
                + raising
                - calming
                + p.noise() * noise.at(w.week)
                + shock(w, p));
    }

    private double shock(World w, TensionParameters p) {
        if (!w.draws.chance(shock, w.week, p.shockProbability())) {
            return 0;
        }
        double size = w.draws.exponential(shockSize, w.week, p.shockMean());
        w.happenedUnfelt(EventKind.SHOCK, Event.REGION, Event.REGION, size);
        return size;
    }

    private void crisis(World w) {
        CrisisParameters p = crisis;
        if (w.tension >= p.enter()) {
            w.crisis = true;
        } else if (w.tension <= p.leave()) {
            w.crisis = false;
        }
        if (w.crisis && w.draws.chance(incident, w.week, p.incidentProbability())) {
            w.tension = Clamp.index(w.tension + p.incidentTension());
            w.happenedUnfelt(EventKind.INCIDENT, w.seller.name, Event.REGION, p.incidentTension());
        }
    }
}
