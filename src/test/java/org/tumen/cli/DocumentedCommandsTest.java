package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.cli.DocumentedCommands.Shown;
import picocli.CommandLine;

/** What README and pages say to type is what the program takes, and what they show of its answer is what it prints. */
class DocumentedCommandsTest {
    private static final Pattern FOLDER = Pattern.compile("results/([a-z0-9_-]+-[0-9a-f]{12})\\b");

    /** The exercise of the page on casting writes this one step by step; AnotherCaseTest goes through it. */
    private static final String EXERCISE = "scenarios/cast.yaml";

    /**
     * What this test does not run: servers and windows, which tests of their own open; Spark, which its profile builds and tests;
     * folders that machines share, whose commands the check of a release runs on shards of its own; names that stand for others.
     */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(serve|console)\\b.*|.*(--engine spark|/shared/|-HASH|-\\.\\.\\.|\\b(FILE|RESULT)\\b).*");

    static Stream<Shown> printing() throws IOException {
        return DocumentedCommands.all().stream()
                .filter(shown -> !shown.printed().isEmpty() && !shown.words().contains(EXERCISE));
    }

    @Test
    void everyCommandIsOneThatTheProgramTakesOfFilesThatAreThere() throws IOException {
        CommandLine line = Main.everything().setCaseInsensitiveEnumValuesAllowed(true);
        assertThat(DocumentedCommands.all()).hasSizeGreaterThan(40).allSatisfy(shown -> {
            assertThatCode(() -> line.parseArgs(shown.words().toArray(String[]::new)))
                    .as(shown.toString())
                    .doesNotThrowAnyException();
            assertThat(shown.words())
                    .as(shown.toString())
                    .filteredOn(word -> word.startsWith("scenarios/") && !word.equals(EXERCISE))
                    .allSatisfy(word -> assertThat(Path.of(word)).exists());
        });
    }

    /** Runs what stands beside an answer, in the order of the pages, and looks for every line of it. */
    @ParameterizedTest
    @MethodSource("printing")
    @Tag("slow")
    void whatIsShownIsWhatIsPrinted(Shown shown) throws IOException {
        Program.Ending ending = DocumentedCommands.run(shown.words());
        String printed = collapsed(ending.out() + "\n" + ending.err());
        assertThat(shown.printed())
                .as(shown + ", which ended with " + ending.status())
                .allSatisfy(line -> assertThat(printed).contains(collapsed(line)));
    }

    static Stream<Shown> silent() throws IOException {
        return DocumentedCommands.all().stream()
                .filter(shown -> shown.printed().isEmpty()
                        && !ELSEWHERE.matcher(String.join(" ", shown.words())).matches());
    }

    /**
     * What stands alone ends well, in the order of the pages, so that what an earlier one made is there. What would add runs to
     * the results from which pages have their figures is a dry run.
     */
    @ParameterizedTest
    @MethodSource("silent")
    @Tag("slow")
    void whatStandsAloneIsDone(Shown shown) throws IOException {
        String words = String.join(" ", shown.words());
        boolean figures = DocumentedFigures.blocks().stream()
                .anyMatch(block -> block.commands().contains(words));
        Stream<String> dry =
                words.matches("(batch|compare) scenarios/.*") && !figures ? Stream.of("--dry-run") : Stream.empty();
        Program.Ending ending = DocumentedCommands.run(
                Stream.concat(shown.words().stream(), dry).toList());
        assertThat(ending.status()).as(shown + ": " + ending.err()).isZero();
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A folder that a page names is that of an experiment that ships: its name follows from scenario, seed and model. */
    @Test
    @Tag("slow")
    void everyFolderIsThatOfACommandThatIsShown() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path page : DocumentedCommands.pages()) {
            Matcher folder = FOLDER.matcher(Files.readString(page));
            while (folder.find()) {
                named.add(folder.group(1));
            }
        }
        Set<String> made = new TreeSet<>();
        for (Shown shown : DocumentedCommands.all()) {
            String words = String.join(" ", shown.words());
            if (words.matches("(batch|compare|search) scenarios/\\S+\\.yaml( .*)?")
                    && !words.contains("--engine")
                    && !words.contains("--shard")) {
                Program.Ending ending =
                        DocumentedCommands.run(Stream.concat(shown.words().stream(), Stream.of("--dry-run"))
                                .toList());
                assertThat(ending.status()).as(shown + ": " + ending.err()).isZero();
                Matcher folder = FOLDER.matcher(ending.out());
                while (folder.find()) {
                    made.add(folder.group(1));
                }
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(made).containsAll(named);
    }
}
