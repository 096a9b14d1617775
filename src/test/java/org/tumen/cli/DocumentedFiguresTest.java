package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.cli.DocumentedFigures.Block;

/** The figures that README and pages tell in prose and tables are those that the command above them gives. */
class DocumentedFiguresTest {
    private static final Pattern REPORT = Pattern.compile("Report: (\\S+)/report\\.html");

    /** Pages that are made of the declarations, and the model's, whose equations and tables ModelPageTest holds against the code. */
    private static final List<String> MADE = List.of("parameters.md", "studies.md", "tables.md", "model.md");

    private static final Map<String, Given> GIVEN = new HashMap<>();

    /**
     * What a command gave.
     *
     * @param printed its output, spaces put together
     * @param numbers those of each line and paragraph of it, and of each row of its tables
     */
    private record Given(String printed, List<List<Double>> numbers) {}

    static Stream<Block> marked() throws IOException {
        return DocumentedFigures.blocks().stream()
                .filter(block -> !block.commands().isEmpty());
    }

    @Test
    void blocksAreMarkedWithCommandsThatTheProgramTakes() throws IOException {
        assertThat(marked())
                .hasSizeGreaterThan(35)
                .allSatisfy(block -> assertThatCode(() -> {
                            for (String command : block.commands()) {
                                Main.everything()
                                        .setCaseInsensitiveEnumValuesAllowed(true)
                                        .parseArgs(DocumentedCommands.words(command)
                                                .toArray(String[]::new));
                            }
                        })
                        .as(block.toString())
                        .doesNotThrowAnyException());
    }

    /** An estimate with its interval is always some command's, and every other figure has a place that it is from. */
    @Test
    void noFigureIsWithoutItsPlace() throws IOException {
        List<Block> told = DocumentedFigures.blocks().stream()
                .filter(block -> block.commands().isEmpty()
                        && !block.isCode()
                        && !MADE.contains(block.page().getFileName().toString()))
                .toList();
        assertThat(told)
                .filteredOn(block -> DocumentedFigures.WITH_INTERVAL
                        .matcher(String.join("\n", block.lines()))
                        .find())
                .as("estimates without their command")
                .isEmpty();
        assertThat(told)
                .filteredOn(
                        block -> block.files().isEmpty() && block.elsewhere().isEmpty())
                .filteredOn(block -> !DocumentedFigures.telling(String.join("\n", block.lines()))
                        .isEmpty())
                .extracting(block -> block + ": " + DocumentedFigures.telling(String.join("\n", block.lines())))
                .as("figures that no line above says the place of")
                .isEmpty();
    }

    /** What the code says, which needs no run. */
    @Test
    void everyFigureOfAFileIsInItsLines() throws IOException {
        List<Block> held = DocumentedFigures.blocks().stream()
                .filter(block -> !block.files().isEmpty() && block.commands().isEmpty())
                .toList();
        assertThat(held).hasSizeGreaterThan(30);
        SoftAssertions softly = new SoftAssertions();
        for (Block block : held) {
            StringBuilder lines = new StringBuilder();
            for (String place : block.files()) {
                String found = DocumentedFigures.linesIn(place);
                softly.assertThat(found).as(block + ": " + place).isNotEmpty();
                lines.append(found).append('\n');
            }
            List<Double> numbers = DocumentedFigures.numbersOfCode(lines.toString());
            String text = String.join("\n", block.lines());
            softly.assertThat(DocumentedFigures.telling(text))
                    .filteredOn(figure -> !DocumentedFigures.holds(numbers, figure))
                    .as("figures of " + block + " that are not in " + block.files())
                    .isEmpty();
            softly.assertThat(DocumentedFigures.versions(text))
                    .filteredOn(version -> lines.indexOf(version) < 0)
                    .as("versions of " + block + " that are not in " + block.files())
                    .isEmpty();
        }
        softly.assertAll();
    }

    /** Nobody else has the machine: a reader is told which it was, when, and what was run. */
    @Test
    void everyMeasurementSaysItsMachineItsDayAndItsCommand() throws IOException {
        List<Block> blocks = DocumentedFigures.blocks();
        List<Block> measured = blocks.stream()
                .filter(block -> block.elsewhere().contains("measured"))
                .toList();
        assertThat(measured)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(section(blocks, block))
                        .as(block.toString())
                        .containsPattern("[Mm]easured[^.]* \\d{1,2} November 2026")
                        .containsPattern("cores|processors")
                        .containsPattern("`[^`]*(tumen|mvn|jmh|python3|Ratio)[^`]*`"));
    }

    /** The text of a block's section, between headings. */
    private static String section(List<Block> blocks, Block of) {
        int from = blocks.indexOf(of);
        int to = from;
        while (from > 0 && !blocks.get(from).lines().get(0).startsWith("#")) {
            from--;
        }
        while (to + 1 < blocks.size() && !blocks.get(to + 1).lines().get(0).startsWith("#")) {
            to++;
        }
        return blocks.subList(from, to + 1).stream()
                .map(block -> String.join("\n", block.lines()))
                .collect(Collectors.joining("\n\n"));
    }

    @ParameterizedTest
    @MethodSource("marked")
    @Tag("slow")
    void everyFigureIsGivenByItsCommand(Block block) throws IOException {
        List<Given> given = new ArrayList<>();
        for (String command : block.commands()) {
            given.add(given(command));
        }
        if (block.isPrinted()) {
            assertThat(block.lines())
                    .filteredOn(line -> !line.isBlank() && !line.strip().equals("..."))
                    .filteredOn(line ->
                            given.stream().noneMatch(each -> each.printed().contains(collapsed(line))))
                    .as("lines of " + block + " that are not printed")
                    .isEmpty();
            return;
        }
        List<List<Double>> numbers = new ArrayList<>(
                given.stream().flatMap(each -> each.numbers().stream()).toList());
        for (String place : block.files()) {
            numbers.add(DocumentedFigures.numbersOfCode(DocumentedFigures.linesIn(place)));
        }
        for (String part : DocumentedFigures.parts(block)) {
            List<String> figures = DocumentedFigures.figures(part);
            assertThat(figures)
                    .filteredOn(figure -> numbers.stream().noneMatch(each -> DocumentedFigures.holds(each, figure)))
                    .as("figures of " + block + " that the command does not give: " + part)
                    .isEmpty();
            if (block.isTable()) {
                assertThat(rows(numbers, figures))
                        .as("rows of the command's tables that hold a row of the page, " + block + ": " + part)
                        .isLessThanOrEqualTo(MOST_ROWS);
            }
        }
    }

    private static final int MOST_FINDINGS = 500;

    /** A row of a page may put together as many of the program's: of votes and drafts, of the first and the second year. */
    private static final int MOST_ROWS = 2;

    /** How many rows are needed to hold all figures, taken greedily. */
    private static int rows(List<List<Double>> numbers, List<String> figures) {
        List<String> left = new ArrayList<>(figures);
        int rows = 0;
        while (!left.isEmpty()) {
            List<String> best = List.of();
            for (List<Double> row : numbers) {
                List<String> held = left.stream()
                        .filter(figure -> DocumentedFigures.holds(row, figure))
                        .toList();
                best = held.size() > best.size() ? held : best;
            }
            left.removeAll(best);
            rows++;
        }
        return rows;
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Runs a command, once. */
    private static Given given(String command) throws IOException {
        Given known = GIVEN.get(command);
        if (known != null) {
            return known;
        }
        Program.Ending ending = DocumentedCommands.run(DocumentedCommands.words(command));
        assertThat(ending.status()).as(command + ": " + ending.err()).isZero();
        List<List<Double>> numbers = new ArrayList<>();
        for (String paragraph : ending.out().split("\n\\s*\n")) {
            numbers.add(DocumentedFigures.numbers(paragraph));
            Arrays.stream(paragraph.split("\n")).map(DocumentedFigures::numbers).forEach(numbers::add);
        }
        Matcher report = REPORT.matcher(ending.out());
        if (report.find()) {
            tables(Path.of(report.group(1)), numbers);
        }
        Given given = new Given(collapsed(ending.out() + "\n" + ending.err()), numbers);
        GIVEN.put(command, given);
        return given;
    }

    private static void tables(Path folder, List<List<Double>> numbers) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    List<CSVRecord> rows = CSVFormat.RFC4180.parse(reader).getRecords();
                    // Beyond so many a table holds draws, among which any number is found.
                    if (rows.size() <= MOST_FINDINGS) {
                        rows.forEach(row -> numbers.add(DocumentedFigures.numbers(String.join(" ; ", row.toList()))));
                    }
                }
            }
        }
    }
}
