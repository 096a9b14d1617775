package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.StoredTables;

/** Comparisons in which parameters are uncertain. */
class PriorComparisonTest {
    private static final String STUDY = """
            name: doubt
            description: Does a hard line help when nobody knows the fear of the seller?
            scenario: world.yaml
            baseline: usual
            arms: {usual: {}, silent: {set: {actors.japan.policy: {type: silent}}}}
            outcomes: [mean_stability, mean_tension, delivered]
            runs: 400
            """;

    private static final String WORLD = """
            extends: reference.yaml
            name: world
            weeks: 30
            uncertainties:
              parameters:
                actors.north_korea.policy.fear: {distribution: uniform, from: 0.2, to: 1.4, reason: unknown}
                actors.russia.secrecy: {distribution: uniform, from: 0.3, to: 0.7, reason: unknown}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private int compare(String world, String... options) throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Files.writeString(folder.resolve("world.yaml"), world);
        Path study = folder.resolve("study.yaml");
        Files.writeString(study, STUDY);
        String[] args = new String[4 + options.length];
        args[0] = "compare";
        args[1] = study.toString();
        args[2] = "--out";
        args[3] = folder.resolve("result").toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return run(args);
    }

    private List<ObjectNode> table(String name) throws IOException {
        return StoredTables.rows(folder.resolve("result"), name);
    }

    @Test
    void theAnswerComesFirstAndFitsAScreen() throws IOException {
        assertThat(compare(WORLD, "--replicates", "4")).as(err.toString()).isZero();

        assertThat(out.toString().lines().count()).isLessThanOrEqualTo(40);
        assertThat(out.toString().lines().filter(line -> !line.contains(folder.toString())))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 100);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Does a hard line help", "Against usual", "of draws of", "turns on", "knowing everything")
                .doesNotContain("Adjusted p");
        assertThat(table("prior")).hasSize(3);
        // Everything, and each of the two parameters, for three outcomes.
        assertThat(table("value_of_knowing")).hasSize(9);
        assertThat(table("weights")).hasSize(2);
        assertThat(Files.readString(folder.resolve("result/report.html")))
                .contains(
                        "100 draws of the uncertain parameters, 4 runs of each arm",
                        "by the runs that share a draw",
                        "What it turns on",
                        "Where it flips",
                        "class=\"answer\"");
    }

    /** A page that gave one difference two intervals would leave its reader to choose. */
    @Test
    void aDifferenceHasOneInterval() throws IOException {
        assertThat(compare(WORLD, "--replicates", "4")).as(err.toString()).isZero();
        List<ObjectNode> drawn = table("prior");
        List<ObjectNode> told = table("comparison");
        assertThat(drawn).hasSameSizeAs(told);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i).path("outcome")).isEqualTo(told.get(i).path("outcome"));
            for (String column : List.of("difference_low", "difference_high")) {
                assertThat(drawn.get(i).path(column)).isEqualTo(told.get(i).path(column));
            }
        }
        assertThat(drawn)
                .anySatisfy(
                        row -> assertThat(row.path("difference_low").isNumber()).isTrue());
    }

    @Test
    void whatOnlyAnArmDrawsHasTheNameOfItsActor() throws IOException {
        Files.writeString(folder.resolve("two.yaml"), """
                extends: world.yaml
                name: two
                actors: {second: {role: warner, iso3: KOR, label: Second Republic}}
                uncertainties: {parameters: {actors.second.credibility.bluff: {from: 0.1, to: 0.4}}}
                """);
        Path study = folder.resolve("study.yaml");
        assertThat(compare(WORLD)).as(err.toString()).isZero();
        Files.writeString(
                study,
                STUDY.replace("silent: {set: {actors.japan.policy: {type: silent}}}", "two: {scenario: two.yaml}"));
        assertThat(run(
                        "compare",
                        study.toString(),
                        "--out",
                        folder.resolve("other").toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("other/findings.json")))
                .contains("Second Republic: credibility bluff")
                .doesNotContain("Second: credibility bluff");
    }

    /** Of all that the baseline draws the terminal names what weighs most, and says where the rest stands. */
    @Test
    void ofManyParametersTheWeightiestAreTold() throws IOException {
        String all =
                "extends: reference.yaml\nname: world\nweeks: 30\nuncertainties: {priors: all, votes: posterior}\n";
        assertThat(compare(all, "--details", "--runs", "100"))
                .as(err.toString())
                .isZero();
        int drawn = table("value_of_knowing").size();
        assertThat(drawn).isGreaterThan(60);
        String told = out.toString().replaceAll("\\s+", " ");
        assertThat(told)
                .containsPattern("\\(the weightiest (18|19|20|21|22) of " + drawn
                        + " rows; all of them stand in value_of_knowing.csv\\)");
        assertThat(Files.readString(folder.resolve("result/findings.json")))
                .contains("UN Security Council: how it votes (weights and belief, drawn together)");
        // Each row of the summary of arms stands on one line with its unit.
        assertThat(told).containsPattern("Arm Outcome Mean 5 % Median 95 % Unit usual Mean stability");
    }

    @Test
    void detailsTellTheRest() throws IOException {
        assertThat(compare(WORLD, "--details")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Under the prior", "by a surface fitted to other draws", "Value of knowing", "Adjusted");
    }

    @Test
    void aStudyMayStateWhatItValues() throws IOException {
        String valued = "utility: {unit: billion yen, weights: {mean_tension: -2, delivered: -10}}\n"
                + "weights: {mean_tension: 3, delivered: 1}\n";
        assertThat(compareValued(valued)).as(err.toString()).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "utility",
                        "billion yen",
                        "in the study's utility",
                        "By the study's weights of the criteria",
                        "is best in");
        List<ObjectNode> drawn = table("prior");
        assertThat(drawn).hasSize(4);
        double tension = drawn.get(1).path("difference").doubleValue();
        double delivered = drawn.get(2).path("difference").doubleValue();
        assertThat(drawn.get(3).path("outcome").asText()).isEqualTo("utility");
        assertThat(drawn.get(3).path("difference").doubleValue())
                .isCloseTo(-2 * tension - 10 * delivered, within(1e-9));
        assertThat(table("value_of_knowing"))
                .anySatisfy(row -> assertThat(row.path("unit").asText()).isEqualTo("billion yen"));
        // One set of weights: one arm is chosen, and the middle of its weights is they.
        ObjectNode chosen = table("weights").stream()
                .filter(row -> row.path("chosen_now").doubleValue() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(chosen.path("weight_mean_tension").doubleValue()).isCloseTo(0.75, within(1e-12));
        assertThat(chosen.path("weight_mean_stability").doubleValue()).isZero();
    }

    @Test
    void whatAStudyValuesMustFitIt() throws IOException {
        assertThat(compareValued("weights: {launches: 1, delivered: -1}\n")).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString())
                .contains("weights.launches: is no outcome of the study", "weights.delivered: must be 0 or more");
    }

    @Test
    void aUtilityIsToldAgainstTheBaselineAlone() throws IOException {
        String third = "quiet: {set: {actors.japan.policy.assertiveness: 0.1}}, silent: {set";
        assertThat(compareStudy(
                        STUDY.replace("silent: {set", third) + "utility: {unit: points, weights: {delivered: 1}}\n"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .containsPattern(
                        "has a greater utility than usual, by [^;]*, and the greatest in these runs; against other"
                                + " arms it is not tested\\.");
    }

    private int compareValued(String valued) throws IOException {
        return compareStudy(STUDY + valued);
    }

    private int compareStudy(String text) throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Files.writeString(folder.resolve("world.yaml"), WORLD);
        Path study = folder.resolve("study.yaml");
        Files.writeString(study, text);
        return run(
                "compare", study.toString(), "--out", folder.resolve("result").toString());
    }

    @Test
    void replicatesNeedSomethingUncertain() throws IOException {
        assertThat(compare("extends: reference.yaml\nname: world\nweeks: 30\n", "--replicates", "4"))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("--replicates: nothing is uncertain in doubt");
        assertThat(compare(WORLD, "--replicates", "0")).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("--replicates must be a whole number from 1 to 10000, not 0");
    }
}
