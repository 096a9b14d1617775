package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.scenario.Scenario;

/** The bare loop is the same model: benchmarks that compare the two compare like with like. */
class BareLoopTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.4, 0})
    void outcomesEqualToTheBit(double rivalry) {
        Scenario scenario = DefaultScenario.withRivalry(rivalry);
        assertThat(BareLoop.covers(scenario)).isTrue();
        BareLoopCheck.requireEqual(scenario, 1000);
    }
}
