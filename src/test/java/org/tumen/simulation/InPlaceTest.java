package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterPath;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;

/** A run with drawn numbers has them in place, and the outcomes of a scenario that was built with them. */
class InPlaceTest {
    @Test
    void outcomesAreThoseOfAScenarioBuiltAnew() {
        Scenario scenario = TestScenarios.baseline();
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        DiplomacySim inPlace = new DiplomacySim(scenario);
        for (int i = 0; i < 60; i++) {
            // Back and forth, so that what one run leaves behind would show in the next.
            RunKey key = new RunKey(5, i * 7 % 60);
            double[] anew = new DiplomacySim(draw.scenario(key.seed(), key.run())).run(key);
            assertThat(inPlace.run(key)).containsExactly(anew);
        }
    }

    @Test
    void everyNumberWithAPriorHasItsPlace() {
        for (String file : List.of("baseline.yaml", "japan-and-south-korea.yaml", "late-warning.yaml")) {
            Scenario scenario = TestScenarios.of(file);
            World world = new World(scenario);
            assertThat(new UncertaintyDraw(scenario).parameters())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(p -> assertThat(world.numbers.holds(String.join(".", p.steps())))
                            .as(p.path())
                            .isTrue());
        }
    }

    @Test
    void aNumberThatIsSetInPlaceIsReadThere() {
        // Each number with a prior, moved alone to the far end of its range, moves some outcome of some run.
        Scenario scenario = TestScenarios.reference();
        List<String> paths = ParameterCatalogue.of(scenario).stream()
                .filter(e -> !e.prior().isEmpty())
                .map(e -> e.path())
                .toList();
        DiplomacySim plain = new DiplomacySim(scenario);
        for (String path : paths) {
            ParameterPath p = ParameterPath.of(scenario, path);
            double far =
                    Math.min(p.max(), p.current() + 1) == p.current() ? p.min() : Math.min(p.max(), p.current() + 1);
            DiplomacySim moved = new DiplomacySim(TestScenarios.reference(path + "=" + far));
            boolean differs = false;
            for (int run = 0; run < 40 && !differs; run++) {
                RunKey key = new RunKey(9, run);
                differs = !java.util.Arrays.equals(plain.run(key), moved.run(key));
            }
            assertThat(differs).as(path).isTrue();
        }
    }

    @Test
    void numbersThatRestrictEachOtherAreCheckedInEveryRun() {
        Scenario scenario = TestScenarios.reference(
                "uncertainties={parameters: {region.crisis.leave: {distribution: uniform, from: 50, to: 69}}}");
        DiplomacySim sim = new DiplomacySim(scenario);
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        RunKey key = new RunKey(1, 3);
        double[] anew = new DiplomacySim(draw.scenario(key.seed(), key.run())).run(key);
        assertThat(sim.run(key)).containsExactly(anew);
    }

    @Test
    void aRowOfThePosteriorIsDrawnWhole() {
        Scenario scenario = TestScenarios.posterior();
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        assertThat(draw.paths()).hasSize(15);
        for (int run = 0; run < 20; run++) {
            double[] values = draw.values(3, run);
            assertThat(org.tumen.ballot.PosteriorFile.toDate()).anySatisfy(row -> {
                assertThat(row.weights().intercept()).isEqualTo(values[0]);
                assertThat(row.weights().partialAlignment()).isEqualTo(values[8]);
                assertThat(row.belief().probability(5)).isEqualTo(values[14]);
            });
        }
        assertThat(new DiplomacySim(scenario).run(new RunKey(3, 1)))
                .hasSize(Outcome.all().size());
    }
}
