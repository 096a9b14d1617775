package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.outcome.Outcome;

/** Fresh continuations of a run, told for people and for machines. */
class TraceCommandTest {
    private static final String FLIP = "29:RUS=abstain";

    private static Program.Ending trace(String... more) {
        String[] args = new String[6 + more.length];
        System.arraycopy(
                new String[] {"trace", "scenarios/baseline.yaml", "--set", "weeks=60", "--run", "42"}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return InProcess.run(args);
    }

    private static List<CSVRecord> records(String... more) throws Exception {
        Program.Ending csv = trace(more);
        assertThat(csv.status()).as(csv.err()).isZero();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(csv.out()))
                .getRecords();
    }

    @Test
    void whatHangsOnAFlipIsTheSameInEveryFormat() throws Exception {
        List<CSVRecord> records = records("--flip", FLIP, "--fresh", "40", "--format", "csv");
        JsonNode json = new JsonMapper()
                .readTree(trace("--flip", FLIP, "--fresh", "40", "--format", "json")
                        .out());
        JsonNode table = json.at("/sections/0/blocks/0/table");
        List<String> keys = StreamSupport.stream(table.path("fields").spliterator(), false)
                .map(field -> field.path("key").asText())
                .toList();
        assertThat(records).hasSize(table.path("rows").size()).isNotEmpty();
        for (int i = 0; i < records.size(); i++) {
            for (int k = 0; k < keys.size(); k++) {
                String cell = table.path("rows").path(i).path(k).asText();
                assertThat(records.get(i).get(keys.get(k))).isEqualTo(cell.equals("null") ? "" : cell);
            }
        }
        CSVRecord failed = records.stream()
                .filter(r -> r.get("outcome").equals(Outcome.MANDATE_FAILURE.key()))
                .findFirst()
                .orElseThrow();
        assertThat(failed.get("as_it_was")).isEqualTo("29.0");
        assertThat(Double.parseDouble(failed.get("difference_low"))).isPositive();
        assertThat(trace("--flip", FLIP, "--fresh", "40").out())
                .contains(json.path("answer").path(0).asText().substring(0, 60))
                .contains("Week the mandate failed");
    }

    /** One run has no share, and what did not happen in it no week. */
    @Test
    void whetherAndWhenAreToldInWords() {
        String told = trace("--set", "region.crisis.enter=100", "--set", "region.crisis.leave=99")
                .out();
        assertThat(told.lines().map(String::strip))
                .anyMatch(line -> line.matches("Any crisis +no"))
                .anyMatch(line -> line.matches("Week of first crisis +never +weeks"))
                .anyMatch(line -> line.matches("Mandate failed +yes"))
                .anyMatch(line -> line.matches("Week the mandate failed +29 +weeks"))
                .anyMatch(line -> line.matches("Crises begun +0 +crises"));
    }

    @Test
    void whyWritesNumbersAsTablesDo() {
        assertThat(trace("--why").out()).contains(" u=\u2212").doesNotContainPattern("u=-\\d");
    }

    @Test
    void refusesOptionsThatWouldDoNothing(@TempDir Path folder) throws IOException {
        assertThat(trace("--among", "5").err()).contains("--pick must be given too");
        assertThat(trace("--why", "--format", "csv").err()).contains("--why tells");
        assertThat(trace("--why", "--from", "29", "--fresh", "20").err()).contains("--why tells");
        String reference = Files.readString(Path.of("scenarios/reference.yaml"));
        Path shorter = Files.writeString(folder.resolve("shorter.yaml"), reference.replace("weeks: 156", "weeks: 60"));
        Program.Ending none = InProcess.run("trace", folder.toString());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("is a folder without stored runs").doesNotContain("unknown key");
        Program.Ending unlike = InProcess.run("trace", "scenarios/reference.yaml", "--against", shorter.toString());
        assertThat(unlike.status()).isEqualTo(2);
        assertThat(unlike.err()).contains("runs of 156 and of 60 weeks");
    }

    @Test
    void aResultHasItsOwnRunsAndNoOthers(@TempDir Path folder) {
        String result = folder.resolve("result").toString();
        assertThat(InProcess.run("batch", "scenarios/reference.yaml", "--runs", "20", "--out", result)
                        .status())
                .isZero();
        Program.Ending beyond = InProcess.run("trace", result, "--run", "20");
        assertThat(beyond.status()).isEqualTo(2);
        assertThat(beyond.err()).contains("holds no run 20 of reference", "its runs are 0..19");
        assertThat(InProcess.run("trace", result, "--run", "19").out()).startsWith("Run 19 of reference");
        assertThat(InProcess.run("trace", result, "--run", "20", "--seed", "5").out())
                .startsWith("Run 20 of reference");
        Program.Ending among = InProcess.run("trace", result, "--pick", "worst", "--among", "50");
        assertThat(among.status()).isEqualTo(2);
        assertThat(among.err()).contains("among all of its runs");
        for (String pick : List.of("worst", "median:launches", "best:first_crisis")) {
            assertThat(InProcess.run("trace", result, "--pick", pick).out())
                    .isEqualTo(InProcess.run("trace", "scenarios/reference.yaml", "--pick", pick, "--among", "20")
                            .out());
        }
    }

    /** The fresh runs of a share do not begin with run 0. */
    @Test
    void theFirstRunOfAResultIsToldUnlessAnotherIsMeant(@TempDir Path folder) throws IOException {
        InProcess.run(
                "batch", "scenarios/reference.yaml", "--runs", "20", "--shard", "2/2", "--out", folder.toString());
        try (Stream<Path> shares = Files.list(folder)) {
            assertThat(InProcess.run("trace", shares.findFirst().orElseThrow().toString())
                            .out())
                    .startsWith("Run 10 of reference");
        }
    }

    /** No event tells of a deal that was agreed before the run, and shipments would come out of nothing. */
    @Test
    void aDealFromBeforeTheStartIsTold() {
        assertThat(trace("--set", "deal.start_agreed=1").out())
                .contains("2023-09-01 North Korea and Russia have a deal already");
        assertThat(trace("--set", "deal.start_agreed=0").out())
                .doesNotContain("a deal already")
                .containsPattern(
                        "\nAt the end, on 2024-10-25: stability .*; belief that there is a deal: Japan 0.\\d\\d\n");
    }

    @Test
    void aFlipOfAVoteThatIsNotHeldTellsWhichAre() {
        assertThat(trace("--flip", "7:CHN=yes").err())
                .contains("was called to no vote in week 7; votes were held in week 29 (");
        assertThat(trace(
                                "--set",
                                "actors.security_council.mandate.votes=[]",
                                "--set",
                                "actors.japan.policy={type: silent}",
                                "--flip",
                                "7:CHN=yes")
                        .err())
                .contains("in week 7; no votes were held in this run");
    }

    /** A date stands above what happened on it, never alone. */
    @Test
    void noWeekIsToldWithoutItsEvents() {
        assertThat(InProcess.run(
                                "trace", "scenarios/baseline.yaml", "--run", "4", "--against", "scenarios/silence.yaml")
                        .out())
                .contains("What followed:\n20")
                .doesNotContainPattern("\n20\\d\\d-\\d\\d-\\d\\d\n(?! )");
    }

    @Test
    void aRunThatWasNotFlippedIsContinuedToEveryOutcome() throws Exception {
        List<CSVRecord> records = records("--from", "29", "--fresh", "20", "--format", "csv");
        assertThat(records).hasSize(Outcome.all().size());
        assertThat(records).allMatch(r -> Double.parseDouble(r.get("p5")) <= Double.parseDouble(r.get("p95")));
    }

    @Test
    void whereNothingChangesTheTableIsEmpty() throws Exception {
        String[] vain = {"--flip", "3:japan=hold", "--from", "55", "--fresh", "20"};
        assertThat(trace(vain).out()).contains("With 3:japan=hold nothing changes in any of them.");
        assertThat(records("--flip", "3:japan=hold", "--from", "55", "--fresh", "20", "--format", "csv"))
                .isEmpty();
    }

    @Test
    void aFormatThatDoesNotSuitIsRefused() {
        Program.Ending ending = trace("--flip", FLIP, "--format", "csv");
        assertThat(ending.status()).isEqualTo(2);
        assertThat(ending.err()).contains("told as text");
    }
}
