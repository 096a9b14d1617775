package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;

class DesignExperimentTest {
    private static final String SECRECY = "actors.russia.secrecy";

    private final Scenario base =
            ScenarioReader.read(Path.of("scenarios/reference.yaml")).scenario();

    @Test
    void aPointEqualToTheBaseMakesTheSameRuns() {
        Experiment design = DesignExperiment.of(
                "design", base, List.of(Map.of(), Map.of(SECRECY, "0.9"), Map.of(SECRECY, "0.5")), 7);
        assertThat(design.arms()).extracting(Experiment.ArmSpec::name).containsExactly("p00001", "p00002", "p00003");
        double[] own = new DiplomacySim(base).run(new RunKey(7, 3));
        assertThat(new DiplomacySim(design.arms().get(0).scenario()).run(new RunKey(7, 3)))
                .containsExactly(own);
        // The baseline's own secrecy is 0.5.
        assertThat(design.arms().get(2).scenario()).isEqualTo(base);
        assertThat(new DiplomacySim(design.arms().get(1).scenario()).run(new RunKey(7, 3)))
                .isNotEqualTo(own);
    }

    @Test
    void theDesignDecidesTheIdentity() {
        String one = DesignExperiment.of("d", base, List.of(Map.of(SECRECY, "0.4")), 7)
                .identity()
                .hash();
        String same = DesignExperiment.of("d", base, List.of(Map.of(SECRECY, "0.40")), 7)
                .identity()
                .hash();
        String other = DesignExperiment.of("d", base, List.of(Map.of(SECRECY, "0.41")), 7)
                .identity()
                .hash();
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void everyBadPointIsNamedWithWhatIsAllowed() {
        assertThatThrownBy(() -> DesignExperiment.of(
                        "d",
                        base,
                        List.of(Map.of(SECRECY, "0.4"), Map.of(SECRECY, "4"), Map.of("actors.russia.secrecyy", "0.4")),
                        7))
                .isInstanceOfSatisfying(DesignExperiment.InvalidPointsException.class, e -> {
                    assertThat(e.problems()).hasSize(2);
                    assertThat(e.problems().get(0).toString()).contains("p00002", SECRECY, "0 to 1");
                    assertThat(e.problems().get(1).toString()).contains("p00003", "secrecy");
                });
    }

    @Test
    void pointsRunOverTheSameWeeks() {
        assertThatThrownBy(() -> DesignExperiment.of("d", base, List.of(Map.of("weeks", "52")), 7))
                .isInstanceOf(DesignExperiment.InvalidPointsException.class)
                .hasMessageContaining("p00001")
                .hasMessageContaining("156");
    }
}
