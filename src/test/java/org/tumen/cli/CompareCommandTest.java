package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.StoredTables;
import org.tumen.analysis.comparison.RunningMoments;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.RunTrace;
import org.tumen.trace.Flip;

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

    private static final Path GOLDEN = Path.of("src/test/resources/org/tumen/cli/golden-comparison.csv");

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

    private List<ObjectNode> stored(String table) throws IOException {
        return StoredTables.rows(folder.resolve("result"), table);
    }

    @Test
    void refusesOptionsThatWouldDoNothing() throws IOException {
        assertThat(run(STUDY, "--max-runs", "50")).isEqualTo(2);
        assertThat(run(STUDY, "--set", "weeks=9", "--set", "weeks=10")).isEqualTo(2);
        assertThat(run(STUDY, "--set", "weeks= ")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--max-runs limits runs that are added",
                        "weeks: is given twice",
                        "weeks: must be a whole number from 1 to 5200, not nothing");
        Path study = folder.resolve("study.yaml");
        assertThat(InProcess.run("compare", study.toString(), "").err()).contains("an empty argument names no file");
        assertThat(InProcess.run("batch", study.toString()).err()).contains("is a study, and a scenario is wanted");
    }

    @Test
    void anArmEqualToTheBaselineDiffersByExactlyZeroAndGetsNoVerdict() throws IOException {
        assertThat(run(STUDY, "--details")).as(err.toString()).isZero();

        JsonNode twin = stored("comparison").get(0);
        assertThat(twin.path("arm").asText()).isEqualTo("twin");
        assertThat(twin.path("difference").doubleValue()).isZero();
        assertThat(twin.path("difference_low").isNull()).isTrue();
        assertThat(twin.path("equal").doubleValue()).isEqualTo(1);
        assertThat(twin.path("finding").asText()).isEqualTo("exactly_equal");
        assertThat(stored("comparison").get(1).path("difference").doubleValue()).isNotZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("twin leaves mean stability unchanged in every run");

        String result = folder.resolve("result").toString();
        String flip = "3:japan=warn";
        Program.Ending told = InProcess.run("trace", result, "--arm", "silent", "--run", "2", "--flip", flip);
        assertThat(told.out())
                .startsWith("Run 2 of silent, ")
                .contains(" silent: ")
                .doesNotContain("world");
    }

    @Test
    void blocksEndWithTheIntervalsNarrowOrAtTheMostRuns() throws IOException {
        assertThat(run(STUDY, "--until-halfwidth", "0.0001", "--max-runs", "1500"))
                .as(err.toString())
                .isZero();

        JsonNode silent = stored("comparison").get(1);
        assertThat(silent.path("runs").intValue()).isEqualTo(1500);
        // No run of the twin differs: the 200 runs of the study and one block of a thousand pass the 1,000 that settle
        // it.
        assertThat(stored("comparison").get(0).path("runs").intValue()).isEqualTo(1200);
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("most allowed without meeting the stopping rule");

        out.getBuffer().setLength(0);
        assertThat(run(STUDY, "--until-halfwidth", "50", "--max-runs", "1500", "--force"))
                .isZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("added until the stopping rule was met");
    }

    @Test
    void badInputIsToldWithStatusTwo() throws IOException {
        assertThat(run(STUDY, "--baseline", "nobody")).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("usual, twin, silent");
        assertThat(run(STUDY.replace("mean_stability", "mean_stabilty"))).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("study.yaml:6: outcomes[0]");
        for (String[] one : new String[][] {{"--runs", "1"}, {"--until-decided", "--max-runs", "1"}}) {
            assertThat(run(STUDY, one)).isEqualTo(Main.BAD_INPUT);
            assertThat(err.toString()).contains("2 runs or more of each arm, not 1 (" + one[one.length - 2]);
        }
    }

    /**
     * Flips that compare lists are those that trace shows: the same run with the decision changed has the outcome told, and on
     * fresh draws it changes by as much on average within the errors of both. The decisions of the actor whose policy is
     * compared come first, the weightiest before others.
     */
    @Test
    void theDecisionsListedAreThoseThatAFlipConfirms() throws IOException {
        assertThat(run(STUDY)).as(err.toString()).isZero();

        List<ObjectNode> points = stored("decisions");
        Scenario scenario = ScenarioReader.read(folder.resolve("world.yaml")).scenario();
        RunKey key =
                new RunKey(scenario.batch().seed(), points.get(0).path("run").longValue());
        double before = RunTrace.of(scenario, key).outcome(Outcome.MEAN_STABILITY);
        assertThat(points).isNotEmpty();
        boolean others = false;
        double last = Double.POSITIVE_INFINITY;
        for (JsonNode point : points) {
            Flip flip = Flip.parse(point.path("flip").asText(), scenario);
            double after = RunTrace.of(flip.applyTo(scenario), key).outcome(Outcome.MEAN_STABILITY);
            assertThat(point.path("before").doubleValue()).isEqualTo(before);
            assertThat(point.path("after").doubleValue()).isEqualTo(after);
            boolean compared = flip.actor().equals("japan");
            assertThat(compared && others)
                    .as("after decisions of others: " + flip)
                    .isFalse();
            last = !compared && !others ? Double.POSITIVE_INFINITY : last;
            others = !compared;
            double size = Math.abs(point.path("mean_change").doubleValue());
            assertThat(size).isLessThanOrEqualTo(last).isPositive();
            last = size;
        }
        assertThat(points.get(0).path("actor").asText()).isEqualTo("Japan");
        assertThat(Files.readString(folder.resolve("result/report.html"))).contains("Decisions that weigh most");
    }

    /** The mean change that is told lies within five of its errors and those of an independent estimate (numbers beyond). */
    @Test
    void whatADecisionWeighsIsItsMeanOverFreshContinuations() throws IOException {
        assertThat(run(STUDY + "compare: {decisions_of: japan}\n"))
                .as(err.toString())
                .isZero();

        List<ObjectNode> points = stored("decisions");
        Scenario scenario = ScenarioReader.read(folder.resolve("world.yaml")).scenario();
        RunKey key =
                new RunKey(scenario.batch().seed(), points.get(0).path("run").longValue());
        JsonNode first = points.get(0);
        for (JsonNode point : points) {
            assertThat(point.path("actor").asText()).isEqualTo("Japan");
        }
        Flip flip = Flip.parse(first.path("flip").asText(), scenario);
        RunMaker usual = new RunMaker(scenario);
        RunMaker flipped = new RunMaker(flip.applyTo(scenario));
        RunningMoments changes = new RunningMoments();
        for (int n = 10_001; n <= 12_000; n++) {
            Continuation continuation = new Continuation(flip.week(), n);
            usual.make(key, continuation);
            flipped.make(key, continuation);
            changes.add(flipped.outcomes()[Outcome.MEAN_STABILITY.ordinal()]
                    - usual.outcomes()[Outcome.MEAN_STABILITY.ordinal()]);
        }
        double error = Math.hypot(
                first.path("standard_error").doubleValue(), changes.standardDeviation() / Math.sqrt(changes.count()));
        assertThat(first.path("mean_change").doubleValue()).isCloseTo(changes.mean(), within(5 * error));
    }

    @Test
    void whoHasDecisionsMustBeAnActor() throws IOException {
        assertThat(run(STUDY + "compare: {decisions_of: nobody}\n")).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("decisions_of").contains("japan");
    }

    @Test
    void fewerRunsThanAreStoredAreNotTakenForAll() throws IOException {
        assertThat(run(STUDY)).as(err.toString()).isZero();
        assertThat(out.toString()).doesNotContain("asked for");
        assertThat(run(STUDY, "--runs", "100")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("You asked for 100 runs; more are stored, and all 200 are used");
    }

    /**
     * The statistics of a small comparison as they were. They change with the model or with a statistic; refresh them with
     * {@code mvn test -Dtest=CompareCommandTest -Dtumen.golden=refresh} in a commit of their own that says why.
     */
    @Test
    void comparesAsBefore() throws IOException {
        assertThat(run(STUDY.replace("[mean_stability]", "[mean_stability, crisis_weeks, delivered, first_warning]")))
                .as(err.toString())
                .isZero();
        String found = Files.readString(folder.resolve("result/comparison.csv"));
        if ("refresh".equals(System.getProperty("tumen.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, found);
        }
        List<String[]> rows = cells(found);
        List<String[]> golden = cells(Files.readString(GOLDEN));
        assertThat(rows).hasSameSizeAs(golden);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).length; j++) {
                same(rows.get(i)[j], golden.get(i)[j]);
            }
        }
    }

    private static List<String[]> cells(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv)).stream()
                .map(CSVRecord::values)
                .toList();
    }

    /** Numbers agree to nine digits, because logarithms may differ in the last between machines; words agree exactly. */
    private static void same(String found, String expected) {
        if (expected.matches("-?[0-9.]+(E-?[0-9]+)?")) {
            double value = Double.parseDouble(expected);
            assertThat(Double.parseDouble(found)).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        } else {
            assertThat(found).isEqualTo(expected);
        }
    }
}
