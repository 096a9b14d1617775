package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.scenario.Scenario;

class NamedParametersTest {
    private static final Scenario BASELINE = Tumen.scenario(Path.of("scenarios", "baseline.yaml"));
    private static final String SPIRAL = "region.impacts.spiral";

    @Test
    void everyParameterThatRunsDrawIsThereOnceWithItsMeaning() {
        Scenario silent = Tumen.scenario(Path.of("scenarios", "baseline.yaml"), "actors.japan.policy={type: silent}");
        Table table = NamedParameters.drawn(List.of(silent, BASELINE)).table("drawn", "");
        assertThat(table.rows())
                .extracting(row -> row.get(0))
                .doesNotHaveDuplicates()
                .contains(SPIRAL, "actors.security_council.voting.self_interest")
                .containsAll(BASELINE.uncertainties().parameters().keySet());
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(String.valueOf(row.get(1))).isNotEmpty();
            assertThat(String.valueOf(row.get(3))).isNotEmpty();
        });
    }

    @Test
    void anAnswerEndsWithWhatTheFirstOfItsParametersMean() {
        Findings.Builder found = Findings.of("comparison", "a", "", "").answer("It turns on Region: impacts spiral.");
        NamedParameters.drawn(List.of(BASELINE))
                .explain(
                        found,
                        Stream.of("empirical", SPIRAL, SPIRAL, "actors.russia.policy.otherwise.fear", "dialogue.rate"));
        assertThat(found.build().answer())
                .containsExactly(
                        "It turns on Region: impacts spiral.",
                        "Region: impacts spiral means: how much words and measures raise tension; below 0 they reassure"
                                + " or deter (region.impacts.spiral).",
                        "Russia: fear means: weight of perceived risk (actors.russia.policy.fear).");
    }
}
