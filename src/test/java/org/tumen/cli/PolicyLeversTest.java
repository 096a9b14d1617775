package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies as levers of a sweep and a search and as strategies of a game, from end to end. */
class PolicyLeversTest {
    private static final String SILENT = "{type: silent}";
    private static final String SCRIPT =
            "{type: script, acts: [{week: 1, act: warn}, {week: 7, act: refer}], otherwise: {type: silent}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void world() throws IOException {
        Files.copy(Path.of("scenarios/reference.yaml"), folder.resolve("reference.yaml"));
        Files.writeString(folder.resolve("world.yaml"), "extends: reference.yaml\nname: world\nweeks: 20\n");
    }

    private JsonNode run(String command, String study) throws Exception {
        Path asked = Files.writeString(folder.resolve("study.yaml"), "scenario: world.yaml\n" + study);
        Path out = folder.resolve("out");
        String[] words = (command + " " + asked + " --out " + out).split(" ");
        Program.Ending ending = InProcess.run(words);
        assertThat(ending.status()).as(ending.err()).isZero();
        return new JsonMapper().readTree(out.resolve("findings.json").toFile());
    }

    @Test
    void aSweepOverPoliciesDiffersByWhatTheySay() throws Exception {
        run(
                "explore sweep",
                "levers: {actors.japan.policy: [" + SILENT + ", " + SCRIPT
                        + "]}\noutcomes: [warnings, referrals]\nruns: 4\n");
        List<String> points = Files.readAllLines(folder.resolve("out/points.csv"));
        assertThat(points).hasSize(3);
        // Nobody warns by the first policy; by the second Japan warns once and refers once in every run.
        // The scenario's own policy is neither, so that the first one is the reference; four runs make no interval.
        String one = ",1.0,,,1.0,1.0,1.0,1.0,,";
        assertThat(points.get(1)).startsWith("p00002").contains("script").endsWith(one + one);
        assertThat(points.get(2)).startsWith("p00001,\"{\"\"type\"\":\"\"silent\"\"}\",0.0,,,0.0,0.0,0.0,0.0,,,0.0,");
        assertThat(Files.readString(folder.resolve("out/findings.json")))
                .contains("highest at Japan: policy script", "own values (its own Japan: policy was not tried)");
    }

    /** A lever that changes nothing has no best place: the reference is as good as any. */
    @Test
    void pointsThatEqualTheReferenceAreNotBetterThanIt() throws Exception {
        run(
                "explore sweep",
                "levers: {actors.japan.policy: [" + SCRIPT.replaceAll("warn|refer", "hold") + ", " + SILENT
                        + "], actors.japan.intelligence.vigilance: {from: 0.1, to: 0.3, levels: 3}}\noutcomes: [launches]\nruns: 4\n");
        assertThat(Files.readString(folder.resolve("out/findings.json")))
                .contains("lowest at the reference", "in no run does it differ at 5 other points.");
    }

    @Test
    void aSearchChoosesAmongPolicies() throws Exception {
        run(
                "search",
                "levers: {actors.japan.policy: [" + SILENT + ", " + SCRIPT + "]}\nruns: 2\nsearch: {objectives:"
                        + " [{outcome: warnings, direction: more}, {outcome: referrals, direction: more}],"
                        + " population: 8, evaluations: 8, fresh_runs: 50}\n");
        List<String> settings = Files.readAllLines(folder.resolve("out/settings.csv"));
        // The script alone warns and refers: it is the whole front, for files as it is written, for readers by its
        // type.
        assertThat(settings).hasSize(2);
        assertThat(settings.get(1)).startsWith("p001,").contains("script", "refer");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains(">script<");
    }

    /** Neither "0.056 0 to 1" nor "0.450 share of runs". */
    @Test
    void aSearchTellsSharesInPercentAndScalesByThemselves() throws Exception {
        run(
                "search",
                "levers: {actors.japan.policy: [" + SILENT + ", " + SCRIPT + "]}\nruns: 2\nsearch: {objectives:"
                        + " [mean_enforcement, share(launches > 6), {outcome: any_crisis, over_worlds: regret}],"
                        + " population: 8, evaluations: 8, fresh_runs: 50}\n");
        assertThat(Files.readString(folder.resolve("out/findings.json")))
                .containsPattern("it gives mean enforcement 0\\.\\d+ \\(0\\.\\d+ to")
                .containsPattern("launches above 6 in \\d[^ ]* % of runs \\(\\d[^ ]* % to")
                // Of no interval: none of these runs has a crisis.
                .contains("regret in any crisis 0 percentage points.\"");
    }

    @Test
    void strategiesAreEquilibriaOfTheirPolicies() throws Exception {
        // Each payoff falls in the player's own choice alone: one equilibrium, by dominance.
        run(
                "game",
                "players:\n  japan:\n    objective: warnings\n    strategies:\n      silent: {actors.japan.policy: "
                        + SILENT + "}\n      loud: {actors.japan.policy: " + SCRIPT + "}\n  russia:\n"
                        + "    objective: technology_share\n    strategies:\n      none: {actors.russia.generosity: 0}\n"
                        + "      all: {actors.russia.generosity: 0.9}\nruns: 20\n");
        assertThat(Files.readString(folder.resolve("out/equilibria/loud-all.yaml")))
                .contains("script");
    }
}
