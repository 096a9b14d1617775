package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.scenario.Scenario;
import org.tumen.world.CouncilMembership;
import org.tumen.world.Roster;

class CouncilOddsTest {
    private static final Roster ROSTER = CouncilMembership.of(2023);
    private static final double[] LEVELS = {0, .2, .4, .6, .8, 1};
    private static final double[] BELIEF = {.023, .011, .027, .129, .339, .471};

    /** The equation of the model page by hand, averaged over the belief: Russia, strength .6, urgency .8, suspicion .5. */
    @Test
    void followsTheEquationOfTheModelPage() {
        Scenario scenario = TestScenarios.reference();
        CouncilOdds odds = new CouncilOdds(scenario.council(), scenario.buyer().iso3());
        List<double[]> votes = odds.of(new CouncilOdds.Text(ROSTER, .6, .8, .5));
        int russia = -1;
        for (int i = 0; i < Roster.SIZE; i++) {
            russia = ROSTER.members().get(i).iso3().equals("RUS") ? i : russia;
        }
        double yes = 0;
        double no = 0;
        for (int j = 0; j < LEVELS.length; j++) {
            double g = LEVELS[j];
            double z = 2.78
                    + .38 * ROSTER.members().get(russia).ideal()
                    - (.65 + 7.29 * g) * .6
                    + 1.27 * .8 * (1 - g)
                    - 3.7 * .5;
            yes += BELIEF[j] / (1 + Math.exp(-(z - .41) / .4));
            no += BELIEF[j] / (1 + Math.exp((z + .41) / .4));
        }
        assertThat(votes.get(russia)[0]).isCloseTo(yes, within(1e-9));
        assertThat(votes.get(russia)[2]).isCloseTo(no, within(1e-9));
        assertThat(votes.get(russia)[0] + votes.get(russia)[1] + votes.get(russia)[2]).isCloseTo(1, within(1e-12));
    }
}
