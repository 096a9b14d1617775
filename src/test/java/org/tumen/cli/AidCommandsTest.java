package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.Needed;
import org.tumen.document.Json;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.result.DescribedValues;

/** What differs between files and results, tables for other programs, and completion. */
class AidCommandsTest {
    private static final String REFERENCE = "scenarios/reference.yaml";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeResults() {
        batch("one", "--set", "weeks=30", "--events");
        batch("same", "--set", "weeks=30");
        batch("firm", "--set", "weeks=30", "--set", "actors.japan.policy.assertiveness=1.4", "--seed", "2");
    }

    private static void batch(String name, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "batch",
                REFERENCE,
                "--runs",
                "12",
                "--out",
                folder.resolve(name).toString()));
        args.addAll(List.of(more));
        Program.Ending made = InProcess.run(args.toArray(String[]::new));
        assertThat(made.status()).as(made.err()).isZero();
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    /** A warning, so that who calls the program from elsewhere and reads no more than the result hears of it. */
    @Test
    void moreRunsThanWereAskedForAreAWarning() {
        Program.Ending fewer =
                InProcess.run("batch", REFERENCE, "--runs", "8", "--set", "weeks=30", "--events", "--out", file("one"));
        assertThat(fewer.err())
                .contains("warning: you asked for 8 runs; more are stored, and all 12 are used (--force");
        assertThat(fewer.out()).doesNotContain("asked for");
    }

    @Test
    void scenariosDifferByPathAndLabel() {
        Program.Ending none = InProcess.run("diff", REFERENCE, REFERENCE);
        assertThat(none.status()).isZero();
        assertThat(none.out()).isEqualTo("Nothing differs.\n");
        Program.Ending some = InProcess.run("diff", "scenarios/baseline.yaml", "scenarios/pressure.yaml");
        assertThat(some.status()).isEqualTo(1);
        assertThat(some.out())
                .containsPattern("(?m)^actors.japan.policy.restraint +Japan: restraint +1 +0.4 *$")
                .doesNotContain("policy.assertiveness");
    }

    @Test
    void studiesDifferByWhatTheyState() {
        Program.Ending some = InProcess.run(
                "diff", "scenarios/studies/calibrate-votes.yaml", "scenarios/studies/calibrate-votes-2023.yaml");
        assertThat(some.status()).isEqualTo(1);
        assertThat(some.out()).containsPattern("(?m)^calibrate.known_to +2024 +2023");
        assertThat(InProcess.run("diff", REFERENCE, "scenarios/studies/calibrate-votes.yaml")
                        .err())
                .contains("is a scenario", "a study");
    }

    @Test
    void resultsDifferBySeedDigestAndScenario() {
        assertThat(InProcess.run("diff", file("one"), file("same")).out()).isEqualTo("Nothing differs.\n");
        Program.Ending some = InProcess.run("diff", file("one"), file("firm"));
        assertThat(some.status()).isEqualTo(1);
        assertThat(some.out())
                .containsPattern("(?m)^seed +1 +2")
                .containsPattern("(?m)^digest +")
                .containsPattern("(?m)^scenario.actors.japan.policy.assertiveness +Japan: assertiveness +0.85 +1.4");
        Program.Ending nowhere = InProcess.run("diff", file("one"), file("nowhere"));
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no result");
        assertThat(InProcess.run("diff", file("one"), file("nowhere.yaml")).err())
                .contains("there is no file");
    }

    /** Runs of other arms have the same scenario's name, seed and number. */
    @Test
    void aRunOfAResultIsToldWithItsArm() {
        String told = InProcess.run("trace", file("one"), "--run", "3", "--format", "json")
                .out();
        assertThat(Json.parse(told).path("arm").asText()).isEqualTo("reference");
        assertThat(Json.parse(InProcess.run("trace", REFERENCE, "--run", "3", "--format", "json")
                                .out())
                        .has("arm"))
                .isFalse();
    }

    private static String sweep(String name, String levels) throws IOException {
        Path study = Files.writeString(
                folder.resolve(name + ".yaml"),
                "scenario: " + Path.of(REFERENCE).toAbsolutePath() + "\nruns: 5\noutcomes: [mean_stability]\n"
                        + "levers: {actors.japan.policy.assertiveness: " + levels + "}\n");
        Program.Ending made =
                InProcess.run("explore", "sweep", study.toString(), "--allow-outside", "--out", file(name));
        assertThat(made.status()).as(made.err()).isZero();
        return file(name);
    }

    /** Those of thousands of points do not fit into memory together. */
    @Test
    void resultsOfSeveralArmsDifferArmByArm() throws Exception {
        String two = sweep("two", "[0.3, 0.9]");
        String three = sweep("three", "[0.3, 1.2, 1.5]");
        Program.Ending some = InProcess.run("diff", two, three);
        assertThat(some.status()).isEqualTo(1);
        assertThat(some.out())
                .containsPattern("(?m)^digest +")
                .containsPattern("(?m)^arms.p00003 +absent +\\{\"runs\":5\\} *$")
                .containsPattern(
                        "(?m)^arms.p00002.scenario.actors.japan.policy.assertiveness +Japan: assertiveness +0.9 +1.2 *$")
                .doesNotContain("arms.p00001");
        assertThat(InProcess.run("diff", two, two).out()).isEqualTo("Nothing differs.\n");
        DescribedValues described = DescribedValues.of(two, new ScenarioReader.Options(List.of(), false));
        assertThat(described.values().at("/arms/p00001/runs").asInt()).isEqualTo(5);
        assertThat(described.values().findValue("scenario")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"runs, 12", "weekly, -1", "events, -1", "parameters, 0", "failures, 0", "summary, -1"})
    void aTableIsTheSameInBothFormats(String table, int rows) throws Exception {
        for (String extension : List.of("csv", "parquet")) {
            Program.Ending made =
                    InProcess.run("export", file("one"), "--table", table, "--to", file(table + "." + extension));
            assertThat(made.status()).as(made.err()).isZero();
        }
        long csv = count("SELECT count(*) FROM read_csv('" + file(table + ".csv") + "', header=true)");
        assertThat(count("SELECT count(*) FROM '" + file(table + ".parquet") + "'"))
                .isEqualTo(csv);
        if (rows < 0) {
            assertThat(csv).isGreaterThan(10);
        } else {
            assertThat(csv).isEqualTo(rows);
        }
        if (table.equals("weekly")) {
            assertThat(count("SELECT count(*) FROM (FROM read_csv('" + file(table + ".csv")
                            + "', header=true, all_varchar=true) EXCEPT SELECT CAST(COLUMNS(*) AS VARCHAR) FROM '"
                            + file(table + ".parquet") + "')"))
                    .as("rows that are not in both")
                    .isZero();
        }
    }

    private static long count(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    void columnsAreChosenAndNothingIsOverwrittenUnasked() throws IOException {
        String to = file("chosen.csv");
        assertThat(InProcess.run("export", file("one"), "--columns", "mean_stability,run", "--to", to)
                        .status())
                .isZero();
        assertThat(Files.readAllLines(Path.of(to))).hasSize(13).startsWith("mean_stability,run");
        assertThat(InProcess.run("export", file("one"), "--to", to).err()).contains("exists; --force");
        Program.Ending nowhere = InProcess.run("export", file("one"), "--to", file("no/such/chosen.csv"));
        assertThat(nowhere.status()).isEqualTo(Main.FAILED);
        assertThat(nowhere.err()).contains("there is no folder").doesNotContain("IO Error");
        Path taken = Files.createDirectory(folder.resolve("taken.csv"));
        Program.Ending onto = InProcess.run("export", file("one"), "--to", taken.toString(), "--force");
        assertThat(onto.status()).isEqualTo(Main.FAILED);
        assertThat(onto.err()).contains("taken.csv cannot be written: it is a folder");
        assertThat(InProcess.run("export", file("one"), "--to", to, "--force").status())
                .isZero();
        assertThat(Files.readAllLines(Path.of(to)).get(0)).startsWith("arm,run,status,mean_stability");
    }

    /** It may be what another process writes at this moment, or a link. */
    @Test
    void anUnfinishedFileOfAnotherIsLeftAlone() throws IOException {
        Path to = folder.resolve("both.csv");
        Path theirs = Files.writeString(folder.resolve("both.csv.unfinished"), "half");
        assertThat(InProcess.run("export", file("one"), "--to", to.toString()).status())
                .isZero();
        assertThat(theirs).hasContent("half");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("both.csv")))
                    .containsExactlyInAnyOrder(to, theirs);
        }
    }

    @Test
    void noTableIsExportedThatIsNotWhatWasWritten() throws IOException {
        batch("hostile", "--set", "weeks=30");
        Path table = folder.resolve("hostile").resolve("summary.csv");
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\r\n1,2\r\n");
        Files.delete(table);
        Files.createSymbolicLink(table, secret);
        assertExportOfSummaryFails(file("stolen.csv"), "symbolic link");
        Files.delete(table);
        Files.copy(secret, table);
        assertExportOfSummaryFails(file("stolen.csv"), "not those that were written");
        assertThat(folder.resolve("stolen.csv")).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsAFailureAndNoMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String table : List.of("runs", "summary")) {
            Program.Ending ending = InProcess.run("export", file("one"), "--table", table, "--to", file + "/table.csv");
            assertThat(ending.status()).as(ending.err()).isEqualTo(1);
            assertThat(ending.err()).contains("table.csv cannot be written").doesNotContain("\tat ");
        }
    }

    private static void assertExportOfSummaryFails(String to, String why) {
        Program.Ending ending = InProcess.run("export", file("hostile"), "--table", "summary", "--to", to);
        assertThat(ending.status()).as(ending.err()).isEqualTo(1);
        assertThat(ending.err()).contains("summary.csv is damaged", why);
    }

    @ParameterizedTest
    @CsvSource({
        "--to x.xls, must end in .csv or .parquet",
        "--to x.csv --table smmary, did you mean summary",
        "--to x.csv --columns men_stability, did you mean mean_stability",
    })
    void whatCannotBeExportedIsTold(String options, String why) {
        List<String> args = new ArrayList<>(List.of("export", file("one")));
        args.addAll(List.of(options.replace("x.", file("x.")).split(" ")));
        Program.Ending refused = InProcess.run(args.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains(why);
        assertThat(folder.resolve("x.csv")).doesNotExist();
        assertThat(InProcess.run("export", file("same"), "--table", "events", "--to", file("x.csv"))
                        .err())
                .contains("holds no events: it was made without --events");
    }

    @Test
    void bashCompletesCommandsKindsAndOptions() throws Exception {
        Files.writeString(
                folder.resolve("tumen.bash"),
                InProcess.run("completion", "bash").out());
        assertThat(completed("ex")).contains("explore", "export");
        assertThat(completed("explore", "s")).containsExactlyInAnyOrder("sweep", "sensitivity");
        assertThat(completed("batch", "--ev")).containsExactly("--events");
        assertThat(completed("init", "hind")).containsExactly("hindcast");
        assertThat(completed("compare", "--palette", "g")).containsExactly("grey");
    }

    @Test
    void fishCompletesCommandsKindsAndOptions() throws Exception {
        requireShell("fish");
        Files.writeString(
                folder.resolve("tumen.fish"),
                InProcess.run("completion", "fish").out());
        assertThat(completedByFish("ex")).containsExactly("explore", "export");
        assertThat(completedByFish("explore s")).containsExactlyInAnyOrder("sweep", "sensitivity");
        assertThat(completedByFish("batch --ev")).containsExactly("--events");
        assertThat(completedByFish("compare --palette g")).containsExactly("grey");
        assertThat(completedByFish("completion ")).containsExactlyInAnyOrder("bash", "zsh", "fish");
        assertThat(completedByFish("help "))
                .containsAll(Main.everything().getSubcommands().keySet());
        assertThat(completedByFish("help s")).containsExactlyInAnyOrder("schema", "search", "serve");
        assertThat(completedByFish("help batch ")).isEmpty();
        assertThat(completedByFish("help explore s")).containsExactlyInAnyOrder("sweep", "sensitivity");
        assertThat(completedByFish("schema se")).containsExactlyInAnyOrder("search", "sensitivity");
    }

    private List<String> completedByFish(String words) throws Exception {
        String script = "source " + file("tumen.fish") + "; complete -C 'tumen " + words + "'";
        return lines("fish", "--no-config", "-c", script).stream()
                .map(line -> line.replaceFirst("\t.*", ""))
                .toList();
    }

    /** Types into a zsh that believes to have a terminal, as completion there works in no other. */
    @Test
    void zshCompletesCommandsAndOptions() throws Exception {
        requireShell("zsh");
        Files.writeString(
                folder.resolve("tumen.zsh"), InProcess.run("completion", "zsh").out());
        String script = """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell "autoload -U compinit; compinit -u -D; source %s; print rea''dy"
                zpty -r shell out '*ready*'
                zpty -w -n shell $'tumen calib\t'
                zpty -r shell out '*calibrate*'
                zpty -w -n shell $'--pale\t'
                zpty -r shell out '*--palette*'
                print completed
                """.formatted(file("tumen.zsh"));
        // A completion that never comes would be awaited for ever.
        assertThat(lines("timeout", "60", "zsh", "-f", "-c", script)).contains("completed");
    }

    private static void requireShell(String shell) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
        Needed.require(there, "shells", "there is no " + shell + "; install Debian's package of that name");
    }

    private List<String> completed(String... words) throws Exception {
        String script =
                "compopt() { :; }; source " + file("tumen.bash") + "; COMP_WORDS=(tumen " + String.join(" ", words)
                        + "); COMP_CWORD=" + words.length + "; _complete_tumen; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return lines("bash", "-c", script);
    }

    private static List<String> lines(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("complaints").toFile())
                .start();
        List<String> lines = process.inputReader().lines().map(String::strip).toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("complaints")))
                .isZero();
        return lines;
    }

    @Test
    void fishIsToldOfEveryCommandAndOption() {
        String fish = InProcess.run("completion", "fish").out();
        for (String command : Main.everything().getSubcommands().keySet()) {
            assertThat(fish).contains("-n '__fish_use_subcommand' -f -a '" + command + "'");
        }
        assertThat(fish)
                .contains("-n '__fish_seen_subcommand_from batch' -l 'runs' -x")
                .contains("__fish_seen_subcommand_from explore; and __fish_seen_subcommand_from sweep' -l 'out' -r -F");
        // Each line is one command with its quotes closed, as every shell reads them.
        assertThat(fish.lines())
                .allMatch(line -> line.startsWith("#")
                        || line.replace("\\\\", "")
                                                .replace("\\'", "")
                                                .chars()
                                                .filter(c -> c == '\'')
                                                .count()
                                        % 2
                                == 0);
    }
}
