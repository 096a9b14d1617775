package org.tumen.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.RunTrace;
import org.tumen.world.Action;
import org.tumen.world.Question;

class FlipTest {
    private static final Scenario SCENARIO =
            ScenarioReader.read(Path.of("scenarios/reference.yaml")).scenario();

    private static RunTrace trace(Scenario scenario, int run) {
        return RunTrace.of(scenario, new RunKey(5, run));
    }

    private static List<Decision> before(RunTrace trace, int week) {
        return trace.decisions().stream().filter(d -> d.week() < week).toList();
    }

    private static Decision spoken(RunTrace trace, int week) {
        return trace.decisions().stream()
                .filter(d -> d.week() == week && d.question() == Question.STATEMENT)
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 30)
    void changesTheDecisionAndNothingBeforeIt(
            @ForAll @IntRange(max = 50) int run, @ForAll @IntRange(max = 155) int week) {
        RunTrace usual = trace(SCENARIO, run);
        RunTrace flipped = trace(Flip.parse(week + ":japan=sanction", SCENARIO).applyTo(SCENARIO), run);
        assertThat(before(flipped, week).stream().map(Decision::chosen).toList())
                .isEqualTo(before(usual, week).stream().map(Decision::chosen).toList());
        assertThat(spoken(flipped, week).chosen()).isEqualTo(Action.SANCTION);
    }

    @Property(tries = 20)
    void toWhatWasDoneAnywayLeavesEveryOutcome(
            @ForAll @IntRange(max = 50) int run, @ForAll @IntRange(max = 155) int week) {
        RunTrace usual = trace(SCENARIO, run);
        Action done = spoken(usual, week).chosen();
        RunTrace same = trace(new Flip(week, "japan", done).applyTo(SCENARIO), run);
        for (Outcome outcome : Outcome.all()) {
            assertThat(same.outcome(outcome)).as(outcome.key()).isEqualTo(usual.outcome(outcome));
        }
    }

    @Test
    void tellsWhatIsWrongAndAllowed() {
        assertThatThrownBy(() -> Flip.parse("tomorrow", SCENARIO)).hasMessageContaining("week:actor=action");
        assertThatThrownBy(() -> Flip.parse("156:japan=warn", SCENARIO)).hasMessageContaining("0 to 155");
        assertThatThrownBy(() -> Flip.parse("3:france=warn", SCENARIO)).hasMessageContaining("north_korea");
        assertThatThrownBy(() -> Flip.parse("3:japan=quit", SCENARIO)).hasMessageContaining("hold, appeal");
    }
}
