package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.Question;

/** What common random numbers promise: luck belongs to the key, not to the policies or to what ran before. */
class CommonRandomNumbersTest {
    private static final String BLIND =
            "actors.watcher={role: warner, iso3: KOR, label: Watcher, effort: 0, policy: {type: silent}, "
                    + "intelligence: {vigilance: 0}}";
    private static final String IDLE =
            "actors.idle={role: ally, iso3: GBR, label: Idle, policy: {disclosure: 0, measures: 0, follow: 0}}";

    @Property(tries = 30)
    void aRunReplayedAloneEqualsItsRow(@ForAll long seed, @ForAll @LongRange(min = 0) long run) {
        DiplomacySim warm = new DiplomacySim(TestScenarios.reference());
        warm.run(new RunKey(1, 1));
        warm.run(new RunKey(seed, 0));
        double[] among = warm.run(new RunKey(seed, run));
        double[] alone = new DiplomacySim(TestScenarios.reference()).run(new RunKey(seed, run));
        assertThat(among).isEqualTo(alone);
        RunTrace trace = RunTrace.of(TestScenarios.reference(), new RunKey(seed, run));
        assertThat(trace.outcomes().stream().mapToDouble(d -> d).toArray()).isEqualTo(alone);
    }

    @Test
    void aWarnerThatSeesNothingAndSaysNothingChangesNothing() {
        DiplomacySim without = new DiplomacySim(TestScenarios.reference());
        DiplomacySim with = new DiplomacySim(TestScenarios.reference(BLIND));
        for (int run = 0; run < 200; run++) {
            RunKey key = new RunKey(7, run);
            assertThat(with.run(key)).isEqualTo(without.run(key));
        }
    }

    @Test
    void anAllyThatDoesNothingChangesNothing() {
        // Its exercises are no more intense than those of the other ally.
        DiplomacySim without = new DiplomacySim(TestScenarios.reference());
        DiplomacySim with = new DiplomacySim(TestScenarios.reference(IDLE));
        DiplomacySim silent = new DiplomacySim(
                TestScenarios.reference(IDLE.replace("{disclosure: 0, measures: 0, follow: 0}", "{type: silent}")));
        for (int run = 0; run < 200; run++) {
            RunKey key = new RunKey(7, run);
            assertThat(with.run(key)).isEqualTo(without.run(key));
            assertThat(silent.run(key)).isEqualTo(without.run(key));
        }
    }

    @Test
    void anAllyThatDoesNothingIsLikeNone() {
        // Without exercises, too, it is as if there were no ally at all: allies have said nothing before the start.
        DiplomacySim without = new DiplomacySim(TestScenarios.reference("actors.allies=null"));
        DiplomacySim with = new DiplomacySim(TestScenarios.reference(
                "actors.allies.exercises=0", "actors.allies.policy={disclosure: 0, measures: 0, follow: 0}"));
        for (int run = 0; run < 50; run++) {
            assertThat(with.run(new RunKey(7, run))).isEqualTo(without.run(new RunKey(7, run)));
        }
    }

    @Test
    void anAddedAllyThatActsChangesResults() {
        DiplomacySim without = new DiplomacySim(TestScenarios.reference());
        DiplomacySim with = new DiplomacySim(TestScenarios.reference(IDLE.replace("disclosure: 0", "disclosure: 1")));
        RunKey key = new RunKey(7, 0);
        assertThat(with.run(key)).isNotEqualTo(without.run(key));
    }

    @Test
    void anAddedWarnerThatSpeaksChangesResults() {
        // The contrary of the test above: the comparison can fail.
        DiplomacySim without = new DiplomacySim(TestScenarios.reference());
        DiplomacySim with =
                new DiplomacySim(TestScenarios.reference(BLIND.replace("{type: silent}", "{type: quantal}")));
        RunKey key = new RunKey(7, 0);
        assertThat(with.run(key)).isNotEqualTo(without.run(key));
    }

    @Test
    void policiesShareEveryShock() {
        Scenario silent = TestScenarios.reference("actors.japan.policy={type: silent}");
        Scenario hard = TestScenarios.reference("actors.japan.policy.assertiveness=2");
        for (int run = 0; run < 20; run++) {
            RunKey key = new RunKey(3, run);
            RunTrace a = RunTrace.of(silent, key);
            RunTrace b = RunTrace.of(hard, key);
            assertThat(shocks(a)).isEqualTo(shocks(b));
            assertThat(a.outcomes()).isNotEqualTo(b.outcomes());
        }
    }

    private static List<Event> shocks(RunTrace trace) {
        return trace.events().stream().filter(e -> e.kind() == EventKind.SHOCK).toList();
    }

    @Test
    void theEnvironmentIsTheSameWithoutADeal() {
        // No deal, so nothing but noise moves need, whatever the warner says.
        String[] noDeal = {"deal.start=none", "deal.start_agreed=0", "actors.north_korea.policy.review=0"};
        RunTrace a = RunTrace.of(
                TestScenarios.reference(with(noDeal, "actors.japan.policy={type: silent}")), new RunKey(5, 5));
        RunTrace b = RunTrace.of(
                TestScenarios.reference(
                        with(noDeal, "actors.japan.policy={type: ladder, concern: 0, warn: 2, refer: 2, sanction: 2}")),
                new RunKey(5, 5));
        assertThat(a.weeks().stream().map(WeekState::need).toList())
                .isEqualTo(b.weeks().stream().map(WeekState::need).toList());
    }

    private static String[] with(String[] some, String more) {
        String[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }

    /** Who listens hears every decision, so each is then asked for; without, windows of launches share what was weighed. */
    @Test
    void listeningToDecisionsChangesNothing() {
        Scenario scenario = TestScenarios.reference();
        DiplomacySim quiet = new DiplomacySim(scenario);
        DiplomacySim told = new DiplomacySim(scenario);
        int[] launches = new int[1];
        told.listenToDecisions(d -> launches[0] += d.question() == Question.MISSILE_LAUNCH ? 1 : 0);
        for (int run = 0; run < 30; run++) {
            RunKey key = new RunKey(4, run);
            assertThat(told.run(key)).isEqualTo(quiet.run(key));
        }
        assertThat(launches[0]).isEqualTo(30 * 3 * scenario.weeks());
    }
}
