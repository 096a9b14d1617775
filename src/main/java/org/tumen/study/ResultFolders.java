package org.tumen.study;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.store.DerivedFiles;

/** Where results are kept: the folder results of the current directory, or what TUMEN_RESULTS names. */
public final class ResultFolders {
    private static final String FAILED = "failed-run.yaml";

    private ResultFolders() {}

    public static Path root() {
        String given = System.getenv("TUMEN_RESULTS");
        return given == null || given.isBlank() ? Path.of("results") : Path.of(given);
    }

    /** The folder that somebody gives for results; without one the usual place. */
    public static Path root(@Nullable Path given) {
        return given == null ? root() : given;
    }

    /** The result folder that somebody gives; without one that of a name in the usual place. */
    public static Path of(@Nullable Path given, String name) {
        return given == null ? root().resolve(name) : given;
    }

    /** Writes a scenario of which a run failed, so that the run can be looked at; returns where it is. */
    public static Path failedScenario(Path folder, Scenario scenario) {
        new DerivedFiles(folder).write(Path.of(FAILED), ScenarioWriter.yaml(scenario));
        return folder.resolve(FAILED);
    }
}
