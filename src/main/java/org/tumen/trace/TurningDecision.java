package org.tumen.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.RunTrace;
import org.tumen.world.Action;
import org.tumen.world.Role;

/**
 * A decision of a run and what another answer would have changed, all else left to the same policies and luck.
 *
 * @param week the week
 * @param actor who decided
 * @param question what was asked
 * @param done what was done
 * @param instead what is done instead
 * @param before the outcome as it was
 * @param after the outcome of the changed run
 */
public record TurningDecision(
        int week, String actor, String question, Action done, Action instead, double before, double after) {
    /** Most changed runs that are made; decisions beyond them, late ones, are left out. */
    public static final int MOST_FLIPS = 20_000;

    /** The change of the outcome. */
    public double change() {
        return after - before;
    }

    /**
     * The decisions of warners and the Council whose flip changes an outcome most, one flip for a decision, the largest
     * first; flips that change nothing, and those after which the run fails, are left out.
     *
     * @param most how many
     */
    public static List<TurningDecision> largest(Scenario scenario, RunKey key, Outcome outcome, int most) {
        RunTrace trace = RunTrace.of(scenario, key);
        double before = trace.outcome(outcome);
        List<TurningDecision> turns = new ArrayList<>();
        int flips = 0;
        for (Decision decision : trace.decisions()) {
            Role role = decision.question().role();
            if (role != Role.WARNER && role != Role.COUNCIL || flips > MOST_FLIPS) {
                continue;
            }
            TurningDecision best = null;
            for (Action instead : decision.question().options()) {
                if (instead != decision.chosen()) {
                    flips++;
                    Flip flip = new Flip(decision.week(), decision.actor(), instead);
                    RunMaker maker = new RunMaker(flip.applyTo(trace.scenario()));
                    if (maker.make(key) != null) {
                        continue;
                    }
                    TurningDecision turn = of(decision, instead, before, maker.outcomes()[outcome.ordinal()]);
                    best = best == null || Math.abs(turn.change()) > Math.abs(best.change()) ? turn : best;
                }
            }
            if (best != null && best.change() != 0) {
                turns.add(best);
            }
        }
        turns.sort(Comparator.comparingDouble((TurningDecision t) -> -Math.abs(t.change()))
                .thenComparingInt(TurningDecision::week));
        return List.copyOf(turns.subList(0, Math.min(most, turns.size())));
    }

    private static TurningDecision of(Decision decision, Action instead, double before, double after) {
        return new TurningDecision(
                decision.week(),
                decision.actor(),
                decision.question().key(),
                decision.chosen(),
                instead,
                before,
                after);
    }
}
