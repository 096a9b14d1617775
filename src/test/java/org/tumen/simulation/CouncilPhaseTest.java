package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tumen.simulation.PhasesTest.step;
import static org.tumen.simulation.PhasesTest.world;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.ballot.Chamber;
import org.tumen.world.EventKind;

/** What a deliberation leaves behind by its result, held against the model page by hand. */
class CouncilPhaseTest {
    private static final double TIGHT = 1e-12;

    /** After a deliberation on a referral, what is tabled and every vote given. */
    private static World deliberated(String tabled, Function<String, String> vote, int run) {
        Chamber chamber = world().council.put(0.6).chamber;
        String votes = IntStream.range(0, chamber.size())
                .mapToObj(i -> chamber.member(i).iso3())
                .map(member -> "{week: 0, member: " + member + ", vote: " + vote.apply(member) + "}")
                .collect(Collectors.joining(", "));
        World w = world("actors.security_council.policy={type: script, acts: [{week: 0, act: " + tabled + "}], votes: ["
                + votes + "]}");
        w.draws.startRun(15, run);
        w.council.referred = true;
        step(new CouncilPhase(w));
        return w;
    }

    private static void left(World w, EventKind kind, double integrity, double heat, double severity, double impact) {
        assertThat(w.count(kind)).isEqualTo(1);
        assertThat(w.integrity).isCloseTo(60 + integrity, within(TIGHT));
        assertThat(w.voices.council).isEqualTo(heat);
        assertThat(w.council.severity()).isCloseTo(severity, within(TIGHT));
        assertThat(w.impact).isCloseTo(impact, within(TIGHT));
    }

    @Test
    void anAdoptedDraftIsAMeasureOfItsStrength() {
        // Severity .3 · .6 of what half a regime leaves open; impact 2σ with σ = .4.
        left(
                deliberated("table_firm", member -> "yes", 0),
                EventKind.RESOLUTION,
                6 * 0.6,
                0.3,
                1 - 0.5 * (1 - 0.18),
                2 * 0.4);
    }

    @Test
    void aVetoCostsMoreThanTooFewVotes() {
        left(
                deliberated("table_firm", member -> member.equals("RUS") ? "no" : "yes", 0),
                EventKind.VETO,
                -3,
                0,
                0.5,
                1.2);
        left(deliberated("table_firm", member -> "abstain", 0), EventKind.SHORT_VOTE, -1, 0, 0.5, 0);
        left(deliberated("table_nothing", member -> "yes", 0), EventKind.NOTHING_TABLED, -0.2, 0, 0.5, 0);
    }

    @Test
    void aStatementIsAgreedOrBlocked() {
        List<World> worlds = IntStream.range(0, 20)
                .mapToObj(run -> deliberated("table_statement", member -> "yes", run))
                .toList();
        List<World> agreed =
                worlds.stream().filter(w -> w.count(EventKind.STATEMENT) > 0).toList();
        List<World> blocked = worlds.stream()
                .filter(w -> w.count(EventKind.STATEMENT_BLOCKED) > 0)
                .toList();
        assertThat(agreed).isNotEmpty().allSatisfy(w -> left(w, EventKind.STATEMENT, 1, 0.15, 0.5, 0.5 * 0.4));
        assertThat(blocked).isNotEmpty().allSatisfy(w -> left(w, EventKind.STATEMENT_BLOCKED, -0.3, 0, 0.5, 0));
    }

    @Test
    void aMajorLaunchMakesAMatterUrgent() {
        for (boolean major : new boolean[] {false, true}) {
            World w = world();
            w.council.referred = true;
            w.majorLaunchThisWeek = major;
            step(new CouncilPhase(w));
            assertThat(w.council.urgency).isEqualTo(major ? 0.8 : 0.1);
        }
    }
}
