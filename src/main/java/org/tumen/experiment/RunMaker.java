package org.tumen.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyObserver;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.simulation.DiplomacySim;
import org.tumen.world.Event;

/**
 * Makes runs of one scenario on one thread. A run whose policies throw, or whose drawn values contradict each other, has
 * failed: that is told and not thrown, so that no caller needs a rule of its own.
 */
public final class RunMaker {
    private static final int LONGEST_CAUSE = 300;

    private final DiplomacySim sim;
    private final double[] outcomes = new double[Outcome.all().size()];
    private final List<Event> events = new ArrayList<>();

    /** Prepares runs of which outcomes are wanted. */
    public RunMaker(Scenario scenario) {
        sim = new DiplomacySim(scenario);
    }

    /** Takes other values of some numbers from now on, see {@link DiplomacySim#varying}. */
    Optional<NumberPlaces.Setter> varying(List<String> paths) {
        return sim.varying(paths);
    }

    /** The draws of the uncertain parameters, see {@link DiplomacySim#uncertainty}. */
    @Nullable
    UncertaintyDraw uncertainty() {
        return sim.uncertainty();
    }

    /** Keeps the events of each run from now on. */
    public RunMaker keepingEvents() {
        sim.listenToEvents(events::add);
        return this;
    }

    /** Shows the weeks of each run to an observer from now on. */
    public RunMaker observing(WeeklyObserver observer) {
        sim.observeWeeks(observer);
        return this;
    }

    /**
     * Makes a run.
     *
     * @return null when it was completed, else why it failed, see {@link #cause}
     */
    public @Nullable String make(RunKey key) {
        return made(() -> sim.run(key, outcomes));
    }

    /**
     * Makes a run that goes on with fresh draws after one of its weeks.
     *
     * @return null when it was completed, else why it failed, see {@link #cause}
     */
    public @Nullable String make(RunKey key, Continuation continuation) {
        return made(() -> sim.run(key, continuation, outcomes));
    }

    private @Nullable String made(Runnable run) {
        events.clear();
        try {
            run.run();
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            return cause(e);
        }
    }

    /** The outcomes of the last run, when it was completed, in the order of {@link Outcome#all()}; reused by the next. */
    public double[] outcomes() {
        return outcomes;
    }

    /** The events of the last run so far as they were kept; reused by the next. */
    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    /** The scenario, with what is uncertain in it. */
    public Scenario scenario() {
        return sim.scenario();
    }

    /**
     * What went wrong: the kind of the failure and the first line of its message, at most 300 characters, so that a failed
     * run has the same words, and a result the same digest, wherever it is made.
     */
    public static String cause(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        String text = message == null || message.isBlank()
                ? kind
                : kind + ": " + message.strip().lines().findFirst().orElse("");
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }
}
