package org.tumen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.Needed;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.RunTrace;

/** The console on a display without a screen. With {@code -Dtumen.screenshots=FOLDER} it leaves a picture there. */
class ConsoleIT {
    private static final Path BASELINE = Path.of("scenarios/baseline.yaml");
    private static final String CHANGE = "actors.japan.policy.assertiveness=1.2";
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private static Path xvfb() {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(f -> Path.of(f, "Xvfb"))
                .filter(Files::isExecutable)
                .findFirst();
        Needed.require(found.isPresent(), "xvfb", "there is no Xvfb on the path; install Debian's package xvfb");
        return found.orElseThrow();
    }

    private String program(String display, String main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.util.prefs.userRoot=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().remove("DISPLAY");
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(said);
        assertThat(ended).as(output).isTrue();
        return process.exitValue() + "\n" + output;
    }

    @Test
    void withoutADisplayItSaysSo() throws Exception {
        assertThat(program("", "org.tumen.cli.Main", "console"))
                .startsWith("2\n")
                .contains("needs a graphical display")
                .doesNotContain("\tat ");
        assertThat(program(":4711", "org.tumen.cli.Main", "console"))
                .startsWith("2\n")
                .contains("needs a graphical display", "4711")
                .doesNotContain("\tat ");
    }

    @Test
    void aRunIsPlayedEditedAndPictured() throws Exception {
        Process server = new ProcessBuilder(
                        xvfb().toString(), "-displayfd", "1", "-screen", "0", "1600x1060x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String number = new String(server.getInputStream().readNBytes(2), StandardCharsets.US_ASCII).strip();
            Path shot = folder.resolve("console.png");
            String said =
                    program(":" + number, "org.tumen.console.ConsoleDriver", shot.toString(), "console", "--run", "1");
            assertThat(said)
                    .startsWith("0\n")
                    .contains(
                            "set 9999: field 0.85, Refused: actors.japan.policy.assertiveness: must be a number from 0 to 5")
                    .contains("set 1.2: field 1.2, baseline, 1 changed here")
                    .doesNotContain("Exception", "WARNING", "\tat ");
            assertThat(said)
                    .contains("week 30: weeks 30, stability " + stability(30))
                    .contains("end: weeks 156, stability " + stability(156));
            looksLikeTheConsole(shot);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** What the same run comes to without any window. */
    private static double stability(int weeks) {
        Scenario scenario = ScenarioReader.read(BASELINE, new ScenarioReader.Options(List.of(CHANGE), false))
                .scenario();
        return RunTrace.of(scenario, new RunKey(scenario.batch().seed(), 1))
                .weeks()
                .get(weeks - 1)
                .stability();
    }

    private static void looksLikeTheConsole(Path shot) throws IOException {
        String keep = System.getProperty("tumen.screenshots");
        if (keep != null) {
            Files.createDirectories(Path.of(keep));
            Files.copy(shot, Path.of(keep, "console.png"), StandardCopyOption.REPLACE_EXISTING);
        }
        BufferedImage picture = ImageIO.read(shot.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                colours.add(picture.getRGB(x, y));
            }
        }
        // Seller, buyer, warner, Council: each is drawn.
        for (Color actor : List.of(Colours.VERMILLION, Colours.ORANGE, Colours.PURPLE, Colours.BLUE)) {
            assertThat(colours).contains(actor.getRGB());
        }
    }
}
