package org.tumen.study.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Interval;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.UncertainParameter;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Uncertainties;
import org.tumen.study.Tumen;

/** What a calibration says of parameters. */
class CalibrationFindingsTest {
    private static final String ATTENTION = "actors.japan.policy.attention";
    private static final int POINTS = 100;
    private static final Scenario REFERENCE = Tumen.scenario(Path.of("scenarios/reference.yaml"));

    /** A probability whose posterior has the mean and standard deviation of the row, known by 100 points. */
    private static Findings found(double mean, double sd) {
        return found(mean, sd, POINTS);
    }

    private static Findings found(double mean, double sd, double effective) {
        return found(mean, sd, effective, Map.of());
    }

    private static Findings found(double mean, double sd, double effective, Map<String, ParameterDistribution> priors) {
        CalibrationStudy study = new CalibrationStudy(
                "small",
                "What is learnt?",
                REFERENCE,
                priors,
                List.of(),
                10,
                new CalibrateSection(
                        CalibrateSection.Method.ABC_SMC, 300, 8, 0.5, 1, 0.02, 0, 60_000, 4_000, 2024, false),
                1);
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(List.of(Math.pow((i + 0.5) / POINTS, 3)));
        }
        Posterior sample = new Posterior(points, Collections.nCopies(POINTS, 1.0 / POINTS));
        CalibratedParameter row = new CalibratedParameter(
                ATTENTION, new Interval(0, 1), 0.25, 0.2, 3, mean, sd / 10, sd, new Interval(mean - sd, mean + sd));
        return new CalibrationFindings(
                        study,
                        List.of(row),
                        List.of(ATTENTION),
                        sample,
                        sample,
                        sample,
                        List.of(),
                        List.of(),
                        effective,
                        Map.of())
                .of(Path.of("small-posterior.yaml"));
    }

    @Test
    void aMeanThatMovesIsToldWhereNothingIsNarrowed() {
        // 100 points know the mean to a tenth of the standard deviation.
        assertThat(found(0.25 + 0.29 * 0.2, 0.2).answer()).hasSize(1);
        assertThat(found(0.25 + 0.31 * 0.2, 0.2).answer())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("Without narrowing it, the record moves the mean of Japan: attention from 0.25 to 0.31");
        assertThat(found(0.35, 0.1).answer()).containsExactly("The record narrows Japan: attention by 50.0 %.");
        assertThat(found(0.25, 0.2).answer().get(0))
                .startsWith(
                        "The record does not narrow Japan: attention: its posterior is not narrower than the prior by");
    }

    /** Of a record that says nothing, ten points of a uniform prior or three of five normal ones show a change every few times. */
    @Test
    void fewPointsTellNeitherWhatIsNarrowedNorWhatIsMoved() {
        for (Findings few : List.of(found(0.35, 0.02, 19.4), found(0.25 + 0.31 * 0.2, 0.2, 3))) {
            assertThat(few.answer()).singleElement().asString().contains(" effective points, too few to tell");
        }
        assertThat(found(0.35, 0.02, 20).answer()).containsExactly("The record narrows Japan: attention by 90.0 %.");
    }

    /** More generations are no advice where a calibration stopped before its last. */
    @Test
    void whatMaySettleMeansGoesByWhatStoppedIt() {
        assertThat(AbcCalibration.advice(false, false, 2, 0)).contains("more generations");
        assertThat(AbcCalibration.advice(false, true, 2, 0)).contains("more particles");
        assertThat(AbcCalibration.advice(true, false, 2, 0)).contains("min_acceptance");
        assertThat(AbcCalibration.advice(true, false, 1, 1)).contains("target_tolerance");
        assertThat(AbcCalibration.advice(true, false, 0, 0)).contains("more particles");
    }

    /** Of a few hundred points a kernel density has bumps that the prior has not. */
    @Test
    void thePriorIsDrawnAsItIsStated() {
        ParameterDistribution uniform = new ParameterDistribution(
                UncertainParameter.parse("uniform(0, 0.8)"), Uncertainties.path(REFERENCE, ATTENTION));
        Findings found = found(0.25, 0.2, POINTS, Map.of(ATTENTION, uniform));
        List<JsonNode> priors = FindingsJson.of(found).findParents("shape").stream()
                .filter(series -> series.path("name").asText().equals("Prior"))
                .toList();
        assertThat(priors).hasSize(1);
        JsonNode x = priors.get(0).path("x");
        JsonNode y = priors.get(0).path("y");
        for (int i = 1; i < x.size() - 1; i++) {
            assertThat(y.path(i).asDouble()).isCloseTo(x.path(i).asDouble() <= 0.8 ? 1 / 0.8 : 0, Offset.offset(1e-3));
        }
    }

    @Test
    void densitiesAreDrawnWithinTheSupport() {
        List<Double> places = new ArrayList<>();
        for (JsonNode series : FindingsJson.of(found(0.25, 0.2)).findParents("shape")) {
            if (series.path("shape").asText().equals("line")) {
                series.path("x").forEach(x -> places.add(x.asDouble()));
                // It stands on zero; the values crowd at the bound, where the density is greatest.
                assertThat(series.path("y").path(0).asDouble()).isZero();
                assertThat(series.path("y").path(1).asDouble())
                        .isGreaterThan(series.path("y").path(20).asDouble());
            }
        }
        assertThat(places).isNotEmpty().contains(0.0).allMatch(x -> x >= 0 && x <= 1);
    }
}
