package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every CSV file of every command is read by two readers that know nothing of this program: numbers as numbers. */
class CsvFilesTest {
    /** Units of which there are no fractions. */
    private static final Set<String> COUNTED =
            Set.of("ordinal", "runs", "pairs of runs", "clusters", "evaluations", "parameters", "periods", "triggers");

    private static final Set<String> NUMBERS = Set.of("BIGINT", "DOUBLE");

    /** What each command is given; the file is a study in the folder of the test. */
    private static final Map<String, List<String>> COMMANDS = Map.of(
            "batch", List.of("batch", "scenarios/baseline.yaml", "--runs", "40"),
            "compare",
                    List.of(
                            "compare",
                            "scenarios/studies/japan-warning.yaml",
                            "--select",
                            "mean_stability",
                            "--max-runs",
                            "20"),
            "sweep", List.of("explore", "sweep", "STUDY"),
            "sensitivity", List.of("explore", "sensitivity", "STUDY"),
            "discover", List.of("explore", "discover", "STUDY"),
            "search", List.of("search", "STUDY"),
            "game", List.of("game", "STUDY"),
            "calibrate", List.of("calibrate", "STUDY"),
            "hindcast", List.of("hindcast", "--runs", "20", "--draws", "100"));

    private static final Map<String, String> STUDIES =
            Map.of("sweep", """
            levers:
              actors.japan.policy.assertiveness: {from: 0.3, to: 1.8, levels: 2}
            outcomes: [mean_stability, any_crisis, first_crisis]
            runs: 10
            sweep: {method: grid}
            """, "sensitivity", """
            uncertainties:
              actors.russia.generosity: {from: 0, to: 0.9}
              actors.russia.secrecy: {from: 0, to: 0.95}
            outcomes: [mean_stability, any_crisis]
            runs: 5
            sensitivity: {method: morris, trajectories: 4, levels: 4}
            """, "discover", """
            uncertainties:
              actors.russia.generosity: {from: 0, to: 0.9}
              actors.russia.secrecy: {from: 0, to: 0.95}
            outcomes: [mean_stability, any_crisis]
            runs: 5
            discover: {condition: any_crisis >= 0.4, points: 60}
            """, "search", """
            levers:
              actors.russia.secrecy: {from: 0.1, to: 0.9}
            runs: 10
            search:
              objectives:
                - {name: "steady, or \\"calm\\"", outcome: mean_stability, statistic: mean}
                - delivered
              population: 8
              evaluations: 16
              searches: 2
              fresh_runs: 50
              front: 4
            """, "game", """
            players:
              japan:
                objective: {mean_stability: 1}
                strategies:
                  reserved: {actors.japan.policy.assertiveness: 0.4}
                  firm: {actors.japan.policy.assertiveness: 1.5}
              russia:
                objective: {delivered: 1}
                strategies:
                  open: {actors.russia.secrecy: 0.1}
                  discreet: {actors.russia.secrecy: 0.8}
            runs: 20
            game: {most_runs: 20}
            """, "calibrate", """
            weeks: 40
            parameters:
              actors.north_korea.policy.launch.drive:
                {distribution: normal, mean: -2.8, deviation: 0.15, reason: A doubt of this test.}
            targets:
              tests: {event: minor_launch, measure: count, until: 39, observed: 9, tolerance: 4, source: this test}
            calibrate: {method: abc_smc, particles: 24, generations: 2, min_acceptance: 0.001}
            """);

    /** The tables of runs, which are the same in every kind. */
    private static final Set<String> OF_RUNS = Set.of("runs", "weekly", "parameters", "failures", "events");

    /** The rows of the page of tables, by kind. */
    private static final Map<String, String> PAGE = new TreeMap<>();

    @TempDir
    private static Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {"batch", "compare", "sweep", "sensitivity", "discover", "search", "game", "calibrate", "hindcast"
            })
    void everyFileOfAResultIsReadWithItsTypes(String kind) throws Exception {
        Path folder = root.resolve(kind);
        List<String> args = new ArrayList<>();
        for (String arg : COMMANDS.getOrDefault(kind, List.of())) {
            args.add(arg.equals("STUDY") ? study(kind).toString() : arg);
        }
        args.addAll(List.of("--out", folder.toString(), "--allow-outside"));
        Program.Ending made = InProcess.run(args.toArray(String[]::new));
        assertThat(made.status()).as(made.err()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> tables = files.filter(f -> f.toString().endsWith(".csv")).toList();
            assertThat(tables).isNotEmpty();
            Map<String, Map<String, String>> types = new LinkedHashMap<>();
            for (Path table : tables) {
                types.put(table.getFileName().toString().replace(".csv", ""), read(table));
            }
            List<CSVRecord> dictionary = records(folder.resolve("columns.csv"));
            assertThat(dictionary)
                    .filteredOn(column -> types.containsKey(column.get(0)) && COUNTED.contains(column.get(3)))
                    .allSatisfy(column -> assertThat(types.get(column.get(0)).get(column.get(1)))
                            .as(column.toString())
                            .isEqualTo("BIGINT"));
            explained(kind, folder, tables);
        }
        Program.Ending verified = InProcess.run("verify", folder.toString(), "--sample", "3");
        assertThat(verified.status()).as(verified.err()).isZero();
    }

    /** The dictionary in the result folder names every column of every table, and no other; kept for the page. */
    private static void explained(String kind, Path folder, List<Path> tables) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        StringBuilder rows = new StringBuilder();
        List<CSVRecord> dictionary = records(folder.resolve("columns.csv"));
        for (CSVRecord row : dictionary.subList(1, dictionary.size())) {
            columns.computeIfAbsent(row.get(0), t -> new ArrayList<>()).add(row.get(1));
            assertThat(row.get(2)).isIn("number", "text", "truth", "date");
            assertThat(row.get(4)).as(row.toString()).isNotBlank();
            assertThat(row.get(3).isBlank())
                    .as(row.toString())
                    .isEqualTo(!row.get(2).equals("number"));
            // A calibration keeps no runs: its parameters are a table of its own.
            if (kind.equals("batch") || kind.equals("calibrate") || !OF_RUNS.contains(row.get(0))) {
                rows.append("| `%s` | `%s` | %s | %s | %s |%n"
                        .formatted(
                                row.get(0),
                                row.get(1),
                                row.get(2),
                                row.get(3),
                                row.get(4).replace("|", "\\|")));
            }
        }
        for (Path table : tables) {
            String name = table.getFileName().toString().replace(".csv", "");
            if (table.getParent().equals(folder) && !name.equals("columns")) {
                assertThat(columns.get(name))
                        .as(name)
                        .containsExactlyElementsOf(records(table).get(0).toList());
            }
        }
        PAGE.put(kind, rows.toString());
    }

    private static List<CSVRecord> records(Path table) throws IOException {
        return CSVFormat.RFC4180
                .parse(new StringReader(Files.readString(table)))
                .getRecords();
    }

    /** {@code -Dtumen.golden=refresh} makes the page again. */
    @AfterAll
    static void thePageOfTablesIsMadeOfTheDictionaries() throws IOException {
        if (PAGE.size() < COMMANDS.size()) {
            return;
        }
        StringBuilder page = new StringBuilder("""
                # Tables and columns

                Every table that a command writes, with the columns of a small study of each kind; columns that are named after a
                parameter, an outcome or a strategy follow the study. `columns.csv` in each result folder says the same of that
                result. The tables of the runs are Parquet, read by `./tumen query` and written as CSV or Parquet by
                `./tumen export`; every result that simulates has them. All others are CSV files beside the report. This page is
                made by a test, which holds it against what the commands write.

                *The row's* unit is that of the outcome or objective that the row names: its column `unit` says it where there is one, else
                `runs` in `columns.csv`, which lists every outcome with its unit, or the table `objectives` of a search. *Ordinal* is a number
                that says which: a run, a generation, a line. An empty cell is a value that does not exist, or that too few runs tell.
                Intervals are of 95 % unless the report says otherwise. Those of the differences in `comparison` hold at 95 % all together, so
                they are wider than an interval of one difference, which is `standard_error` times Student's t with one less than `clusters` degrees of freedom.
                Those of its tails hold each by itself.
                """);
        PAGE.forEach((kind, rows) -> page.append("\n## `")
                .append(kind)
                .append("`\n\n| Table | Column | Type | Unit | Meaning |\n|---|---|---|---|---|\n")
                .append(rows));
        Path file = Path.of("src/site/markdown/tables.md");
        if ("refresh".equals(System.getProperty("tumen.golden"))) {
            Files.writeString(file, page.toString());
        }
        assertThat(page.toString()).isEqualTo(Files.readString(file));
    }

    private static Path study(String kind) throws IOException {
        return Files.writeString(
                root.resolve(kind + ".yaml"),
                "name: small\nscenario: " + Path.of("scenarios/baseline.yaml").toAbsolutePath() + "\nseed: 1\n"
                        + STUDIES.getOrDefault(kind, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "trace"})
    void whatIsPrintedAsCsvIsReadWithItsTypes(String command) throws Exception {
        Path result = root.resolve("printed-" + command);
        assertThat(InProcess.run(
                                "batch",
                                "scenarios/baseline.yaml",
                                "--runs",
                                "20",
                                "--events",
                                "--out",
                                result.toString())
                        .status())
                .isZero();
        Program.Ending printed = command.equals("query")
                ? InProcess.run(
                        "query",
                        result.toString(),
                        "select run, 'a \"b\", c' as text, run, 'NaN'::DOUBLE as none, mean_stability from runs",
                        "--csv")
                : InProcess.run("trace", result.toString(), "--run", "3", "--format", "csv");
        assertThat(printed.status()).as(printed.err()).isZero();
        Map<String, String> types =
                read(Files.writeString(root.resolve(command + ".csv"), printed.out(), StandardCharsets.UTF_8));
        if (command.equals("query")) {
            assertThat(types)
                    .hasToString("{run=BIGINT, text=VARCHAR, run_2=BIGINT, none=DOUBLE, mean_stability=DOUBLE}");
        } else {
            assertThat(types).containsEntry("week", "BIGINT").containsEntry("date", "DATE");
            assertThat(types).containsEntry("goldstein", "DOUBLE").containsEntry("magnitude", "DOUBLE");
            Program.Ending stored = InProcess.run(
                    "query", result.toString(), "select * exclude (arm, run) from events limit 1", "--csv");
            assertThat(types.keySet())
                    .as("an event has the same columns wherever it stands, and its description here")
                    .containsAll(List.of(
                            stored.out().lines().findFirst().orElseThrow().split(",")));
        }
    }

    /** Reads a table with both readers, which must see the same; returns the types that the query engine found. */
    private static Map<String, String> read(Path table) throws IOException, SQLException {
        String text = Files.readString(table);
        assertThat(text).as(table.toString()).endsWith("\r\n");
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
        List<String> header = records.get(0).toList();
        assertThat(header).as(table.toString()).doesNotHaveDuplicates().doesNotContain("");
        assertThat(records).hasSizeGreaterThan(1).allMatch(r -> r.size() == header.size());
        Map<String, String> types = new LinkedHashMap<>();
        String from = " FROM read_csv('" + table.toString().replace("'", "''") + "')";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            try (ResultSet described = statement.executeQuery("DESCRIBE SELECT *" + from)) {
                while (described.next()) {
                    types.put(described.getString(1), described.getString(2));
                }
            }
            assertThat(types.keySet()).as(table.toString()).containsExactlyElementsOf(header);
            try (ResultSet rows = statement.executeQuery("SELECT *" + from)) {
                for (CSVRecord cells : records.subList(1, records.size())) {
                    assertThat(rows.next()).as(table.toString()).isTrue();
                    for (int i = 0; i < header.size(); i++) {
                        same(table + ", " + header.get(i), cells.get(i), types.get(header.get(i)), rows, i + 1);
                    }
                }
                assertThat(rows.next()).isFalse();
            }
        }
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            List<String> cells = records.subList(1, records.size()).stream()
                    .map(r -> r.get(column))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (!cells.isEmpty() && cells.stream().allMatch(CsvFilesTest::isNumber)) {
                assertThat(types.get(header.get(i)))
                        .as(table + ", " + header.get(i))
                        .isIn(NUMBERS);
            }
        }
        return types;
    }

    private static void same(String where, String cell, String type, ResultSet row, int column) throws SQLException {
        if (cell.isEmpty()) {
            assertThat(row.getObject(column)).as(where).isNull();
        } else if (NUMBERS.contains(type)) {
            assertThat(row.getDouble(column)).as(where).isEqualTo(Double.valueOf(cell));
        } else {
            assertThat(String.valueOf(row.getObject(column))).as(where).isEqualTo(cell);
        }
    }

    /** Codes such as 057 are none. */
    private static boolean isNumber(String cell) {
        return cell.matches("-?(0|[1-9]\\d*)(\\.\\d+)?(E-?\\d+)?");
    }
}
