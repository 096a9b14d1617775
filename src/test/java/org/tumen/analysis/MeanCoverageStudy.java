package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.draw.DrawSequence;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.ScenarioReader;

/**
 * How often the 95 % interval of a mean holds it in small batches of the baseline, whose points of the parameters are drawn from
 * those of a large one. Waiting times are the most skewed of outcomes. Run by {@code mvn -Pstudy test}.
 */
@Tag("study")
class MeanCoverageStudy {
    private static final int POPULATION = 1_000;
    private static final int REPLICATES = 4;
    private static final int BATCHES = 4_000;

    /** Of 25 points, which are 100 runs; the error of such a count is 0.4 %. */
    private static final double LEAST = 0.91;

    @ParameterizedTest
    @EnumSource(names = {"FIRST_SHIPMENT", "ANNOUNCEMENT", "FIRST_WARNING", "CRISIS_WEEKS", "MEAN_STABILITY"})
    void intervalsOfMeansHoldThem(Outcome outcome) {
        double[] runs = runs(outcome);
        double truth = StatUtils.mean(runs);
        DrawSequence draws = new DrawSequence(1, "batches");
        for (int points : new int[] {25, 50, 100, 250}) {
            Clusters clusters =
                    Clusters.of(LongStream.range(0, (long) points * REPLICATES).toArray(), REPLICATES);
            double critical = clusters.quantile(0.95);
            int held = 0;
            int student = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                draws.startAt((long) points * BATCHES + batch);
                int[] chosen = IntStream.range(0, points)
                        .map(i -> (int) (POPULATION * draws.uniform()))
                        .toArray();
                double[] column = new double[points * REPLICATES];
                Arrays.setAll(column, i -> runs[chosen[i / REPLICATES] * REPLICATES + i % REPLICATES]);
                Interval interval = Objects.requireNonNull(clusters.meanInterval(column, critical));
                held += interval.contains(truth) ? 1 : 0;
                double off = Math.abs(StatUtils.mean(column) - truth);
                student += off <= critical * clusters.standardError(column) ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d points: held in %.3f, by Student's interval in %.3f of %d batches%n",
                    outcome,
                    points,
                    held / (double) BATCHES,
                    student / (double) BATCHES,
                    BATCHES);
            assertThat(held / (double) BATCHES).isGreaterThan(LEAST);
        }
    }

    private static double[] runs(Outcome outcome) {
        RunMaker maker = new RunMaker(ScenarioReader.read(
                        Path.of("scenarios/baseline.yaml"),
                        new ScenarioReader.Options(List.of("uncertainties.replicates=" + REPLICATES), false))
                .scenario());
        double[] runs = new double[POPULATION * REPLICATES];
        for (int i = 0; i < runs.length; i++) {
            assertThat(maker.make(new RunKey(1, i))).isNull();
            runs[i] = maker.outcomes()[outcome.ordinal()];
        }
        return runs;
    }
}
