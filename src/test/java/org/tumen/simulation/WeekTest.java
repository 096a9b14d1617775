package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.world.Action;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;
import org.tumen.world.Vote;

/** What must hold in every week of every run. */
class WeekTest {
    @Property(tries = 60)
    void everyStateStaysWithinItsRange(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double rivalry,
            @ForAll @DoubleRange(max = 5) double assertiveness,
            @ForAll @DoubleRange(max = 50) double noise,
            @ForAll @DoubleRange(max = 1) double secrecy) {
        Scenario scenario = TestScenarios.reference(
                "actors.security_council.rivalry=" + rivalry,
                "actors.japan.policy.assertiveness=" + assertiveness,
                "region.tension.noise=" + noise,
                "actors.russia.secrecy=" + secrecy,
                "actors.russia.need.noise=1",
                "actors.north_korea.hardship.noise=1");
        for (WeekState s : RunTrace.of(scenario, new RunKey(seed, 0)).weeks()) {
            assertThat(List.of(s.stability(), s.tension(), s.arsenal(), s.integrity()))
                    .allSatisfy(x -> assertThat(x).isBetween(0.0, 100.0));
            assertThat(List.of(
                            s.appeal(),
                            s.evidence(),
                            s.exposure(),
                            s.hardship(),
                            s.need(),
                            s.pressureOnSeller(),
                            s.pressureOnBuyer(),
                            s.technology()))
                    .allSatisfy(x -> assertThat(x).isBetween(0.0, 1.0));
            assertThat(s.heat()).isBetween(0.0, 1.5 + 1e-12);
            assertThat(s.beliefs().values()).allSatisfy(b -> assertThat(b).isBetween(0.0, 1.0));
            assertThat(s.credibilities().values()).allSatisfy(c -> assertThat(c).isBetween(0.0, 1.0));
        }
    }

    @Property(tries = 60)
    void theDealFollowsItsStages(@ForAll long seed) {
        RunTrace trace = RunTrace.of(TestScenarios.reference(), new RunKey(seed, 1));
        double agreed = 0;
        double shipped = 0;
        int agreement = -1;
        for (Event e : trace.events()) {
            switch (e.kind()) {
                case AGREEMENT -> {
                    agreed = e.magnitude();
                    shipped = 0;
                    agreement = e.week();
                }
                case SHIPMENT -> {
                    shipped += e.magnitude();
                    // Two weeks of preparation after the week of agreement; the first lot is the week after.
                    assertThat(e.week()).isGreaterThanOrEqualTo(agreement + 3);
                    assertThat(shipped).isLessThanOrEqualTo(agreed + 1e-9);
                }
                case COMPLETION -> assertThat(shipped).isCloseTo(agreed, within(1e-9));
                default -> {}
            }
        }
    }

    @Test
    void outcomesCountTheEvents() {
        RunTrace trace = RunTrace.of(TestScenarios.reference(), new RunKey(11, 4));
        assertThat(trace.outcome(Outcome.TESTS)).isEqualTo(count(trace, EventKind.MISSILE_TEST));
        assertThat(trace.outcome(Outcome.INCIDENTS)).isEqualTo(count(trace, EventKind.INCIDENT));
        assertThat(trace.outcome(Outcome.REFERRALS)).isEqualTo(count(trace, EventKind.REFERRAL));
        // A warning is told once for the buyer and once for the seller, and counted once.
        assertThat(2 * trace.outcome(Outcome.WARNINGS)).isEqualTo(count(trace, EventKind.WARNING));
        assertThat(trace.outcome(Outcome.DELIVERED))
                .isCloseTo(
                        trace.events().stream()
                                .filter(e -> e.kind() == EventKind.SHIPMENT)
                                .mapToDouble(Event::magnitude)
                                .sum(),
                        within(1e-9));
        double mean = trace.weeks().stream()
                .mapToDouble(WeekState::stability)
                .average()
                .orElseThrow();
        assertThat(trace.outcome(Outcome.MEAN_STABILITY)).isCloseTo(mean, within(1e-9));
        double min =
                trace.weeks().stream().mapToDouble(WeekState::stability).min().orElseThrow();
        assertThat(trace.outcome(Outcome.MIN_STABILITY)).isEqualTo(min);
    }

    private static double count(RunTrace trace, EventKind kind) {
        return trace.events().stream().filter(e -> e.kind() == kind).count();
    }

    @Test
    void startsWhereTheScenarioSays() {
        WeekState start =
                RunTrace.of(TestScenarios.reference(), new RunKey(0, 0)).start();
        assertThat(start.stage()).isEqualTo(Stage.TALKS);
        assertThat(start.tension()).isEqualTo(38);
        assertThat(start.arsenal()).isEqualTo(50);
        assertThat(start.integrity()).isEqualTo(60);
        assertThat(start.pressureOnSeller()).isCloseTo(0.30, within(1e-15));
        assertThat(start.stability()).isCloseTo(100 - (19 + 12.5 + 10), within(1e-12));
    }

    @Test
    void aScriptedWarnerActsInItsWeeks() {
        Scenario scenario = TestScenarios.reference("actors.japan.policy={type: script, acts: [{week: 3, act: warn}, "
                + "{week: 9, act: sanction}], otherwise: {type: silent}}");
        RunTrace trace = RunTrace.of(scenario, new RunKey(1, 1));
        List<Event> acts = trace.events().stream()
                .filter(e -> e.source().equals("japan")
                        && e.kind() != EventKind.REVELATION
                        && e.kind() != EventKind.EVIDENCE)
                .toList();
        assertThat(acts.stream().map(Event::week)).containsExactly(3, 3, 9);
        assertThat(trace.outcome(Outcome.FIRST_WARNING)).isEqualTo(3);
        assertThat(trace.outcome(Outcome.FIRST_SANCTIONS)).isEqualTo(9);
    }

    @Test
    void aScriptedVoteIsCastAsWritten() {
        Scenario scenario = TestScenarios.reference("actors.security_council.policy={type: script, votes: "
                + "[{week: 29, member: RUS, vote: no}, {week: 29, member: CHN, vote: abstain}]}");
        HeldVote vote = RunTrace.of(scenario, new RunKey(1, 1)).votes().stream()
                .filter(v -> v.subject().equals("mandate"))
                .findFirst()
                .orElseThrow();
        assertThat(vote.week()).isEqualTo(29);
        assertThat(vote.votes().get("RUS")).isEqualTo(Vote.NO);
        assertThat(vote.votes().get("CHN")).isEqualTo(Vote.ABSTAIN);
    }

    @Test
    void bestReplyChoosesTheBestOption() {
        Scenario scenario = TestScenarios.reference(
                "actors.japan.policy.type=best_reply",
                "actors.north_korea.policy.type=best_reply",
                "actors.russia.policy.type=best_reply");
        assertThat(RunTrace.of(scenario, new RunKey(2, 2)).decisions())
                .filteredOn(d -> !d.utilities().isEmpty())
                .isNotEmpty()
                .allSatisfy(d -> {
                    double best =
                            d.utilities().stream().mapToDouble(u -> u).max().orElseThrow();
                    assertThat(d.utilities().get(d.options().indexOf(d.chosen())))
                            .isEqualTo(best);
                });
    }

    @Test
    void aLadderFollowsItsThresholds() {
        Scenario scenario = TestScenarios.reference(
                "actors.japan.policy={type: ladder, concern: 0.2, warn: 0.5, refer: 0.7, sanction: 0.9, interval: 6}");
        RunTrace trace = RunTrace.of(scenario, new RunKey(2, 3));
        int last = -6;
        for (var d : trace.decisions()) {
            if (d.actor().equals("japan") && d.chosen() != Action.HOLD) {
                assertThat(d.week() - last).isGreaterThanOrEqualTo(6);
                last = d.week();
            }
        }
        assertThat(last).isGreaterThan(0);
    }

    @Test
    void theRosterFollowsTheCalendar() {
        Scenario scenario = TestScenarios.reference(
                "actors.security_council.roster=calendar", "actors.security_council.policy={type: script, votes: []}");
        List<HeldVote> votes = RunTrace.of(scenario, new RunKey(1, 1)).votes();
        // Week 29 lies in March 2024: Guyana sits, Albania's term has ended.
        HeldVote mandate = votes.stream()
                .filter(v -> v.subject().equals("mandate"))
                .findFirst()
                .orElseThrow();
        assertThat(mandate.votes()).containsKey("GUY").doesNotContainKey("ALB").hasSize(15);
    }
}
