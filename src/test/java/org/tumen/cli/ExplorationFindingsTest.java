package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.findings.Chart;

/** What sweeps, sensitivity analyses and discoveries find, held against the points that they found it at. */
class ExplorationFindingsTest {
    private static final String WORLD = "name: small\nscenario: world.yaml\nseed: 1\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void world() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), folder.resolve("reference.yaml"));
        Files.writeString(
                folder.resolve("world.yaml"),
                "extends: reference.yaml\nname: world\nweeks: 26\nactors: {russia: {generosity: 0.4}}\n");
    }

    private JsonNode explore(String kind, String study) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), WORLD + study);
        Path out = folder.resolve("out");
        Program.Ending ending = InProcess.run("explore", kind, file.toString(), "--out", out.toString());
        assertThat(ending.status()).as(ending.err()).isZero();
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        return new JsonMapper().readTree(out.resolve("findings.json").toFile());
    }

    private static JsonNode table(JsonNode findings, String name) {
        for (JsonNode block : findings.findValues("table")) {
            if (block.path("name").asText().equals(name)) {
                return block;
            }
        }
        throw new AssertionError("no table " + name);
    }

    /** A column of a table by its key. */
    private static List<JsonNode> column(JsonNode table, String key) {
        int place = 0;
        while (!table.path("fields").path(place).path("key").asText().equals(key)) {
            assertThat(place++).as(key).isLessThan(table.path("fields").size());
        }
        List<JsonNode> column = new ArrayList<>();
        for (JsonNode row : table.path("rows")) {
            column.add(row.path(place));
        }
        return column;
    }

    private static List<String> texts(JsonNode table, String key) {
        return column(table, key).stream().map(JsonNode::asText).toList();
    }

    @Test
    void aSweepHoldsItsPointsAgainstTheScenariosOwnValues() throws IOException {
        JsonNode found = explore("sweep", """
                levers: {actors.russia.generosity: [0, 0.4, 0.9]}
                outcomes: [technology_share, mean_stability]
                runs: 30
                """);
        JsonNode points = table(found, "points");
        List<String> generosity = texts(points, "actors.russia.generosity");
        int reference = generosity.indexOf("0.4");
        for (String outcome : List.of("technology_share", "mean_stability")) {
            List<JsonNode> means = column(points, outcome + "_mean");
            List<JsonNode> differences = column(points, outcome + "_difference");
            for (int i = 0; i < means.size(); i++) {
                assertThat(differences.get(i).asDouble())
                        .isCloseTo(
                                means.get(i).asDouble() - means.get(reference).asDouble(), within(1e-9));
                assertThat(points.path("marked").path(i).asBoolean()).isEqualTo(i == reference);
            }
        }
        // Less technology is better, and the share paid grows with generosity alone.
        assertThat(generosity).containsExactly("0.0", "0.4", "0.9");
        assertThat(column(points, "technology_share_difference_high").get(0).asDouble())
                .isNegative();
        assertThat(found.path("answer").path(0).asText())
                .contains(
                        "Technology share comes out lowest at Russia: generosity 0",
                        "the reference, Russia: generosity 0.4, which the scenario has itself",
                        "beyond noise",
                        "the interval allows for the choice of the best");
        JsonNode chart = found.findValues("charts").get(0).path(0);
        assertThat(chart.at("/series/0/shape").asText()).isEqualTo("band");
        assertThat(chart.at("/x/label").asText()).isEqualTo("Russia: generosity");
        assertThat(chart.at("/series/0/y/1").asDouble(1)).isZero();
    }

    /** What the study states goes before the outcome's own direction, and a small difference is none that matters. */
    @Test
    void aSweepJudgesByTheDirectionAndTheDifferenceThatTheStudyStates() throws IOException {
        JsonNode found = explore("sweep", """
                levers: {actors.russia.generosity: [0, 0.4, 0.9]}
                outcomes: [{outcome: technology_share, direction: more, smallest_difference: 1}, mean_stability]
                runs: 30
                """);
        assertThat(found.path("answer").path(0).asText())
                .startsWith("Technology share comes out highest at Russia: generosity 0.9")
                .contains("That is no difference that matters (", "within the smallest one of 1.");
        assertThat(found.path("answer").path(1).asText())
                .isEqualTo(
                        "Of the 2 other points 0 are better than the reference in technology share, 0 worse, 2 without a"
                                + " difference that matters, and 0 are indistinguishable from it.");
        assertThat(texts(table(found, "points"), "actors.russia.generosity")).containsExactly("0.9", "0.4", "0.0");
        assertThat(texts(table(found, "responses"), "too_small")).containsExactly("2", "0");
    }

    /** Two points have one other, which is not "1 other points". */
    @Test
    void aSweepOfTwoPointsHasOneOther() throws IOException {
        JsonNode answer = explore("sweep", """
                levers: {actors.russia.generosity: [0.4, 0.9]}
                outcomes: [technology_share]
                runs: 30
                """).path("answer");
        assertThat(answer.path(1).asText())
                .isEqualTo(
                        "Of the one other point 0 are better than the reference in technology share, 1 worse, and 0 are"
                                + " indistinguishable from it.");
    }

    /** Five draws of the parameters that differ tell nothing: that is not the same as no difference beyond noise. */
    @Test
    void aSweepTellsTooFewRunsFromNoise() throws IOException {
        JsonNode found = explore("sweep", """
                levers: {actors.russia.generosity: [0, 0.4, 0.9]}
                outcomes: [technology_share, first_crisis]
                runs: 10
                """);
        for (String table : List.of("responses", "points")) {
            assertThat(table(found, table).path("caption").asText())
                    .endsWith("a run in which it never did counts with 26.");
        }
        // What is not drawn is not told.
        assertThat(found.toString())
                .contains("no intervals, for too few runs, or draws of the parameters, differ.")
                .doesNotContain("band: 95 % intervals", "intervals hold for all points");
        JsonNode answer = found.path("answer");
        assertThat(answer.path(0).asText()).contains("Too few differ to say whether that is noise: ");
        assertThat(answer).hasSize(1);
    }

    @Test
    void aSensitivityAnalysisNamesWhatMattersAndWhatIsNoise() throws IOException {
        JsonNode found = explore("sensitivity", """
                uncertainties:
                  actors.russia.generosity: {from: 0, to: 0.9}
                  actors.japan.intelligence.vigilance: {from: 0.1, to: 0.5}
                outcomes: [technology_share]
                runs: 8
                sensitivity: {method: sobol, rows: 32, resamples: 100}
                """);
        JsonNode table = table(found, "sensitivity");
        assertThat(texts(table, "index")).containsExactly("total", "total", "first", "first");
        assertThat(texts(table, "factor").get(0)).isEqualTo("actors.russia.generosity");
        // The share paid is by generosity alone: an index of 1, which 32 rows of a line give with a deviation of 0.24
        // by the
        // fourth moments of uniform draws, less where they are spread evenly.
        assertThat(column(table, "value").get(0).asDouble()).isCloseTo(1, within(0.34));
        assertThat(texts(table, "against_noise").subList(0, 2)).containsExactly("stands out", "indistinguishable");
        assertThat(found.path("answer").path(0).asText())
                .startsWith("Technology share turns most on Russia: generosity: it has a part in")
                .contains("Indistinguishable from noise: Japan: intelligence vigilance.");
        JsonNode series = found.findValues("charts").get(0).at("/0/series");
        assertThat(series.path(0).path("shape").asText()).isEqualTo("rows");
        assertThat(series.path(0).path("y").path(0))
                .isEqualTo(column(table, "value").get(0));
        JsonNode variance = table(found, "variance");
        assertThat(column(variance, "parameters_share").get(0).asDouble()).isBetween(0.5, 1.0);
    }

    /** Between two values there is one move, and its size is that of the difference between them. */
    @Test
    void anEffectOfAFewValuesIsTheDifferenceBetweenThem() throws IOException {
        JsonNode found = explore("sensitivity", """
                uncertainties: {actors.russia.generosity: [0.1, 0.8]}
                outcomes: [technology_share]
                runs: 4
                sensitivity: {trajectories: 10}
                """);
        JsonNode points = table(found, "points");
        List<String> values = texts(points, "actors.russia.generosity");
        List<JsonNode> means = column(points, "technology_share_mean");
        double difference = means.get(values.indexOf("0.8")).asDouble()
                - means.get(values.indexOf("0.1")).asDouble();
        assertThat(column(table(found, "sensitivity"), "value").get(0).asDouble())
                .isCloseTo(difference, within(1e-9));
    }

    /** The greatest stands first of both orders, whatever the order of the study. */
    @Test
    void indicesOfEachOrderStandByTheirSize() throws IOException {
        JsonNode table = table(explore("sensitivity", """
                uncertainties:
                  actors.japan.intelligence.vigilance: {from: 0.1, to: 0.5}
                  actors.russia.generosity: {from: 0, to: 0.9}
                outcomes: [technology_share]
                runs: 2
                sensitivity: {method: sobol, rows: 8, resamples: 20}
                """), "sensitivity");
        assertThat(texts(table, "index")).containsExactly("total", "total", "first", "first");
        assertThat(texts(table, "factor"))
                .containsExactly(
                        "actors.russia.generosity",
                        "actors.japan.intelligence.vigilance",
                        "actors.russia.generosity",
                        "actors.japan.intelligence.vigilance");
    }

    @Test
    void aDiscoverySaysWhereCasesConcentrateAndHowSure() throws IOException {
        JsonNode found = explore("discover", """
                uncertainties:
                  actors.russia.generosity: {from: 0, to: 0.9}
                  actors.japan.intelligence.vigilance: {from: 0.1, to: 0.5}
                outcomes: [mean_stability]
                discover: {condition: technology_share > 0.7, points: 80, runs: 4, resamples: 5}
                """);
        JsonNode points = table(found, "points");
        List<JsonNode> generosity = column(points, "actors.russia.generosity");
        List<JsonNode> cases = column(points, "case");
        double limit = column(table(found, "box"), "lower").get(0).asDouble();
        int inside = 0;
        int both = 0;
        int all = 0;
        for (int i = 0; i < cases.size(); i++) {
            boolean in = generosity.get(i).asDouble() >= limit;
            inside += in ? 1 : 0;
            all += cases.get(i).asBoolean() ? 1 : 0;
            both += in && cases.get(i).asBoolean() ? 1 : 0;
        }
        JsonNode score = table(found, "box_score");
        assertThat(column(table(found, "box"), "upper").get(0).isNull()).isTrue();
        assertThat(column(score, "coverage").get(0).asDouble()).isCloseTo((double) both / all, within(1e-12));
        assertThat(column(score, "density").get(0).asDouble()).isCloseTo((double) both / inside, within(1e-12));
        assertThat(column(score, "base_rate").get(0).asDouble()).isCloseTo(all / 80.0, within(1e-12));
        assertThat(found.path("answer").path(0).asText())
                .startsWith("Points where technology share > 0.7 concentrate where Russia: generosity > ");
        assertThat(found.path("answer").path(1).asText()).contains("Chance alone seldom gives a box as dense");
        JsonNode pairs = found.findValues("charts").get(0).path(0).path("series");
        assertThat(pairs.path(0).path("hue").asText()).isEqualTo(Chart.Series.MUTED);
        assertThat(pairs.path(1).path("x").size()).isEqualTo(all);
    }

    /** Nothing of what is varied acts before the panel ends: of a box that is none it cannot be told how sure it is. */
    @Test
    void whereCasesConcentrateNowhereNoBoxIsSpokenOf() throws IOException {
        JsonNode found = explore("discover", """
                uncertainties:
                  actors.japan.effort: {from: 0, to: 1}
                  monitoring.coalition.formation: {from: 0, to: 0.5}
                outcomes: [mean_stability]
                discover: {condition: mean_stability > 53, points: 60, runs: 2, resamples: 5}
                """);
        assertThat(found.path("answer").path(0).asText()).endsWith("concentrate nowhere in particular.");
        assertThat(found.path("answer").toString()).doesNotContain("Boxes", "a box", "this one");
    }

    @Test
    void aConditionThatTellsNothingApartIsSaidSo() throws IOException {
        JsonNode found = explore("discover", """
                uncertainties:
                  actors.russia.generosity: {from: 0, to: 0.9}
                  actors.japan.intelligence.vigilance: {from: 0.1, to: 0.5}
                outcomes: [mean_stability]
                discover: {condition: mean_stability > 100, points: 50, runs: 2, resamples: 2}
                """);
        assertThat(found.path("answer").path(0).asText())
                .contains("Mean stability > 100 holds at none of the 50 points", "nothing to tell apart");
        assertThat(table(found, "points").path("rows")).hasSize(50);
    }
}
