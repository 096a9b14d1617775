package org.tumen.policy.builtin;

import org.tumen.policy.Choice;
import org.tumen.policy.WarnerView;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;

/** The warner of the model page: attends when there is news, and picks the rung that its concern calls for. */
final class WarnerPolicy extends NumberedPolicy<WarnerView, WarnerPolicy.Values> {
    /** The rungs in the order in which the question lists them. */
    private static final Action[] RUNGS = Question.STATEMENT.options().toArray(Action[]::new);

    private final boolean noisy;

    /** The numbers as they are in a run. */
    static final class Values {
        double rationality;
        double assertiveness;
        double restraint;
        double rivalry;
        double dialogue;
        double monotony;
        double misfit;
        double pending;
        double attention;
        double attentionToNews;
        double attentionToSignals;
        final Concern concern = new Concern();
        final Rungs levels = new Rungs();
        final Rungs costs = new Rungs();
    }

    /** The numbers of concern. */
    static final class Concern {
        double deal;
        double shipments;
        double arsenal;
        double launches;
        double tension;
        double news;
    }

    /** A number for each rung. */
    static final class Rungs {
        double appeal;
        double concern;
        double warn;
        double refer;
        double sanction;

        double of(Action rung) {
            return switch (rung) {
                case APPEAL -> appeal;
                case CONCERN -> concern;
                case WARN -> warn;
                case REFER -> refer;
                case SANCTION -> sanction;
                default -> 0;
            };
        }
    }

    WarnerPolicy(WarnerParameters parameters, boolean noisy) {
        super(parameters, new Values());
        this.noisy = noisy;
    }

    @Override
    public Action decide(WarnerView view, Choice choice) {
        if (!choice.attends(p.attention + attention(view) * (1 - view.fatigue()))) {
            return choice.certain("does not attend this week", Action.HOLD);
        }
        double ideal = Clamp.share(p.assertiveness * concern(view));
        for (Action rung : RUNGS) {
            double gap = ideal - p.levels.of(rung);
            choice.utility(rung, -p.misfit * gap * gap - burden(view, rung));
        }
        return noisy ? choice.quantal(p.rationality) : choice.best();
    }

    private double attention(WarnerView view) {
        PublicRecord record = view.record();
        if (record.news()) {
            return p.attentionToNews;
        }
        return record.launchThisWeek() || view.signal() ? p.attentionToSignals : 0;
    }

    /** What a rung costs beside its misfit. */
    private double burden(WarnerView view, Action rung) {
        double cost = p.restraint
                * (p.costs.of(rung)
                        + (rung == Action.REFER ? p.rivalry * view.record().rivalry() : 0));
        boolean repeats = rung != Action.HOLD && rung == view.lastAction();
        return cost
                - (rung == Action.APPEAL ? p.dialogue : 0)
                + (repeats ? p.monotony * view.repetition() : 0)
                + (rung == Action.SANCTION && view.packagePending() ? p.pending : 0);
    }

    private double concern(WarnerView view) {
        PublicRecord record = view.record();
        Concern c = p.concern;
        double stake = c.deal + (record.shipmentsRevealed() ? c.shipments : 0) + c.arsenal * record.arsenal() / 100;
        return Clamp.share(view.belief() * stake
                + c.launches * Clamp.atMostOne(record.launchHeat())
                + c.tension * (record.tension() - record.tensionMean()) / 100
                + (record.news() ? c.news : 0));
    }
}
