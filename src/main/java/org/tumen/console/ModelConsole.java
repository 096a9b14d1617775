package org.tumen.console;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.UsageException;
import sim.display.Console;

/** Opens MASON's Console on a scenario. */
public final class ModelConsole {
    private static final int CONSOLE_WIDTH = 640;
    private static final int CONSOLE_HEIGHT = 640;

    private ModelConsole() {}

    /**
     * Opens the windows and returns at once; the program ends when the user closes the Console.
     *
     * @param file a scenario file that can be read with the options
     * @param options overrides to begin with
     * @param run the number of the first run, 0 to 2147483647, which the Console shows as its random number seed
     * @throws UsageException when there is no graphical display
     * @throws IllegalArgumentException when the scenario is not valid
     */
    public static void open(Path file, ScenarioReader.Options options, long seed, int run) throws InterruptedException {
        requireDisplay();
        ScenarioEditor editor = new ScenarioEditor(file, options);
        try {
            EventQueue.invokeAndWait(() -> {
                DiplomacyGui gui = new DiplomacyGui(editor, seed, run);
                Console console = new Console(gui);
                console.setBounds(DiplomacyGui.WIDTH + DiplomacyGui.BARS, 0, CONSOLE_WIDTH, CONSOLE_HEIGHT);
                console.setVisible(true);
            });
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the windows cannot be opened: " + e.getCause(), e);
        }
    }

    private static void requireDisplay() {
        if (GraphicsEnvironment.isHeadless()) {
            throw noDisplay("there is none here (DISPLAY is not set, or Java was started headless)");
        }
        try {
            Toolkit.getDefaultToolkit();
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        } catch (AWTError | LinkageError e) {
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw noDisplay(said);
        }
    }

    private static UsageException noDisplay(String reason) {
        return new UsageException("the console opens windows and needs a graphical display: " + reason
                + "; on a machine without one, use `tumen serve` or `tumen trace`, or start it under Xvfb");
    }
}
