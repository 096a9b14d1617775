package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

class ContinuationTest {
    private static final Scenario BASELINE =
            ScenarioReader.read(Path.of("scenarios/baseline.yaml")).scenario();

    @Property(tries = 20)
    void changesNothingUpToTheEndOfItsWeek(
            @ForAll @IntRange(max = 50) int run,
            @ForAll @IntRange(max = 155) int week,
            @ForAll @IntRange(min = 1, max = 1000) int number) {
        RunKey key = new RunKey(5, run);
        RunTrace usual = RunTrace.of(BASELINE, key);
        RunTrace continued = RunTrace.of(BASELINE, key, new Continuation(week, number));

        assertThat(continued.start()).isEqualTo(usual.start());
        assertThat(continued.weeks().subList(0, week + 1))
                .isEqualTo(usual.weeks().subList(0, week + 1));
        assertThat(continued.events().stream().filter(e -> e.week() <= week))
                .containsExactlyElementsOf(
                        usual.events().stream().filter(e -> e.week() <= week).toList());
        // Tension moves every week by a normal draw, so that fresh draws show in the very next week.
        if (week < 155) {
            assertThat(continued.weeks().get(week + 1))
                    .isNotEqualTo(usual.weeks().get(week + 1));
        }
    }

    @Property(tries = 20)
    void numberNoughtIsTheRun(@ForAll @IntRange(max = 50) int run, @ForAll @IntRange(max = 155) int week) {
        RunKey key = new RunKey(5, run);
        DiplomacySim sim = new DiplomacySim(BASELINE);
        double[] continued = new double[Outcome.all().size()];
        sim.run(key, new Continuation(week, 0), continued);
        assertThat(continued).isEqualTo(sim.run(key));
    }

    @Test
    void tracedAndUntracedAreTheSameAndNumbersGoTheirOwnWays() {
        DiplomacySim sim = new DiplomacySim(BASELINE);
        RunKey key = new RunKey(1, 42);
        Set<Double> means = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            double[] outcomes = new double[Outcome.all().size()];
            sim.run(key, new Continuation(29, number), outcomes);
            List<Double> traced =
                    RunTrace.of(BASELINE, key, new Continuation(29, number)).outcomes();
            for (int i = 0; i < outcomes.length; i++) {
                assertThat(outcomes[i]).isEqualTo(traced.get(i));
            }
            means.add(outcomes[Outcome.MEAN_STABILITY.ordinal()]);
        }
        assertThat(means).hasSize(20);
    }
}
