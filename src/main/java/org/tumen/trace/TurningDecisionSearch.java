package org.tumen.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.RunningMoments;
import org.tumen.experiment.Evaluator;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.RunTrace;
import org.tumen.world.Action;
import org.tumen.world.Role;

/**
 * Finds the decisions of a run whose flip changes an outcome most, luck averaged out.
 *
 * <p>Every other answer to every decision is tried on a few fresh continuations of the run after the decision's week; the
 * weightiest answer of the weightiest decisions is then measured on others, so that the choice of the largest does not
 * flatter what is told of it.
 */
public final class TurningDecisionSearch {
    /** Fresh continuations on which a decision that was chosen is measured. */
    public static final int CONTINUATIONS = 200;

    private static final int MOST_TRIALS = 20_000;
    private static final int MOST_CONTINUATIONS_OF_TRIAL = 20;
    private static final int FEWEST_CONTINUATIONS_OF_TRIAL = 4;

    private final RunTrace trace;
    private final Outcome outcome;
    private final int trials;
    private final List<Decision> decisions;
    private final Evaluator evaluator;
    private final Runnable done;
    private final Map<Stretch, double[]> usual = new ConcurrentHashMap<>();

    /** Continuations after a week, by their numbers. */
    private record Stretch(int week, int first, int last) {}

    /** An answer that was tried. */
    private record Tried(Decision decision, Action instead, double mean) {}

    /**
     * Of a run.
     *
     * @param actors whose decisions; all of theirs
     * @param evaluator on whose threads continuations are made
     * @param done told after each of {@link #decisions}, on any of the threads
     */
    public TurningDecisionSearch(
            Scenario scenario, RunKey key, Outcome outcome, Set<String> actors, Evaluator evaluator, Runnable done) {
        trace = RunTrace.of(scenario, key);
        this.evaluator = evaluator;
        this.done = done;
        this.outcome = outcome;
        decisions = trace.decisions().stream()
                .filter(d -> actors.contains(d.actor()))
                .toList();
        int answers = decisions.stream().mapToInt(d -> d.question().size() - 1).sum();
        trials = Math.max(
                FEWEST_CONTINUATIONS_OF_TRIAL,
                Math.min(MOST_CONTINUATIONS_OF_TRIAL, MOST_TRIALS / Math.max(1, answers)));
    }

    /** The actors whose decisions are looked at unless others are asked for: warners and the Council. */
    public static Set<String> usualActors(Scenario scenario) {
        Set<String> actors = new LinkedHashSet<>();
        scenario.actors().forEach((name, actor) -> {
            if (actor.role() == Role.WARNER || actor.role() == Role.COUNCIL) {
                actors.add(name);
            }
        });
        return actors;
    }

    /** How many decisions of the run are looked at. */
    public int decisions() {
        return decisions.size();
    }

    /**
     * The weightiest decisions of some actors, one flip for a decision, the largest mean change first. Flips that change
     * nothing, and those after which a run fails, are left out.
     *
     * @throws InterruptedException when it was cancelled
     */
    public List<TurningDecision> largest(Predicate<String> actor, int most) throws InterruptedException {
        List<Decision> theirs =
                decisions.stream().filter(d -> actor.test(d.actor())).toList();
        @Nullable Tried[] weightiest = new Tried[theirs.size()];
        evaluator.each(theirs.size(), i -> {
            weightiest[i] = weightiest(theirs.get(i));
            done.run();
        });
        List<Tried> found = Arrays.stream(weightiest)
                .filter(tried -> tried != null && tried.mean != 0)
                .sorted(Comparator.comparingDouble((Tried t) -> -Math.abs(t.mean))
                        .thenComparingInt(t -> t.decision.week()))
                .limit(2L * most)
                .toList();
        @Nullable TurningDecision[] measured = new TurningDecision[found.size()];
        evaluator.each(found.size(), i -> measured[i] = measured(found.get(i)));
        return Arrays.stream(measured)
                .filter(decision -> decision != null && decision.mean() != 0)
                .sorted(Comparator.comparingDouble((TurningDecision t) -> -Math.abs(t.mean()))
                        .thenComparingInt(TurningDecision::week))
                .limit(most)
                .toList();
    }

    /** The answer to a decision that changes most on a few continuations, the first of equals; null where none is told. */
    private @Nullable Tried weightiest(Decision decision) {
        Tried best = null;
        for (Action instead : decision.question().options()) {
            evaluator.checkpoint();
            Tried tried = instead == decision.chosen() ? null : tried(decision, instead);
            best = tried == null || best != null && Math.abs(tried.mean) <= Math.abs(best.mean) ? best : tried;
        }
        return best;
    }

    private @Nullable Tried tried(Decision decision, Action instead) {
        RunningMoments changes = changes(maker(decision, instead), decision.week(), 1, trials);
        return changes == null ? null : new Tried(decision, instead, changes.mean());
    }

    private RunMaker maker(Decision decision, Action instead) {
        return new RunMaker(new Flip(decision.week(), decision.actor(), instead).applyTo(trace.scenario()));
    }

    private @Nullable TurningDecision measured(Tried tried) {
        Decision decision = tried.decision;
        RunMaker maker = maker(decision, tried.instead);
        RunningMoments changes = changes(maker, decision.week(), trials + 1, trials + CONTINUATIONS);
        if (changes == null || maker.make(trace.key()) != null) {
            return null;
        }
        return new TurningDecision(
                decision.week(),
                decision.actor(),
                decision.question().key(),
                decision.chosen(),
                tried.instead,
                trace.outcome(outcome),
                maker.outcomes()[outcome.ordinal()],
                changes.mean(),
                changes.standardDeviation() / Math.sqrt(changes.count()),
                (int) changes.count());
    }

    /** The changes of the outcome on continuations of a run, first to last; null when one fails. */
    private @Nullable RunningMoments changes(RunMaker flipped, int week, int first, int last) {
        double[] before = usual.computeIfAbsent(new Stretch(week, first, last), this::usual);
        RunningMoments changes = new RunningMoments();
        for (int n = first; n <= last; n++) {
            double was = before[n - first];
            if (Double.isNaN(was) || flipped.make(trace.key(), new Continuation(week, n)) != null) {
                return null;
            }
            changes.add(flipped.outcomes()[outcome.ordinal()] - was);
        }
        return changes;
    }

    /** The outcome of continuations as it was; NaN of those that fail. */
    private double[] usual(Stretch stretch) {
        RunMaker asItWas = new RunMaker(trace.scenario());
        double[] values = new double[stretch.last - stretch.first + 1];
        for (int i = 0; i < values.length; i++) {
            Continuation continuation = new Continuation(stretch.week, stretch.first + i);
            boolean completed = asItWas.make(trace.key(), continuation) == null;
            values[i] = completed ? asItWas.outcomes()[outcome.ordinal()] : Double.NaN;
        }
        return values;
    }
}
