package org.tumen.simulation;

import java.time.LocalDate;
import java.time.MonthDay;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.outcome.RunKey;
import org.tumen.world.Clamp;

/**
 * The equations of the model page in a plain loop: what a run costs without MASON, views, policies, events and
 * listeners, and a second implementation to hold the first against. It knows one seller, one buyer, one warner and one
 * ally with their default policies, and a penholder.
 */
final class BareLoop {
    final BareState s;
    private final BareParameters p;
    private final Draws draws = new Draws();
    private final BareLuck luck;
    final BareTrade trade;
    private final BareWatch watch;
    final BareWarner warner;
    final BareCouncil council;
    private final boolean[] exercises;
    private final double campaignNoise;
    private final double rupture;
    private final double[] redrawn;

    BareLoop(BareParameters parameters) {
        p = parameters;
        s = new BareState(p);
        luck = new BareLuck(draws, p);
        boolean[] renewals = new boolean[p.weeks];
        boolean[] reports = new boolean[p.weeks];
        exercises = new boolean[p.weeks];
        for (int week = 0; week < p.weeks; week++) {
            LocalDate first = p.start.plusDays(7L * week);
            renewals[week] = contains(first, MonthDay.of(3, 24));
            reports[week] = contains(first, MonthDay.of(3, 8)) || contains(first, MonthDay.of(9, 15));
            exercises[week] = between(first, MonthDay.of(3, 1), MonthDay.of(3, 21))
                    || between(first, MonthDay.of(8, 10), MonthDay.of(8, 29));
        }
        trade = new BareTrade(p, s, draws, luck);
        watch = new BareWatch(p, s, draws, luck, reports);
        warner = new BareWarner(p, s, draws, luck);
        council = new BareCouncil(p, s, draws, luck, renewals);
        redrawn = BareChoice.normalised(p.redrawn);
        campaignNoise = Math.sqrt(1 - p.campaignPersistence * p.campaignPersistence);
        rupture = 1 - PortableMath.exp(-p.rivalryRate / p.weeksAYear);
    }

    private static boolean contains(LocalDate first, MonthDay day) {
        for (int i = 0; i < 7; i++) {
            if (MonthDay.from(first.plusDays(i)).equals(day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean between(LocalDate day, MonthDay first, MonthDay last) {
        MonthDay it = MonthDay.from(day);
        return !it.isBefore(first) && !it.isAfter(last);
    }

    void run(RunKey key, double[] outcomes) {
        run(key);
        s.write(outcomes);
    }

    /** Makes a run and leaves its state as it ends. */
    void run(RunKey key) {
        draws.startRun(key.seed(), key.run());
        start();
        for (int week = 0; week < p.weeks; week++) {
            s.beginWeek(week);
            environment(week);
            trade.week(week);
            launches(week);
            watch.week(week);
            warner.week(week);
            dialogue(week);
            council.week(week);
            region(week);
            s.endWeek(week);
        }
    }

    private void start() {
        s.reset();
        s.rivalry = BareParameters.RIVALRIES[BareChoice.category(s.belief, draws.uniform(luck.startRivalry, 0))];
        s.campaign = p.campaignStart + p.campaignStartSpread * draws.normal(luck.campaignStart, 0);
        council.start();
        trade.start();
    }

    private void environment(int week) {
        s.need = Clamp.share(s.need + p.needReversion * (p.needMean - s.need) + p.needNoise * luck.need.at(week));
        double target = p.hardshipMean + p.hardshipByPressure * s.pressure;
        s.hardship = Clamp.share(
                s.hardship + p.hardshipReversion * (target - s.hardship) + p.hardshipNoise * luck.hardship.at(week));
        s.warnerHeat *= p.heatDecay;
        s.allyHeat *= p.heatDecay;
        s.councilHeat *= p.heatDecay;
        s.launchHeat *= p.heatDecay;
        s.appeal *= p.appealDecay;
        s.evidence *= p.evidenceDecay;
        s.exposure *= p.exposureDecay;
        s.disruption *= p.disruptionDecay;
        s.campaign = p.campaignPersistence * s.campaign + campaignNoise * luck.campaign.at(week);
        if (draws.chance(luck.rupture, week, rupture)) {
            s.rivalry = BareParameters.RIVALRIES[BareChoice.category(redrawn, draws.uniform(luck.rivalry, week))];
        }
        for (int j = 0; j < s.belief.length; j++) {
            s.belief[j] = (1 - rupture) * s.belief[j] + rupture * redrawn[j];
        }
        s.takeMeanRivalry();
    }

    private void launches(int week) {
        double u = p.launchLevel
                + p.launchByCampaign * s.campaign
                + p.launchByTension * (s.tension - p.tensionCalm)
                + p.launchByHeat * s.heat
                - (s.dialogue ? p.launchByDialogue : 0)
                - p.launchByDepth * s.depth / 3
                - p.launchByPressure * (s.pressure - p.pressureNormal)
                + (exercises[week] ? p.launchByExercises * (p.exercises / p.launchExercisesNormal) : 0);
        for (int i = 0; i < BareLuck.WINDOWS; i++) {
            if (BareChoice.act(u, 1, draws.uniform(luck.launch[i], week))) {
                launch(draws.chance(luck.major[i], week, p.majorShare));
            }
        }
    }

    private void launch(boolean major) {
        s.launches++;
        s.launchesNow++;
        if (major) {
            s.majors++;
            s.majorNow = true;
            s.news = true;
        }
        s.launchHeat += major ? p.majorHeat : p.minorHeat;
        s.addArsenal(major ? p.majorArsenal : p.minorArsenal);
        s.impact += major ? p.majorImpact : p.minorImpact;
    }

    private void dialogue(int week) {
        double heat = Clamp.atMostOne(s.heatNow());
        if (s.dialogue) {
            double ends = p.dialogueEnd * (s.appeal > p.dialogueAppeal ? p.dialogueEndWithAppeal : 1)
                    + p.dialogueEndByHeat * heat
                    + (s.packaged ? p.dialogueEndByPackage : 0);
            if (draws.chance(luck.ending, week, ends)) {
                s.dialogue = false;
                s.impact += p.dialogueEndingImpact;
            }
            return;
        }
        double opens = p.dialogueRate
                * Clamp.atMostOne(s.appeal + p.othersOffers)
                * PortableMath.exp(
                        -p.dialogueByDepth * s.depth + p.dialogueByHardship * (s.hardship - p.dialogueHardship))
                * (1 - p.dialogueByHeat * heat);
        if (draws.chance(luck.opening, week, opens)) {
            s.dialogue = true;
            s.opened++;
            s.impact += p.dialogueOpeningImpact;
        }
    }

    private void region(int week) {
        double believed = s.warnerHeat > 0 ? s.credibility * s.warnerHeat / s.warnerHeat : 0;
        double condemned = believed * Clamp.atMostOne(s.warnerHeat)
                + p.othersCredibility * Clamp.atMostOne(s.councilHeat + s.allyHeat);
        double practice = Clamp.share(p.practiceWeight * (p.practiceFloor + p.practiceByIntegrity * s.integrity / 100)
                + p.condemnation * condemned
                + p.monitoringSupport * (s.panel ? 1 : s.coalition ? p.coalitionShare : 0)
                - p.rivalryLeak * s.rivalry
                - (s.dialogue ? p.dialogueRelief : 0));
        s.enforcement = Clamp.share(s.enforcement + p.enforcementReversion * (practice - s.enforcement));
        s.takePressure();
        tension(week);
        crisis(week);
        double standing = p.integrityMean + p.integrityByPractice * (s.enforcement - p.enforcementNormal);
        s.addIntegrity(p.integrityReversion * (standing - s.integrity));
    }

    private void tension(int week) {
        double target = p.tensionCalm
                + p.tensionByArsenal * (s.arsenal - p.arsenalStart)
                + p.tensionByIntegrity * (p.integrityStart - s.integrity)
                + p.tensionByDepth * s.depth
                - (s.dialogue ? p.dialogueCalm : 0);
        double raised = Clamp.positivePart(s.impact) * (1 + p.amplification * (s.tension - p.tensionCalm) / 30);
        double calmed = Clamp.positivePart(-s.impact);
        double shock =
                draws.chance(luck.shock, week, p.shockRate) ? draws.exponential(luck.shockSize, week, p.shockMean) : 0;
        s.tension = Clamp.index(s.tension
                + p.tensionReversion * (target - s.tension)
                + raised
                - calmed
                + p.tensionNoise * luck.tension.at(week)
                + shock);
    }

    void crisis(int week) {
        if (!s.crisis && s.tension >= p.crisisOn) {
            s.crisis = true;
            s.crises++;
            s.firstCrisis = Math.min(s.firstCrisis, week);
        } else if (s.crisis && s.tension <= p.crisisOff) {
            s.crisis = false;
        }
        double incident = p.incidentRate * (1 - p.incidentByExercises * (p.exercises - p.incidentExercisesNormal));
        if (s.crisis && draws.chance(luck.incident, week, incident)) {
            s.tension = Clamp.index(s.tension + p.incidentTension);
            s.incidents++;
        }
    }
}
