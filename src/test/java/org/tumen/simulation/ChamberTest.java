package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tumen.draw.Stream;
import org.tumen.scenario.Council;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.VotingParameters;
import org.tumen.world.Member;
import org.tumen.world.Roster;
import org.tumen.world.VoteResult;

class ChamberTest {
    private static final Scenario SCENARIO = TestScenarios.reference();

    private static Chamber chamber(double rivalry) {
        Scenario scenario = TestScenarios.reference("actors.security_council.rivalry=" + rivalry);
        return chamber(scenario.council());
    }

    private static Chamber chamber(Council council) {
        Roster roster = council.roster().on(SCENARIO.start());
        return new Chamber(roster, council, "RUS", new Stream[Roster.SIZE][]);
    }

    /** The latent support and the probabilities as the model page writes them, one member at a time. */
    @Property(tries = 200)
    void probabilitiesFollowTheOrderedLogit(
            @ForAll @DoubleRange(max = 1) double strength,
            @ForAll @DoubleRange(max = 1) double evidence,
            @ForAll @DoubleRange(max = 3) double tests,
            @ForAll @DoubleRange(max = 1) double exposure) {
        Council council = SCENARIO.council();
        VotingParameters p = council.voting();
        Chamber chamber = chamber(council);
        chamber.expect(strength, evidence, tests, exposure);
        for (int i = 0; i < chamber.size(); i++) {
            Member m = chamber.member(i);
            double aligned = council.alignment().getOrDefault(m.iso3(), 0.0);
            double z = p.intercept()
                    + p.ideal() * m.ideal()
                    - (p.strength() + p.rivalry() * council.rivalry() * aligned) * strength
                    + p.evidence() * evidence
                    + p.tests() * Math.min(1, tests) * (1 - council.rivalry() * aligned)
                    - (m.iso3().equals("RUS") ? p.exposure() * exposure : 0);
            assertThat(chamber.yes(i)).isCloseTo(logistic((z - p.threshold()) / p.scale()), within(1e-12));
            assertThat(chamber.no(i)).isCloseTo(logistic((-z - p.threshold()) / p.scale()), within(1e-12));
        }
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** All 3¹⁵ ways in which fifteen members can vote, each judged by the Charter's rule. */
    @Test
    void adoptionAgreesWithEnumerationOfAllVotes() {
        for (double rivalry : new double[] {0, 0.8}) {
            Chamber chamber = chamber(rivalry);
            for (double strength : new double[] {0.1, 0.6}) {
                chamber.expect(strength, 0.2, 0.5, 0.3);
                double brute = enumerate(chamber, 0, 0, 0, 1);
                assertThat(chamber.adoption()).isCloseTo(brute, within(1e-12));
            }
        }
    }

    private static double enumerate(Chamber chamber, int i, int yes, int permanentNo, double probability) {
        if (i == chamber.size()) {
            return VoteResult.of(yes, permanentNo) == VoteResult.ADOPTED ? probability : 0;
        }
        double y = chamber.yes(i);
        double n = chamber.no(i);
        int veto = chamber.member(i).permanent() ? 1 : 0;
        return enumerate(chamber, i + 1, yes + 1, permanentNo, probability * y)
                + enumerate(chamber, i + 1, yes, permanentNo + veto, probability * n)
                + enumerate(chamber, i + 1, yes, permanentNo, probability * (1 - y - n));
    }

    @Test
    void unopposedIsTheProductOverMembers() {
        Chamber chamber = chamber(0.8);
        chamber.expect(0.3, 0, 0.25, 0.6);
        double product = 1;
        for (int i = 0; i < chamber.size(); i++) {
            product *= 1 - chamber.no(i);
        }
        assertThat(chamber.unopposed()).isCloseTo(product, within(1e-15));
    }

    /** The widest parameters that a scenario may hold give probabilities, never infinities. */
    @Property(tries = 200)
    void extremeParametersGiveProbabilities(
            @ForAll @DoubleRange(min = -10, max = 10) double intercept,
            @ForAll @DoubleRange(min = -10, max = 10) double weight,
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
        String path = "actors.security_council.voting.";
        List<String> overrides = new ArrayList<>(List.of(path + "intercept=" + intercept, path + "scale=" + scale));
        for (String name : List.of("ideal", "strength", "rivalry", "evidence", "tests", "exposure")) {
            overrides.add(path + name + "=" + weight);
        }
        Chamber chamber = chamber(
                TestScenarios.reference(overrides.toArray(String[]::new)).council());
        chamber.expect(1, 1, 1, 1);
        for (int i = 0; i < chamber.size(); i++) {
            assertThat(chamber.yes(i)).isBetween(0.0, 1.0);
            assertThat(chamber.no(i)).isBetween(0.0, 1.0);
        }
        assertThat(chamber.adoption()).isBetween(0.0, 1.0 + 1e-12);
    }
}
