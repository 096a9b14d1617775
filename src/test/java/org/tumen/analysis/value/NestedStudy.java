package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.comparison.Settings;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.UncertaintyDraw;

/**
 * The share of worlds in which an arm is better, as told from a comparison with few runs a world, against a nested simulation
 * of the model: many runs of each of other worlds, in which chance averages out. Run by {@code mvn -Pstudy test}; a small case
 * runs with all tests.
 */
@Tag("study")
class NestedStudy {
    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"MEAN_TENSION", "DELIVERED", "MEAN_STABILITY"})
    void theShareOfWorldsIsThatOfANestedSimulation(Outcome outcome) {
        check(outcome, 156, 1_500, 4, 500, 300);
    }

    /**
     * @param weeks of a run
     * @param points worlds of the comparison
     * @param replicates runs of each of them
     * @param worlds of the nested simulation
     * @param runs of each of these
     */
    static void check(Outcome outcome, int weeks, int points, int replicates, int worlds, int runs) {
        UnderThePrior told = compared(outcome, weeks, points, replicates);
        double[][] differences = differences(outcome, weeks, runs, 2, worlds * runs);
        double share = 0;
        double doubt = 0;
        for (int w = 0; w < worlds; w++) {
            double[] own = Arrays.copyOfRange(differences[1], w * runs, (w + 1) * runs);
            double mean = Arrays.stream(own).average().orElse(0);
            double squares =
                    Arrays.stream(own).map(d -> (d - mean) * (d - mean)).sum();
            double better = told(outcome) * mean;
            share += better > 0 ? 1.0 / worlds : 0;
            // Worlds whose mean is near 0 may lie on the wrong side of it.
            doubt += StandardNormal.cumulative(-Math.abs(mean) / Math.sqrt(squares / runs / (runs - 1))) / worlds;
        }
        double error = Math.sqrt(share * (1 - share) / worlds);
        System.out.printf(
                Locale.ROOT,
                "%s: better in %.3f (%.3f to %.3f) of worlds as told from %d x %d runs, in %.3f ± %.3f by %d x %d nested runs%n",
                outcome.key(),
                told.better(),
                told.betterInterval().low(),
                told.betterInterval().high(),
                points,
                replicates,
                share,
                1.96 * error,
                worlds,
                runs);
        assertThat(share)
                .isBetween(
                        told.betterInterval().low() - 3 * error - doubt,
                        told.betterInterval().high() + 3 * error + doubt);
    }

    private static int told(Outcome outcome) {
        return outcome == Outcome.MEAN_STABILITY ? 1 : -1;
    }

    private static UnderThePrior compared(Outcome outcome, int weeks, int points, int replicates) {
        int runs = points * replicates;
        double[][] columns = differences(outcome, weeks, replicates, 1, runs);
        columns[1] = sum(columns[0], columns[1]);
        Scenario scenario = scenario(weeks, replicates, "quantal");
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        double[][] drawn = new double[draw.paths().size()][runs];
        long[] point = new long[runs];
        for (int i = 0; i < runs; i++) {
            double[] values = draw.values(1, i);
            for (int p = 0; p < drawn.length; p++) {
                drawn[p][i] = values[p];
            }
            point[i] = draw.point(i);
        }
        List<Quantity> quantities = new ArrayList<>();
        for (int p = 0; p < drawn.length; p++) {
            quantities.add(Quantity.parameter(draw.paths().get(p), draw.paths().get(p), drawn[p]));
        }
        StoredDraws draws = new StoredDraws(PriorSample.of(quantities, point), ValueSettings.standard());
        return DrawnComparison.of(draws, List.of("usual", "silent"), columns, outcome.direction(), Settings.standard())
                .underThePrior()
                .get(0);
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
    }

    private static Scenario scenario(int weeks, int replicates, String policy) {
        return ScenarioReader.read(
                        Path.of("scenarios/baseline.yaml"),
                        new ScenarioReader.Options(
                                List.of(
                                        "weeks=" + weeks,
                                        "uncertainties.replicates=" + replicates,
                                        "actors.japan.policy.type=" + policy),
                                false))
                .scenario();
    }

    /** The outcome of the usual arm, and by how much silence differs. */
    private static double[][] differences(Outcome outcome, int weeks, int replicates, long seed, int runs) {
        double[][] columns = new double[2][runs];
        String[] policies = {"quantal", "silent"};
        for (int a = 0; a < 2; a++) {
            RunMaker maker = new RunMaker(scenario(weeks, replicates, policies[a]));
            for (int i = 0; i < runs; i++) {
                assertThat(maker.make(new RunKey(seed, i))).isNull();
                columns[a][i] = maker.outcomes()[outcome.ordinal()];
            }
        }
        Arrays.setAll(columns[1], i -> columns[1][i] - columns[0][i]);
        return columns;
    }
}
