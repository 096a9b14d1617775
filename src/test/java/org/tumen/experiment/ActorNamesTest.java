package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.world.Event;

class ActorNamesTest {
    private final Scenario scenario = ScenarioReader.read(
                    Path.of("scenarios/baseline.yaml"), new ScenarioReader.Options(List.of(), false))
            .scenario();
    private final ActorNames names = new ActorNames(scenario);

    @Test
    void everyActorHasItsOwnCode() {
        assertThat(names.iso3("north_korea")).isEqualTo("PRK");
        assertThat(names.iso3("japan")).isEqualTo("JPN");
        assertThat(names.iso3("security_council")).isEqualTo("UNO");
        assertThat(names.iso3("RUS")).isEqualTo("RUS");
        assertThat(names.iso3(Event.REGION)).isEmpty();
    }

    @Test
    void anAllyIsNotTheUnitedNations() {
        assertThat(scenario.allies())
                .isNotEmpty()
                .allSatisfy((name, ally) ->
                        assertThat(names.iso3(name)).isEqualTo(ally.iso3()).isNotEqualTo("UNO"));
    }

    @Test
    void membersAreCalledByTheNameOfTheirCountry() {
        assertThat(names.label("FRA")).isEqualTo("France");
        assertThat(names.label(Event.REGION)).isEqualTo("the region");
        assertThat(names.label("russia")).isEqualTo("Russia");
    }
}
