package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.declare.Resolved;
import org.tumen.document.Json;
import org.tumen.policy.rules.RulesParameters;

class RulesInScenariosTest {
    @TempDir
    private Path folder;

    private Scenario read(String rules) throws IOException {
        Files.copy(
                Path.of("scenarios/reference.yaml"), folder.resolve("base.yaml"), StandardCopyOption.REPLACE_EXISTING);
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                "extends: base.yaml\nname: s\nactors:\n  japan:\n    policy:\n      type: rules\n      rules:\n"
                        + rules);
        return ScenarioReader.read(file).scenario();
    }

    @Test
    void readsRulesInTheirOrderAndWritesThemBack() throws IOException {
        Scenario scenario = read("        - {when: belief > 0.6, do: refer}\n        - {when: \"true\", do: hold}\n");
        RulesParameters rules = (RulesParameters)
                Objects.requireNonNull(scenario.actors().get("japan")).policy().parameters();
        assertThat(rules.rules()).hasSize(2);
        assertThat(rules.rules().get(0).when()).hasToString("belief > 0.6");
        assertThat(rules.otherwise().type()).isEqualTo("quantal");
        String text = Json.text(Resolved.document(scenario));
        assertThat(text).contains("{\"when\":\"belief > 0.6\",\"do\":\"refer\"},{\"when\":\"true\",\"do\":\"hold\"}");
        Path resolved = folder.resolve("resolved.json");
        Files.writeString(resolved, text);
        assertThat(ScenarioReader.read(resolved).scenario()).isEqualTo(scenario);
    }

    @Test
    void tellsAllProblemsWithFileLineAndColumn() {
        assertThatThrownBy(
                        () -> read("        - {when: belef > 0.6, do: refer}\n        - {when: belief, do: propose}\n"))
                .hasMessageContaining("s.yaml:8: actors.japan.policy.rules[0].when: column 1")
                .hasMessageContaining("did you mean belief?")
                .hasMessageContaining("s.yaml:9: actors.japan.policy.rules[1].when: column 1")
                .hasMessageContaining("rules[1].do: must be one of hold, appeal");
    }
}
