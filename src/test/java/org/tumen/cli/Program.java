package org.tumen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built program, started as users start it: a process of its own, from the jar. */
public final class Program {
    /** The jar that Maven's package phase made. */
    public static final Path JAR = Path.of("target", "tumen.jar").toAbsolutePath();

    private static final long LIMIT_SECONDS = 300;

    private Program() {}

    /**
     * How a command ended.
     *
     * @param status its exit status
     * @param out what it printed
     * @param err what it complained of
     */
    public record Ending(int status, String out, String err) {}

    /** The command line of a command. */
    public static List<String> command(String... args) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Djava.awt.headless=true");
        // These processes are short: the optimising compiler would take as much of the processors as the program
        // itself.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(args));
        return command;
    }

    /** Runs a command to its end, with results going to a folder. */
    public static Ending run(Path results, String... args) throws IOException, InterruptedException {
        return run(results, command(args));
    }

    /** The same on the Java of some home, with its optimising compiler. */
    static Ending run(Path java, Path results, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(args));
        command.set(0, java.resolve("bin/java").toString());
        command.remove("-XX:TieredStopAtLevel=1");
        return run(results, command);
    }

    /** The same with a Java heap of so many megabytes. */
    static Ending runInHeap(int megabytes, Path results, String... args) throws IOException, InterruptedException {
        List<String> command = command(args);
        command.add(1, "-Xmx" + megabytes + "m");
        return run(results, command);
    }

    private static Ending run(Path results, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(Map.of("TUMEN_RESULTS", results.toString()));
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + LIMIT_SECONDS + " s: " + String.join(" ", command));
            }
            return new Ending(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
