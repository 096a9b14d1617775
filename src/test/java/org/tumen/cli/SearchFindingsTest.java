package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search says of its best compromise is what the runs that chose nothing say. */
class SearchFindingsTest {
    private static final int RUNS = 6;
    private static final int FRESH = 244;

    @TempDir
    private Path root;

    private Path searched(String out, String overWorlds) throws IOException {
        for (String name : List.of("reference.yaml", "baseline.yaml", "united-council.yaml")) {
            if (!Files.exists(root.resolve(name))) {
                Files.copy(Path.of("scenarios", name), root.resolve(name));
            }
        }
        Path study = Files.writeString(
                root.resolve("study.yaml"),
                "name: small\ndescription: Which?\nworlds:\n  divided: {scenario: baseline.yaml}\n"
                        + "  united: {scenario: united-council.yaml}\nlevers:\n"
                        + "  actors.japan.policy.assertiveness: {from: 0.2, to: 1.8}\n"
                        + "  actors.russia.secrecy: [0.2, 0.8]\nruns: " + RUNS + "\nsearch:\n"
                        + "  objectives: [mean_stability, delivered]\n  over_worlds: " + overWorlds
                        + "\n  population: 8\n"
                        + "  evaluations: 16\n  searches: 2\n  fresh_runs: " + FRESH + "\n  front: 5\n");
        Path folder = root.resolve(out);
        Program.Ending ending = InProcess.run("search", study.toString(), "--out", folder.toString());
        assertThat(ending.status()).as(ending.err()).isZero();
        return folder;
    }

    private static JsonNode findings(Path folder) throws IOException {
        return new JsonMapper().readTree(folder.resolve("findings.json").toFile());
    }

    /** The rows of a table of the result by their first cell, each by its heads. */
    private static Map<String, Map<String, String>> rows(Path folder, String table) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(table + ".csv"));
        String[] heads = lines.get(0).split(",", -1);
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            // Commas within quotes part nothing.
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < heads.length; i++) {
                row.put(heads[i], cells[i]);
            }
            rows.put(cells[0], row);
        }
        return rows;
    }

    /** The mean of an outcome over the half of the fresh runs that chose nothing. */
    private static double told(Path folder, String arm, String outcome) {
        Program.Ending asked = InProcess.run(
                "query",
                folder.toString(),
                "select avg(" + outcome + ") as m, count(*) as n from runs where arm = '" + arm + "' and run >= "
                        + (RUNS + FRESH / 2),
                "--csv");
        assertThat(asked.status()).as(asked.err()).isZero();
        String[] cells = asked.out().lines().skip(1).findFirst().orElseThrow().split(",");
        assertThat(cells[1]).isEqualTo(Integer.toString(FRESH / 2));
        return Double.parseDouble(cells[0]);
    }

    private static double number(Map<String, String> row, String key) {
        return Double.parseDouble(row.get(key));
    }

    /** What was best on the runs of the search would bring their luck into the regrets, which could fall below 0. */
    @Test
    void regretsAreAgainstTheBestOfTheSameRuns() throws Exception {
        Path folder = searched("regret", "regret");
        assertThat(Files.readString(folder.resolve("findings.json")))
                .as("regrets from different bests have no shift that luck made")
                .doesNotContain("than the search saw them")
                .contains("so that the two cannot be compared.");
        Program.Ending asked = InProcess.run(
                "query",
                folder.toString(),
                "select arm, avg(mean_stability), avg(delivered) from runs where run >= " + (RUNS + FRESH / 2)
                        + " group by arm",
                "--csv");
        assertThat(asked.status()).as(asked.err()).isZero();
        Map<String, double[]> means = new HashMap<>();
        asked.out()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> means.put(
                        cells[0], new double[] {Double.parseDouble(cells[1]), -Double.parseDouble(cells[2])}));
        rows(folder, "chosen").forEach((point, row) -> {
            for (int m = 0; m < 2; m++) {
                int column = m;
                double regret = Double.NEGATIVE_INFINITY;
                for (String world : List.of("divided", "united")) {
                    double best = means.keySet().stream()
                            .filter(arm -> arm.endsWith(world))
                            .mapToDouble(arm -> means.get(arm)[column])
                            .max()
                            .orElseThrow();
                    regret = Math.max(regret, best - means.get(point + "-" + world)[column]);
                }
                assertThat(number(row, m == 0 ? "mean_stability" : "delivered")).isCloseTo(regret, within(1e-9));
            }
        });
    }

    @Tag("slow")
    @Test
    void theBestCompromiseIsToldByRunsThatChoseNothing() throws Exception {
        Path folder = searched("out", "worst");
        String knee = Files.readAllLines(folder.resolve("chosen.csv")).get(1).split(",")[0];
        Map<String, Map<String, String>> compromise = rows(folder, "compromise");
        Map<String, Map<String, String>> costs = rows(folder, "costs");
        Map<String, Map<String, String>> chosen = rows(folder, "chosen");
        for (String outcome : List.of("mean_stability", "delivered")) {
            double divided = told(folder, knee + "-divided", outcome);
            double united = told(folder, knee + "-united", outcome);
            boolean more = outcome.equals("mean_stability");
            double worst = more ? Math.min(divided, united) : Math.max(divided, united);
            Map<String, String> row = compromise.get(outcome);
            assertThat(number(row, "in_divided")).isCloseTo(divided, within(1e-9));
            assertThat(number(row, "in_united")).isCloseTo(united, within(1e-9));
            assertThat(number(row, "value")).isCloseTo(worst, within(1e-9));
            double base = number(chosen.get("base"), outcome);
            double[] stands = {told(folder, "base-divided", outcome), told(folder, "base-united", outcome)};
            Arrays.sort(stands);
            assertThat(base).isCloseTo(more ? stands[0] : stands[1], within(1e-9));
            assertThat(number(costs.get(outcome), "difference")).isCloseTo(worst - base, within(1e-9));
            // Interval and estimate are of the same resampled runs.
            assertThat(worst - base)
                    .isBetween(
                            number(costs.get(outcome), "difference_low"),
                            number(costs.get(outcome), "difference_high"));
        }
    }

    @Test
    void noKeyAndNoPathStandsBeforeAReader() throws Exception {
        Path folder = searched("here", "worst");
        JsonNode findings = findings(folder);
        assertThat(findings.path("answer").get(0).asText()).startsWith("The best compromise on the front sets ");
        assertThat(findings.path("answer").toString())
                .contains(
                        "On " + FRESH / 2 + " fresh runs in each world that chose nothing",
                        "mean stability (worst world)")
                .doesNotContain("mean_stability", "actors.");
        JsonNode front = findings.findParents("charts").get(1).path("charts").get(0);
        assertThat(front.path("good").asText()).isEqualTo("bottom right");
        assertThat(front.at("/x/unit").asText()).isEqualTo("index points");
        assertThat(front.at("/y/unit").asText()).isEqualTo("units of volume");
        assertThat(front.at("/series/0/labels/0").asText()).contains("best compromise", "secrecy: 0.");
        assertThat(Files.readString(folder.resolve("findings.json"))).doesNotContain(root.toString());
        assertThat(folder.resolve("chosen/compare.yaml")).exists();
        Path elsewhere = searched("there", "worst");
        assertThat(Files.readAllBytes(elsewhere.resolve("findings.json")))
                .isEqualTo(Files.readAllBytes(folder.resolve("findings.json")));
    }

    /** Who learns that nothing keeps to the constraints learns how near the nearest came, too. */
    @Test
    void theNearestToConstraintsThatNothingKeepsIsTold() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), root.resolve("reference.yaml"));
        Path study = Files.writeString(root.resolve("study.yaml"), """
                scenario: reference.yaml
                levers: {actors.russia.secrecy: [0.2, 0.8], actors.russia.generosity: [0.1, 0.9]}
                runs: 4
                search:
                  objectives: [mean_stability, launches]
                  constraints: [mean(technology_share) <= -1, mean(delivered) >= 0]
                  population: 8
                  evaluations: 8
                  fresh_runs: 50
                """);
        Program.Ending ending = InProcess.run(
                "search", study.toString(), "--out", root.resolve("none").toString());
        assertThat(ending.status()).isEqualTo(2);
        assertThat(ending.err())
                .containsPattern(
                        "keeps to all constraints, mean\\(technology_share\\) <= -1 and mean\\(delivered\\) >= 0:"
                                + " the nearest has mean\\(technology_share\\) of 0\\.\\d+; loosen one");
    }
}
