package org.tumen.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.store.AtomicFiles;
import org.tumen.store.StoreException;

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
        sink(folder).write(Path.of(FAILED), out -> out.write(text));
        return folder.resolve(FAILED);
    }

    /** Writes whole files or none: each is written beside its place and renamed. */
    public static ResultFiles.Sink sink(Path folder) {
        return (relative, content) -> {
            Path target = folder.resolve(relative);
            Path parent = target.toAbsolutePath().getParent();
            try {
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                AtomicFiles.writeUnsynced(target, content::writeTo);
            } catch (IOException e) {
                throw StoreException.refused("write " + relative, folder, e);
            }
        };
    }
}
