package org.tumen.cli.option;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tumen.experiment.RunListener;

/** Opens the first report that is written with the program that the desktop opens pages with. */
public final class PageOpener implements RunListener {
    /** What opens files on Linux and other systems with a desktop of that kind, in Windows' subsystem, and on macOS. */
    private static final List<String> PROGRAMS = List.of("xdg-open", "wslview", "open");

    private static final int SECONDS = 20;

    private final PrintWriter err;
    private final List<Path> folders;
    private final AtomicBoolean opened = new AtomicBoolean();

    /** Looks for programs where the shell does. */
    public PageOpener(PrintWriter err) {
        this(err, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /** @param path the folders of programs, as the environment writes them */
    PageOpener(PrintWriter err, String path) {
        this.err = err;
        folders = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
    }

    @Override
    public void reported(Path page) {
        if (!opened.compareAndSet(false, true)) {
            return;
        }
        Path whole = page.toAbsolutePath().normalize();
        Optional<Path> program = PROGRAMS.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            tell("no program that opens pages was found (" + String.join(", ", PROGRAMS) + ")", whole);
            return;
        }
        try {
            Process process = new ProcessBuilder(program.get().toString(), whole.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                tell(program.get() + " ended with status " + process.exitValue(), whole);
            }
        } catch (IOException e) {
            tell(program.get() + " did not start: " + e.getMessage(), whole);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String why, Path page) {
        err.println("--open: " + why + "; open the report yourself: " + page.toUri());
        err.flush();
    }
}
