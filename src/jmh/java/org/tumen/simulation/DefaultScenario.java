package org.tumen.simulation;

import java.nio.file.Path;
import java.util.List;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/** The scenario of the model page: benchmarks run in the project's folder and read what it ships. */
final class DefaultScenario {
    private static final Path FILE = Path.of("scenarios", "reference.yaml");

    private DefaultScenario() {}

    /** The scenario with values set, each "path=value". */
    static Scenario with(String... overrides) {
        return reading(List.of(overrides)).scenario();
    }

    /** The same with values that may contradict each other. */
    static Reading reading(List<String> overrides) {
        return ScenarioReader.read(FILE, new ScenarioReader.Options(overrides, false));
    }
}
