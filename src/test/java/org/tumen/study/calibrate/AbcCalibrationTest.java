package org.tumen.study.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.analysis.calibration.Particle;
import org.tumen.analysis.calibration.Population;
import org.tumen.document.Json;
import org.tumen.experiment.RunStatistic;
import org.tumen.outcome.Outcome;
import org.tumen.store.StudyRecord;

class AbcCalibrationTest {
    @TempDir
    private Path folder;

    private static Population population(int generation, double[] weights, double... values) {
        List<Particle> particles = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            particles.add(new Particle(List.of(values[i]), List.of(0.0), 0, weights[i], i));
        }
        return new Population(generation, 1, List.of(1.0), particles, 10, 10);
    }

    @Test
    void runsThatFailedAreInNoMean() {
        assertThat(AbcCalibration.means(List.of(new double[] {1, 10}, new double[] {2, 30}), 2))
                .containsExactly(1.5, 20);
        assertThat(AbcCalibration.means(List.of(), 2)).containsExactly(Double.NaN, Double.NaN);
    }

    /** The mean moves from 0 to 1, where points lie half a unit to either side. */
    @Test
    void meansMoveInDeviationsOfTheLaterGeneration() {
        double[] half = {0.5, 0.5};
        assertThat(AbcCalibration.moved(population(0, half, -4, 4), population(1, half, 0.5, 1.5)))
                .isCloseTo(2, within(1e-12));
    }

    /** Of four points the second failed: the others weigh 1, 2 and 4 of 7. */
    @Test
    void checksAreOverTheRunsThatWereCompletedByTheirWeights() {
        CalibrationStudy.Target target = new CalibrationStudy.Target(
                "one",
                new RunStatistic(null, RunStatistic.Measure.COUNT, 0, 0, Outcome.LAUNCHES),
                5,
                Double.NaN,
                true,
                "source");
        Population last = population(3, new double[] {0.1, 0.3, 0.2, 0.4}, 0, 0, 0, 0);
        double[][] simulated = {{1}, null, {5}, {9}};
        CalibrationFindings.Check check =
                AbcCalibration.checks(List.of(target), last, simulated).get(0);
        assertThat(check.low()).isEqualTo(1);
        assertThat(check.median()).isEqualTo(9);
        assertThat(check.high()).isEqualTo(9);
        assertThat(check.inside()).isTrue();
        // They are worth 49/21 points; 3/7 lie at 5 or below.
        double worth = 49 / 21.0;
        assertThat(check.tail()).isCloseTo(Math.min(1, 2 * (1 + worth * 3 / 7) / (1 + worth)), within(1e-12));
        assertThat(new CalibrationFindings.Check(target, 4, 3, 4.5, 1).inside()).isFalse();
        assertThat(new CalibrationFindings.Check(target, 6, 5.5, 7, 1).inside()).isFalse();
    }

    private List<Population> stored(String fingerprint) {
        List<Population> found = new ArrayList<>();
        StudyRecord study = new StudyRecord(fingerprint, Json.object(), "tumen calibrate");
        try (CalibrationFolder opened = CalibrationFolder.open(folder, study, false)) {
            opened.stored(found::add);
        }
        return found;
    }

    @Test
    void generationsAreThoseOfTheStudyUpToTheFirstThatIsMissing() throws Exception {
        double[] one = {1};
        StudyRecord study = new StudyRecord("a", Json.object(), "tumen calibrate");
        try (CalibrationFolder opened = CalibrationFolder.open(folder, study, false)) {
            for (int generation = 0; generation < 4; generation++) {
                opened.store(population(generation, one, generation));
            }
        }
        assertThat(stored("a")).extracting(Population::generation).containsExactly(0, 1, 2, 3);
        Files.delete(folder.resolve("generations/generation-002.json"));
        assertThat(stored("a")).extracting(Population::generation).containsExactly(0, 1);
        Files.delete(folder.resolve("study.json"));
        assertThat(stored("b")).isEmpty();
    }
}
