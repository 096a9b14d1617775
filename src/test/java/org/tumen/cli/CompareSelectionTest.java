package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.StoredTables;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;

/** {@code compare --select}: the best arm, and the runs that it takes. */
class CompareSelectionTest {
    private static final String STUDY = """
            scenario: world.yaml
            seed: 1
            arms:
              open: {set: {actors.russia.secrecy: 0.1}}
              discreet: {set: {actors.russia.secrecy: 0.9}}
            outcomes: [{outcome: delivered, smallest_difference: 0.1}]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void scenarios() throws IOException {
        for (String name : List.of("baseline.yaml", "reference.yaml")) {
            Files.copy(Path.of("scenarios", name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("world.yaml"), "extends: reference.yaml\nname: world\nweeks: 30\n");
    }

    private Program.Ending compare(String study, String out, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), study);
        List<String> args = new ArrayList<>(
                List.of("compare", file.toString(), "--out", folder.resolve(out).toString()));
        args.addAll(Arrays.asList(options));
        return InProcess.run(args.toArray(String[]::new));
    }

    private List<ObjectNode> selected(String out) throws IOException {
        return StoredTables.rows(folder.resolve(out), "selection");
    }

    private static String words(Program.Ending ending) {
        assertThat(ending.status()).as(ending.err()).isZero();
        return ending.out().replaceAll("\\s+", " ");
    }

    @Test
    void theBestArmIsToldFirstWithWhatItTookAndStoredAsAnyRuns() throws IOException {
        String said = words(compare(STUDY, "out", "--select", "delivered"));
        List<ObjectNode> rows = selected("out");
        long total =
                rows.stream().mapToLong(row -> row.path("runs").longValue()).sum();
        assertThat(said)
                .containsPattern(
                        "model version 2\\. open is selected as the best of 2 arms in volume delivered \\(mean [0-9.]+\\): with a probability of"
                                + " 95 % or more no other is better by more than 0\\.1 units of volume, though others may be as good\\. That took "
                                + String.format("%,d", total)
                                + " runs; equal allocation with the same guarantee takes about");
        assertThat(rows.get(0).path("fate").asText()).isEqualTo("selected");
        try (ResultReader reader = ResultReader.open(folder.resolve("out"))) {
            for (ObjectNode row : rows) {
                String arm = row.path("arm").asText();
                assertThat(reader.completed(arm))
                        .as(arm)
                        .isEqualTo(row.path("runs").longValue());
                double mean = Arrays.stream(reader.column(arm, Outcome.DELIVERED))
                        .average()
                        .orElseThrow();
                assertThat(row.path("mean").doubleValue()).as(arm).isCloseTo(mean, within(1e-9));
            }
        }
        Program.Ending stored = InProcess.run(
                "compare",
                folder.resolve("out").toString(),
                folder.resolve("out").toString(),
                "--select",
                "delivered");
        assertThat(stored.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(stored.err()).contains("stored results are paired without simulating");
        assertThat(InProcess.run("verify", folder.resolve("out").toString(), "--sample", "3")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --select delivred                           | did you mean delivered?
            --select mean_pressure                      | neither better nor worse
            --select delivered --runs 100               | --max-runs limits them
            --select delivered --until-decided          | cannot stand beside --until-halfwidth
            --select delivered --shard 1/2              | --shard cannot stand beside --select
            --select delivered --indifference 0         | --indifference must be above 0
            --select delivered --confidence 0.5         | --confidence must be from 0.51
            --indifference 1                            | --indifference says something of --select alone
            --confidence 0.9                            | --confidence says something of --select alone
            """)
    void whatMakesNoSenseIsToldWithStatusTwo(String options, String message) throws IOException {
        Program.Ending ending = compare(STUDY, "out", options.split(" +"));
        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'compare: {select: mean_pressure}'                                      | neither better nor worse
            'compare: {indifference: 2}'                                            | of compare.select alone
            'compare: {select: delivered, confidence: 0.4}'                         | compare.confidence
            'compare: {select: delivered}, runs: 100'                               | gives runs where they decide
            'compare: {select: delivered}, stopping: {until_decided: true}'         | cannot stand beside stopping
            """)
    void whatMakesNoSenseInAStudyIsToldAtItsPlace(String keys, String message) throws IOException {
        String lines = keys.replace("}, ", "}\n") + "\n";
        Program.Ending ending = compare(STUDY + lines, "out");
        assertThat(ending.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ending.err()).contains(message);
    }
}
