package org.tumen.policy;

import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;

/** The warner of the model page: attends now and then, and picks the rung that its concern calls for. */
final class WarnerPolicy implements Policy<WarnerView> {
    /** The rungs in the order in which the question lists them. */
    private static final Action[] RUNGS = Question.STATEMENT.options().toArray(Action[]::new);

    private final WarnerParameters p;
    private final boolean noisy;
    private final double[] levels;
    private final double[] costs;

    WarnerPolicy(WarnerParameters parameters, boolean noisy) {
        this.p = parameters;
        this.noisy = noisy;
        RungLevels level = p.levels();
        levels = new double[] {0, level.appeal(), level.concern(), level.warn(), level.refer(), level.sanction()};
        RungCosts cost = p.costs();
        costs = new double[] {
            0,
            p.restraint() * cost.appeal() - p.dialogue(),
            p.restraint() * cost.concern(),
            p.restraint() * cost.warn(),
            p.restraint() * cost.refer(),
            p.restraint() * cost.sanction()
        };
    }

    @Override
    public Action decide(WarnerView view, Choice choice) {
        boolean news = view.signal() || view.record().testThisWeek();
        if (!choice.attends(p.attention() + (news ? p.attentionToNews() : 0))) {
            return choice.certain("does not attend this week", Action.HOLD);
        }
        double ideal = Clamp.share(p.assertiveness() * concern(view));
        Action last = view.lastAction();
        for (int i = 0; i < RUNGS.length; i++) {
            double gap = ideal - levels[i];
            boolean repeats = RUNGS[i] == last && last != Action.HOLD;
            double tired = repeats ? p.monotony() * view.repetition() : 0;
            choice.utility(RUNGS[i], -p.misfit() * gap * gap - costs[i] - tired);
        }
        return noisy ? choice.quantal(p.rationality()) : choice.best();
    }

    private double concern(WarnerView view) {
        PublicRecord record = view.record();
        ConcernParameters c = p.concern();
        double stake =
                c.deal() + (record.shipmentsRevealed() ? c.shipments() : 0) + c.arsenal() * record.arsenal() / 100;
        return Clamp.share(view.belief() * stake
                + c.tests() * Clamp.atMostOne(record.testHeat())
                + c.tension() * (record.tension() - record.tensionMean()) / 100);
    }
}
