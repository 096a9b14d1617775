package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void validatesAFolder() {
        assertThat(run("validate", "scenarios")).isZero();
        assertThat(out.toString())
                .contains(
                        "scenarios/baseline.yaml: valid: baseline, north_korea, russia, japan, allies, security_council, 156 weeks")
                .contains("files are valid");
        // Runs of three years reach beyond the record of the Council's members, and another case keeps the unit: both
        // are told.
        assertThat(err.toString().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(
                                "warning: scenarios/[a-z/-]+\\.yaml: actors\\.security_council\\.roster: .*")
                        || line.startsWith("warning: scenarios/iran-sudan.yaml: deal: texts and pictures call a unit"));
    }

    /** A variable of the shell that is not set leaves an empty text, which stood for the folder one is in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch scenarios/baseline.yaml --out =",
                "batch =",
                "validate =",
                "report =",
                "verify =",
                "join =",
                "export = --to x.csv",
                "init --to =",
                "serve --results =",
                "trace =",
                "diff = scenarios/baseline.yaml"
            })
    void anEmptyPathIsTold(String command) {
        String[] args = Stream.of(command.split(" "))
                .map(word -> word.equals("=") ? "" : word)
                .toArray(String[]::new);
        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString()).contains("write . for the folder you are in");
    }

    /** A comma alone asked for the default, and an empty entry for nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "export baseline --to x.csv --columns ,",
                "export baseline --to x.csv --columns run,,seed",
                "hindcast --parts ,",
                "hindcast --parts votes,",
                "trace scenarios/baseline.yaml --flip 3:japan=warn,"
            })
    void anEmptyEntryOfAListIsTold(String command) {
        String[] args = command.split(" ");
        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString()).contains(" has an empty entry: \"" + args[args.length - 1] + '"');
    }

    @Test
    void saysHowToExplore() {
        assertThat(run("explore", "study.yaml", "--threads", "2")).isEqualTo(2);
        assertThat(err.toString())
                .contains("say how to explore before \"study.yaml\": tumen explore sweep, tumen explore sensitivity or")
                .contains("Try `tumen explore --help`.");
    }

    @Test
    void tellsTheProblemsOfAllFilesAndExitsWithTwo() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "weeks: 0\n");
        Path two = folder.resolve("two.yaml");
        assertThat(run("validate", one.toString(), two.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(one + ":1: weeks: must be a whole number from 1 to 5200, not 0")
                .contains(two + ": no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "batch x.yaml --runs 1e18, 'a whole number, not'",
        "batch x.yaml --seed 18446744073709551616, a whole number from -9223372036854775808 to",
        "batch x.yaml --failure-limit some, 'a whole number, not'",
        "batch x.yaml --threads 2.5, 'a whole number, not'",
        "verify x --sample 99999999999, a whole number from -2147483648 to 2147483647",
        "compare x.yaml y.yaml --until-halfwidth wide, a number",
    })
    void aNumberThatIsNoneIsToldOfWhatIsAllowed(String line, String allowed) {
        String[] words = line.split(" ");
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "'" + words[words.length - 2] + "': must be " + allowed,
                        "not \"" + words[words.length - 1] + '"');
    }

    @Test
    void whatCannotBeReachedIsToldWithTheReason() throws IOException {
        Path loop = folder.resolve("loop.yaml");
        Files.createSymbolicLink(loop, loop);
        assertThat(run("validate", loop.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(loop + ": cannot be read: Too many levels of symbolic links");
        assertThat(run("validate", "n".repeat(300) + ".yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read: File name too long");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("init", "--to", file.resolve("mine.yaml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written: " + file + " is there already and is no folder");
        assertThat(err.toString()).doesNotContain("TUMEN_DEBUG");
    }

    @Test
    void theHelpOfTheProgramIsThatOfAllItsCommands() {
        assertThat(run("--help")).isZero();
        CommandLine whole = Main.everything().setUsageHelpWidth(100);
        assertThat(out.toString()).isEqualTo(whole.getUsageMessage());
        assertThat(whole.getUsageMessage()).contains("search", "calibrate", "completion");
    }

    @Test
    void anUnknownCommandIsNamedWithItsLikes() {
        assertThat(run("serch", "x.yaml")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'serch'", "there are init, batch", "tumen search")
                .doesNotContain("\tat ");
    }

    /** Other programs have it, and who comes from them types it first. */
    @Test
    void helpIsACommandToo() {
        assertThat(run("help", "explore", "sweep")).isZero();
        String asked = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("explore", "sweep", "--help")).isZero();
        assertThat(asked).isEqualTo(out.toString()).startsWith("Usage: tumen explore sweep");
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("Commands:");
    }

    @Test
    void reportsAsJson() throws IOException {
        assertThat(run("validate", "--format", "json", "scenarios/baseline.yaml", "--set", "weeks=0"))
                .isEqualTo(2);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("valid").asBoolean()).isFalse();
        assertThat(report.at("/files/0/problems/0/path").asText()).isEqualTo("weeks");
    }

    @Test
    void listsParameters() throws IOException {
        assertThat(run("params", "scenarios/pressure.yaml", "--changed", "--search", "restraint", "--format", "json"))
                .isZero();
        JsonNode listed = new ObjectMapper().readTree(out.toString());
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("value").isNumber()).isTrue();
        assertThat(listed.get(0).get("value").asDouble()).isEqualTo(0.4);
        assertThat(listed.get(0).get("default").isNumber()).isTrue();
        assertThat(listed.get(0).has("drawn")).isFalse();
        assertThat(run("params", "--changed")).isEqualTo(2);
    }

    /** A value that every run draws anew is not what runs have. */
    @Test
    void listsWhatIsDrawnInPlaceOfAValue() throws IOException {
        assertThat(run("params", "scenarios/baseline.yaml", "--search", "north_korea.policy.fear", "--format", "json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).at("/0/drawn").asText())
                .isEqualTo("uniform from 0.2 to 1.4");
        out.getBuffer().setLength(0);
        assertThat(run("params", "scenarios/baseline.yaml", "--search", "rivalry"))
                .isZero();
        assertThat(out.toString())
                .contains("DRAWN IN PLACE OF IT")
                .containsPattern("(?m)^actors.security_council.voting.rivalry .*in a row of the vote model's posterior")
                .containsPattern("(?m)^actors.security_council.rivalry.start .*in a row of the vote model's posterior")
                .containsPattern("(?m)^region.enforcement.leak +0.15 +uniform from 0 to 0.3 ");
        out.getBuffer().setLength(0);
        assertThat(run("params", "scenarios/reference.yaml", "--search", "fear"))
                .isZero();
        assertThat(out.toString()).doesNotContain("DRAWN");
    }

    @Test
    void refusesBadArguments() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(run("validate")).isEqualTo(2);
        assertThat(run("validate", "x.yaml", "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void everyCommandHasHelpAndVersion() {
        for (String command : new String[] {"validate", "params", "schema"}) {
            assertThat(run(command, "--help")).isZero();
            assertThat(run(command, "--version")).isZero();
        }
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("tumen ");
    }
}
