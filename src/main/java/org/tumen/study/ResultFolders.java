package org.tumen.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** Writes a scenario of which a run failed, so that the run can be looked at; returns where it is. */
    public static Path failedScenario(Path folder, Scenario scenario) {
        byte[] text = ScenarioWriter.yaml(scenario).getBytes(StandardCharsets.UTF_8);
        new DerivedFiles(folder).write(Path.of(FAILED), out -> out.write(text));
        return folder.resolve(FAILED);
    }
}
