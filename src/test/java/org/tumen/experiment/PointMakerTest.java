package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.declare.Resolved;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.ScenarioPoints;
import org.tumen.scenario.ScenarioReader;

class PointMakerTest {
    private static final String RESTRAINT = "actors.japan.policy.restraint";
    private static final String WEEKS_OF_WORD = "actors.japan.credibility.commitment_weeks";

    private static Map<String, String> values(double restraint, int weeks) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(RESTRAINT, String.valueOf(restraint));
        values.put(WEEKS_OF_WORD, String.valueOf(weeks));
        return values;
    }

    /** Also of a scenario with uncertain parameters, from point to point and back to one that was before. */
    @Test
    void pointsInOneSimulationHaveTheRunsThatTheyHaveAlone() {
        var scenario = ScenarioReader.read(
                        Path.of("scenarios/baseline.yaml"), new ScenarioReader.Options(List.of("weeks=40"), false))
                .scenario();
        ScenarioPoints points = ScenarioPoints.from(Resolved.document(scenario), values(1, 10));
        PointMaker shared = new PointMaker(List.of(RESTRAINT, WEEKS_OF_WORD));
        List<RunMaker> makers = new ArrayList<>();
        for (Map<String, String> values : List.of(values(1, 10), values(0.3, 4), values(1.7, 20), values(0.3, 4))) {
            ScenarioPoints.Point point = points.at(values);
            RunMaker maker = shared.at(point);
            makers.add(maker);
            for (int run = 0; run < 30; run++) {
                RunMaker alone = new RunMaker(point.reading().scenario());
                assertThat(maker.make(new RunKey(1, run))).isNull();
                assertThat(alone.make(new RunKey(1, run))).isNull();
                assertThat(maker.outcomes()).containsExactly(alone.outcomes());
            }
        }
        assertThat(makers.get(3)).isSameAs(makers.get(2));
    }
}
