package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.declare.Resolved;

/** What readers call parameters. */
class ParameterLabelsTest {
    private static final Scenario BASELINE =
            ScenarioReader.read(Path.of("scenarios/baseline.yaml")).scenario();

    @Test
    void sayWhoseAndWhat() {
        assertThat(ParameterLabels.of(BASELINE, "actors.japan.policy.assertiveness"))
                .isEqualTo("Japan: assertiveness");
        assertThat(ParameterLabels.of(BASELINE, "actors.north_korea.hardship.pressure"))
                .isEqualTo("North Korea: hardship pressure");
        assertThat(ParameterLabels.of(BASELINE, "actors.north_korea.policy.launch.pressure"))
                .isEqualTo("North Korea: launch pressure");
        assertThat(ParameterLabels.of(BASELINE, "actors.north_korea.policy.otherwise.launch.pressure"))
                .isEqualTo("North Korea: launch pressure");
        assertThat(ParameterLabels.of(BASELINE, "region.impacts.spiral")).isEqualTo("Region: impacts spiral");
        assertThat(ParameterLabels.of(Resolved.document(BASELINE), "actors.japan.policy.assertiveness"))
                .isEqualTo("Japan: assertiveness");
    }

    /** Arms of a comparison may cast actors that its baseline has not. */
    @Test
    void anActorHasItsLabelFromTheScenarioThatCastsIt() {
        Scenario two = ScenarioReader.read(Path.of("scenarios/japan-and-south-korea.yaml"))
                .scenario();
        List<JsonNode> both = List.of(Resolved.document(BASELINE), Resolved.document(two));
        assertThat(ParameterLabels.of(both, "actors.south_korea.credibility.bluff"))
                .isEqualTo("South Korea: credibility bluff");
        assertThat(ParameterLabels.of(both, "actors.allies.policy.follow"))
                .isEqualTo("United States and South Korea: follow");
    }

    /** Every number that a scenario resolves to has a label of its own. */
    @ParameterizedTest
    @MethodSource("org.tumen.scenario.ShippedScenariosTest#files")
    void areUnique(Path file) {
        Scenario scenario = ScenarioReader.read(file).scenario();
        Map<String, String> byLabel = new LinkedHashMap<>();
        collect(scenario, Resolved.document(scenario), "", byLabel);
        assertThat(byLabel).hasSizeGreaterThan(150);
    }

    private static void collect(Scenario scenario, JsonNode node, String path, Map<String, String> byLabel) {
        node.properties()
                .forEach(field -> collect(
                        scenario,
                        field.getValue(),
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        byLabel));
        if (node.isNumber() && !path.startsWith("uncertainties.")) {
            String label = ParameterLabels.of(scenario, path);
            assertThat(byLabel.put(label, path))
                    .as("what else is called %s, as is %s", label, path)
                    .isNull();
        }
    }
}
