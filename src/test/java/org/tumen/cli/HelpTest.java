package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the help of commands lists is what they take, and its examples are commands. */
class HelpTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Options that kinds may refuse, with a value; of engines there is but one unless Spark is built. */
    private static final Map<String, List<String>> GIVEN = Map.of(
            "--runs", List.of("--runs", "3"),
            "--events", List.of("--events"),
            "--master", List.of("--master", "local[2]"),
            "--shard", List.of("--shard", "1/2"));

    private static final Map<String, String> STUDIES = Map.of(
            "sweep", "sweep-warning",
            "sensitivity", "sensitivity-stability",
            "discover", "discover-crises",
            "search", "search-warning",
            "game", "game-warning",
            "calibrate", "calibrate-votes");

    static Stream<String> kinds() {
        return STUDIES.keySet().stream().sorted();
    }

    private static CommandLine command(StudyKind<?, ?> kind) {
        CommandLine command = Main.everything();
        for (String word : StudyKinds.command(kind).split(" ")) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }

    /** Each option that a kind may refuse is either listed, and does not end the command, or refused with a reason. */
    @ParameterizedTest
    @MethodSource("kinds")
    void optionsOfAKindAreTakenOrNotListed(String name) {
        StudyKind<?, ?> kind = StudyKinds.named(name).orElseThrow();
        List<String> listed = command(kind).getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
        assertThat(listed).contains("--seed", "--threads", "--out");
        GIVEN.forEach((option, words) -> {
            List<String> line = new ArrayList<>(List.of(StudyKinds.command(kind).split(" ")));
            line.add("scenarios/studies/" + STUDIES.get(name) + ".yaml");
            line.addAll(words);
            // Nothing runs: what is not refused goes on to a folder that is a file, and ends there.
            line.addAll(List.of("--out", "pom.xml"));
            Program.Ending ending = InProcess.run(line.toArray(String[]::new));
            if (listed.contains(option)) {
                assertThat(ending.err()).as(line.toString()).doesNotContain("serves batches", "cannot cut");
            } else {
                assertThat(ending.status()).as(line.toString()).isEqualTo(Main.BAD_INPUT);
                assertThat(ending.err())
                        .startsWith(option + " ")
                        .contains(kind.refused().get(option));
            }
        });
        assertThat(listed).doesNotContainAnyElementsOf(kind.refused().keySet());
    }

    private static List<CommandLine> all(CommandLine line) {
        List<CommandLine> all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(below -> all.addAll(all(below)));
        return all;
    }

    @Test
    void examplesAreCommands() {
        CommandLine program = Main.everything().setCaseInsensitiveEnumValuesAllowed(true);
        List<String> examples = all(program).stream()
                .flatMap(command ->
                        Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.startsWith("  tumen "))
                .map(line -> line.strip().split(" {2,}")[0])
                .toList();
        assertThat(examples).hasSizeGreaterThan(25).allSatisfy(example -> {
            List<String> words = new ArrayList<>();
            for (Matcher word = WORD.matcher(example.substring("tumen ".length())); word.find(); ) {
                words.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            assertThatCode(() -> program.parseArgs(words.toArray(String[]::new)))
                    .as(example)
                    .doesNotThrowAnyException();
        });
        assertThat(kinds().map(name -> command(StudyKinds.named(name).orElseThrow())))
                .allSatisfy(command -> assertThat(command.getUsageMessage()).contains("Examples:"));
    }

    /** A sentence is one text, which breaks where the terminal ends; one that was broken before would break twice. */
    @Test
    void sentencesOfHelpAreWholeAndLabelsAreNamed() {
        assertThat(all(Main.everything())).hasSizeGreaterThan(20).allSatisfy(command -> {
            String[] description = command.getCommandSpec().usageMessage().description();
            String[] footer = command.getCommandSpec().usageMessage().footer();
            assertThat(Stream.of(description, footer).flatMap(Arrays::stream))
                    .as(command.getCommandName())
                    .filteredOn(line -> Pattern.matches("[\\p{L}-].*", line) && !line.startsWith("See also"))
                    .allMatch(line -> line.matches("(?s).*[.:]|.*and begin a scenario with"));
            assertThat(command.getCommandSpec().options())
                    .filteredOn(option -> !option.hidden() && option.arity().max() > 0)
                    .extracting(OptionSpec::paramLabel)
                    .noneMatch(label -> label.matches(".*[<,].*") && !label.startsWith("WEEK"));
            long examples = Arrays.stream(footer)
                    .filter(line -> line.startsWith("  tumen "))
                    .count();
            if (examples > 0) {
                assertThat(footer).contains(examples == 1 ? "Example:" : "Examples:");
            }
        });
    }
}
