package org.tumen.simulation;

import org.tumen.world.Clamp;
import org.tumen.draw.Draws;
import org.tumen.draw.Streams;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.CrisisParameters;
import org.tumen.scenario.HardshipParameters;
import org.tumen.scenario.IntegrityParameters;
import org.tumen.scenario.NeedParameters;
import org.tumen.scenario.RecordParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.StabilityParameters;
import org.tumen.scenario.TensionParameters;
import org.tumen.world.Stage;

/**
 * The equations of the model page in a plain loop, for benchmarks only: what a run costs without MASON, views, policies,
 * events and listeners. It knows one seller, one buyer and one warner with logit policies and a penholder, and its
 * outcomes equal those of {@link DiplomacySim} to the bit.
 */
final class BareLoop {
    final BareState s;
    private final int weeks;
    private final Draws draws = new Draws();
    private final BareCouncil council;
    private final BareLuck luck;
    private final BareTrade trade;
    private final BareWarner warner;
    private final NeedParameters need;
    private final HardshipParameters hardship;
    private final RecordParameters record;
    private final IntegrityParameters integrity;
    private final TensionParameters tension;
    private final CrisisParameters crisis;
    private final StabilityParameters stability;
    private final double arsenalStart;

    BareLoop(Scenario scenario) {
        weeks = scenario.weeks();
        need = scenario.buyer().need();
        hardship = scenario.seller().hardship();
        record = scenario.region().record();
        integrity = scenario.region().integrity();
        tension = scenario.region().tension();
        crisis = scenario.region().crisis();
        stability = scenario.stability();
        arsenalStart = scenario.region().arsenal().start();
        Streams streams = new Streams();
        luck = new BareLuck(streams, scenario);
        s = new BareState(scenario);
        council = new BareCouncil(scenario, s, draws, streams);
        trade = new BareTrade(scenario, s, draws, luck);
        warner = new BareWarner(scenario, s, draws, luck);
    }

    void run(RunKey key, double[] outcomes) {
        draws.startRun(key.seed(), key.run());
        s.reset();
        for (int week = 0; week < weeks; week++) {
            environment(week);
            trade.week(week);
            trade.decideTest(week);
            warner.monitoring(week, council.help(week));
            warner.warning(week);
            council.week(week);
            region(week);
        }
        s.write(weeks, outcomes);
    }

    private void environment(int week) {
        s.need = Clamp.share(
                s.need + need.reversion() * (need.mean() - s.need) + need.noise() * draws.normal(luck.needNoise, week));
        double target = hardship.mean() + hardship.pressure() * s.pressureOnSeller;
        s.hardship = Clamp.share(s.hardship
                + hardship.reversion() * (target - s.hardship)
                + hardship.noise() * draws.normal(luck.hardshipNoise, week));
        s.warnerHeat *= record.fade();
        s.councilHeat *= record.fade();
        s.appeal *= record.fade();
        s.testHeat *= record.fade();
        s.evidence *= record.evidenceFade();
        s.exposure *= record.exposureFade();
        s.takeHeat();
        double wear = 1 - integrity.evasion() * (1 - s.integrity / 100);
        for (int i = 0; i < s.measures; i++) {
            s.enforcement[i] *= wear;
        }
        s.impact = 0;
        s.tested = false;
        s.lot = 0;
    }

    private void region(int week) {
        double target = tension.mean()
                + tension.arsenal() * (s.arsenal - arsenalStart)
                + tension.integrity() * (integrity.start() - s.integrity);
        double raising = Clamp.positivePart(s.impact) * (1 + tension.amplification() * (s.tension - tension.mean()) / 30);
        double calming = Clamp.positivePart(-s.impact);
        double noise = tension.noise() * draws.normal(luck.tensionNoise, week);
        double shock = draws.chance(luck.shock, week, tension.shockProbability())
                ? draws.exponential(luck.shockSize, week, tension.shockMean())
                : 0;
        s.tension = Clamp.index(s.tension + tension.reversion() * (target - s.tension) + raising - calming + noise + shock);
        if (s.tension >= crisis.enter()) {
            s.crisis = true;
        } else if (s.tension <= crisis.leave()) {
            s.crisis = false;
        }
        if (s.crisis && draws.chance(luck.incident, week, crisis.incidentProbability())) {
            s.tension = Clamp.index(s.tension + crisis.incidentTension());
            s.incidents++;
        }
        s.integrity = Clamp.index(s.integrity + integrity.reversion() * (integrity.mean() - s.integrity));
        s.takePressure();
        double now = 100
                - (stability.tension() * s.tension
                        + stability.arsenal() * s.arsenal
                        + stability.integrity() * (100 - s.integrity));
        s.endOfWeek(week, now);
    }

    /** True when the scenario starts in talks, as the loop assumes. */
    static boolean covers(Scenario scenario) {
        return scenario.warners().size() == 1
                && scenario.deal().start() == Stage.TALKS
                && Outcome.all().size() == BareState.OUTCOMES;
    }
}
