package org.tumen.simulation;

import org.tumen.world.Clamp;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.policy.ConcernParameters;
import org.tumen.policy.WarnerParameters;
import org.tumen.scenario.ActEffects;
import org.tumen.scenario.CredibilityParameters;
import org.tumen.scenario.ImpactParameters;
import org.tumen.scenario.IntelligenceParameters;
import org.tumen.scenario.MonitoringParameters;
import org.tumen.scenario.RecordParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.TensionParameters;

/** The warner of {@link BareLoop}: what it sees, believes and says. */
final class BareWarner {
    private static final int NONE = 0;
    private static final int AGREED = 2;
    private static final int SHIPPING = 3;
    private static final int HOLD = 0;
    private static final int APPEAL = 1;
    private static final int CONCERN = 2;
    private static final int WARN = 3;
    private static final int REFER = 4;
    private static final int SANCTION = 5;

    private final BareState s;
    private final int weeks;
    private final Draws draws;
    private final BareLuck luck;
    private final RecordParameters record;
    private final TensionParameters tension;
    private final ImpactParameters impacts;
    private final MonitoringParameters monitoring;
    private final IntelligenceParameters intelligence;
    private final CredibilityParameters word;
    private final ActEffects effects;
    private final WarnerParameters warner;
    private final ConcernParameters concern;
    private final double[] level;
    private final double[] cost;
    private final double[] signalChance = new double[12];
    private final double[] assumedChance = new double[3];
    private final double[] weights = new double[6];

    BareWarner(Scenario scenario, BareState state, Draws draws, BareLuck luck) {
        s = state;
        this.draws = draws;
        this.luck = luck;
        weeks = scenario.weeks();
        record = scenario.region().record();
        tension = scenario.region().tension();
        impacts = scenario.region().impacts();
        monitoring = scenario.monitoring();
        var onlyWarner = scenario.warners().values().iterator().next();
        intelligence = onlyWarner.intelligence();
        word = onlyWarner.credibility();
        effects = onlyWarner.effects();
        warner = (WarnerParameters) onlyWarner.policy().parameters();
        concern = warner.concern();
        var levels = warner.levels();
        var costs = warner.costs();
        double restraint = warner.restraint();
        level = new double[] {0, levels.appeal(), levels.concern(), levels.warn(), levels.refer(), levels.sanction()};
        cost = new double[] {
            0,
            restraint * costs.appeal() - warner.dialogue(),
            restraint * costs.concern(),
            restraint * costs.warn(),
            restraint * costs.refer(),
            restraint * costs.sanction()
        };
        workOutSignals(1 - scenario.buyer().secrecy());
    }

    private void workOutSignals(double open) {
        double[] help = {intelligence.panelShare(), 0, intelligence.coalitionShare()};
        double[] sight = {monitoring.talks(), monitoring.agreed(), monitoring.shipment(), monitoring.lull()};
        for (int h = 0; h < help.length; h++) {
            double means = intelligence.vigilance() + help[h];
            for (int v = 0; v < sight.length; v++) {
                signalChance[4 * h + v] = signalled(means * sight[v] * open);
            }
            assumedChance[h] = signalled(means * intelligence.assumedVisibility() * open);
        }
    }

    private double signalled(double x) {
        return 1 - (1 - intelligence.falseAlarm()) * PortableMath.exp(-x);
    }

    void monitoring(int week, int help) {
        boolean live = s.stage != NONE;
        double alarm = intelligence.falseAlarm();
        int sight = s.stage != SHIPPING ? s.stage - 1 : s.lot > 0 ? 2 : 3;
        s.signal = draws.chance(luck.signal, week, live ? signalChance[4 * help + sight] : alarm);
        double prior = Clamp.share(intelligence.memory() * s.belief + intelligence.suspicion() * (1 - s.belief));
        double ifDeal = s.signal ? assumedChance[help] : 1 - assumedChance[help];
        double ifNone = s.signal ? alarm : 1 - alarm;
        double observed = prior * ifDeal + (1 - prior) * ifNone;
        s.belief = observed > 0 ? Clamp.share(prior * ifDeal / observed) : prior;
        if (s.belief > 0.5 && week >= s.firstTalks && s.detection == weeks) {
            s.detection = week - s.firstTalks;
        }
        if (s.signal && live && s.panel) {
            s.evidence = Clamp.share(s.evidence + monitoring.panelEvidence());
        }
        s.exposure = Clamp.greater(s.exposure, s.evidence);
        if (!s.revealed && s.stage >= AGREED && s.belief > monitoring.revelation()) {
            s.revealed = true;
            s.impact += impacts.revelation();
        }
        if (s.lot > 0 && live && s.revealed) {
            double upheld = 1 - monitoring.condemnation() * Clamp.atMostOne(s.heat);
            s.integrity = Clamp.index(s.integrity - monitoring.integrityLoss() * upheld);
        }
    }

    void warning(int week) {
        s.referred = false;
        int act = HOLD;
        double attention = warner.attention() + (s.signal || s.tested ? warner.attentionToNews() : 0);
        if (draws.chance(luck.attention, week, attention)) {
            act = rung(week);
            act(act, week);
        }
        if (act == HOLD) {
            s.repetition *= 0.9;
        } else {
            s.repetition = act == s.lastAct ? Clamp.atMostOne(s.repetition + 0.5) : 0;
            s.lastAct = act;
        }
        s.settle(act, week, word);
    }

    private int rung(int week) {
        double stake = concern.deal()
                + (s.revealed && s.stage == SHIPPING ? concern.shipments() : 0)
                + concern.arsenal() * s.arsenal / 100;
        double ideal = Clamp.share(warner.assertiveness()
                * Clamp.share(s.belief * stake
                        + concern.tests() * Clamp.atMostOne(s.testHeat)
                        + concern.tension() * (s.tension - tension.mean()) / 100));
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            double gap = ideal - level[i];
            double bored = i == s.lastAct && i != HOLD ? warner.monotony() * s.repetition : 0;
            weights[i] = -warner.misfit() * gap * gap - cost[i] - bored;
            best = Clamp.greater(best, weights[i]);
        }
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] == best ? 1 : PortableMath.exp(warner.rationality() * (weights[i] - best));
            total += weights[i];
        }
        double target = draws.uniform(luck.statement, week) * total;
        int chosen = 0;
        double passed = weights[0];
        while (passed <= target && chosen < weights.length - 1) {
            passed += weights[++chosen];
        }
        return chosen;
    }

    private void act(int act, int week) {
        if (act == APPEAL) {
            s.appeal = Clamp.share(s.appeal + effects.appeal());
            s.impact += impacts.appeal();
            s.appeals++;
        } else if (act == CONCERN) {
            speak(effects.concernHeat(), effects.concernExposure());
            s.impact += impacts.concern();
            s.concerns++;
        } else if (act == WARN) {
            speak(effects.warnHeat(), effects.warnExposure());
            s.commit(week);
            s.firstWarning = Math.min(s.firstWarning, week);
            s.warningsWithoutDeal += s.stage == NONE ? 1 : 0;
            s.impact += impacts.warning();
            s.warnings++;
        } else if (act == REFER) {
            speak(effects.referHeat(), effects.referExposure());
            s.referred = true;
            s.impact += impacts.referral();
            s.referrals++;
        } else if (act == SANCTION) {
            speak(effects.sanctionHeat(), effects.sanctionExposure());
            double severity = effects.severity() * PortableMath.pow(effects.severityRatio(), s.unilateral);
            s.unilateral++;
            s.impose(severity, effects.enforcement(), true);
            s.firstSanctions = Math.min(s.firstSanctions, week);
            s.impact += impacts.unilateral();
        }
    }

    private void speak(double heat, double strength) {
        s.warnerHeat += Math.max(0, Math.min(heat, record.heatCap() - (s.councilHeat + s.warnerHeat)));
        s.exposure = Clamp.greater(s.exposure, Clamp.share(s.belief * strength));
        if (!s.panel && s.signal && s.stage != NONE) {
            s.evidence = Clamp.share(s.evidence + effects.evidence());
        }
    }
}
