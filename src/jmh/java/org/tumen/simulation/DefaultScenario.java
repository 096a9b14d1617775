package org.tumen.simulation;

import java.nio.file.Path;
import java.util.List;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/** The scenario of the model page: benchmarks run in the project's folder and read what it ships. */
final class DefaultScenario {
    private static final Path FILE = Path.of("scenarios", "reference.yaml");

    private DefaultScenario() {}

    /** The scenario with a rivalry among the permanent members, 0..1. */
    static Scenario withRivalry(double rivalry) {
        List<String> overrides = List.of("actors.security_council.rivalry=" + rivalry);
        return ScenarioReader.read(FILE, new ScenarioReader.Options(overrides, false))
                .scenario();
    }
}
