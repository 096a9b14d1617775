package org.tumen.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.HeldVote;
import org.tumen.simulation.RunTrace;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Vote;

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
        assertThatThrownBy(() -> Flip.parse("tomorrow", SCENARIO)).hasMessageContaining("week:member=vote");
        assertThatThrownBy(() -> Flip.parse("156:japan=warn", SCENARIO)).hasMessageContaining("0 to 155");
        assertThatThrownBy(() -> Flip.parse("3:france=warn", SCENARIO)).hasMessageContaining("north_korea");
        assertThatThrownBy(() -> Flip.parse("3:japan=quit", SCENARIO)).hasMessageContaining("hold, appeal");
    }

    @Test
    void tellsHowVotesAreFlipped() {
        assertThatThrownBy(() -> Flip.parse("29:russia=yes", SCENARIO)).hasMessageContaining("29:RUS=yes");
        assertThatThrownBy(() -> Flip.parse("29:RUS=maybe", SCENARIO)).hasMessageContaining("yes, abstain, no");
        assertThatThrownBy(() -> Flip.parse("29:DEU=yes", SCENARIO)).hasMessageContaining("CHN, FRA, RUS");
        assertThat(Flip.parse("29:RUS=abstain", SCENARIO).toString()).isEqualTo("29:RUS=abstain");
    }

    /** Russia's veto of the panel's mandate is what the story turns on: without it the vote is the members' own. */
    @Property(tries = 20)
    void changesOneVoteAndNoOther(@ForAll @IntRange(max = 50) int run, @ForAll Vote cast) {
        RunTrace usual = trace(SCENARIO, run);
        HeldVote first = usual.votes().get(0);
        Flip flip = new Flip(first.week(), "RUS", null, cast);
        RunTrace flipped = trace(flip.applyTo(SCENARIO), run);
        HeldVote same = flipped.votes().get(0);

        assertThat(flip.arisesIn(flipped)).isTrue();
        assertThat(flipped.weeks().subList(0, first.week()))
                .isEqualTo(usual.weeks().subList(0, first.week()));
        Map<String, Vote> expected = new LinkedHashMap<>(first.votes());
        expected.put("RUS", cast);
        assertThat(same.votes()).isEqualTo(expected);
    }

    @Property(tries = 10)
    void severalAtOnceAllHold(@ForAll @IntRange(max = 50) int run) {
        int voted = trace(SCENARIO, run).votes().get(0).week();
        List<Flip> flips = List.of(
                Flip.parse("1:japan=sanction", SCENARIO),
                Flip.parse("2:japan=hold", SCENARIO),
                Flip.parse(voted + ":RUS=yes", SCENARIO),
                Flip.parse(voted + ":CHN=no", SCENARIO));
        RunTrace flipped = trace(Flip.applyAll(flips, SCENARIO), run);
        assertThat(spoken(flipped, 1).chosen()).isEqualTo(Action.SANCTION);
        assertThat(spoken(flipped, 2).chosen()).isEqualTo(Action.HOLD);
        flipped.votes().stream()
                .filter(v -> v.week() == voted)
                .forEach(v ->
                        assertThat(v.votes()).containsEntry("RUS", Vote.YES).containsEntry("CHN", Vote.NO));
    }

    @Test
    void contradictingFlipsAreRefused() {
        List<Flip> both = List.of(Flip.parse("1:japan=warn", SCENARIO), Flip.parse("1:japan=hold", SCENARIO));
        assertThatThrownBy(() -> Flip.applyAll(both, SCENARIO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freshContinuationsAreSharedWithAndWithoutAFlipThatChangesNothing() {
        RunKey key = new RunKey(5, 1);
        Action done = spoken(trace(SCENARIO, 1), 10).chosen();
        FreshContinuations found =
                FreshContinuations.of(SCENARIO, new Flip(10, "japan", done).applyTo(SCENARIO), key, 10, 50, () -> {});
        assertThat(found.differences().rows()).isEmpty();
        assertThat(found.usual().runs()).isEqualTo(50);
        assertThat(Arrays.stream(found.usual().column(Outcome.MEAN_STABILITY)).distinct())
                .hasSize(50);
    }
}
