package org.tumen.console;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import sim.display.Controller;
import sim.display.Display2D;
import sim.display.GUIState;
import sim.engine.SimState;
import sim.portrayal.Inspector;
import sim.portrayal.continuous.ContinuousPortrayal2D;
import sim.portrayal.network.NetworkPortrayal2D;

/**
 * The view beside the headless simulation, driven by MASON's Console.
 *
 * <p>The Console's random number seed is the number of the run; the seed of the experiment stays the scenario's, so a run
 * seen here is the run of that number in a batch. Each start makes a simulation of the scenario as it has been edited by
 * then; the simulation ends itself with the scenario's last week.
 */
public final class DiplomacyGui extends GUIState {
    /** The width of the displays, pixels; the Console stands beside them. */
    static final int WIDTH = 900;

    private static final int HEIGHT = 684;
    private static final int SERIES_HEIGHT = 230;

    private static final Path BASELINE = Path.of("scenarios/baseline.yaml");
    static final int BARS = 30;
    private static final int TITLE = 28;

    private final ScenarioEditor editor;
    private final long seed;
    private final Week week = new Week();
    private final ActorNetwork network = new ActorNetwork();
    private final Series series = new Series();
    private final ContinuousPortrayal2D actors = new ContinuousPortrayal2D();
    private final NetworkPortrayal2D acts = new NetworkPortrayal2D();
    private final List<Display2D> displays = new ArrayList<>();
    private final List<JFrame> frames = new ArrayList<>();

    /**
     * The baseline, for "New Simulation" in the Console.
     *
     * @throws IllegalArgumentException when the folder of scenarios is not where the program was started
     */
    public DiplomacyGui() {
        this(new ScenarioEditor(BASELINE, ScenarioReader.Options.NONE));
    }

    private DiplomacyGui(ScenarioEditor editor) {
        this(editor, editor.scenario().batch().seed(), 0);
    }

    DiplomacyGui(ScenarioEditor editor, long seed, int run) {
        super(new DiplomacySim(editor.scenario()));
        this.editor = editor;
        this.seed = seed;
        state.setSeed(run);
        actors.setPortrayalForAll(new ActorPortrayal());
        acts.setPortrayalForAll(new ActPortrayal());
    }

    /** The title of the Console's window; MASON looks for it by name. */
    public static String getName() {
        return "Tumen: arms-deal diplomacy";
    }

    /** What the Console tells about the model; MASON looks for it by name. */
    public static Object getInfo() {
        return "<html><body style='font-family:sans-serif;margin:12px'><h2>Tumen</h2><p>A weekly game of a seller and a buyer of"
                + " arms, governments that warn, and the Security Council of fifteen.</p><p><b>Play</b> runs the scenario"
                + " week by week. The <i>random number seed</i> of the Console is the number of the run: run 42 here is run"
                + " 42 of a batch.</p><p>The tab <b>Model</b> holds the parameters of the scenario. A change is checked at"
                + " once and applies at the next start.</p><p>An instrument for comparing policies under stated"
                + " assumptions, not a forecast.</p></body></html>";
    }

    @Override
    public @Nullable Object getSimulationInspectedObject() {
        return null;
    }

    @Override
    public Inspector getInspector() {
        return new ParameterInspector(editor);
    }

    /** The headless simulation that is seen. */
    private DiplomacySim sim() {
        return (DiplomacySim) state;
    }

    @Override
    public void init(Controller controller) {
        super.init(controller);
        Caption caption = new Caption(week);
        Display2D overview = display(controller, "Actors and acts of the week", HEIGHT);
        overview.attach(acts, "Acts");
        overview.attach(actors, "Actors");
        overview.attach(caption, "Week and legend");
        Display2D lines = display(controller, "Stability and tension", SERIES_HEIGHT);
        lines.attach(new SeriesPortrayal(series), "Time series");
        // One below the other, which a screen of 1080 lines has room for.
        frames.get(0).setLocation(0, 0);
        frames.get(1).setLocation(0, frames.get(0).getHeight());
        show();
    }

    private Display2D display(Controller controller, String title, int height) {
        Display2D display = new Display2D(WIDTH, height, this);
        display.setBackdrop(Color.WHITE);
        JFrame frame = display.createFrame();
        // The bars above and beside would else hide an edge of it.
        frame.setSize(WIDTH + BARS, height + BARS + TITLE);
        frame.setTitle(title);
        controller.registerFrame(frame);
        frame.setVisible(true);
        displays.add(display);
        frames.add(frame);
        return display;
    }

    @Override
    public void start() {
        long run = Math.max(0, state.seed());
        Scenario scenario = editor.scenario();
        DiplomacySim sim = new DiplomacySim(scenario);
        sim.setSeed(run);
        sim.turnTo(new RunKey(seed, run));
        sim.listenToEvents(week.events::add);
        sim.listenToVotes(week.votes::add);
        state = sim;
        super.start();
        week.begin(scenario, editor.title(), seed, run, sim.snapshot());
        series.begin(scenario.weeks(), sim.snapshot());
        scheduleRepeatingImmediatelyAfter(after -> taken());
        show();
    }

    private void taken() {
        week.state = sim().snapshot();
        series.add(week.state);
        network.show(week);
    }

    private void show() {
        if (week.scenario == null) {
            week.begin(editor.scenario(), editor.title(), seed, Math.max(0, state.seed()), sim().snapshot());
            series.begin(editor.scenario().weeks(), week.state());
        }
        network.show(week);
        actors.setField(network.places());
        acts.setField(network.acts());
        for (Display2D display : displays) {
            display.reset();
            display.repaint();
        }
    }

    /** One week more; false when the scenario has no further week. */
    @Override
    public boolean step() {
        if (sim().week() >= sim().scenario().weeks()) {
            return false;
        }
        week.events.clear();
        week.votes.clear();
        return super.step();
    }

    /** No: a run is told by its number, and MASON's checkpoints cannot hold a simulation whose state is not serial. */
    @Override
    public boolean validSimState(SimState other) {
        return false;
    }

    @Override
    public void quit() {
        super.quit();
        frames.forEach(JFrame::dispose);
        frames.clear();
        displays.clear();
    }
}
