package org.tumen.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tumen.document.Document;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Node;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/** A scenario that a command was given, and where from. */
public record LoadedScenario(Path file, Scenario scenario) {
    /**
     * Reads one scenario.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public static LoadedScenario load(Path file, ScenarioReader.Options options) {
        return loadEach(List.of(file), options).get(0);
    }

    /**
     * Reads scenarios from files and folders.
     *
     * @throws InvalidInputException with everything that is wrong with any of them
     */
    public static List<LoadedScenario> loadAll(List<Path> filesAndFolders, ScenarioReader.Options options) {
        return loadEach(ScenarioFiles.of(filesAndFolders), options);
    }

    private static List<LoadedScenario> loadEach(List<Path> files, ScenarioReader.Options options) {
        List<LoadedScenario> loaded = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            Reading reading = ScenarioReader.read(file, options);
            if (reading.valid()) {
                loaded.add(new LoadedScenario(file, reading.scenario()));
            } else if (isStudy(file)) {
                problems.add(new Problem(file.toString(), 1, "", "is a study, and a scenario is wanted here"));
            } else {
                problems.addAll(reading.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return loaded;
    }

    /** Whether a file that is no valid scenario is meant as a study. */
    public static boolean isStudy(Path file) {
        Node.Mapping document = Document.read(file, file.toString(), new Problems());
        return document != null
                && document.get("actors") == null
                && document.get("extends") == null
                && !StudyKinds.of(document).isEmpty();
    }
}
