package org.tumen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of README and pages (paragraphs, lists, tables, code) whose figures a command gives: those below one or more lines
 * {@code [//]: # (figures of: COMMAND)}, and how such figures are found in what it printed and in the tables that it wrote.
 */
final class DocumentedFigures {
    private static final Pattern MARK = Pattern.compile("\\[//\\]: # \\(figures of: (.*)\\)");

    /** What is no figure: code, dates, years, addresses of links, the number of an item. */
    private static final Pattern NONE = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|\\d{4}-\\d{2}-\\d{2}"
            + "|(\\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December)( \\d{4})?"
            + "|(?<![\\d,.−-])(19|20)\\d{2}(?![\\d,.]\\d|\\d| (%|runs))|(?m)^\\s*\\d+\\. ");

    private static final String NUMBER = "[−-]?(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)";
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w.,/])" + NUMBER + "(?![\\d\\p{L}])( ?%)?");

    /** A figure with its interval, of which no number may come from elsewhere. */
    static final Pattern WITH_INTERVAL =
            Pattern.compile(NUMBER + "[^\\d|().;:]{0,25}\\(" + NUMBER + " to " + NUMBER + "( ?%)?\\)");

    private static final Pattern SHARE = Pattern.compile("(\\d+) of (?:the )?(\\d+)");

    private DocumentedFigures() {}

    /**
     * A block.
     *
     * @param page where it stands
     * @param line its first line, from 1
     * @param commands the arguments of each command
     * @param lines its lines
     */
    record Block(Path page, int line, List<String> commands, List<String> lines) {
        @Override
        public String toString() {
            return page.getFileName() + ":" + line;
        }

        boolean isCode() {
            return lines.get(0).startsWith(DocumentedCommands.INDENT);
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
            List<String> commands = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Matcher mark = MARK.matcher(all.get(i));
                if (mark.matches()) {
                    commands.add(mark.group(1));
                } else if (!all.get(i).isBlank()) {
                    int from = i;
                    while (i + 1 < all.size() && goesOn(all, from, i + 1)) {
                        i++;
                    }
                    blocks.add(new Block(page, from + 1, List.copyOf(commands), List.copyOf(all.subList(from, i + 1))));
                    commands.clear();
                }
            }
        }
        return blocks;
    }

    private static boolean goesOn(List<String> all, int from, int at) {
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
        String rest = NONE.matcher(text.replace("**", "")).replaceAll(" ; ");
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
