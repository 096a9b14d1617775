package org.tumen.console;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.tumen.cli.Main;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.simulation.DiplomacySim;
import sim.display.Console;
import sim.util.gui.PropertyField;

/**
 * Runs the command in this process, presses the Console's buttons and prints what it finds; started by {@link ConsoleIT}
 * where there is a display. Arguments: the file for a picture of the screen, then those of the command.
 */
final class ConsoleDriver {
    private static final String ASSERTIVENESS = "actors.japan.policy.assertiveness";
    private static final long PATIENCE_MILLIS = 20_000;

    private ConsoleDriver() {}

    public static void main(String[] args) throws Exception {
        String[] command = Arrays.copyOfRange(args, 1, args.length);
        Thread program = new Thread(() -> Main.main(command), "program");
        program.setDaemon(true);
        program.start();
        await(() -> console() != null && frames() >= 3);
        Console console = console();
        await(() -> find(console, c -> "search".equals(c.getName())) != null);
        edit(console);
        playTo(console, 30);
        System.out.println("week 30: " + state(console));
        EventQueue.invokeAndWait(() ->
                ((JTextField) find(console, c -> "search".equals(c.getName()))).setText("japan.policy"));
        Thread.sleep(700);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(new Robot().createScreenCapture(screen), "png", new File(args[0]));
        playTo(console, 10_000);
        System.out.println("end: " + state(console));
        EventQueue.invokeAndWait(console::pressStop);
        Thread.sleep(300);
        EventQueue.invokeAndWait(Console::doQuit);
    }

    private static void edit(Console console) throws Exception {
        EventQueue.invokeAndWait(() -> {
            JTabbedPane tabs = (JTabbedPane) find(console, JTabbedPane.class::isInstance);
            tabs.setSelectedIndex(tabs.indexOfTab("Model"));
            ((JTextField) find(console, c -> "search".equals(c.getName()))).setText(ASSERTIVENESS);
        });
        for (String value : new String[] {"9999", "1.2"}) {
            EventQueue.invokeAndWait(() -> {
                PropertyField field = (PropertyField) find(console, c -> ASSERTIVENESS.equals(c.getName()));
                field.setValue(field.newValue(value));
                JTextArea message = (JTextArea) find(console, c -> "message".equals(c.getName()));
                System.out.println("set " + value + ": field " + field.getValue() + ", "
                        + message.getText().replace('\n', ' '));
            });
        }
        Thread.sleep(200);
    }

    /** Steps the paused simulation to a week, or to its end. */
    private static void playTo(Console console, int week) throws Exception {
        EventQueue.invokeAndWait(() -> {
            if (console.getPlayState() == Console.PS_STOPPED) {
                console.pressPause();
            }
        });
        for (int i = 0; i < week; i++) {
            AtomicReference<Boolean> over = new AtomicReference<>(false);
            EventQueue.invokeAndWait(() -> {
                over.set(console.getPlayState() == Console.PS_STOPPED
                        || gui(console).state.schedule.getTime() >= week - 1);
                if (!over.get()) {
                    console.pressPlay();
                }
            });
            if (over.get()) {
                return;
            }
        }
    }

    private static DiplomacyGui gui(Console console) {
        return (DiplomacyGui) console.getSimulation();
    }

    private static String state(Console console) {
        DiplomacySim sim = (DiplomacySim) gui(console).state;
        return "weeks " + sim.week() + ", stability " + sim.snapshot().stability() + ", seed " + sim.seed()
                + ", assertiveness "
                + ParameterCatalogue.of(sim.scenario()).stream()
                        .filter(e -> e.path().equals(ASSERTIVENESS))
                        .map(e -> e.current())
                        .findFirst()
                        .orElse("?");
    }

    private static Console console() {
        for (Frame frame : Frame.getFrames()) {
            if (frame instanceof Console console && console.isVisible()) {
                return console;
            }
        }
        return null;
    }

    private static int frames() {
        int shown = 0;
        for (Frame frame : Frame.getFrames()) {
            shown += frame.isVisible() ? 1 : 0;
        }
        return shown;
    }

    private static Component find(Container in, Predicate<Component> wanted) {
        for (Component child : in instanceof JFrame f ? f.getContentPane().getComponents() : in.getComponents()) {
            if (wanted.test(child)) {
                return child;
            }
            Component below = child instanceof Container c ? find(c, wanted) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!holds.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("the windows did not open");
            }
            Thread.sleep(50);
        }
        SwingUtilities.isEventDispatchThread();
    }
}
