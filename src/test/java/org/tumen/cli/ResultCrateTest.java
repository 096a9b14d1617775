package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.report.CrateRules;
import org.tumen.store.DerivedFiles;

/** What a result says of itself in {@code ro-crate-metadata.json}; the kinds of study are told apart by ShippedStudiesTest. */
class ResultCrateTest {
    private static final Path CRATE = Path.of("ro-crate-metadata.json");

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path result;

    @BeforeAll
    static void twoBatches() {
        for (String name : new String[] {"one", "two"}) {
            assertThat(batch("scenarios/reference.yaml", made.resolve(name)).status())
                    .isZero();
        }
    }

    private static Program.Ending batch(String scenario, Path out) {
        return InProcess.run("batch", scenario, "--runs", "20", "--seed", "5", "--out", out.toString());
    }

    @BeforeEach
    void copy() throws IOException {
        result = folder.resolve("result");
        try (var files = Files.walk(made.resolve("one"))) {
            for (Path file : files.toList()) {
                Files.copy(file, result.resolve(made.resolve("one").relativize(file)));
            }
        }
    }

    private Program.Ending verify() {
        return InProcess.run("verify", result.toString());
    }

    private void change(Path file, UnaryOperator<String> edit) throws IOException {
        String before = Files.readString(result.resolve(file));
        String after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        new DerivedFiles(result).write(file, out -> out.write(after.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itIsAProcessRunCrateAndVerificationSimulatesWhatItNames() throws IOException {
        CrateRules.hold(result);
        Program.Ending verified = verify();
        assertThat(verified.err()).isEmpty();
        assertThat(verified.out())
                .contains("20 simulated again from what ro-crate-metadata.json describes", "nothing wrong");
        assertThat(verified.status()).isZero();
    }

    @Test
    void aSeedOrScenarioThatIsNotTheResultsOwnIsFound() throws IOException {
        change(CRATE, text -> text.replaceFirst("(\"name\" : \"seed\",\\s+\"value\" : )\"5\"", "$1\"6\""));
        assertThat(verify().err()).contains("its seed or version of the model is another one");
        copyAgain();
        Path scenario;
        try (var all = Files.list(result.resolve("scenarios"))) {
            scenario = result.relativize(all.findFirst().orElseThrow());
        }
        change(scenario, text -> text.replaceFirst("\"start\" : \"2023-09-01\"", "\"start\" : \"2023-10-06\""));
        Program.Ending verified = verify();
        assertThat(verified.err())
                .contains("is another one than the manifest's", "the checksum of scenarios/")
                // And the runs themselves are others.
                .contains("simulated again it is");
        assertThat(verified.status()).isEqualTo(1);
    }

    private void copyAgain() throws IOException {
        Files.copy(
                made.resolve("one").resolve(CRATE),
                result.resolve(CRATE),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                made.resolve("one/SHA256SUMS"),
                result.resolve("SHA256SUMS"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aDescriptionThatLeavesFilesOutIsFound() throws IOException {
        new DerivedFiles(result).write(Path.of("more.csv"), out -> out.write('x'));
        assertThat(verify().err()).contains("it does not describe more.csv");
        assertThat(InProcess.run("report", result.toString(), "--no-pictures").status())
                .isZero();
        CrateRules.hold(result);
        assertThat(verify().out()).contains("nothing wrong");
    }

    @Test
    void equalResultsAreDescribedAlike() throws IOException {
        assertThat(timeless(made.resolve("one"))).isEqualTo(timeless(made.resolve("two")));
    }

    /** Without times, the command, and the checksum of the report, which has both. */
    private static String timeless(Path of) throws IOException {
        JsonNode report = new JsonMapper()
                .readTree(of.resolve(CRATE).toFile()).findParents("@id").stream()
                        .filter(e -> e.path("@id").asText().equals("report.html") && e.has("sha256"))
                        .findFirst()
                        .orElseThrow();
        String text = Files.readString(of.resolve(CRATE))
                .replace(report.path("sha256").asText(), "")
                .replace(of.toString(), "");
        Matcher times = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z").matcher(text);
        return times.replaceAll("").replaceAll("\"contentSize\" : \"\\d+\"", "");
    }

    @Test
    void itsScenarioGivesTheSameRuns() throws IOException {
        Path scenario;
        try (var all = Files.list(result.resolve("scenarios"))) {
            scenario = all.findFirst().orElseThrow();
        }
        Path again = folder.resolve("again");
        assertThat(batch(scenario.toString(), again).status()).isZero();
        assertThat(digest(again)).isEqualTo(digest(result));
    }

    private static String digest(Path of) throws IOException {
        JsonNode manifest =
                new JsonMapper().readTree(of.resolve("manifest.json").toFile());
        return manifest.path("result").path("digest").asText();
    }
}
