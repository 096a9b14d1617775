package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;

/** A policy type from outside of the program is read, checked and played like its own. */
class PluggedPolicyTest {
    @Test
    void isPlayed() {
        var always = TestScenarios.reference("actors.japan.policy={type: coin, probability: 1}");
        assertThat(new DiplomacySim(always).run(new RunKey(1, 1))[Outcome.WARNINGS.ordinal()])
                .isEqualTo(156);
        var never = TestScenarios.reference("actors.japan.policy={type: coin, probability: 0}");
        assertThat(new DiplomacySim(never).run(new RunKey(1, 1))[Outcome.WARNINGS.ordinal()])
                .isZero();
    }

    @Test
    void isCheckedLikeTheOthers() {
        Reading reading = ScenarioReader.read(
                Path.of("scenarios", "reference.yaml"),
                new ScenarioReader.Options(List.of("actors.japan.policy={type: coin, probability: 3}"), false));
        assertThat(reading.valid()).isFalse();
        assertThat(reading.problems().toString())
                .contains("actors.japan.policy.probability")
                .contains("from 0 to 1");
    }
}
