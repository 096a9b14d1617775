package org.tumen.simulation;

import org.tumen.draw.Draws;
import org.tumen.world.Clamp;

/** The warner and the ally of {@link BareLoop}: words, measures, and what words are worth. */
final class BareWarner {
    static final int HOLD = 0;
    static final int APPEAL = 1;
    static final int CONCERN = 2;
    static final int WARN = 3;
    static final int REFER = 4;
    static final int SANCTION = 5;
    static final int ACTS = 6;

    private final BareParameters p;
    private final BareState s;
    private final Draws draws;
    private final BareLuck luck;
    private final double[] utilities = new double[ACTS];
    private final BareChoice ladder = new BareChoice(ACTS);

    BareWarner(BareParameters parameters, BareState state, Draws draws, BareLuck luck) {
        p = parameters;
        s = state;
        this.draws = draws;
        this.luck = luck;
    }

    void week(int week) {
        s.fatigue *= p.fatigueDecay;
        double stirred = s.news ? p.attentionToNews : s.launchesNow > 0 || s.signal ? p.attentionToSignals : 0;
        int act = HOLD;
        if (draws.chance(luck.attention, week, p.attention + stirred * (1 - s.fatigue))) {
            act = choose(week);
            perform(act, week);
        }
        remember(act);
        packages(week);
        settle(week);
    }

    private int choose(int week) {
        double stake = p.concernByDeal
                + (s.revealed && s.stage == BareState.SHIPPING ? p.concernByShipments : 0)
                + p.concernByArsenal * s.arsenal / 100;
        double concern = Clamp.share(s.warnerBelief * stake
                + p.concernByLaunches * Clamp.atMostOne(s.launchHeat)
                + p.concernByTension * (s.tension - p.tensionCalm) / 100
                + (s.news ? p.concernByNews : 0));
        double ideal = Clamp.share(p.assertiveness * concern);
        for (int i = 0; i < ACTS; i++) {
            double gap = p.level[i] - ideal;
            double burden = p.restraint * (p.cost[i] + (i == REFER ? p.referralCost * s.meanRivalry : 0))
                    - (i == APPEAL ? p.dialogueTaste : 0)
                    + (i == s.lastAct && i != HOLD ? p.monotony * s.repetition : 0)
                    + (i == SANCTION && s.pending ? p.pendingCost : 0);
            utilities[i] = -p.misfit * gap * gap - burden;
        }
        return ladder.quantal(utilities, p.warnerRationality, draws.uniform(luck.act, week));
    }

    void perform(int act, int week) {
        if (act >= CONCERN) {
            s.expose(s.warnerBelief * p.strength[act]);
            s.addWarnerHeat(p.heat[act]);
            s.impact += p.spirals[act] * p.spiral;
        }
        switch (act) {
            case APPEAL -> appeal();
            case CONCERN -> s.concerns++;
            case WARN -> warn(week);
            case REFER -> {
                s.referrals++;
                s.referred = true;
                s.followedThrough = true;
            }
            case SANCTION -> s.pending = true;
            default -> {}
        }
    }

    private void appeal() {
        s.appeals++;
        s.appeal = Clamp.share(s.appeal + p.appealEffect);
        if (s.commitmentOpen) {
            s.credibility = Clamp.share(s.credibility - p.mixedSignal);
        }
    }

    private void warn(int week) {
        s.warnings++;
        s.firstWarning = Math.min(s.firstWarning, week);
        if (s.stage == BareState.NONE) {
            s.warningsWithoutDeal++;
        }
        if (!s.commitmentOpen) {
            s.commitmentOpen = true;
            s.commitmentWeek = week;
            s.commitmentDeal = s.stage == BareState.NONE ? 0 : s.dealNumber;
        }
        if (draws.chance(luck.preparation, week, p.prepareByWarning)) {
            s.pending = true;
        }
    }

    void remember(int act) {
        if (act == HOLD) {
            s.repetition *= p.repetitionDecay;
            return;
        }
        if (act == s.lastAct) {
            s.repetition = Clamp.atMostOne(s.repetition + p.repetitionByAct);
        } else {
            s.repetition *= p.repetitionLeft;
            s.lastAct = act;
        }
        s.fatigue += p.fatigueByAct * (1 - s.fatigue);
    }

    private void packages(int week) {
        boolean allyActs =
                s.evidence > p.allyPackageEvidence && draws.chance(luck.allyPackage, week, p.allyPackageRate);
        boolean executed = s.pending
                && s.evidence > p.packageEvidence
                && draws.chance(luck.warnerPackage, week, p.packageRate * (allyActs ? p.packageAfterAlly : 1));
        if (executed) {
            s.pending = false;
            s.followedThrough = true;
            s.packages++;
            s.firstPackage = Math.min(s.firstPackage, week);
            s.addWarnerHeat(p.packageHeat);
            s.impact += p.packageSpirals * p.spiral;
            s.disruption += p.warnerDisruption * (1 - s.disruption);
            allyActs = allyActs || draws.chance(luck.following, week, p.alliesFollow);
        }
        if (allyActs) {
            s.allyPackages++;
            double closed = Clamp.atMostOne(p.allyDisruption * (executed ? p.allyDisruptionTogether : 1));
            s.disruption += closed * (1 - s.disruption);
            s.allyHeat += p.allyPackageHeat;
            s.impact += p.allyPackageImpact;
        }
        s.packaged = executed || allyActs;
    }

    void settle(int week) {
        if (!s.commitmentOpen) {
            return;
        }
        boolean live = s.stage != BareState.NONE;
        boolean ended = s.commitmentDeal > 0 && !(live && s.dealNumber == s.commitmentDeal);
        if (s.followedThrough || ended) {
            s.credibility = Clamp.share(s.credibility + p.kept * (1 - s.credibility));
        } else if (week - s.commitmentWeek >= p.commitmentWeeks) {
            s.credibility *= 1 - (live ? p.bluff : p.falseWarning);
        } else {
            return;
        }
        s.commitmentOpen = false;
    }
}
