package org.tumen.simulation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/** Scenarios for tests: the project's own files with overrides. */
public final class TestScenarios {
    private TestScenarios() {}

    /** The reference scenario with overrides of the form path=value. */
    public static Scenario reference(String... overrides) {
        return of("reference.yaml", overrides);
    }

    /** The default scenario with overrides. */
    public static Scenario baseline(String... overrides) {
        return of("baseline.yaml", overrides);
    }

    /** A shipped scenario with overrides. */
    public static Scenario of(String file, String... overrides) {
        List<String> list = Arrays.asList(overrides);
        return ScenarioReader.read(Path.of("scenarios", file), new ScenarioReader.Options(list, false))
                .scenario();
    }
}
