package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.PublicRecord;

/** The warner of the model page: attends now and then, and picks the rung that its concern calls for. */
final class WarnerPolicy implements Policy<WarnerView> {
    private final WarnerParameters p;
    private final boolean noisy;

    WarnerPolicy(WarnerParameters parameters, boolean noisy) {
        this.p = parameters;
        this.noisy = noisy;
    }

    @Override
    public Action decide(WarnerView view, Choice choice) {
        boolean news = view.signal() || view.record().testThisWeek();
        if (!choice.attends(p.attention() + (news ? p.attentionToNews() : 0))) {
            return choice.certain("does not attend this week", Action.HOLD);
        }
        double ideal = clamp(p.assertiveness() * concern(view));
        RungLevels level = p.levels();
        RungCosts cost = p.costs();
        weigh(choice, view, Action.HOLD, ideal, 0);
        weigh(choice, view, Action.APPEAL, ideal - level.appeal(), p.restraint() * cost.appeal() - p.dialogue());
        weigh(choice, view, Action.CONCERN, ideal - level.concern(), p.restraint() * cost.concern());
        weigh(choice, view, Action.WARN, ideal - level.warn(), p.restraint() * cost.warn());
        weigh(choice, view, Action.REFER, ideal - level.refer(), p.restraint() * cost.refer());
        weigh(choice, view, Action.SANCTION, ideal - level.sanction(), p.restraint() * cost.sanction());
        return noisy ? choice.quantal(p.rationality()) : choice.best();
    }

    private void weigh(Choice choice, WarnerView view, Action rung, double gap, double cost) {
        boolean repeats = rung == view.lastAction() && rung != Action.HOLD;
        choice.utility(rung, -p.misfit() * gap * gap - cost - (repeats ? p.monotony() * view.repetition() : 0));
    }

    private double concern(WarnerView view) {
        PublicRecord record = view.record();
        ConcernParameters c = p.concern();
        double stake =
                c.deal() + (record.shipmentsRevealed() ? c.shipments() : 0) + c.arsenal() * record.arsenal() / 100;
        return clamp(view.belief() * stake
                + c.tests() * Math.min(1, record.testHeat())
                + c.tension() * (record.tension() - record.tensionMean()) / 100);
    }

    private static double clamp(double x) {
        return Math.min(1, Math.max(0, x));
    }
}
