package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that README and pages show in blocks of code, with what they show that each prints. */
final class DocumentedCommands {
    static final String INDENT = "    ";

    private static final Pattern COMMAND = Pattern.compile("(\\$ )?\\./tumen (.*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private DocumentedCommands() {}

    /**
     * A command.
     *
     * @param page where it stands
     * @param line in which line, from 1
     * @param words its arguments, as a shell would part them; a comment is left out
     * @param printed the lines below it that are to be what it prints
     */
    record Shown(Path page, int line, List<String> words, List<String> printed) {
        @Override
        public String toString() {
            return page.getFileName() + ":" + line + ": tumen " + String.join(" ", words);
        }
    }

    /** Runs a command where it is shown to be run; tests in other processes, which share its folder of results, wait for it. */
    static Program.Ending run(List<String> words) throws IOException {
        Path file = Path.of("target", "documented-commands.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isShared()).isFalse();
            return InProcess.run(words.toArray(String[]::new));
        }
    }

    /** README, the page of results, and all pages of the site. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("results/README.md")));
        try (Stream<Path> site = Files.list(Path.of("src/site/markdown"))) {
            site.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    static List<Shown> all() throws IOException {
        List<Shown> all = new ArrayList<>();
        for (Path page : pages()) {
            List<String> lines = Files.readAllLines(page);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).startsWith(INDENT)) {
                    continue;
                }
                Matcher command = COMMAND.matcher(lines.get(i).strip());
                if (!command.matches()) {
                    continue;
                }
                int from = i + 1;
                StringBuilder text = new StringBuilder(command.group(2));
                while (text.charAt(text.length() - 1) == '\\') {
                    text.setCharAt(text.length() - 1, ' ');
                    text.append(lines.get(++i).strip());
                }
                List<String> printed = new ArrayList<>();
                while (command.group(1) != null && i + 1 < lines.size() && printedIn(lines.get(i + 1))) {
                    String line = lines.get(++i).strip();
                    if (!line.isEmpty() && !line.equals("...")) {
                        printed.add(line);
                    }
                }
                all.add(new Shown(page, from, words(text.toString()), printed));
            }
        }
        return all;
    }

    private static boolean printedIn(String line) {
        return line.isBlank()
                || line.startsWith(INDENT) && !COMMAND.matcher(line.strip()).matches();
    }

    /** The words of a command, as a shell would part them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find() && !word.group().startsWith("#")) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
