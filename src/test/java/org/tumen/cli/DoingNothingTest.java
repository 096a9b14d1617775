package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.StoredTables;
import org.tumen.outcome.Outcome;

/**
 * An arm that does nothing is the baseline to the bit, on a scenario in which everything is drawn that nobody knows: whoever
 * gets an empty script or rules that never hold, and however what is uncertain is stated.
 */
class DoingNothingTest {
    private static final Map<String, String> ACTS = Map.of(
            "north_korea", "launch",
            "russia", "decline",
            "japan", "warn",
            "allies", "disclose",
            "security_council", "table_firm");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private List<ObjectNode> compared(String world, String arms) throws IOException {
        assertThat(compare(world, arms)).as(err.toString()).isZero();
        return StoredTables.rows(folder.resolve("result"), "comparison");
    }

    private int compare(String world, String arms) throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Files.writeString(folder.resolve("baseline.yaml"), Files.readString(Path.of("scenarios/baseline.yaml")));
        Files.writeString(folder.resolve("world.yaml"), "extends: baseline.yaml\nname: world\n" + world);
        String outcomes = Outcome.all().stream().map(Outcome::key).collect(Collectors.joining(", "));
        Path study = folder.resolve("study.yaml");
        Files.writeString(
                study,
                "scenario: world.yaml\narms:\n  usual: {}\n" + arms + "outcomes: [" + outcomes + "]\nruns: 40\n");
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "compare",
                study.toString(),
                "--out",
                folder.resolve("result").toString());
    }

    private static void assertAllEqual(List<ObjectNode> rows, int arms) {
        assertThat(rows).hasSize(arms * Outcome.all().size());
        for (JsonNode row : rows) {
            assertThat(row.path("finding").asText())
                    .as(row.path("arm").asText() + ", " + row.path("outcome").asText())
                    .isEqualTo("exactly_equal");
        }
    }

    @Tag("slow")
    @Test
    void whoeverGetsAnEmptyScriptOrRulesThatNeverHold() throws IOException {
        StringBuilder arms = new StringBuilder();
        new TreeMap<>(ACTS).forEach((actor, act) -> {
            String policy = "{set: {actors." + actor + ".policy: ";
            arms.append("  ").append(actor).append("-script: ").append(policy).append("{type: script, acts: []}}}\n");
            arms.append("  ")
                    .append(actor)
                    .append("-rules: ")
                    .append(policy)
                    .append("{type: rules, rules: [{when: weeks_since_start > 9999, do: ")
                    .append(act)
                    .append("}]}}}\n");
        });
        assertAllEqual(compared("weeks: 30\n", arms.toString()), 2 * ACTS.size());
    }

    @Tag("slow")
    @Test
    void whereDistributionsCorrelationsAndChosenPriorsNameThePolicy() throws IOException {
        String world = """
                weeks: 30
                uncertainties:
                  priors: [actors.russia.policy, actors.north_korea.policy.launch]
                  votes: posterior
                  parameters:
                    actors.north_korea.policy.fear: {distribution: uniform, from: 0.2, to: 0.8}
                    actors.allies.policy.disclosure: {distribution: uniform, from: 0.2, to: 0.8}
                  correlation:
                    - {between: [actors.north_korea.policy.fear, actors.allies.policy.disclosure], rank: 0.5}
                """;
        String arms = """
                  scripted: {set: {actors.north_korea.policy: {type: script, acts: []}}}
                  stated: {set: {actors.north_korea.policy: {type: script, acts: [], otherwise: {type: quantal}}}}
                  twice: {set: {actors.north_korea.policy: {type: script, acts: [], otherwise: {type: rules}}}}
                  ally: {set: {actors.allies.policy: {type: rules, rules: []}}}
                """;
        assertAllEqual(compared(world, arms), 4);
    }

    @Test
    void whereADrawCannotFollowThePairedVerdictIsRefused() throws IOException {
        assertThat(compare("weeks: 20\n", "  mute: {set: {actors.allies.policy: {type: silent}}}\n"))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("no paired verdict on mute", "actors.allies.policy.follow", "otherwise");
    }

    @Tag("slow")
    @Test
    void anArmThatIsRefusedStopsNoOther() throws IOException {
        String mute = "  mute: {set: {actors.allies.policy: {type: silent}}}\n";
        String firm = "  firm: {set: {actors.allies.policy.disclosure: 0.9}}\n";
        assertThat(compare("weeks: 20\n", mute + firm)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("No paired verdict on mute", "firm").doesNotContain("mute raises");
    }

    @Test
    void aValueThatAnArmWritesIsALeverAndRefusesNothing() throws IOException {
        assertThat(compare("weeks: 20\n", "  firm: {set: {actors.allies.policy.disclosure: 0.9}}\n"))
                .as(err.toString())
                .isZero();
    }
}
