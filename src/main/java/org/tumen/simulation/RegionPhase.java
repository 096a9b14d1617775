package org.tumen.simulation;

import org.tumen.draw.NormalSeries;
import org.tumen.draw.Stream;
import org.tumen.world.Clamp;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Eighth phase: enforcement follows, tension takes the week's events, crises begin and end, the regime's standing follows practice. */
final class RegionPhase implements Steppable {
    /** Points of tension above the mean for each of which the amplification counts once. */
    private static final double AMPLIFICATION_UNIT = 30;

    private final transient World w;
    private final transient RunNumbers.Region p;
    private final transient NormalSeries noise;
    private final transient Stream shock;
    private final transient Stream shockSize;
    private final transient Stream incident;

    RegionPhase(World world) {
        w = world;
        p = world.region;
        noise = world.normals(Event.REGION, "tension_noise");
        shock = world.streams.register(Event.REGION, "shock");
        shockSize = world.streams.register(Event.REGION, "shock_size");
        incident = world.streams.register(Event.REGION, "incident");
    }

    @Override
    public void step(SimState state) {
        enforce();
        w.pressure = w.council.severity() * w.enforcement;
        moveTension();
        crisis();
        double practised = p.integrity.practice * (w.enforcement - p.integrity.practiceReference);
        w.shiftIntegrity(p.integrity.reversion * (p.integrity.mean + practised - w.integrity));
        w.tally.endOfWeek(w);
        w.week++;
    }

    /** Condemnation upholds enforcement, monitoring helps it, rivalry leaks, a dialogue has its price. */
    private void enforce() {
        RunNumbers.Enforcement e = p.enforcement;
        CouncilState council = w.council;
        double watched = council.panelInForce ? 1 : council.coalitionInForce ? e.coalitionShare : 0;
        double target = Clamp.share(e.base * (e.floor + e.standing * w.integrity / 100)
                + e.condemnation * w.voices.condemnation()
                + e.monitoring * watched
                - e.leak * council.trueRivalry()
                - (w.dialogueOpen ? w.dialogue.relief : 0));
        w.enforcement = Clamp.share(w.enforcement + e.reversion * (target - w.enforcement));
    }

    private void moveTension() {
        RunNumbers.Tension t = p.tension;
        double target = t.mean
                + t.arsenal * (w.arsenal - p.arsenal.start)
                + t.integrity * (p.integrity.start - w.integrity)
                + t.depth * w.deal.depth
                - (w.dialogueOpen ? w.dialogue.calm : 0);
        double raising =
                Clamp.positivePart(w.impact) * (1 + t.amplification * (w.tension - t.mean) / AMPLIFICATION_UNIT);
        double calming = Clamp.positivePart(-w.impact);
        w.tension = Clamp.index(w.tension
                + t.reversion * (target - w.tension)
                + raising
                - calming
                + t.noise * noise.at(w.week)
                + shock(t));
    }

    private double shock(RunNumbers.Tension t) {
        if (!w.draws.chance(shock, w.week, t.shockProbability)) {
            return 0;
        }
        double size = w.draws.exponential(shockSize, w.week, t.shockMean);
        w.happened(EventKind.SHOCK, Event.REGION, Event.REGION, size);
        return size;
    }

    /** Exercises deter incidents. */
    private double incidentChance(RunNumbers.Crisis c) {
        return c.incidentProbability * (1 - c.exercises * (w.exercises() - c.exercisesReference));
    }

    private void crisis() {
        RunNumbers.Crisis c = p.crisis;
        if (w.tension >= c.enter && !w.crisis) {
            w.crisis = true;
            w.tally.crisisBegun(w.week);
        } else if (w.tension <= c.leave) {
            w.crisis = false;
        }
        if (w.crisis && w.draws.chance(incident, w.week, incidentChance(c))) {
            w.tension = Clamp.index(w.tension + c.incidentTension);
            w.happened(EventKind.INCIDENT, w.seller.name, Event.REGION, c.incidentTension);
        }
    }
}
