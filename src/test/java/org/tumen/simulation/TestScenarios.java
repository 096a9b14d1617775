package org.tumen.simulation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.Uncertainties;
import org.tumen.scenario.VoteRows;

/** Scenarios for tests: the project's own files with overrides. */
public final class TestScenarios {
    private TestScenarios() {}

    /** The reference scenario with overrides of the form path=value. */
    public static Scenario reference(String... overrides) {
        return of("reference.yaml", overrides);
    }

    /** The reference scenario with nothing drawn but a row of the posterior of the vote model. */
    public static Scenario posterior(String... overrides) {
        return reference(overrides)
                .withUncertainties(new Uncertainties(Map.of(), List.of(), null, VoteRows.POSTERIOR, 1));
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
