package org.tumen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program while it runs in a process of its own, to be killed or interrupted by tests. */
final class RunningProgram implements AutoCloseable {
    private static final int END_SECONDS = 60;

    private final Process process;
    private final Path printed;

    private RunningProgram(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /**
     * Starts a command.
     *
     * @param printed takes all that it prints, complaints too
     */
    static RunningProgram start(Path printed, String... args) throws IOException {
        // A test that runs in the background of a shell has inherited that interruptions are ignored.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(Program.command(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(printed.toFile());
        return new RunningProgram(builder.start(), printed);
    }

    /** Something that becomes true on the disk. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits until a condition holds or the process has ended. */
    void await(Condition condition) throws IOException, InterruptedException {
        while (process.isAlive() && !condition.holds()) {
            Thread.sleep(1);
        }
    }

    /** Waits so long, or less when the process ends before. */
    void let(long milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    boolean runs() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The exit status of a process that a kill met while it ran. */
    static final int KILLED = 128 + 9;

    /** Kills the process as the system does when memory is short: it has no say. Returns its exit status. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** Does what Ctrl-C does and returns the exit status. */
    int interrupt() throws IOException, InterruptedException {
        signal("INT");
        return end(END_SECONDS);
    }

    /** Stops the process where it is, until it is let go on. */
    void halt() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets a halted process go on. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for the end and returns the exit status. */
    int end(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end after " + seconds + " s");
        }
        return process.exitValue();
    }

    /** Leaves no process behind, whatever a test found. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What it has printed. */
    String printed() throws IOException {
        return Files.readString(printed);
    }
}
