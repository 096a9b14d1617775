package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String STUDY = """
            scenario: world.yaml
            arms:
              usual: {}
              twin: {}
              silent: {set: {actors.japan.policy: {type: silent}}}
            outcomes: [mean_stability]
            runs: 200
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String study, String... options) throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
        Files.writeString(folder.resolve("world.yaml"), "extends: reference.yaml\nname: world\nweeks: 30\n");
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, study);
        String[] args = new String[4 + options.length];
        args[0] = "compare";
        args[1] = file.toString();
        args[2] = "--out";
        args[3] = folder.resolve("result").toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private JsonNode stored() throws IOException {
        return new JsonMapper()
                .readTree(folder.resolve("result/comparison.json").toFile());
    }

    @Test
    void anArmEqualToTheBaselineDiffersByExactlyZeroAndGetsNoVerdict() throws IOException {
        assertThat(run(STUDY)).as(err.toString()).isZero();

        JsonNode twin = stored().at("/worlds/0/comparisons/0");
        assertThat(twin.path("arm").asText()).isEqualTo("twin");
        assertThat(twin.at("/statistics/mean/difference").doubleValue()).isZero();
        assertThat(twin.at("/interval/low").doubleValue()).isZero();
        assertThat(twin.at("/interval/high").doubleValue()).isZero();
        assertThat(twin.at("/statistics/shares/equal").doubleValue()).isEqualTo(1);
        assertThat(twin.at("/statistics/finding").asText()).isEqualTo("exactly_equal");
        assertThat(stored().at("/worlds/0/comparisons/1/statistics/mean/difference")
                        .doubleValue())
                .isNotZero();
        assertThat(out.toString()).contains("twin leaves mean stability exactly as it was in every run");
    }

    @Test
    void blocksEndWithTheIntervalsNarrowOrAtTheMostRuns() throws IOException {
        assertThat(run(STUDY, "--until-halfwidth", "0.0001", "--max-runs", "1500"))
                .as(err.toString())
                .isZero();

        JsonNode silent = stored().at("/worlds/0/comparisons/1");
        assertThat(silent.at("/statistics/mean/runs").intValue()).isEqualTo(1500);
        // No run of the twin differs: the 200 runs of the study and one block of a thousand pass the 1,000 that settle
        // it.
        assertThat(stored().at("/worlds/0/comparisons/0/statistics/mean/runs").intValue())
                .isEqualTo(1200);
        assertThat(stored().path("repeated_looks").booleanValue()).isTrue();
    }

    @Test
    void badInputIsToldWithStatusTwo() throws IOException {
        assertThat(run(STUDY, "--baseline", "nobody")).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("usual, twin, silent");
        assertThat(run(STUDY.replace("mean_stability", "mean_stabilty"))).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("study.yaml:6: outcomes[0]: ");
    }
}
