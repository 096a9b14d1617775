package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Roster;

class CouncilOddsTest {
    private static final Roster ROSTER = CouncilMembership.of(2023);

    private static CouncilOdds odds(String... overrides) {
        Scenario scenario = TestScenarios.reference(overrides);
        return new CouncilOdds(scenario.council(), scenario.buyer().iso3());
    }

    /** The equation of the model page by hand: Russia, strength .6, rivalry .8, exposure .5, no tests, its own ideal point. */
    @Test
    void followsTheEquationOfTheModelPage() {
        List<double[]> votes = odds().of(new CouncilOdds.Vote(ROSTER, LocalDate.of(2023, 5, 1), .6, 0, 0, .5));
        int russia = -1;
        for (int i = 0; i < Roster.SIZE; i++) {
            russia = ROSTER.members().get(i).iso3().equals("RUS") ? i : russia;
        }
        double z = 2.2 + .5 * ROSTER.members().get(russia).ideal() - (1.2 + 7 * .8) * .6 - 4.5 * .5;
        assertThat(votes.get(russia)[0]).isCloseTo(1 / (1 + Math.exp(-(z - .5) / .5)), within(1e-9));
        assertThat(votes.get(russia)[2]).isCloseTo(1 / (1 + Math.exp((z + .5) / .5)), within(1e-9));
    }

    @Test
    void rivalryFollowsItsPathThroughTheYears() {
        Scenario scenario = TestScenarios.reference("actors.security_council.rivalry_by_year={2022: 0.2, 2023: 0.6}");
        assertThat(scenario.council().rivalryOn(LocalDate.of(2006, 1, 1))).isEqualTo(.2);
        assertThat(scenario.council().rivalryOn(LocalDate.of(2022, 1, 1))).isEqualTo(.2);
        // 2 July 2022 is day 182 of 365.
        assertThat(scenario.council().rivalryOn(LocalDate.of(2022, 7, 2)))
                .isCloseTo(.2 + .4 * 182 / 365, within(1e-12));
        assertThat(scenario.council().rivalryOn(LocalDate.of(2030, 1, 1))).isEqualTo(.6);
        assertThat(TestScenarios.reference().council().rivalryOn(LocalDate.of(2006, 1, 1)))
                .isEqualTo(.8);
    }

    @Test
    void aPathThatStandsStillIsTheSameAsNone() {
        RunKey key = new RunKey(3, 4);
        DiplomacySim plain = new DiplomacySim(TestScenarios.reference());
        DiplomacySim path = new DiplomacySim(
                TestScenarios.reference("actors.security_council.rivalry_by_year={2020: 0.8, 2030: 0.8}"));
        assertThat(path.run(key)).containsExactly(plain.run(key));
    }

    @Test
    void aPenholderThatWantsCertaintyTablesNoDraft() {
        String united = "actors.security_council.rivalry=0";
        DiplomacySim bold = new DiplomacySim(TestScenarios.reference(united));
        DiplomacySim shy =
                new DiplomacySim(TestScenarios.reference(united, "actors.security_council.policy.least_adoption=1"));
        double tabled = 0;
        for (int run = 0; run < 20; run++) {
            tabled += bold.run(new RunKey(1, run))[Outcome.DRAFTS_ADOPTED.ordinal()];
            assertThat(shy.run(new RunKey(1, run))[Outcome.DRAFTS_ADOPTED.ordinal()])
                    .isZero();
        }
        assertThat(tabled).isPositive();
    }
}
