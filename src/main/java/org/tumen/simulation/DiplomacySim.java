package org.tumen.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.ParameterSetter;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyObserver;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.world.Event;
import sim.engine.Sequence;
import sim.engine.SimState;

/**
 * The simulation of a scenario, run by MASON.
 *
 * <p>Time. One tick of the schedule is one week, from 0. Each week MASON steps one {@link Sequence}: environment, trade,
 * launches, monitoring, warning, dialogue, council, region. What an actor does in a phase, later phases of the same week see;
 * what the region phase makes of it (tension, pressure), actors see from the next week on.
 *
 * <p>An object of this class is reused from run to run and belongs to one thread. {@link #run} may be called any number of
 * times with any keys in any order: a run depends on its key only.
 */
public final class DiplomacySim extends SimState {
    /**
     * The version of the model: it changes whenever the same scenario and key can give another outcome, so that results of
     * two models are never mixed.
     */
    public static final String MODEL_VERSION = "2";

    /** Where runs come from, the seed and the version of the model, as sentences of findings end. */
    public static String origin(long seed) {
        return "seed " + seed + ", model version " + MODEL_VERSION + ".";
    }

    private final transient Scenario scenario;
    private final transient @Nullable UncertaintyDraw uncertainty;
    private final transient NumberPlaces.@Nullable Setter inPlace;
    private final transient double[] drawn;
    /** The point whose numbers stand in place, which runs on end may share; -1 before the first. */
    private transient long point = -1;

    private transient long pointSeed;
    private transient RunKey turned = new RunKey(0, 0);
    private transient World world;
    private transient Sequence weekOfPhases;
    private transient WeeklyObserver observer = WeeklyObserver.NONE;
    private transient @Nullable Consumer<Event> eventListener;
    private transient @Nullable Consumer<HeldVote> voteListener;
    private transient @Nullable Consumer<Decision> decisionListener;

    /**
     * Prepares the simulation of a scenario.
     *
     * @throws IllegalArgumentException when the scenario's policies cannot be made
     */
    public DiplomacySim(Scenario scenario) {
        // MASON's generator wants a seed; it is never drawn from.
        super(0, new WeeklySchedule());
        this.scenario = scenario;
        uncertainty = scenario.uncertainties() == null ? null : new UncertaintyDraw(scenario);
        world = new World(scenario);
        inPlace = inPlace(uncertainty, world);
        drawn = new double[uncertainty == null ? 0 : uncertainty.paths().size()];
        weekOfPhases = new WeekOfPhases(world);
        world.reset();
    }

    /** The scenario that is simulated, with what is uncertain in it. */
    public Scenario scenario() {
        return scenario;
    }

    /** The draws of the uncertain parameters, which runs share with whoever keeps them; null where nothing is uncertain. */
    public @Nullable UncertaintyDraw uncertainty() {
        return uncertainty;
    }

    /** The scenario of the run that was turned to: where parameters are uncertain, with the values of that run. */
    public Scenario drawnScenario() {
        return uncertainty == null ? scenario : uncertainty.scenario(turned.seed(), turned.run());
    }

    /** Starts the run that was turned to. Called by MASON's own drivers, such as its Console. */
    @Override
    public void start() {
        super.start();
        begin();
    }

    /**
     * Puts the world to its starting state and schedules the weeks. What {@code SimState.start} does besides (it warms up a
     * Mersenne Twister that this simulation never draws from) would cost a tenth of a run.
     */
    public void begin() {
        world.reset();
        ((WeeklySchedule) schedule).restart(weekOfPhases);
    }

    /**
     * Turns to a run: the draws of all weeks follow from its key, and so do the values of uncertain parameters. Those are
     * written where the phases read them; only where a policy keeps numbers to itself the world is built anew.
     *
     * @throws IllegalArgumentException when the values drawn for the run contradict each other
     */
    public void turnTo(RunKey key) {
        turned = key;
        if (uncertainty != null) {
            if (inPlace == null) {
                become(new World(uncertainty.scenario(key.seed(), key.run())));
            } else if (key.seed() != pointSeed || uncertainty.point(key.run()) != point) {
                uncertainty.values(key.seed(), key.run(), drawn);
                inPlace.set(drawn);
                world.council.takeNumbers();
                pointSeed = key.seed();
                point = uncertainty.point(key.run());
            }
        }
        world.draws.startRun(key.seed(), key.run());
    }

    /**
     * Prepares to simulate scenarios that differ from this one in some numbers, none of them drawn.
     *
     * @return takes their values, in the order of the paths, from the next run on; nothing where one of the numbers is kept by
     *     nobody, so that each such scenario needs a simulation of its own
     */
    public Optional<NumberPlaces.Setter> varying(List<String> paths) {
        if (uncertainty != null && inPlace == null) {
            return Optional.empty();
        }
        List<String> steps = steps(new ParameterSetter<>(scenario, paths).paths());
        if (!steps.stream().allMatch(world.numbers::holds)) {
            return Optional.empty();
        }
        NumberPlaces.Setter setter = world.numbers.setter(steps);
        return Optional.of(values -> {
            setter.set(values);
            world.council.takeNumbers();
        });
    }

    private static List<String> steps(List<ParameterPath> paths) {
        return paths.stream().map(p -> String.join(".", p.steps())).toList();
    }

    /** Where the uncertain numbers are kept; null where one of them is kept by nobody. */
    private static NumberPlaces.@Nullable Setter inPlace(@Nullable UncertaintyDraw uncertainty, World world) {
        if (uncertainty == null) {
            return null;
        }
        List<String> paths = steps(uncertainty.parameters());
        return paths.stream().allMatch(world.numbers::holds) ? world.numbers.setter(paths) : null;
    }

    private void become(World other) {
        world = other;
        weekOfPhases = new WeekOfPhases(world);
        world.tally.observer = observer;
        world.listener = eventListener;
        world.council.listener = voteListener;
        if (decisionListener != null) {
            listenToDecisions(decisionListener);
        }
    }

    /** The weeks that have passed in this run. */
    public int week() {
        return world.week;
    }

    /**
     * Makes one run.
     *
     * @return its outcomes, in the order of {@link Outcome#all()}
     */
    public double[] run(RunKey key) {
        double[] outcomes = new double[Outcome.all().size()];
        run(key, outcomes);
        return outcomes;
    }

    /**
     * Makes one run.
     *
     * @param outcomes where its outcomes go, in the order of {@link Outcome#all()}
     */
    public void run(RunKey key, double[] outcomes) {
        turnTo(key);
        begin();
        ((WeeklySchedule) schedule).step(this, scenario.weeks());
        write(outcomes);
    }

    /**
     * Makes a run that goes on with fresh draws after one of its weeks; up to the end of that week it is the run to the bit.
     *
     * @param continuation after which week, and which fresh draws
     * @param outcomes where its outcomes go, in the order of {@link Outcome#all()}
     */
    public void run(RunKey key, Continuation continuation, double[] outcomes) {
        turnTo(key);
        begin();
        int same = Math.min(continuation.week() + 1, scenario.weeks());
        ((WeeklySchedule) schedule).step(this, same);
        goOn(continuation);
        ((WeeklySchedule) schedule).step(this, scenario.weeks() - same);
        write(outcomes);
    }

    /** Draws what comes from now on from the fresh draws of a continuation. */
    void goOn(Continuation continuation) {
        world.draws.startRun(turned.seed(), turned.run(), continuation.number());
    }

    /** Writes the outcomes of the run that has just ended, in the order of {@link Outcome#all()}. */
    void write(double[] outcomes) {
        world.tally.write(world, outcomes);
    }

    /** The phases of a week, for benchmarks that step them by hand. */
    Sequence weekOfPhases() {
        return weekOfPhases;
    }

    /** The Council as it stands, for benchmarks. */
    CouncilState council() {
        return world.council;
    }

    /** The state of the world as it stands, for the week that has just ended (-1 before the first). */
    public WeekState snapshot() {
        return world.snapshot();
    }

    /** The outcomes of the run that has just ended, in the order of {@link Outcome#all()}. */
    public double[] outcomes() {
        double[] outcomes = new double[Outcome.all().size()];
        write(outcomes);
        return outcomes;
    }

    /** Shows the state at the end of each week to an observer from now on. */
    public void observeWeeks(WeeklyObserver observer) {
        this.observer = observer;
        world.tally.observer = observer;
    }

    /** Tells a listener of every event from now on; null for none. */
    public void listenToEvents(@Nullable Consumer<Event> listener) {
        eventListener = listener;
        world.listener = listener;
    }

    /** Tells a listener of every vote of the Council from now on; null for none. */
    public void listenToVotes(@Nullable Consumer<HeldVote> listener) {
        voteListener = listener;
        world.council.listener = listener;
    }

    /** Tells a listener of every decision with its reasons from now on; null for none. */
    public void listenToDecisions(@Nullable Consumer<Decision> listener) {
        decisionListener = listener;
        world.choices.forEach(choice -> choice.listen(listener));
    }
}
