package org.tumen.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks of README and pages (paragraphs, lists, tables, code) with figures, and where these come from, as lines above
 * them say:
 *
 * <ul>
 *   <li>{@code [//]: # (figures of: COMMAND)}: from what a command prints and the tables that it writes;
 *   <li>{@code [//]: # (figures in: FILE: TEXT)}: from the lines of a file that have the text, a file below {@code src} by its
 *       name alone; or {@code class path} for the libraries' versions;
 *   <li>{@code [//]: # (figures measured)}: from a machine; the section says on which, when and by which command;
 *   <li>{@code [//]: # (figures not compared: WHY)}: from what this repository does not hold, such as a journal's pages.
 * </ul>
 */
final class DocumentedFigures {
    /** In Markdown the title of a link that is never shown; what has parentheses stands in quotes. */
    private static final Pattern MARK = Pattern.compile(
            "\\[//\\]: # (?:\\((?=[^()]*\\)$)|'(?=[^']*'$))figures (of|in|measured|not compared)(?:: (.*))?[)']");

    /** What is no figure: code, dates, years, addresses of links, the number of an item, names with a number, levels of intervals. */
    private static final Pattern NONE = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|\\d{4}-\\d{2}-\\d{2}"
            + "|\\b(Java|JDK|JEP|IEEE|ISO|AS|UTF|alpha|status|[Rr]uns?|[Ss]eed|version|License)[ -]\\d[\\d.]*\\b"
            + "|\\bcentral 9[05] %|\\b9[05] % (interval|of (simulations|runs)\\b)"
            + "|(\\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December)( \\d{4})?"
            + "|(?<![\\d,.−-])(19|20)\\d{2}(?![\\d,.]\\d|\\d| (%|runs))|(?m)^(#+|\\s*) ?\\d+\\. ");

    private static final String NUMBER = "[−-]?(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)";
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w.,/])" + NUMBER + "(?![\\d\\p{L}])( ?%)?");

    /** A figure with its interval, of which no number may come from elsewhere. */
    static final Pattern WITH_INTERVAL =
            Pattern.compile(NUMBER + "[^\\d|().;:]{0,25}\\(" + NUMBER + " to " + NUMBER + "( ?%)?\\)");

    /** A version or the number of an advisory, which is held as a text. */
    private static final Pattern VERSION =
            Pattern.compile("\\d+(\\.\\d+){2,}|(CVE-\\d{4}|(?<=[ ,]))-\\d{4,}|CVE-\\d{4}-\\d{4,}");

    private static final Pattern SHARE = Pattern.compile("(\\d+) of (?:the )?(\\d+)");

    private static final String FENCE = "```";

    private DocumentedFigures() {}

    /**
     * A block.
     *
     * @param page where it stands
     * @param line its first line, from 1
     * @param commands the arguments of each command that gives its figures
     * @param files the files that hold them, each with a text of the lines
     * @param elsewhere how they are told otherwise; empty for not
     * @param lines its lines
     */
    record Block(
            Path page,
            int line,
            List<String> commands,
            List<String> files,
            List<String> elsewhere,
            List<String> lines) {
        @Override
        public String toString() {
            return page.getFileName() + ":" + line;
        }

        boolean isCode() {
            return lines.get(0).startsWith(DocumentedCommands.INDENT)
                    || lines.get(0).startsWith(FENCE);
        }

        /** Whether its lines are those of the command, not of another program that read what the command made. */
        boolean isPrinted() {
            return isCode() && !lines.get(0).startsWith(FENCE);
        }

        boolean isTable() {
            return lines.get(0).startsWith("|");
        }
    }

    /** Every block of the pages, those without a command too. */
    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : DocumentedCommands.pages()) {
            List<String> all = Files.readAllLines(page);
            Map<String, List<String>> marks = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                Matcher mark = MARK.matcher(all.get(i));
                if (mark.matches()) {
                    marks.computeIfAbsent(mark.group(1), kind -> new ArrayList<>())
                            .add(Objects.requireNonNullElse(mark.group(2), mark.group(1)));
                } else if (!all.get(i).isBlank()) {
                    int from = i;
                    while (i + 1 < all.size() && goesOn(all, from, i + 1)) {
                        i++;
                    }
                    List<String> elsewhere = new ArrayList<>(marks.getOrDefault("measured", List.of()));
                    elsewhere.addAll(marks.getOrDefault("not compared", List.of()));
                    blocks.add(new Block(
                            page,
                            from + 1,
                            marks.getOrDefault("of", List.of()),
                            marks.getOrDefault("in", List.of()),
                            elsewhere,
                            List.copyOf(all.subList(from, i + 1))));
                    marks.clear();
                }
            }
        }
        return blocks;
    }

    private static boolean goesOn(List<String> all, int from, int at) {
        if (all.get(from).startsWith(FENCE)) {
            return all.subList(from + 1, at).stream()
                    .filter(line -> line.equals(FENCE))
                    .findAny()
                    .isEmpty();
        }
        boolean code = all.get(from).startsWith(DocumentedCommands.INDENT);
        if (!code) {
            return !all.get(at).isBlank() && !MARK.matcher(all.get(at)).matches();
        }
        while (at < all.size() && all.get(at).isBlank()) {
            at++;
        }
        return at < all.size() && all.get(at).startsWith(DocumentedCommands.INDENT);
    }

    /** What stands apart in a block: its rows, or the whole. */
    static List<String> parts(Block block) {
        if (!block.isTable()) {
            return List.of(String.join("\n", block.lines()));
        }
        return block.lines().subList(2, block.lines().size()).stream()
                .map(row -> row.substring(row.indexOf('|', 1)))
                .toList();
    }

    /** The figures of a text, each with the numbers that belong to it. */
    static List<String> figures(String text) {
        String rest = NONE.matcher(VERSION.matcher(text.replace("**", "")).replaceAll(" ; "))
                .replaceAll(" ; ");
        List<String> figures = new ArrayList<>();
        for (Pattern pattern : List.of(WITH_INTERVAL, SHARE, NUMBERS)) {
            Matcher found = pattern.matcher(rest);
            while (found.find()) {
                figures.add(found.group());
            }
            rest = found.replaceAll(" ; ");
        }
        return figures;
    }

    /** Whether a line, a paragraph or a row of a table holds all numbers of a figure, rounded as they are there. */
    static boolean holds(List<Double> given, String figure) {
        Matcher share = SHARE.matcher(figure);
        if (share.matches()) {
            double of = Double.parseDouble(share.group(2));
            double part = Double.parseDouble(share.group(1));
            return given.contains(of) && (given.contains(part) || has(given, part / of, 1e-9));
        }
        Matcher number = NUMBERS.matcher(figure);
        boolean all = true;
        while (number.find()) {
            String text = number.group().replace(",", "").replace('−', '-').replaceAll(" ?%", "");
            int point = text.indexOf('.');
            double half = 0.500001 * Math.pow(10, point < 0 ? 0 : point + 1 - text.length());
            double value = Double.parseDouble(text);
            // A sign of per cent after the last of several numbers belongs to all of them.
            all &= has(given, value, half) || figure.contains("%") && has(given, value / 100, half / 100);
        }
        return all;
    }

    private static boolean has(List<Double> given, double value, double half) {
        return given.stream().anyMatch(each -> Math.abs(each - value) <= half);
    }

    /** The versions of a text. */
    static List<String> versions(String text) {
        return VERSION.matcher(text.replaceAll("`[^`]*`", " "))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The figures of a text that have to come from somewhere: all beyond 2. */
    static List<String> telling(String text) {
        return figures(text).stream()
                .filter(figure -> numbers(figure).stream().anyMatch(number -> Math.abs(number) > 2 || number % 1 != 0))
                .toList();
    }

    /** The lines of a file that have a text; or the libraries on the class path, by their files' names. */
    static String linesIn(String place) throws IOException {
        if (place.equals("class path")) {
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return path.replace(File.pathSeparatorChar, '\n');
        }
        String[] parts = place.split(": ?", 2);
        return Files.readAllLines(file(parts[0])).stream()
                .filter(line -> line.contains(parts[1]))
                .collect(Collectors.joining("\n"));
    }

    /** The numbers of lines of code. */
    static List<Double> numbersOfCode(String lines) {
        return Pattern.compile("((?<![\\w.])-)?(?<![\\d.])\\d+([_,]\\d{3})*(\\.\\d+)?")
                .matcher(lines)
                .results()
                .map(found -> Double.parseDouble(found.group().replaceAll("[_,]", "")))
                .toList();
    }

    private static Path file(String name) throws IOException {
        if (Files.exists(Path.of(name))) {
            return Path.of(name);
        }
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            List<Path> named = all.filter(file -> file.endsWith(name)).toList();
            if (named.size() != 1) {
                throw new IOException(named.size() + " files are called " + name);
            }
            return named.get(0);
        }
    }

    /** The numbers of a line or row. */
    static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher number = Pattern.compile("(?<![\\w.])[−-]?\\d[\\d,]*(\\.\\d+)?([eE]-?\\d+)?")
                .matcher(text);
        while (number.find()) {
            numbers.add(Double.parseDouble(number.group().replace(",", "").replace('−', '-')));
        }
        return numbers;
    }
}
