package org.tumen.policy.builtin;

import org.tumen.policy.Choice;
import org.tumen.policy.WarnerView;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.PublicRecord;

/** The warner of the model page: attends when there is news, and picks the rung that its concern calls for. */
final class WarnerPolicy extends NumberedPolicy<WarnerView, WarnerPolicy.Values> {
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
        double shadow = p.rivalry * view.record().rivalry();
        double second = view.packagePending() ? p.pending : 0;
        double r = p.restraint;
        Rungs cost = p.costs;
        Rungs level = p.levels;
        choice.utility(Action.HOLD, fit(ideal, 0))
                .utility(
                        Action.APPEAL,
                        fit(ideal, level.appeal) - (r * cost.appeal - p.dialogue + again(view, Action.APPEAL)))
                .utility(Action.CONCERN, fit(ideal, level.concern) - (r * cost.concern + again(view, Action.CONCERN)))
                .utility(Action.WARN, fit(ideal, level.warn) - (r * cost.warn + again(view, Action.WARN)))
                .utility(
                        Action.REFER, fit(ideal, level.refer) - (r * (cost.refer + shadow) + again(view, Action.REFER)))
                .utility(
                        Action.SANCTION,
                        fit(ideal, level.sanction) - (r * cost.sanction + again(view, Action.SANCTION) + second));
        return noisy ? choice.quantal(p.rationality) : choice.best();
    }

    /** How well a rung of a level fits the ideal response. */
    private double fit(double ideal, double level) {
        double gap = ideal - level;
        return -p.misfit * gap * gap;
    }

    /** What doing the last act again costs. */
    private double again(WarnerView view, Action rung) {
        return rung == view.lastAction() ? p.monotony * view.repetition() : 0;
    }

    private double attention(WarnerView view) {
        PublicRecord record = view.record();
        if (record.news()) {
            return p.attentionToNews;
        }
        return record.launchThisWeek() || view.signal() ? p.attentionToSignals : 0;
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
