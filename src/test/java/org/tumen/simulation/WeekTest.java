package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
                "actors.security_council.rivalry.start=[" + (1 - rivalry) + ", 0, 0, 0, 0, " + rivalry + "]",
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
                            s.pressure(),
                            s.enforcement(),
                            s.rivalry(),
                            s.openness(),
                            s.technology()))
                    .allSatisfy(x -> assertThat(x).isBetween(0.0, 1.0));
            assertThat(s.disruption()).isBetween(0.0, 1.0).isLessThan(1);
            assertThat(s.depth()).isBetween(0, 3);
            assertThat(s.heat()).isBetween(0.0, 1.5);
            assertThat(s.beliefs().values())
                    .isNotEmpty()
                    .allSatisfy(b -> assertThat(b).isBetween(0.0, 1.0));
            assertThat(s.credibilities().values())
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c).isBetween(0.0, 1.0));
        }
    }

    @Property(tries = 60)
    void theDealFollowsItsStagesAndLotsSumExactly(@ForAll long seed) {
        RunTrace trace = RunTrace.of(TestScenarios.reference(), new RunKey(seed, 1));
        double left = trace.start().stage() == Stage.AGREED ? trace.start().remaining() : 0;
        int agreement = -1;
        for (Event e : trace.events()) {
            if (e.source().equals("russia") && e.kind() != EventKind.ABANDONMENT) {
                // The second direction of an act of both.
                continue;
            }
            switch (e.kind()) {
                case AGREEMENT -> {
                    assertThat(left).isZero();
                    left = e.magnitude();
                    agreement = e.week();
                }
                case EXTENSION -> {
                    assertThat(left).isLessThan(0.15);
                    left += e.magnitude();
                }
                case SHIPMENT -> {
                    // Shipping begins in the week after agreement at the earliest.
                    assertThat(e.week()).isGreaterThan(agreement);
                    assertThat(e.magnitude() * 0x1.0p20).isEqualTo(Math.rint(e.magnitude() * 0x1.0p20));
                    left -= e.magnitude();
                    assertThat(left).isNotNegative();
                }
                case COMPLETION -> assertThat(left).isZero();
                case ABANDONMENT -> {
                    assertThat(e.magnitude()).isEqualTo(left);
                    left = 0;
                }
                default -> {}
            }
        }
    }

    @Test
    void outcomesCountTheEvents() {
        RunTrace trace = RunTrace.of(TestScenarios.reference(), new RunKey(11, 4));
        assertThat(trace.outcome(Outcome.LAUNCHES))
                .isEqualTo(count(trace, EventKind.MINOR_LAUNCH) + count(trace, EventKind.MAJOR_LAUNCH));
        assertThat(trace.outcome(Outcome.MAJOR_LAUNCHES)).isEqualTo(count(trace, EventKind.MAJOR_LAUNCH));
        assertThat(trace.outcome(Outcome.INCIDENTS)).isEqualTo(count(trace, EventKind.INCIDENT));
        assertThat(trace.outcome(Outcome.REFERRALS)).isEqualTo(count(trace, EventKind.REFERRAL));
        assertThat(trace.outcome(Outcome.PACKAGES)).isEqualTo(count(trace, EventKind.PACKAGE));
        assertThat(trace.outcome(Outcome.DISCLOSURES)).isEqualTo(count(trace, EventKind.DISCLOSURE));
        // A warning is told once for the buyer and once for the seller, and counted once.
        assertThat(2 * trace.outcome(Outcome.WARNINGS)).isEqualTo(count(trace, EventKind.WARNING));
        assertThat(trace.outcome(Outcome.DRAFTS_TABLED))
                .isEqualTo(trace.votes().stream()
                        .filter(v -> v.subject().equals("draft"))
                        .count());
        // Lots are multiples of one grain, so their sum is exact in any order.
        assertThat(trace.outcome(Outcome.DELIVERED))
                .isEqualTo(trace.events().stream()
                        .filter(e -> e.kind() == EventKind.SHIPMENT)
                        .mapToDouble(Event::magnitude)
                        .sum());
        double mean = trace.weeks().stream()
                .mapToDouble(WeekState::stability)
                .average()
                .orElseThrow();
        assertThat(trace.outcome(Outcome.MEAN_STABILITY)).isCloseTo(mean, within(1e-9));
        double min =
                trace.weeks().stream().mapToDouble(WeekState::stability).min().orElseThrow();
        assertThat(trace.outcome(Outcome.MIN_STABILITY)).isEqualTo(min);
        double enforcement = trace.weeks().stream()
                .mapToDouble(WeekState::enforcement)
                .average()
                .orElseThrow();
        assertThat(trace.outcome(Outcome.MEAN_ENFORCEMENT)).isCloseTo(enforcement, within(1e-12));
    }

    private static double count(RunTrace trace, EventKind kind) {
        return trace.events().stream().filter(e -> e.kind() == kind).count();
    }

    @Test
    void startsWhereTheScenarioSays() {
        WeekState start = RunTrace.of(TestScenarios.reference("deal.start_agreed=0"), new RunKey(0, 0))
                .start();
        assertThat(start.stage()).isEqualTo(Stage.TALKS);
        assertThat(start.tension()).isEqualTo(38);
        assertThat(start.arsenal()).isEqualTo(50);
        assertThat(start.integrity()).isEqualTo(60);
        assertThat(start.enforcement()).isEqualTo(0.6);
        assertThat(start.pressure()).isCloseTo(0.30, within(1e-15));
        assertThat(start.heat()).isEqualTo(0.1);
        assertThat(start.evidence()).isEqualTo(0.15);
        assertThat(start.exposure()).isEqualTo(0.3);
        assertThat(start.stability()).isCloseTo(100 - (19 + 12.5 + 10), within(1e-12));
    }

    @Test
    void startsAgreedWithTermsStruckAtOnce() {
        RunTrace trace = RunTrace.of(TestScenarios.reference("deal.start_agreed=1"), new RunKey(0, 0));
        assertThat(trace.start().stage()).isEqualTo(Stage.AGREED);
        assertThat(trace.start().remaining()).isPositive();
        double struck = 1 + count(trace, EventKind.EXTENSION) / 2 + count(trace, EventKind.AGREEMENT) / 2;
        assertThat(trace.outcome(Outcome.TERMS_STRUCK)).isEqualTo(struck);
    }

    @Test
    void aScriptedWarnerActsInItsWeeks() {
        Scenario scenario = TestScenarios.reference(
                "actors.japan.policy={type: script, acts: [{week: 3, act: warn}, "
                        + "{on: 2023-11-03, act: sanction}], otherwise: {type: silent}}",
                "actors.japan.packages.execution=1",
                "actors.japan.packages.preparation=0",
                "region.record.evidence=1");
        RunTrace trace = RunTrace.of(scenario, new RunKey(1, 1));
        List<Event> acts = trace.events().stream()
                .filter(e -> e.source().equals("japan")
                        && e.kind() != EventKind.REVELATION
                        && e.kind() != EventKind.DIALOGUE_OPENED)
                .toList();
        // A warning is told to both; 3 November 2023 is the first day of week 9.
        assertThat(acts.stream().map(Event::week)).containsExactly(3, 3, 9, 9);
        assertThat(trace.outcome(Outcome.FIRST_WARNING)).isEqualTo(3);
        assertThat(trace.outcome(Outcome.FIRST_PACKAGE)).isEqualTo(9);
    }

    @Test
    void aScriptedVoteIsCastAsWritten() {
        Scenario scenario = TestScenarios.reference("actors.security_council.policy={type: script, votes: "
                + "[{on: 2024-03-24, member: RUS, vote: no}, {week: 29, member: CHN, vote: abstain}]}");
        HeldVote vote = RunTrace.of(scenario, new RunKey(1, 1)).votes().stream()
                .filter(v -> v.subject().equals("mandate"))
                .findFirst()
                .orElseThrow();
        assertThat(vote.week()).isEqualTo(29);
        assertThat(vote.votes().get("RUS")).isEqualTo(org.tumen.world.Vote.NO);
        assertThat(vote.votes().get("CHN")).isEqualTo(org.tumen.world.Vote.ABSTAIN);
    }

    @Test
    void anotherStartMovesNothingThatHasADate() {
        Scenario later = TestScenarios.reference("start=2023-10-13", "weeks=150");
        HeldVote vote = RunTrace.of(later, new RunKey(1, 1)).votes().stream()
                .filter(v -> v.subject().equals("mandate"))
                .findFirst()
                .orElseThrow();
        // 24 March 2024 is 163 days after the start.
        assertThat(vote.week()).isEqualTo(163 / 7);
        World world = new World(later);
        for (int week = 0; week < later.weeks(); week++) {
            java.time.LocalDate day = later.day(week);
            boolean march = day.getMonthValue() == 3 && day.getDayOfMonth() <= 21;
            boolean august = day.getMonthValue() == 8 && day.getDayOfMonth() >= 10 && day.getDayOfMonth() <= 29;
            assertThat(world.calendar.exercises(week)).as("%s", day).isEqualTo(march || august);
        }
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
        Set<Action> acts = EnumSet.noneOf(Action.class);
        for (int run = 0; run < 10; run++) {
            RunTrace trace = RunTrace.of(scenario, new RunKey(2, run));
            int last = -6;
            for (var d : trace.decisions()) {
                if (d.actor().equals("japan")) {
                    double belief = trace.weeks().get(d.week()).beliefs().get("japan");
                    assertThat(d.chosen()).isEqualTo(d.week() - last < 6 ? Action.HOLD : rung(belief));
                    last = d.chosen() == Action.HOLD ? last : d.week();
                    acts.add(d.chosen());
                }
            }
        }
        assertThat(acts).containsExactly(Action.HOLD, Action.CONCERN, Action.WARN, Action.REFER, Action.SANCTION);
    }

    private static Action rung(double belief) {
        return belief >= 0.9
                ? Action.SANCTION
                : belief >= 0.7
                        ? Action.REFER
                        : belief >= 0.5 ? Action.WARN : belief >= 0.2 ? Action.CONCERN : Action.HOLD;
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
