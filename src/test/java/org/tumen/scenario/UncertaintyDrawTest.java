package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.Resolved;
import org.tumen.document.Json;
import org.tumen.document.Problem;

/** What a scenario says of its uncertain parameters, and what is drawn of it. */
class UncertaintyDrawTest {
    private static final String SECRECY = "actors.russia.secrecy";
    private static final String ASSERTIVENESS = "actors.japan.policy.assertiveness";
    private static final String PREPARATION = "actors.security_council.deliberation.interval";

    @TempDir
    private Path folder;

    private Reading read(String uncertainties) throws IOException {
        Path file = folder.resolve("uncertain.yaml");
        Files.writeString(
                file,
                "extends: " + Path.of("scenarios/reference.yaml").toAbsolutePath() + "\nuncertainties:\n"
                        + uncertainties.indent(2));
        return ScenarioReader.read(file, new ScenarioReader.Options(List.of(), true));
    }

    private static final String THREE = """
            parameters:
              actors.russia.secrecy: {distribution: uniform, from: 0.2, to: 0.8}
              actors.japan.policy.assertiveness: {distribution: normal, mean: 0.9, deviation: 0.2}
              actors.security_council.deliberation.interval: {distribution: triangular, from: 1, mode: 2, to: 9}
            """;

    @Test
    void valuesAreKeyedByRunAndNameAndNothingElse() throws Exception {
        UncertaintyDraw three = new UncertaintyDraw(read(THREE).scenario());
        UncertaintyDraw one = new UncertaintyDraw(
                read("parameters: {actors.japan.policy.assertiveness: {distribution: normal, mean: 0.9, deviation: 0.2}}")
                        .scenario());
        double[] first = three.values(7, 42);
        three.values(7, 5);
        assertThat(three.values(7, 42)).containsExactly(first);
        assertThat(one.values(7, 42)).containsExactly(first[three.paths().indexOf(ASSERTIVENESS)]);
        assertThat(three.values(8, 42)).isNotEqualTo(first);
        Scenario drawn = three.scenario(7, 42);
        assertThat(drawn.uncertainties()).isNull();
        assertThat(drawn.buyer().secrecy()).isEqualTo(first[three.paths().indexOf(SECRECY)]);
        assertThat((double) drawn.council().deliberation().interval())
                .isEqualTo(first[three.paths().indexOf(PREPARATION)]);
    }

    @Test
    void aDrawnScenarioIsTheOneThatOverridesWouldMake() throws Exception {
        Scenario scenario = read(THREE).scenario();
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        double[] values = draw.values(1, 3);
        Map<String, String> set = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String text = Double.toString(values[i]);
            set.put(draw.paths().get(i), text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
        }
        assertThat(draw.scenario(1, 3))
                .isEqualTo(ScenarioReader.override(scenario.certain(), set).scenario());
    }

    @Test
    void ranksCorrelateAsAskedAndOthersStay() throws Exception {
        UncertaintyDraw plain = new UncertaintyDraw(read(THREE).scenario());
        UncertaintyDraw joint = new UncertaintyDraw(read(THREE
                        + "correlation: [{between: [actors.russia.secrecy, actors.japan.policy.assertiveness], rank: 0.6}]")
                .scenario());
        int n = 2000;
        double[][] pairs = new double[n][];
        for (int run = 0; run < n; run++) {
            double[] values = joint.values(1, run);
            pairs[run] = new double[] {values[0], values[1]};
            assertThat(values[2]).isEqualTo(plain.values(1, run)[2]);
        }
        double found = new SpearmansCorrelation()
                .correlation(
                        Arrays.stream(pairs).mapToDouble(p -> p[0]).toArray(),
                        Arrays.stream(pairs).mapToDouble(p -> p[1]).toArray());
        // Four standard errors of a rank correlation under independence, which is more than that at 0.6.
        assertThat(found).isCloseTo(0.6, within(4 / Math.sqrt(n)));
    }

    @Test
    void whatLeavesTheRangeIsCutToIt() throws Exception {
        Scenario scenario =
                read("parameters: {actors.russia.secrecy: {distribution: normal, mean: 0.9, deviation: 0.3}}")
                        .scenario();
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        ParameterPath secrecy = ParameterPath.of(scenario, SECRECY);
        ParameterDistribution cut = new ParameterDistribution(
                Objects.requireNonNull(scenario.uncertainties()).parameters().get(SECRECY), secrecy);
        double top = secrecy.max();
        double sum = 0;
        for (int run = 0; run < 4000; run++) {
            double value = draw.values(1, run)[0];
            assertThat(value).isBetween(0.0, top);
            sum += value;
        }
        double[] even = cut.midpoints(2_000);
        assertThat(sum / 4000).isCloseTo(StatUtils.mean(even), within(4 * Math.sqrt(StatUtils.variance(even) / 4000)));
        double mass = 0;
        for (int i = 0; i < 10_000; i++) {
            mass += cut.density((i + 0.5) / 10_000 * top) * top / 10_000;
        }
        assertThat(mass).isCloseTo(1, within(1e-4));
    }

    @Test
    void pointsAreDrawnByWeightAndReplicatesShareThem() throws Exception {
        Files.writeString(
                folder.resolve("points.csv"),
                SECRECY + "," + ASSERTIVENESS + ",weight\n0.1,1.1,1\n0.2,1.2,0\n0.3,1.3,3\n");
        UncertaintyDraw draw = new UncertaintyDraw(
                read("empirical: {file: points.csv}\nreplicates: 4").scenario());
        int third = 0;
        for (int point = 0; point < 2000; point++) {
            double[] values = draw.values(3, 4L * point);
            assertThat(draw.values(3, 4L * point + 3)).containsExactly(values);
            assertThat(values[1]).isEqualTo(values[0] + 1);
            third += values[0] == 0.3 ? 1 : 0;
        }
        assertThat(third / 2000.0).isCloseTo(0.75, within(4 * Math.sqrt(0.75 * 0.25 / 2000)));
    }

    @Test
    void whoeverSetsAParameterFixesIt() throws Exception {
        Scenario scenario = read(THREE).scenario();
        Scenario fixed =
                ScenarioReader.override(scenario, Map.of(SECRECY, "0.33")).scenario();
        assertThat(Objects.requireNonNull(fixed.uncertainties()).paths()).containsExactly(ASSERTIVENESS, PREPARATION);
        Scenario silent = ScenarioReader.override(scenario, Map.of("actors.japan.policy", "{type: silent}"))
                .scenario();
        assertThat(Objects.requireNonNull(silent.uncertainties()).paths()).containsExactly(SECRECY, PREPARATION);
    }

    @Test
    void itReadsBackFromWhatIsWritten() throws Exception {
        Scenario scenario = read(THREE + "empirical: {parameters: [actors.russia.generosity], points: [[0.1], [0.4]]}")
                .scenario();
        Path file = folder.resolve("written.yaml");
        Files.writeString(file, ScenarioWriter.brief(scenario));
        assertThat(ScenarioReader.read(file).scenario()).isEqualTo(scenario);
        assertThat(ScenarioReader.read(Resolved.document(scenario), "resolved").scenario())
                .isEqualTo(scenario);
        assertThat(Json.text(Resolved.document(scenario.certain()))).doesNotContain("uncertainties");
    }

    @Test
    void mistakesAreToldWithLineAndPath() throws Exception {
        assertThat(problems("parameters: {actors.russia.secrety: {distribution: uniform, from: 0, to: 1}}"))
                .contains("uncertain.yaml:3: uncertainties.parameters.actors.russia.secrety: unknown path")
                .contains("actors.russia.secrecy?");
        assertThat(problems("parameters: {actors.russia.secrecy: {distribution: uniform, from: 2, to: 3}}"))
                .contains("lies outside of the allowed range");
        assertThat(
                        problems(
                                "parameters: {actors.russia.secrecy: {distribution: normal, mean: 0.5, deviation: 1, truncate: false}}"))
                .contains("reaches outside of the allowed range");
        assertThat(problems("parameters: {actors.russia.secrecy: {distribution: normal, mean: 0.5}}"))
                .contains("deviation must be given");
        assertThat(problems("parameters: {weeks: {distribution: uniform, from: 50, to: 60}}"))
                .contains("cannot be uncertain");
        assertThat(problems(THREE + """
                correlation:
                  - {between: [actors.russia.secrecy, actors.japan.policy.assertiveness], rank: 0.9}
                  - {between: [actors.russia.secrecy, actors.security_council.deliberation.interval], rank: 0.9}
                  - {between: [actors.japan.policy.assertiveness, actors.security_council.deliberation.interval], rank: -0.9}
                """)).contains("not positive definite");
        for (String rank : List.of("0", "0.2")) {
            assertThat(problems(THREE + """
                    correlation:
                      - {between: [actors.russia.secrecy, actors.japan.policy.assertiveness], rank: %s}
                      - {between: [actors.japan.policy.assertiveness, actors.russia.secrecy], rank: %s}
                    """.formatted(rank, rank))).contains("is given twice");
        }
        assertThat(problems("parameters: {actors.russia.secrecy: {normal: [0, 1]}}"))
                .contains("write {distribution: normal, mean: ..., deviation: ...}");
        assertThat(problems("parameters: {actors.russia.secrecy: {distribution: beta, alpha: 2, beta: 3}}"))
                .isEmpty();
        assertThat(problems("empirical: {parameters: [actors.russia.secrecy], points: [[0.2], [3]]}"))
                .contains("points[1] has 3 for");
        assertThat(problems("parameters: {region.crisis.enter: {distribution: uniform, from: 20, to: 90}}"))
                .contains("contradict each other");
        assertThat(problems("empirical: {file: ../points.csv}")).contains("beside the scenario file");
    }

    /** What is in doubt has a place of its own, and who writes it elsewhere is told so. */
    @Test
    void distributionsInPlaceOfNumbersArePointedToTheirPlace() {
        Reading set = ScenarioReader.read(
                Path.of("scenarios/reference.yaml"),
                new ScenarioReader.Options(
                        List.of(
                                "actors.russia.secrecy={uniform: [0, 1]}",
                                "actors.japan.policy.assertiveness=[0.2, 0.8]",
                                "weeks={from: 20, to: 30}"),
                        false));
        assertThat(set.problems().stream().map(Problem::message))
                .containsExactlyInAnyOrder(
                        "must be one number, not a mapping; a distribution of it stands under uncertainties.parameters, such"
                                + " as {actors.russia.secrecy: {from: ..., to: ...}}",
                        "must be one number, not a list; a distribution of it stands under uncertainties.parameters, such as"
                                + " {actors.japan.policy.assertiveness: {from: ..., to: ...}}",
                        "must be a whole number from 1 to 5200, not a mapping");
    }

    private String problems(String uncertainties) throws IOException {
        return String.join(
                "\n",
                read(uncertainties).problems().stream().map(Problem::toString).toList());
    }
}
